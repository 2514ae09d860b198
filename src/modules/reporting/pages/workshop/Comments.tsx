import { Button, newId, ProblemView, TextField, useAct, useMay, useSession } from '#design'
import { useState } from 'react'
import type { CommentView, ReportView, SectionView } from '../../contract.ts'
import { plainText, REFRESH } from '../report-data.ts'
import { shortInstant } from '../words.ts'

const cut = (text: string, length = 60): string => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text)

const Comment = ({ comment, quote, mayResolve }: { comment: CommentView; quote?: string; mayResolve: boolean }) => {
  const { today } = useSession().clock
  const { run, running } = useAct('reporting/resolve-comment', { refresh: REFRESH, done: comment.resolvedAt ? 'La observación se abrió de nuevo' : 'Observación atendida' })
  return (
    <li className={comment.resolvedAt ? 'comment resolved' : 'comment'}>
      <p className="comment-by"><b>{comment.who}</b> · {shortInstant(comment.at, today)}{comment.resolvedAt && ' · atendida'}</p>
      {quote && <p className="comment-quote">sobre <a href={`#${comment.blockId}`}>«{cut(quote)}»</a></p>}
      <p>{comment.text}</p>
      {mayResolve && <Button kind="plain" size="compact" icon={comment.resolvedAt ? 'undo' : 'check'} busy={running} onPress={() => void run({ id: comment.id, resolved: !comment.resolvedAt })}>{comment.resolvedAt ? 'Abrir de nuevo' : 'Atendida'}</Button>}
    </li>
  )
}

const Writing = ({ report, section, block, onClose }: { report: string; section: SectionView; block?: string; onClose: () => void }) => {
  const [text, write] = useState('')
  const { run, running, problem } = useAct('reporting/add-comment', { refresh: REFRESH, done: 'Observación guardada', onDone: onClose })
  const send = () => { if (text.trim()) void run({ id: newId(), report, sectionKey: section.key, ...(block ? { blockId: block } : {}), text: text.trim() }) }
  return (
    <form className="comment-form" onSubmit={(event) => { event.preventDefault(); send() }} onKeyDown={(event) => { if (event.key === 'Escape' && !text) onClose(); if (event.key === 'Enter' && event.ctrlKey) send() }}>
      <TextField label={`Observación a ${section.title}`} help={block ? 'Queda puesta en el párrafo del cursor.' : undefined} value={text} onChange={write} lines={3} autoFocus maxLength={2000} />
      {problem && <ProblemView problem={problem} />}
      <div className="actions"><Button type="submit" size="compact" busy={running} disabled={!text.trim()}>Guardar observación</Button><Button kind="plain" size="compact" onPress={onClose}>Descartar</Button></div>
    </form>
  )
}

/** Observations of a section: the open ones in sight, the attended ones folded. */
export const Comments = ({ report, section, observing, blockNow, onClose }: { report: ReportView; section: SectionView; observing: boolean; blockNow: () => string | undefined; onClose: () => void }) => {
  const [edits, reviews] = [useMay('reporting.edit'), useMay('reporting.review')]
  const all = report.comments.filter(({ sectionKey }) => sectionKey === section.key)
  const [open, attended] = [all.filter(({ resolvedAt }) => !resolvedAt), all.filter(({ resolvedAt }) => resolvedAt)]
  const quoteOf = ({ blockId }: CommentView) => { const block = section.content.find(({ id }) => id === blockId); return block && plainText(block) }
  const [block] = useState(blockNow)
  if (all.length === 0 && !observing) return null
  return (
    <div className="comments">
      {open.length > 0 && <ul aria-label={`Observaciones a ${section.title}`}>{open.map((comment) => <Comment key={comment.id} comment={comment} quote={quoteOf(comment)} mayResolve={edits || reviews} />)}</ul>}
      {observing && <Writing report={report.report.id} section={section} block={blockNow() ?? block} onClose={onClose} />}
      {attended.length > 0 && <details><summary>{attended.length === 1 ? '1 observación atendida' : `${attended.length} observaciones atendidas`}</summary><ul>{attended.map((comment) => <Comment key={comment.id} comment={comment} quote={quoteOf(comment)} mayResolve={edits || reviews} />)}</ul></details>}
    </div>
  )
}
