import { ComboBox, Fields, TextField, useApi } from '#design'
import type { UnitView } from '../../contract.ts'

export type PersonDraft = { name: string; rut: string; email: string; phone: string; unitId: string | null }
export const emptyPerson: PersonDraft = { name: '', rut: '', email: '', phone: '', unitId: null }

export const UnitField = ({ value, onChange, error, label = 'Unidad' }: { value: string | null; onChange: (id: string | null) => void; error?: string; label?: string }) => {
  const units = useApi<{ units: readonly UnitView[] }>('registry/list-units').data?.units ?? []
  return <ComboBox label={label} name="unitId" value={value} onChange={onChange} error={error} choices={units.filter(({ active, id }) => active || id === value).map(({ id, name, code }) => ({ value: id, title: name, note: code }))} required={false} />
}
/** Personal values: kept sealed with the person's own key. */
export const PersonFields = ({ values, set, error }: { values: PersonDraft; set: (patch: Partial<PersonDraft>) => void; error: (field: string) => string | undefined }) => (
  <>
    <TextField label="Nombre y apellidos" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
    <Fields columns={2}>
      <TextField label="RUT" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required={false} />
      <TextField label="Teléfono" name="phone" value={values.phone} onChange={(phone) => set({ phone })} error={error('phone')} required={false} />
    </Fields>
    <TextField label="Correo" name="email" type="email" help="Con él se abre la cuenta y se entra al sistema." value={values.email} onChange={(email) => set({ email })} error={error('email')} required={false} />
    <UnitField value={values.unitId} onChange={(unitId) => set({ unitId })} error={error('unitId')} />
  </>
)
