import { counted } from '#kernel'
import { PlaceLink, Section, shortDay, useSession, VerticalThread } from '#design'
import type { Due } from '../home.ts'

/** At most this many are shown before «ver todas». */
const SHOWN = 8

/** What others owe and this person waits for: who has it, and since when it is late. */
export const WaitingThread = ({ dues }: { dues: readonly Due[] }) => {
  const { today } = useSession().clock
  if (dues.length === 0) return null
  return (
    <Section id="en-otras-manos" title="En otras manos" aside={counted(dues.length, 'cosa', 'cosas')}>
      <VerticalThread label="Lo que otras personas tienen pendiente" items={dues.slice(0, SHOWN).map((due) => ({
        id: due.id, state: due.due !== undefined && due.due < today ? 'bad' : 'missing',
        content: (
          <div className="due">
            <p className="due-when"><b>{due.due ? shortDay(due.due) : 'sin fecha'}</b><span className={due.due !== undefined && due.due < today ? 'tone-bad' : undefined}>{due.when}</span></p>
            <div className="due-what"><PlaceLink href={due.href}>{due.title}</PlaceLink>{due.reason && <p className="faint">{due.reason}</p>}</div>
            <p className="due-who">{due.who}</p>
            <div className="due-do" />
          </div>
        ),
      }))} />
      {dues.length > SHOWN && <p className="source">Y {dues.length - SHOWN} más. <a href="/calendario?vista=lista&estado=late">Ver las atrasadas en el calendario</a>.</p>}
    </Section>
  )
}
