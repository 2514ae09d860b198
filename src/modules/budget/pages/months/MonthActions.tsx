import { useState } from 'react'
import { Button, Dialog, Form, FormActions, ProblemView, TextField, useAct } from '#design'
import type { MonthView } from '../../answers.ts'

type Input = { year: number; month: number; version: number; reason?: string }

/** What may be done with a month from the state it is in: review, close, or reopen with its reason. */
export const MonthActions = ({ month, may }: { month: MonthView; may: boolean }) => {
  const [asking, ask] = useState<'close' | 'reopen'>()
  const [reason, write] = useState('')
  const over = { refresh: ['budget', 'evidence'], onDone: () => { ask(undefined); write('') } }
  const review = useAct<Input>('budget/review-month', { ...over, done: `${month.title}: en revisión` })
  const close = useAct<Input>('budget/close-month', { ...over, done: `${month.title}: cerrado` })
  const reopen = useAct<Input>('budget/reopen-month', { ...over, done: `${month.title}: reabierto` })
  const input: Input = { year: month.year, month: month.month, version: month.version }
  if (!may) return <span className="faint">–</span>
  const shut = () => { ask(undefined); close.forget(); reopen.forget() }
  const problem = asking === 'close' ? close.problem : reopen.problem
  return (
    <span className="chips">
      {month.state !== 'closed' && month.state !== 'in-review' && <Button size="compact" kind="plain" label={`Enviar ${month.title} a revisión`} busy={review.running} disabled={!month.ended} onPress={() => void review.run(input)}>A revisión</Button>}
      {month.state !== 'closed' && <Button size="compact" disabled={!month.ended} onPress={() => ask('close')}>Cerrar</Button>}
      {month.state === 'closed' && <Button size="compact" onPress={() => ask('reopen')}>Reabrir</Button>}
      {!month.ended && <small className="soft">aún no termina</small>}
      {review.problem && <ProblemView problem={review.problem} />}
      <Dialog title={asking === 'close' ? `Cerrar ${month.title}` : `Reabrir ${month.title}`} open={asking !== undefined} onClose={shut}>
        <Form label={asking === 'close' ? 'Cerrar el mes' : 'Reabrir el mes'} onSubmit={() => void (asking === 'close' ? close.run(input) : reopen.run({ ...input, reason }))}>
          {asking === 'close'
            ? <p>No recibirá hechos nuevos ni deshechos, y sus cifras pasan de provisionales a firmes. Se puede reabrir con una razón.</p>
            : <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={problem?.field('reason')} help="Queda en la historia, a la vista de Control." maxLength={300} />}
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={shut}>Volver</Button><Button kind="primary" type="submit" busy={close.running || reopen.running}>{asking === 'close' ? 'Cerrar el mes' : 'Reabrir el mes'}</Button></FormActions>
        </Form>
      </Dialog>
    </span>
  )
}
