import { type ReactNode, useEffect, useState } from 'react'
import { KeyPlace } from '../form/title-keys.ts'
import { PageTitle } from '../frame/PageTitle.tsx'
import { Section } from '../frame/layouts.tsx'
import { ThreadLine, type ThreadStop } from '../thread/ThreadLine.tsx'

export type RecordPageProps = {
  title: string
  /** Kind, code and seals, over the title. */
  above?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Notices that rule the whole record. */
  notice?: ReactNode
  summary: ReactNode
  thread: readonly ThreadStop[]
  /** What hangs from the thread, beyond the line: payments, measurements, works. */
  threadDetail?: ReactNode
  data: ReactNode
  dataActions?: ReactNode
  documents: ReactNode
  documentCount?: number
  history: ReactNode
  historyCount?: number
}

type Part = { readonly id: string; readonly title: string; readonly count?: number }

/** The part on top of the window, so that the tab follows the reading. */
const usePartInView = (parts: readonly Part[]): string => {
  const [seen, see] = useState(parts[0]?.id ?? '')
  const ids = parts.map(({ id }) => id).join(' ')
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => {
      const top = entries.filter((entry) => entry.isIntersecting).sort((a, b) => a.boundingClientRect.top - b.boundingClientRect.top)[0]
      if (top) see(top.target.id)
    }, { rootMargin: '-10% 0px -70% 0px' })
    for (const id of ids.split(' ')) { const part = document.getElementById(id); if (part) watcher.observe(part) }
    return () => watcher.disconnect()
  }, [ids])
  return seen
}

/** A record, always in five parts and in this order: summary, thread, data, documents, history. */
export const RecordPage = (props: RecordPageProps) => {
  const parts: Part[] = [
    { id: 'resumen', title: 'Resumen' }, { id: 'hilo', title: 'Hilo', count: props.thread.length }, { id: 'datos', title: 'Datos' },
    { id: 'documentos', title: 'Documentos', count: props.documentCount }, { id: 'historia', title: 'Historia', count: props.historyCount },
  ]
  const open = usePartInView(parts)
  return (
    <>
      <PageTitle title={props.title} above={props.above} lead={props.lead} actions={props.actions} />
      <ThreadLine stops={props.thread} />
      <nav className="tabs" aria-label="Partes del registro">
        {parts.map((part) => <a key={part.id} href={`#${part.id}`} aria-current={open === part.id ? 'true' : undefined}>{part.title}{part.count !== undefined && <small> {part.count}</small>}</a>)}
      </nav>
      {props.notice && <div className="record-notice">{props.notice}</div>}
      <div className="two-columns record">
        <div>
          <div id="resumen" className="record-part">{props.summary}</div>
          <div id="hilo" className="record-part">{props.threadDetail}</div>
          <Section id="datos" title="Datos" aside={props.dataActions && <KeyPlace value="page">{props.dataActions}</KeyPlace>}>{props.data}</Section>
        </div>
        <aside className="side" aria-label="Documentos e historia">
          <Section id="documentos" title="Documentos" aside={props.documentCount}>{props.documents}</Section>
          <Section id="historia" title="Historia" aside={props.historyCount}>{props.history}</Section>
        </aside>
      </div>
    </>
  )
}
