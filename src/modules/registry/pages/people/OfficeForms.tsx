import { type Day, formatDay } from '#kernel'
import { Checkbox, DateField, Fields, FormDialog, newId, Select, TextField, useApi, useSession } from '#design'
import type { OfficeView, RoleView } from '../../contract.ts'
import { UnitField } from './PersonFields.tsx'

type Draft = { id: string; role: string; title: string; unitId: string | null; startsOn: Day | null; endsOn: Day | null; substitute: boolean; decreeNumber: string; decreeDate: Day | null }

/** An office with its dates; a substitution names its decree. */
export const AssignOffice = ({ personId, unitId }: { personId: string; unitId: string | null }) => {
  const { today } = useSession().clock
  const roles = useApi<{ roles: readonly RoleView[] }>('registry/list-roles').data?.roles ?? []
  return (
    <FormDialog<Draft, unknown> button="Asignar un cargo" icon="add" kind="primary" title="Asignar un cargo" wide action="registry/assign-office" refresh={['registry', 'evidence']} done="Cargo asignado" submit="Asignar"
      start={() => ({ id: newId(), role: '', title: '', unitId, startsOn: today, endsOn: null, substitute: false, decreeNumber: '', decreeDate: null })} input={(values) => ({ ...values, personId })}>
      {({ values, set, error }) => (
        <>
          <Select label="Cargo" name="role" help="De él vienen los permisos." value={values.role || null} onChange={(role) => set({ role, title: values.title || (roles.find(({ key }) => key === role)?.title ?? '') })} choices={roles.map(({ key, title, legal_basis: basis }) => ({ value: key, title, note: basis }))} error={error('role')} required />
          <TextField label="Como se nombra" name="title" help="Por ejemplo, «Directora de Obras»." value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <UnitField value={values.unitId} onChange={(unit) => set({ unitId: unit })} error={error('unitId')} />
          <Fields columns={2}>
            <DateField label="Desde" name="startsOn" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required />
            <DateField label="Hasta" name="endsOn" value={values.endsOn} onChange={(endsOn) => set({ endsOn })} error={error('endsOn')} required={false} />
          </Fields>
          <Checkbox checked={values.substitute} onChange={(substitute) => set({ substitute })}>Subroga: se imprime «(S)» y nombra su decreto</Checkbox>
          {values.substitute && <Fields columns={2}>
            <TextField label="Número del decreto" name="decreeNumber" value={values.decreeNumber} onChange={(decreeNumber) => set({ decreeNumber })} error={error('decreeNumber')} required />
            <DateField label="Fecha del decreto" name="decreeDate" value={values.decreeDate} onChange={(decreeDate) => set({ decreeDate })} error={error('decreeDate')} required />
          </Fields>}
        </>
      )}
    </FormDialog>
  )
}
export const EndOffice = ({ office }: { office: OfficeView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ endsOn: Day | null }, unknown> button="Terminar" kind="plain" size="compact" title={`Terminar el cargo ${office.title}`} action="registry/end-office" refresh={['registry', 'evidence']} done="Cargo terminado" submit="Terminar el cargo" start={() => ({ endsOn: today })} input={({ endsOn }) => ({ id: office.id, endsOn })}>
      {({ values, set, error }) => <><p>Lo ejerce desde el {formatDay(office.startsOn)}. Desde el día siguiente al término pierde sus permisos.</p><DateField label="Último día" name="endsOn" value={values.endsOn} onChange={(endsOn) => set({ endsOn })} minimum={office.startsOn} error={error('endsOn')} required /></>}
    </FormDialog>
  )
}
