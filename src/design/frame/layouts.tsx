import type { ReactNode } from 'react'

/** A block with its title over a black hairline. `aside` says at the right what unit or count rules. */
export const Section = ({ title, aside, id, level = 2, children }: { title: ReactNode; aside?: ReactNode; id?: string; level?: 2 | 3; children: ReactNode }) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" id={id}>
      <header><Heading>{title}</Heading>{aside && <div className="section-aside">{aside}</div>}</header>
      {children}
    </section>
  )
}
/** Record layout: content and a column of 340 px. */
export const TwoColumns = ({ children, aside, asideLabel }: { children: ReactNode; aside: ReactNode; asideLabel: string }) => (
  <div className="two-columns"><div>{children}</div><aside className="side" aria-label={asideLabel}>{aside}</aside></div>
)
/** Two equal halves that stack when narrow. */
export const Pair = ({ children }: { children: ReactNode }) => <div className="pair">{children}</div>
/** Workshop for editors: 232 + paper + 372. */
export const Workshop = ({ side, sideLabel, bar, sheet, children }: { side: ReactNode; sideLabel: string; bar?: ReactNode; sheet?: ReactNode; children: ReactNode }) => (
  <div className={sheet ? 'workshop' : 'workshop without-sheet'}>
    <aside className="workshop-side" aria-label={sideLabel}>{side}</aside>
    <div className="workshop-paper on-surface">{bar && <div className="workshop-bar">{bar}</div>}{children}</div>
    {sheet}
  </div>
)
/** Reading measure: serif prose of 66 characters. */
export const Reading = ({ children }: { children: ReactNode }) => <div className="prose">{children}</div>
