import { useEffect, useRef, useState } from 'react'
import { counted } from '#kernel'
import { type ApiProblem, Button, Fields, Form, ProblemView, Section, TextField } from '#design'
import type { ItemView } from '../../contract.ts'
import { AskedItem } from './AskedItem.tsx'
import { type Answerer, type Channel, problemOf } from './channel.ts'
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
  const { open, lacking, reset } = answers
  // Only after taking a workbook is what the server has put over what is on the page.
  const reading = useRef(false)
  useEffect(() => {
    if (!reading.current) return
    reading.current = false
    reset(items)
  }, [items, reset])
  const whoLacks = asksWho ? [...(who.name.trim().length < 3 ? [{ field: 'name', message: 'Escriba su nombre' }] : []), ...(who.post.trim().length < 3 ? [{ field: 'post', message: 'Escriba su cargo' }] : [])] : []
  const send = async () => {
    attempt(true)
    const [first] = lacking
    if (first) return document.getElementById(`pedido-${first.item.id}`)?.querySelector<HTMLElement>('input, textarea')?.focus()
    if (whoLacks.length > 0 || !(await answers.keep())) return
    set({ busy: true })
    channel.submit(asksWho ? who : undefined).then(() => { set({}); onSent() }, (error: unknown) => set({ problem: problemOf(error) }))
  }
  const lackFor = (id: string): string | undefined => {
    const why = lacking.find(({ item }) => item.id === id)?.why
    const given = answers.given.get(id)
    const filled = given !== undefined && (given.value !== null || given.text.trim() !== '' || given.noNews)
    return why && (tried || (filled && !why.startsWith('falta'))) ? `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}.` : undefined
  }
  return (
    <Form label="Respuestas" onSubmit={() => void send()} mistakes={tried ? whoLacks : []}>
      <ol className="asked-list">
        {items.map((item, index) => <AskedItem key={item.id} item={item} number={index + 1} given={isOpen(item) ? (answers.given.get(item.id) ?? blankAnswer) : undefined} lack={lackFor(item.id)} channel={channel} change={(patch) => answers.change(item.id, patch)} />)}
      </ol>
      {open.length > 0 && (
        <>
          <WorkbookPanel channel={channel} onTaken={() => { reading.current = true; again() }} />
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
            <p role="status"><b>{open.length - lacking.length} de {open.length}</b> {lacking.length === 0 ? 'listas para enviar' : `listas; ${lacking.length === 1 ? 'falta una' : `faltan ${lacking.length}`}`}<span className="small soft"> {state.busy ? 'Enviando' : savedText[answers.saving]}</span></p>
            <Button kind="primary" type="submit" disabled={state.busy ?? false}>Enviar {counted(open.length, 'respuesta', 'respuestas')}</Button>
          </div>
        </>
      )}
    </Form>
  )
}
