import { PlaceLink } from '../frame/PlaceLink.tsx'
import { Section } from '../frame/layouts.tsx'
import type { ThreadView } from './thread.ts'

/** What hangs from the thread, link by link, and what is still loose. */
export const ThreadDetail = ({ thread }: { thread: ThreadView }) => {
  if (thread.linked.length === 0 && thread.missing.length === 0) return null
  return (
    <Section title="Hilo" id="hilo-detalle">
      <dl className="definitions">
        {thread.linked.map(({ title, count, detail, items }) => (
          <div key={title}><dt>{title}{count > 1 && ` (${count})`}</dt><dd>{detail && count > 1 && <div>{detail}</div>}{items.map((item) => <div key={`${item.kind} ${item.id}`}><PlaceLink href={item.href}>{item.title}</PlaceLink>{item.detail && <small className="soft"> {item.detail}</small>}</div>)}</dd></div>
        ))}
      </dl>
      {thread.missing.length > 0 && <p className="source">Sin enlace todavía: {thread.missing.join(', ')}.</p>}
    </Section>
  )
}
