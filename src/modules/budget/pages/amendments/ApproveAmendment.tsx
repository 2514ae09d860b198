import { useState } from 'react'
import type { Day } from '#kernel'
import { Button, DateField, Dialog, Fields, Form, FormActions, ProblemView, TextField, useAct, useMay } from '#design'
import type { AmendmentRecord } from '../../answers.ts'

type Input = { id: string; version: number; backgroundOn: Day | null; sessionNumber: string; sessionOn: Day | null; agreement: string; decreeNumber: string; decreeOn: Day | null }

/** Records the agreement of the council and the decree. Whoever drafted cannot do it; the notice of five days is checked by the server. */
export const ApproveAmendment = ({ record }: { record: AmendmentRecord }) => {
  const may = useMay('budget.amend')
  const [open, toggle] = useState(false)
  const [form, put] = useState<Omit<Input, 'id' | 'version'>>({ backgroundOn: null, sessionNumber: '', sessionOn: null, agreement: '', decreeNumber: '', decreeOn: null })
  const { run, running, problem, forget } = useAct<Input>('budget/approve-amendment', { refresh: ['budget', 'evidence'], done: `Modificación N.º ${record.number} aprobada`, onDone: () => toggle(false) })
  const reason = !may ? 'No tiene permiso para aprobar.' : record.mine ? 'Usted la preparó; la aprueba otra persona.' : undefined
  const close = () => { toggle(false); forget() }
  const day = (name: 'backgroundOn' | 'sessionOn' | 'decreeOn', label: string, help?: string) => <DateField label={label} help={help} name={name} value={form[name]} onChange={(value) => put({ ...form, [name]: value })} error={problem?.field(name)} />
  const text = (name: 'sessionNumber' | 'agreement' | 'decreeNumber', label: string) => <TextField label={label} name={name} value={form[name]} onChange={(value) => put({ ...form, [name]: value })} error={problem?.field(name)} />
  return (
    <>
      <Button kind="primary" disabled={Boolean(reason)} reason={reason} onPress={() => toggle(true)}>Registrar acuerdo y decreto</Button>
      <Dialog title={`Aprobar la modificación N.º ${record.number}`} open={open} onClose={close} wide>
        <Form label="Aprobar la modificación" onSubmit={() => void run({ id: record.id, version: record.version, ...form })}>
          <Fields columns={2}>
            {day('backgroundOn', 'Antecedentes entregados al Concejo', 'Al menos cinco días hábiles antes de la sesión.')}{day('sessionOn', 'Fecha de la sesión')}
            {text('sessionNumber', 'Sesión')}{text('agreement', 'Acuerdo')}{text('decreeNumber', 'Decreto')}{day('decreeOn', 'Fecha del decreto', 'Desde ese día rige.')}
          </Fields>
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={running}>Aprobar</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
