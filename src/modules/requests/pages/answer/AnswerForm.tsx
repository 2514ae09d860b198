import { useEffect, useRef, useState } from 'react'
import { counted } from '#kernel'
import { type ApiProblem, Button, Fields, Form, ProblemView, Section, TextField } from '#design'
import type { ItemView } from '../../contract.ts'
import { AskedItem } from './AskedItem.tsx'
import { type Answerer, type Channel, problemOf } from './channel.ts'
import { Dispute } from './Dispute.tsx'
import { blankAnswer, isOpen, useAnswers } from './use-answers.ts'
import { WorkbookPanel } from './WorkbookPanel.tsx'
import '../requests.css'

const savedText = { idle: '', waiting: 'Por guardar', saving: 'Guardando', saved: 'Borrador guardado' } as const
type AnswerFormProps = {
  items: readonly ItemView[]
  channel: Channel
  /** Says who answers: by link, or when the secretariat sends what it received. */
  asksWho: boolean
  whoHelp: string
  onSent: () => void
  /** Reads everything again (after taking a workbook). */
  again: () => void
}

/** The things asked, one under the other, kept as they are written, and one button to send them all. */
export const AnswerForm = ({ items, channel, asksWho, whoHelp, onSent, again }: AnswerFormProps) => {
  const answers = useAnswers(items, channel)
  const [who, setWho] = useState<Answerer>({ name: '', post: '' })
  const [tried, attempt] = useState(false)
  const [state, set] = useState<{ busy?: boolean; problem?: ApiProblem }>({})
  const { open, lacking, reset, conflicts, compare } = answers
  // Only after taking a workbook is what the server has put over what is on the page.
  const reading = useRef<'all' | 'others'>(undefined)
  useEffect(() => {
    const how = reading.current
    reading.current = undefined
    if (how === 'all') reset(items)
    if (how === 'others') compare(items)
  }, [items, reset, compare])
  const [disputed] = conflicts.keys()
  const whoLacks = asksWho ? [...(who.name.trim().length < 3 ? [{ field: 'name', message: 'Escriba su nombre' }] : []), ...(who.post.trim().length < 3 ? [{ field: 'post', message: 'Escriba su cargo' }] : [])] : []
  const send = async () => {
    attempt(true)
    const [first] = lacking
    if (first) return document.getElementById(`pedido-${first.item.id}`)?.querySelector<HTMLElement>('input, textarea')?.focus()
    if (disputed) return document.getElementById(`pedido-${disputed}`)?.scrollIntoView({ block: 'center' })
    if (whoLacks.length > 0 || !(await answers.keep())) return
    set({ busy: true })
    channel.submit(asksWho ? who : undefined, answers.seen()).then(() => { set({}); onSent() }, (error: unknown) => {
      const problem = problemOf(error)
      set({ problem })
      if (problem.body.type.endsWith('solicitudes/otra-persona-escribio')) { reading.current = 'others'; again() }
    })
  }
  const lackFor = (id: string): string | undefined => {
    const why = lacking.find(({ item }) => item.id === id)?.why
    const given = answers.given.get(id)
    const filled = given !== undefined && (given.value !== null || given.text.trim() !== '' || given.noNews)
    return why && (tried || (filled && !why.startsWith('falta'))) ? `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.` : undefined
  }
  const disputeOf = (item: ItemView) => {
    const conflict = conflicts.get(item.id)
    return conflict && <Dispute item={item} mine={answers.given.get(item.id) ?? blankAnswer} conflict={conflict} settle={(whose) => answers.settle(item.id, whose)} again={again} />
  }
  return (
    <Form label="Respuestas" onSubmit={() => void send()} mistakes={tried ? whoLacks : []}>
      <ol className="asked-list">
        {items.map((item, index) => <AskedItem key={item.id} item={item} number={index + 1} given={isOpen(item) ? (answers.given.get(item.id) ?? blankAnswer) : undefined} lack={lackFor(item.id)} channel={channel} change={(patch) => answers.change(item.id, patch)} dispute={disputeOf(item)} />)}
      </ol>
      {open.length > 0 && (
        <>
          <WorkbookPanel channel={channel} onTaken={() => { reading.current = 'all'; again() }} />
          {asksWho && (
            <Section title="Quién responde" level={2}>
              <p className="small soft">{whoHelp}</p>
              <Fields columns={2}>
                <TextField name="name" label="Nombre" autoComplete="name" value={who.name} onChange={(name) => setWho({ ...who, name })} required error={tried && who.name.trim().length < 3 ? 'Escriba su nombre' : undefined} />
                <TextField name="post" label="Cargo" autoComplete="organization-title" value={who.post} onChange={(post) => setWho({ ...who, post })} required error={tried && who.post.trim().length < 3 ? 'Escriba su cargo' : undefined} />
              </Fields>
            </Section>
          )}
          {answers.problem && <ProblemView problem={answers.problem} action={<Button onPress={() => void answers.keep()}>Guardar de nuevo</Button>} />}
          {state.problem && <ProblemView problem={state.problem} />}
          <div className="send-bar">
            <p role="status"><b>{open.length - lacking.length} de {open.length}</b> {conflicts.size > 0 ? `listas; ${conflicts.size === 1 ? 'en una' : `en ${conflicts.size}`} hay que elegir entre dos textos` : lacking.length === 0 ? 'listas para enviar' : `listas; ${lacking.length === 1 ? 'falta una' : `faltan ${lacking.length}`}`}<span className="small soft"> {state.busy ? 'Enviando' : savedText[answers.saving]}</span></p>
            <Button kind="primary" type="submit" disabled={state.busy ?? false}>Enviar {counted(open.length, 'respuesta', 'respuestas')}</Button>
          </div>
        </>
      )}
    </Form>
  )
}
