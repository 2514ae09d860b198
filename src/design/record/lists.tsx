import type { ReactNode } from 'react'
import { formatInstant } from '#kernel'
import { PlaceLink } from '../frame/PlaceLink.tsx'
import { Icon } from '../icons/Icon.tsx'

export type Definition = { readonly term: string; readonly value: ReactNode; /** Why it is empty, in words: sin dato, no aplica, reservado. */ readonly absence?: string }
/** Data of a record as label and value. An empty value says its reason. */
export const DefinitionList = ({ items, columns = 2 }: { items: readonly Definition[]; columns?: 1 | 2 }) => (
  <dl className={columns === 1 ? 'definitions one' : 'definitions'}>
    {items.map(({ term, value, absence }) => <div key={term}><dt>{term}</dt><dd>{value === undefined || value === null || value === '' ? <span className="faint">– {absence ?? 'sin dato'}</span> : value}</dd></div>)}
  </dl>
)

export type DocumentEntry = { readonly id: string; readonly title: string; readonly href: string; readonly note?: string; readonly version?: string; readonly download?: boolean }
/** Documents with their kind, date and version. */
export const DocumentList = ({ items, empty = 'Aún no tiene documentos.' }: { items: readonly DocumentEntry[]; empty?: string }) =>
  items.length === 0 ? <p className="source">{empty}</p> : (
    <ul className="documents">
      {items.map((item) => <li key={item.id}><Icon name="document" /><span><a href={item.href} download={item.download || undefined}>{item.title}</a>{item.note && <small>{item.note}</small>}</span><span className="faint">{item.version}</span></li>)}
    </ul>
  )

/** One entry of the ledger: instant, who, what; `from` → `to` when a value changed. */
export type HistoryEntry = { readonly id: string; readonly at: string; readonly who: string; readonly what: ReactNode; readonly from?: string; readonly to?: string; readonly href?: string }
export const HistoryList = ({ items, empty = 'Sin movimientos.' }: { items: readonly HistoryEntry[]; empty?: string }) =>
  items.length === 0 ? <p className="source">{empty}</p> : (
    <ul className="history">
      {items.map((item) => (
        <li key={item.id}>
          <span className="faint"><time dateTime={item.at}>{formatInstant(item.at)}</time> · {item.who}</span>
          <span>{item.href ? <PlaceLink href={item.href}>{item.what}</PlaceLink> : item.what}{item.from !== undefined && <> de <del>{item.from}</del></>}{item.to !== undefined && <> a <ins>{item.to}</ins></>}</span>
        </li>
      ))}
    </ul>
  )
