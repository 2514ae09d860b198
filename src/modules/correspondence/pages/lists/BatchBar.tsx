import type { Day } from '#kernel'
import { api, Button, DateField, Dialog, FileChoice, newId, Notice, RadioGroup, type StoredFile, toProblem, useRefresh, useSession } from '#design'
import { useState } from 'react'
import { type ActLine, type ActView, signatureModes, signatureModeTitle } from '../../contract.ts'
import { actHref } from '../../hrefs.ts'

export type BatchKind = 'visa' | 'number' | 'sign'
type Outcome = { readonly act: ActLine; readonly said: string; readonly refused: boolean }
const WORDS: Readonly<Record<BatchKind, { readonly button: string; readonly title: string; readonly says: string; readonly submit: string; readonly done: string }>> = {
  visa: { button: 'Dar el visto bueno a', title: 'Vistos buenos', says: 'Se da el visto bueno a cada uno, por separado y con su anotación.', submit: 'Dar los vistos buenos', done: 'visto bueno dado' },
  number: { button: 'Numerar', title: 'Numerar varios actos', says: 'Cada uno toma el número siguiente de su libro, en este orden, con la fecha que indique. Desde aquí su texto no cambia.', submit: 'Dar los números', done: 'numerado' },
  sign: { button: 'Registrar la firma de', title: 'Ejemplares firmados', says: 'Suba el ejemplar de cada acto. El que no tenga el suyo queda como está.', submit: 'Registrar las firmas', done: 'firma registrada' },
}
type Mode = (typeof signatureModes)[number]
const inputOf = (kind: BatchKind, { act }: ActView, on: Day, file: StoredFile | undefined, mode: Mode) => {
  const base = { id: act.id, version: act.version }
  if (kind === 'visa') return { name: 'correspondence/grant-visa', input: base }
  if (kind === 'number') return { name: 'correspondence/number-act', input: { ...base, actOn: on } }
  return { name: 'correspondence/sign-act', input: { ...base, mode, file: file?.hash, signedOn: on } }
}

/** One step for many acts, after one confirmation that lists them. Each goes alone: what one refuses does not stop the others, and is explained. */
export const BatchBar = ({ kind, acts, onClear }: { kind: BatchKind; acts: readonly ActLine[]; onClear: () => void }) => {
  const { today } = useSession().clock
  const refresh = useRefresh()
  const [open, show] = useState(false)
  const [on, change] = useState<Day | null>(today)
  const [files, bring] = useState<Readonly<Record<string, StoredFile | undefined>>>({})
  const [mode, sign] = useState<Mode>('scan')
  const [outcomes, tell] = useState<readonly Outcome[]>([])
  const [at, count] = useState(-1)
  const words = WORDS[kind]
  const ready = kind === 'sign' ? acts.filter(({ id }) => files[id]) : acts
  const running = at >= 0
  const close = () => { if (running) return; show(false); if (outcomes.length > 0) { onClear(); tell([]); bring({}); void refresh(['correspondence', 'evidence', 'home']) } }
  const run = async () => {
    const said: Outcome[] = []
    for (const [index, act] of ready.entries()) {
      count(index)
      try {
        const view = await api.query<ActView>('correspondence/open-act', { id: act.id })
        const { name, input } = inputOf(kind, view, on ?? today, files[act.id], mode)
        const { result } = await api.act<{ title?: string }>(name, input, { key: newId() })
        said.push({ act, said: result.title ?? words.done, refused: false })
      } catch (error) {
        const { body } = toProblem(error)
        said.push({ act, said: [body.title, body.detail, body.remedy].filter(Boolean).join(' '), refused: true })
      }
      tell([...said])
    }
    // The trays are read again when this is closed: a tray left without acts would take the answer with it.
    count(-1)
  }
  const refused = outcomes.filter((one) => one.refused).length
  return (
    <>
      <div className="act-actions"><Button kind="primary" disabled={acts.length === 0} onPress={() => show(true)}>{words.button} {acts.length === 1 ? 'uno' : acts.length}</Button></div>
      <Dialog title={words.title} open={open} onClose={close} wide actions={outcomes.length > 0 ? <Button kind="primary" disabled={running} onPress={close}>Cerrar</Button> : <><Button onPress={close}>Volver</Button><Button kind="primary" busy={running} disabled={ready.length === 0} onPress={() => void run()}>{words.submit}</Button></>}>
        {outcomes.length === 0 && <p>{words.says}</p>}
        {outcomes.length === 0 && kind !== 'visa' && <DateField label={kind === 'number' ? 'Fecha de los actos' : 'Firmados el'} name="on" value={on} onChange={change} maximum={today} required />}
        {outcomes.length === 0 && kind === 'sign' && <RadioGroup label="Cómo se firmaron" value={mode} onChange={(chosen) => { sign(chosen); bring({}) }} choices={signatureModes.map((value) => ({ value, title: signatureModeTitle[value], note: value === 'scan' ? 'La copia en papel de cada acto.' : 'Se comprueba la firma de cada PDF; el que no la tenga se rechaza y los demás siguen.' }))} />}
        {running && <p role="status">{at + 1} de {ready.length}…</p>}
        {!running && outcomes.length > 0 && <Notice tone={refused > 0 ? 'warning' : 'good'} title={refused > 0 ? `${refused} de ${outcomes.length} no se pudo` : 'Todo quedó hecho'}>{refused > 0 && <p>Los demás sí quedaron. Lo rechazado sigue en su bandeja, con su razón abajo.</p>}</Notice>}
        <ol className="act-list">
          {acts.map((act) => {
            const outcome = outcomes.find((one) => one.act.id === act.id)
            return <li key={act.id}><a href={actHref(act.id)}>{act.title}</a>: {act.subject} {outcome && <b className={outcome.refused ? 'tone-bad' : 'tone-good'}>{outcome.said}</b>}{kind === 'sign' && outcomes.length === 0 && <FileChoice label={`Ejemplar firmado de ${act.title}`} file={files[act.id]} onFile={(file) => bring({ ...files, [act.id]: file })} accept={mode === 'scan' ? ['.pdf', '.png', '.jpg', '.jpeg'] : ['.pdf']} />}</li>
          })}
        </ol>
      </Dialog>
    </>
  )
}
