import { type ReactNode, useRef, useState } from 'react'
import { formatDay } from '#kernel'
import { Button, Checkbox, Notice, ProblemView, StateBadge, TextField, type ApiProblem } from '#design'
import type { GivenView, ItemView } from '../../contract.ts'
import { answerText, previousNote } from '../../items/answer-rule.ts'
import { type Channel, problemOf } from './channel.ts'
import { NumberAnswer } from './NumberAnswer.tsx'

const MOST_BYTES = 15 * 1024 * 1024

const Evidence = ({ item, given, channel, change }: { item: ItemView; given: GivenView; channel: Channel; change: (patch: Partial<GivenView>) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, set] = useState<{ busy?: boolean; problem?: ApiProblem; mistake?: string }>({})
  const send = (file: File | undefined) => {
    if (!file) return
    if (file.size > MOST_BYTES) return set({ mistake: 'El archivo pesa más de 15 MB. Envíe una foto más liviana o sólo las páginas necesarias.' })
    set({ busy: true })
    channel.upload(file).then(({ hash, name }) => { set({}); change({ fileHash: hash, fileName: name }) }, (error: unknown) => set({ problem: problemOf(error) }))
  }
  return (
    <div className="asked-file">
      {given.fileHash ? <p>Archivo: {given.fileName} <Button kind="plain" size="compact" onPress={() => change({ fileHash: null, fileName: '' })}>Quitar</Button></p>
        : <Button icon="upload" size="compact" busy={state.busy} onPress={() => input.current?.click()}>Adjuntar foto o documento</Button>}
      <input ref={input} type="file" hidden aria-label={`Archivo de respaldo: ${item.label}`} onChange={({ target }) => { send(target.files?.[0]); target.value = '' }} />
      {state.mistake && <p className="field-error" role="alert">{state.mistake}</p>}
      {state.problem && <ProblemView problem={state.problem} />}
    </div>
  )
}

/** What was already sent: it waits, or it was accepted. */
const Settled = ({ item, number }: { item: ItemView; number: number }) => (
  <li className="asked settled">
    <p className="asked-number">{number}</p>
    <div>
      <h3>{item.label}</h3>
      <p>{item.answer ? answerText(item.answer, item.kind, item.measure) : ''}{item.answer?.comment ? <span className="soft">. {item.answer.comment}</span> : null}</p>
      <p className="small soft"><StateBadge tone={item.state === 'accepted' ? 'good' : 'data'}>{item.state === 'accepted' ? 'aceptada' : 'enviada'}</StateBadge> {item.answer ? `el ${formatDay(item.answer.on)}, ${item.answer.post}` : ''}</p>
    </div>
  </li>
)

/** One thing asked: its field, «sin novedad», and a place for the comment and the file behind it. */
export const AskedItem = ({ item, number, given, lack, channel, change, dispute }: { item: ItemView; number: number; dispute?: ReactNode; given: GivenView | undefined; lack?: string; channel: Channel; change: (patch: Partial<GivenView>) => void }) => {
  if (!given) return <Settled item={item} number={number} />
  return (
    <li className="asked" id={`pedido-${item.id}`}>
      <p className="asked-number" aria-hidden="true">{number}</p>
      <div>
        {item.state === 'returned' && item.answer && <Notice tone="warning" title="Devuelta para corregir"><p>{item.answer.reason}</p></Notice>}
        {dispute}
        {item.kind === 'text' ? <TextField label={item.label} help={item.help} lines={3} value={given.noNews ? '' : given.text} onChange={(text) => change({ text })} disabled={given.noNews} error={lack} />
          : <NumberAnswer item={item} value={given.value} disabled={given.noNews} error={lack} onChange={(value) => change({ value })} />}
        <p className="small soft">{[item.why, previousNote(item.previousText, item.previousOn)].filter(Boolean).join(' ')}</p>
        <Checkbox checked={given.noNews} onChange={(noNews) => change(noNews ? { noNews, value: null, text: '' } : { noNews })}>Sin novedad<span className="visually-hidden"> en {item.label}</span></Checkbox>
        <details open={item.needsEvidence || given.comment !== '' || given.fileHash !== null}>
          <summary>Comentario y respaldo{item.needsEvidence && !given.noNews ? ' (se pide)' : ''}</summary>
          <TextField label="Comentario" help={item.needsEvidence ? 'Nombre el informe o acta, o adjúntelo.' : undefined} required={false} lines={2} value={given.comment} onChange={(comment) => change({ comment })} />
          <Evidence item={item} given={given} channel={channel} change={change} />
        </details>
      </div>
    </li>
  )
}
