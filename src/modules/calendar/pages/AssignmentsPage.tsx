import { useEffect } from 'react'
import { formatDay } from '#kernel'
import { EmptyState, FileChoice, fileHref, FormDialog, newId, PageTitle, PrintButton, ProblemView, Segmented, StateBadge, type StoredFile, TextField, ThinLoader, type Tone, useAddress, useApi, useAsOf, useMay, useSession, VerticalThread, WorksheetLinks } from '#design'
import { type AssignmentState, type AssignmentView, assignmentWords } from '../contract.ts'
import './calendar.css'

const tones: Record<AssignmentState, Tone> = { asked: 'neutral', accepted: 'data', done: 'good', returned: 'warning' }
const knots: Record<AssignmentState, 'empty' | 'half' | 'done' | 'missing'> = { asked: 'empty', accepted: 'half', done: 'done', returned: 'missing' }
const ANSWERED = { accepted: 'lo aceptó', done: 'lo dio por hecho', returned: 'lo devolvió', 'sent-again': 'lo volvió a pedir' } as const
const WHOSE = [{ value: 'mine', title: 'Me pidieron' }, { value: 'asked', title: 'Yo pedí' }, { value: 'all', title: 'Todos' }] as const

const Answer = ({ one, kind, button, title, needsNote = false }: { one: AssignmentView; kind: 'accepted' | 'done' | 'returned' | 'sent-again'; button: string; title: string; needsNote?: boolean }) => (
  <FormDialog<{ id: string; note: string; file?: StoredFile }, unknown> button={button} size="compact" kind={kind === 'done' ? 'primary' : 'usual'} title={title} action="calendar/answer-assignment" refresh={['calendar', 'home']} done="Respuesta anotada" submit={button} start={() => ({ id: newId(), note: '' })} input={({ id, note, file }) => ({ id, assignment: one.id, kind, note, fileHash: file?.hash ?? null })}>
    {({ values, set, error }) => <><p className="soft">{one.text}</p><TextField label={needsNote ? 'Qué falta' : 'Nota'} name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={needsNote} />{kind === 'done' && <FileChoice label="Respaldo" file={values.file} onFile={(file) => set({ file })} />}</>}
  </FormDialog>
)
const Suppress = ({ one }: { one: AssignmentView }) => (
  <FormDialog<{ reason: string }, unknown> button="Suprimir el texto" size="compact" kind="plain" title="Suprimir el texto del encargo" action="calendar/suppress-assignment" refresh={['calendar', 'home']} done="Texto suprimido" submit="Suprimir" start={() => ({ reason: '' })} input={({ reason }) => ({ assignment: one.id, reason })}>
    {({ values, set, error }) => <><p>Se borran lo que se pidió, quién lo pidió y las notas de las respuestas. Quedan la fecha, el estado y a quién se encargó. No se puede deshacer.</p><TextField label="Motivo, sin datos personales" name="reason" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)
const Assignment = ({ one }: { one: AssignmentView }) => {
  const { today } = useSession().clock
  const manages = useMay('calendar.manage')
  const late = one.until !== undefined && one.until < today && one.state !== 'done'
  return (
    <article className="assignment" id={one.id}>
      <h2>{one.text}</h2>
      <p className="small">{one.askedBy ? <>Lo pidió <b>{one.askedBy}</b>; lo anotó {one.by}</> : <>Lo anotó {one.by}</>} el {formatDay(one.on)}. Para <b>{one.forWhom}</b>{one.until ? <>, hasta el <b className={late ? 'tone-bad' : undefined}>{formatDay(one.until)}</b></> : ', sin fecha'}.{one.fileHash && <> <a href={fileHref(one.fileHash)} download>Adjunto</a></>}</p>
      {one.history.length > 0 && <ul className="small soft">{one.history.map((entry) => <li key={`${entry.kind}${entry.on}${entry.note}`}>{formatDay(entry.on)}: {entry.who} {ANSWERED[entry.kind]}{entry.note && `. ${entry.note}`}{entry.fileHash && <> <a href={fileHref(entry.fileHash)} download>respaldo</a></>}</li>)}</ul>}
      <div className="actions">
        <StateBadge tone={late ? 'bad' : tones[one.state]}>{late ? `${assignmentWords[one.state]}, atrasado` : assignmentWords[one.state]}</StateBadge>
        {one.mine && one.state === 'asked' && <Answer one={one} kind="accepted" button="Aceptar" title="Aceptar el encargo" />}
        {one.mine && (one.state === 'asked' || one.state === 'accepted') && <><Answer one={one} kind="done" button="Dar por hecho" title="Dar por hecho el encargo" /><Answer one={one} kind="returned" button="Devolver" title="Devolver el encargo" needsNote /></>}
        {one.asked && (one.state === 'returned' || (one.state === 'done' && !one.mine)) && <Answer one={one} kind="sent-again" button="Volver a pedir" title="Volver a pedir el encargo" />}
        {!one.suppressed && (one.asked || manages) && <Suppress one={one} />}
      </div>
    </article>
  )
}
const order = (a: AssignmentView, b: AssignmentView): number => Number(a.state === 'done') - Number(b.state === 'done') || ((a.until ?? '9999') < (b.until ?? '9999') ? -1 : 1)

/** What was asked of this person or their unit, and what they asked of others. */
const AssignmentsPage = () => {
  const { search, set } = useAddress()
  const { effectiveOn, knownOn } = useAsOf()
  const whose = WHOSE.find(({ value }) => value === search['de'])?.value ?? 'mine'
  const { data, problem, loading } = useApi<{ assignments: readonly AssignmentView[] }>('calendar/assignments', { whose: whose === 'all' ? '' : whose, effectiveOn, knownOn })
  const list = [...(data?.assignments ?? [])].sort(order)
  useEffect(() => { const id = decodeURIComponent(window.location.hash.slice(1)); if (id && data) document.getElementById(id)?.scrollIntoView({ block: 'center' }) }, [data])
  return (
    <>
      <PageTitle title="Encargos" lead="Lo que se pidió de palabra, con quién, a quién y hasta cuándo. Se anota desde cualquier pantalla con la tecla n." actions={<PrintButton />} />
      <Segmented label="De quién" value={whose} choices={WHOSE} onChange={(value) => set({ de: value }, { replace: true })} />
      <ThinLoader active={loading} label="Buscando encargos" />
      {problem && <ProblemView problem={problem} />}
      {data && list.length === 0 && <EmptyState title={whose === 'asked' ? 'Usted no ha pedido nada' : 'No hay encargos'}><p>Use el botón «Encargo» de arriba, o la tecla n, cuando alguien le pida algo: se escribe en diez segundos.</p></EmptyState>}
      {list.length > 0 && <VerticalThread className="assignments" label="Encargos" items={list.map((one) => ({ id: one.id, state: knots[one.state], content: <Assignment one={one} /> }))} />}
      {list.length > 0 && <div className="table-exports no-print"><WorksheetLinks worksheets={[{ name: 'calendar.assignments', title: 'Encargos', filters: { whose: whose === 'all' ? '' : whose } }]} /></div>}
    </>
  )
}
export default AssignmentsPage
