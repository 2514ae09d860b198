import { counted } from '#kernel'
import { ButtonLink, dayTitle, EmptyState, FigureRow, HistoryList, PageTitle, PlaceLink, PrintButton, ProblemView, shortDay, StateBadge, ThinLoader, type ThreadItem, useApi, useSession, VerticalThread } from '#design'
import { type Due, dueKnot, type Home, stretches, whenText } from './home.ts'
import { WaitingThread } from './work/WaitingThread.tsx'
import { YearLine } from './YearLine.tsx'

const DueLine = ({ due, urgent }: { due: Due; urgent: 'late' | 'now' | 'later' }) => {
  const { today } = useSession().clock
  return (
    <div className="due">
      <p className="due-when"><b>{due.due ? shortDay(due.due) : 'sin fecha'}</b>{due.due && <span className={urgent === 'late' ? 'tone-bad' : urgent === 'now' ? 'tone-warning' : undefined}>{due.when ?? whenText(due.due, today)}</span>}</p>
      <div className="due-what"><PlaceLink href={due.href}>{due.title}</PlaceLink>{due.detail && <p>{due.detail}</p>}{(due.law ?? due.reason) && <p className="faint">{[due.reason, due.law].filter(Boolean).join(' · ')}</p>}</div>
      <p className="due-who">{due.who}</p>
      <div className="due-do">{due.action && <ButtonLink size="compact" kind={urgent === 'later' ? 'usual' : 'primary'} href={due.href}>{due.action}</ButtonLink>}</div>
    </div>
  )
}

/** What I owe and until when, on the thread. */
const DueThread = ({ dues }: { dues: readonly Due[] }) => {
  const { today } = useSession().clock
  const items = stretches(dues, today).flatMap<ThreadItem>((stretch) => [
    { id: stretch.title, stretch: true, ...(stretch.urgency === 'now' ? { state: 'here' as const } : {}), content: <><h2>{stretch.title}</h2><span>{counted(stretch.dues.length, 'cosa', 'cosas')}</span></> },
    ...stretch.dues.map<ThreadItem>((due) => ({ id: due.id, state: dueKnot(due, today), content: <DueLine due={due} urgent={stretch.urgency} /> })),
  ])
  if (items.length === 0) return <EmptyState title="Usted no debe nada en este momento"><p>Aquí aparecen, con su fecha y su norma, los plazos legales y lo que otras personas le piden.</p></EmptyState>
  return <VerticalThread items={items} label="Lo que usted debe" />
}

const Readiness = ({ readiness }: { readiness: NonNullable<Home['readiness']> }) => (
  <section>
    <h2>{readiness.title}</h2>
    <ul className="plain-list">{readiness.items.map((item) => <li key={item.title} className="readiness"><span><PlaceLink href={item.href}>{item.title}</PlaceLink></span> <StateBadge tone={item.done ? 'good' : 'warning'}>{item.state ?? (item.done ? 'listo' : 'falta')}</StateBadge></li>)}</ul>
    {readiness.note && <p className="source">{readiness.note}</p>}
  </section>
)

/** Mi trabajo. */
const HomePage = () => {
  const { clock } = useSession()
  const { data, problem, loading, waiting } = useApi<Home>('home')
  return (
    <>
      <PageTitle title={dayTitle(clock.today)} lead={data && `${data.greeting}. ${data.lead ?? ''}`.trim()} actions={<><ButtonLink href="/calendario">Calendario</ButtonLink><PrintButton /></>} />
      <ThinLoader active={loading} />
      {problem && <ProblemView problem={problem} />}
      {data?.year && data.year.length > 0 && <YearLine dates={data.year} today={clock.today} />}
      {data && data.figures.length > 0 && <div className="record-notice"><FigureRow items={data.figures} label="Cifras del período" />{data.figures.every(({ figure }) => figure.value === null) && <p className="source">Aún no hay datos del presupuesto en este período. <PlaceLink href="/presupuestar/ejecucion">Ver en qué años los hay</PlaceLink>.</p>}</div>}
      {!waiting && data && (
        <div className="two-columns record">
          <div><DueThread dues={data.dues} /><WaitingThread dues={data.waiting ?? []} /></div>
          <aside className="work-side side" aria-label="Preparación y movimientos">
            {data.readiness && <Readiness readiness={data.readiness} />}
            <section><h2>Últimos movimientos</h2><HistoryList items={data.recent.map((entry, index) => ({ id: `${entry.at}-${index}`, ...entry }))} empty="No hay movimientos que su cargo pueda ver." /></section>
          </aside>
        </div>
      )}
    </>
  )
}
export default HomePage
