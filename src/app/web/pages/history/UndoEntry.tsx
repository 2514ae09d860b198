import { useState } from 'react'
import { type Day, formatDay } from '#kernel'
import { type ApiProblem, Button, Dialog, Form, FormActions, Notice, ProblemView, TextField, useAct, useToasts } from '#design'

export type UndoOffer = { readonly action: string; readonly title: string; readonly says: string; readonly reason: boolean; readonly until: Day; readonly input: Readonly<Record<string, unknown>> }
type Dependant = string | { readonly title?: string; readonly path?: string; readonly account?: string; readonly what?: string }

const wordsOf = (one: Dependant): string => (typeof one === 'string' ? one : [one.title, one.path, one.account, one.what].filter(Boolean).join(': '))
/** What leans on the entry, one by one: it is undone first. */
const Leaning = ({ problem }: { problem: ApiProblem }) => {
  const list = (problem.body.facts?.['dependants'] ?? []) as readonly Dependant[]
  if (!Array.isArray(list) || list.length === 0) return null
  return <><p>Se apoyan en él:</p><ul>{list.map((one) => <li key={wordsOf(one)}>{wordsOf(one)}</li>)}</ul></>
}
/** Takes an entry back from the history of its record: what happens, until when, the reason, and in words why not. */
export const UndoEntry = ({ what, offer }: { what: string; offer: UndoOffer }) => {
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const { say } = useToasts()
  const { run, running, problem, forget } = useAct<Readonly<Record<string, unknown>>, { readonly job?: string }>(offer.action, { refresh: ['system', 'evidence', offer.action.split('/')[0] ?? '', 'figures'], onDone: ({ result: { job } }) => { toggle(false); say(job ? 'Se está deshaciendo en un trabajo; cuando termine se verá aquí' : 'Deshecho; la historia conserva ambos asientos') } })
  const close = () => { toggle(false); forget() }
  return (
    <span className="no-print">
      <Button kind="plain" size="compact" icon="undo" onPress={() => toggle(true)}>Deshacer<span className="visually-hidden"> «{what}»</span></Button>
      <Dialog title={offer.title} open={open} onClose={close}>
        <Form label={offer.title} onSubmit={() => void run(offer.reason ? { ...offer.input, reason } : offer.input)}>
          <p>{what}</p>
          <Notice tone="data" title={offer.says}>Nada se borra: queda un asiento que lo dice. Puede deshacerse hasta el {formatDay(offer.until)}.</Notice>
          {offer.reason && <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={problem?.field('reason')} maxLength={300} />}
          {problem && <ProblemView problem={problem} />}
          {problem && <Leaning problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="danger" type="submit" busy={running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </span>
  )
}
