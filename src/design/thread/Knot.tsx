/** What a knot says: linked, finished by an act, open record, under way, pending, in trouble, not linked yet. */
export type KnotState = 'full' | 'done' | 'here' | 'half' | 'empty' | 'bad' | 'missing'

export const knotWords: Record<KnotState, string> = {
  full: 'enlazado', done: 'terminado', here: 'está aquí', half: 'en curso', empty: 'pendiente', bad: 'con problema', missing: 'sin enlace',
}

const shapes: Record<KnotState, React.ReactNode> = {
  full: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  done: (
    <>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" />
      <path d="M4.6 8.4l2.3 2.2 4.5-4.9" fill="none" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  here: (
    <>
      <circle className="knot-ground" cx="8" cy="8" r="7" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="3.6" fill="currentColor" />
    </>
  ),
  half: (
    <>
      <circle className="knot-ground" cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="2" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  empty: <circle className="knot-ground" cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="2" />,
  bad: (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor" />
      <path d="M8 4.6v4M8 11v.2" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  missing: <circle className="knot-ground" cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.6 2.3" />,
}

/** The shape of a state. It is never alone: a word goes beside it. */
export const Knot = ({ state }: { state: KnotState }) => (
  <svg className="knot" viewBox="0 0 16 16" aria-hidden="true">{shapes[state]}</svg>
)
