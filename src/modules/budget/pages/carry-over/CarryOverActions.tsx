import type { Day } from '#kernel'
import { DateField, Fields, FormDialog, TextField, useMay } from '#design'
import type { CarryRecord } from '../../carry-over/carry-over-contract.ts'

type Decreed = { backgroundOn: Day | null; sessionNumber: string; sessionOn: Day | null; agreement: string; decreeNumber: string; decreeOn: Day | null }
const REFRESH = ['budget', 'evidence', 'council']

/** Records the agreement and the decree; whoever prepared it cannot. */
export const ApproveCarryOver = ({ record }: { record: CarryRecord }) => {
  const may = useMay('budget.amend')
  const reason = !may ? 'No tiene permiso para aprobar.' : record.mine ? 'Usted lo preparó; lo aprueba otra persona.' : record.moved ? 'El libro cambió: retírelo y prepárelo de nuevo.' : undefined
  return (
    <FormDialog<Decreed, object> button="Registrar acuerdo y decreto" kind="primary" reason={reason} title={`Aprobar el arrastre de ${record.fromYear} a ${record.year}`} action="budget/approve-carry-over" refresh={REFRESH} done="Arrastre aprobado" submit="Aprobar" wide
      start={() => ({ backgroundOn: null, sessionNumber: '', sessionOn: null, agreement: '', decreeNumber: '', decreeOn: null })} input={(values) => ({ id: record.id, version: record.version, ...values })}>
      {({ values, set, error }) => (
        <>
          <p>Lo que pasa se registra al 1 de enero de {record.year}; el presupuesto cambia desde la fecha del decreto.</p>
          <Fields columns={2}>
            <DateField label="Antecedentes entregados al Concejo" help="Al menos cinco días hábiles antes de la sesión." name="backgroundOn" value={values.backgroundOn} onChange={(backgroundOn) => set({ backgroundOn })} error={error('backgroundOn')} />
            <DateField label="Fecha de la sesión" name="sessionOn" value={values.sessionOn} onChange={(sessionOn) => set({ sessionOn })} error={error('sessionOn')} />
            <TextField label="Sesión" name="sessionNumber" value={values.sessionNumber} onChange={(sessionNumber) => set({ sessionNumber })} error={error('sessionNumber')} />
            <TextField label="Acuerdo" name="agreement" value={values.agreement} onChange={(agreement) => set({ agreement })} error={error('agreement')} />
            <TextField label="Decreto" name="decreeNumber" value={values.decreeNumber} onChange={(decreeNumber) => set({ decreeNumber })} error={error('decreeNumber')} />
            <DateField label="Fecha del decreto" name="decreeOn" value={values.decreeOn} onChange={(decreeOn) => set({ decreeOn })} error={error('decreeOn')} />
          </Fields>
        </>
      )}
    </FormDialog>
  )
}
export const WithdrawCarryOver = ({ record }: { record: CarryRecord }) => useMay('budget.amend') ? (
  <FormDialog<object, object> button="Retirar" title={`Retirar el arrastre de ${record.fromYear} a ${record.year}`} action="budget/withdraw-carry-over" refresh={REFRESH} done="Arrastre retirado" submit="Retirar" start={() => ({})} input={() => ({ id: record.id, version: record.version })}>
    {() => <p>Queda en la lista como retirado. Para pasar el año se prepara otro con las cifras de ese día.</p>}
  </FormDialog>
) : null
export const UndoCarryOver = ({ record }: { record: CarryRecord }) => {
  const may = useMay('budget.undo')
  const { entryId } = record
  return may && entryId ? (
    <FormDialog<{ reason: string }, object> button="Deshacer" icon="undo" kind="danger" title={`Deshacer el arrastre de ${record.fromYear} a ${record.year}`} action="budget/undo-entry" refresh={REFRESH} done="Arrastre deshecho" submit="Deshacer" start={() => ({ reason: '' })} input={({ reason }) => ({ entryId, reason })}>
      {({ values, set, error }) => <><p>Se escribe lo contrario de todo lo que registró, con su modificación. Se rechaza si ya se pagó, devengó o percibió algo de lo que pasó.</p><TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} required /></>}
    </FormDialog>
  ) : null
}
