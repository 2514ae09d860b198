import { defineModule } from '#platform/actions'
import { changePassword } from './identity/change-password.ts'
import { listMunicipalities, listPeople, listUnits } from './queries.ts'

export const registry = defineModule({
  key: 'registry',
  title: 'Comuna, unidades, personas y proveedores',
  uses: ['evidence'],
  actions: [changePassword],
  queries: [listMunicipalities, listUnits, listPeople],
  permissions: {
    'registry.read': 'Ver unidades, personas, instituciones y proveedores',
    'registry.administer': 'Administrar unidades, personas, cargos y cuentas',
    'registry.suppliers': 'Mantener el registro de proveedores e instituciones',
    'registry.suppress': 'Suprimir los datos de una persona',
    'system.operate': 'Operar respaldos, trabajos y estado del sistema',
  },
})
