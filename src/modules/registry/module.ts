import { nameConstraints } from '#platform/database'
import { defineModule } from '#platform/actions'
import { createAccount, endSessions, listAccounts, lockAccount, resetPassword, unlockAccount } from './accounts/administer-accounts.ts'
import { changeCommune, showCommune } from './communes/change-commune.ts'
import { changePassword } from './identity/change-password.ts'
import { addInstitution, changeInstitution, listInstitutions } from './institutions/institutions.ts'
import { addPersonAction, assignOffice, changePerson, endOffice, suppressPerson } from './offices/change-people.ts'
import { listMunicipalities, listPeople, listSuppliers, listUnits, showPerson, showSupplier } from './queries.ts'
import { registryRecords } from './records.ts'
import { registryWorksheets } from './worksheets.ts'
import { changeRole, listRoles } from './roles/change-role.ts'
import { addSupplier, changeSupplier } from './suppliers/change-suppliers.ts'
import { correctSupplierRut } from './suppliers/correct-rut.ts'
import { chooseDefaultView, deleteView, listViews, renameView, restoreView, saveView } from './views/save-views.ts'
import { changeUnit, createUnit, deactivateUnit } from './units/change-units.ts'
import { reopenUnit } from './units/reopen-unit.ts'
import { registryUndoings } from './undoings.ts'

nameConstraints({
  saved_views_name: 'el nombre de la vista', saved_views_pk: 'la vista',
   units_code: 'el código de la unidad', suppliers_rut: 'el RUT del proveedor', suppliers_pk: 'el proveedor', institutions_name: 'el nombre de la institución', institutions_code: 'el código de la institución', accounts_email: 'el correo de la cuenta', people_unit: 'la unidad de la persona',
})

export const registry = defineModule({
  key: 'registry',
  title: 'Comuna, unidades, personas y proveedores',
  uses: ['evidence'],
  actions: [
    changePassword, createUnit, changeUnit, deactivateUnit, reopenUnit, addSupplier, changeSupplier, correctSupplierRut, addInstitution, changeInstitution, addPersonAction, changePerson, assignOffice, endOffice, suppressPerson,
    createAccount, resetPassword, lockAccount, unlockAccount, endSessions, changeRole, changeCommune, saveView, renameView, deleteView, restoreView, chooseDefaultView,
  ],
  queries: [listMunicipalities, listUnits, listPeople, showPerson, listSuppliers, showSupplier, listInstitutions, listRoles, listAccounts, showCommune, listViews],
  records: registryRecords, worksheets: registryWorksheets, undoings: registryUndoings,
  permissions: {
    'registry.read': 'Ver unidades, personas, instituciones y proveedores',
    'registry.administer': 'Administrar unidades, personas, cargos y cuentas',
    'registry.suppliers': 'Mantener el registro de proveedores e instituciones',
    'registry.commune': 'Mantener los datos y el membrete de la municipalidad',
    'registry.delegate': 'Delegar en otros cargos los permisos propios',
    'registry.suppress': 'Suprimir los datos de una persona',
    'system.operate': 'Operar respaldos, trabajos y estado del sistema',
  },
})
