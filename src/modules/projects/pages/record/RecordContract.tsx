import type { Day } from '#kernel'
import { ComboBox, DateField, Fields, FormDialog, newId, NumberField, TextField, useApi, useSession } from '#design'
import { useState } from 'react'

type Draft = { id: string; supplierId: string | null; tenderCode: string; number: string; amount: number | null; signedOn: Day | null; startsOn: Day | null; days: number | null }
type Found = { readonly suppliers: readonly { readonly id: string; readonly name: string; readonly city: string }[] }

const SupplierField = ({ value, onChange, error }: { value: string | null; onChange: (id: string | null) => void; error: string | undefined }) => {
  const [text, type] = useState('')
  const { data } = useApi<Found>('registry/list-suppliers', { text, state: 'active', size: 30 })
  return <ComboBox label="Proveedor" name="supplierId" help="Por nombre o RUT. Si no está, agréguelo en Proveedores." value={value} onChange={onChange} onText={type} choices={(data?.suppliers ?? []).map(({ id, name, city }) => ({ value: id, title: name, note: city }))} error={error} required />
}

/** The contract ties the project to its tender and its supplier. */
export const RecordContract = ({ id }: { id: string }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, unknown> button="Registrar un contrato" icon="add" kind="plain" size="compact" title="Registrar un contrato" wide action="projects/record-contract" refresh={['projects', 'evidence', 'figures']} done="Contrato registrado" submit="Registrar"
      start={() => ({ id: newId(), supplierId: null, tenderCode: '', number: '', amount: null, signedOn: today, startsOn: null, days: null })} input={(values) => ({ ...values, projectId: id })}>
      {({ values, set, error }) => (
        <>
          <SupplierField value={values.supplierId} onChange={(supplierId) => set({ supplierId })} error={error('supplierId')} />
          <Fields columns={2}>
            <TextField label="Número del contrato" name="number" value={values.number} onChange={(number) => set({ number })} required={false} />
            <TextField label="Código de la licitación" name="tenderCode" help="Como 1509-5-LP26." value={values.tenderCode} onChange={(tenderCode) => set({ tenderCode })} required={false} />
            <NumberField label="Monto" name="amount" value={values.amount} onChange={(amount) => set({ amount })} minimum={1} error={error('amount')} required />
            <NumberField label="Plazo" name="days" unit="días" value={values.days} onChange={(days) => set({ days })} minimum={1} maximum={3650} error={error('days')} required />
            <DateField label="Firmado el" name="signedOn" value={values.signedOn} onChange={(signedOn) => set({ signedOn })} maximum={today} error={error('signedOn')} required />
            <DateField label="Empieza el" name="startsOn" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required />
          </Fields>
        </>
      )}
    </FormDialog>
  )
}
