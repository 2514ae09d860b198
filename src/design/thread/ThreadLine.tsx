import { PlaceLink } from '../frame/PlaceLink.tsx'
import { Knot, knotWords, type KnotState } from './Knot.tsx'

/** One knot of the chain. `kind` is the small word above (Proyecto, Licitación), `value` the fact beneath. */
export type ThreadStop = { readonly id: string; readonly kind: string; readonly name: string; readonly value?: string; readonly href?: string; readonly state: KnotState }

const Stop = ({ stop }: { stop: ThreadStop }) => (
  <li className={stop.state === 'here' ? 'here' : stop.state === 'missing' ? 'missing' : undefined} aria-current={stop.state === 'here' ? 'step' : undefined}>
    <Knot state={stop.state} />
    <span className="step">{stop.kind}{stop.state === 'here' ? ' · está aquí' : <span className="visually-hidden">, {knotWords[stop.state]}</span>}</span>
    {stop.href && stop.state !== 'here' ? <PlaceLink className="name" href={stop.href}>{stop.name}</PlaceLink> : <span className="name">{stop.name}</span>}
    {stop.value && <span className="value">{stop.value}</span>}
  </li>
)

/**
 * The thread of a record, from objective to result; vertical on the phone. Solid is linked, dashed is not yet or orphan.
 * With `inset` it stays inside its column instead of crossing the page from edge to edge.
 */
export const ThreadLine = ({ stops, label = 'Hilo del registro', inset = false }: { stops: readonly ThreadStop[]; label?: string; inset?: boolean }) => (
  <nav className={inset ? 'thread inset' : 'thread'} aria-label={label} tabIndex={0}>
    <ol>{stops.map((stop) => <Stop key={stop.id} stop={stop} />)}</ol>
  </nav>
)
