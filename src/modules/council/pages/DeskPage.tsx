import { counted, formatDay } from '#kernel'
import { ButtonLink, EmptyState, PageTitle, PrintButton, PrintFoot, ProblemView, Section, StateBadge, ThinLoader, TwoColumns, useApi, useAsOf, useMay, useSession, VerticalThread } from '#design'
import { standingTitle } from '../contract/agenda.ts'
import { commitmentStateTitle } from '../contract/commitments.ts'
import type { DeskSession, DeskView } from '../contract/desk.ts'
import { requestStateTitle } from '../contract/requests.ts'
import { commitmentTone, inDays, requestTone, standingKnot, standingTone } from './words.ts'
import './council.css'

const SHOWN = 6
const FolderLine = ({ session }: { session: DeskSession }) => {
  const timed = session.points.some(({ term }) => term !== null)
  const late = session.folderDaysLeft < 0
  return <p className="small">{timed ? <>Antecedentes en poder de los concejales a más tardar el <b className={late ? 'tone-bad' : undefined}>{formatDay(session.folderBy)}</b> ({inDays(session.folderDaysLeft)}).</> : 'Ningún punto tiene plazo legal de antecedentes.'}{session.receipts.asked > 0 && ` Acuses: ${session.receipts.received} de ${session.receipts.asked}.`}{session.unsent > 0 && ` ${counted(session.unsent, 'antecedente', 'antecedentes')} sin enviar.`}</p>
}
const Session = ({ session, first }: { session: DeskSession; first: boolean }) => (
  <Section title={<a href={session.href}>{session.title}</a>} aside={<>{[session.startsAt, session.place].filter(Boolean).join(', ')}{session.startsAt || session.place ? '; ' : ''}{inDays(session.daysLeft)}</>} level={first ? 2 : 3}>
    <FolderLine session={session} />
    {session.points.length === 0 ? <EmptyState title="Aún no tiene tabla" actions={<ButtonLink href={session.href} size="compact">Preparar la tabla</ButtonLink>}>Agregue los puntos y ate cada uno a su registro.</EmptyState> : (
      <VerticalThread label={`Tabla de la ${session.title}`} items={session.points.map((point) => ({
        id: point.id, state: standingKnot[point.standing],
        content: <div className="council-point"><span>{point.position}. {point.title}{point.record && <> <a className="soft" href={point.record.href}>{point.record.title}</a></>}</span><span><StateBadge tone={standingTone[point.standing]}>{standingTitle[point.standing]}</StateBadge>{point.term && (point.standing === 'empty' || point.standing === 'to-send') && <small className="soft"> hasta el {formatDay(point.term.lastDay)}</small>}</span></div>,
      }))} />
    )}
  </Section>
)
/** The desk of the council: the next session, what must be in its folder and by which day, and what is owed to councillors. */
const DeskPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const { today } = useSession().clock
  const sheet = useMay('council.sheet')
  const { data, problem, loading } = useApi<DeskView>('council/show-desk', { effectiveOn, knownOn })
  const next = data?.sessions[0]
  return (
    <>
      <PageTitle title="Concejo" lead={data && (next ? `Próxima sesión: ${next.title.replace('Sesión', 'sesión')}, ${inDays(next.daysLeft)}. Este mes van ${data.month.held} de ${data.month.asked} ordinarias.` : 'No hay sesiones citadas.')} actions={<><PrintButton />{sheet && <ButtonLink href="/concejo/pauta">Pauta de la alcaldía</ButtonLink>}<ButtonLink href="/concejo/sesiones" kind="primary">Sesiones</ButtonLink></>} />
      <ThinLoader active={loading} label="Buscando lo del Concejo" />
      {problem && <ProblemView problem={problem} />}
      {data && (
        <TwoColumns asideLabel="Lo que se debe al Concejo" aside={
          <>
            <Section title="Solicitudes" level={3} aside={`${data.counts.requestsLate > 0 ? `${counted(data.counts.requestsLate, 'atrasada', 'atrasadas')} de ` : ''}${data.counts.requestsOpen} abiertas`}>
              {data.requests.length === 0 ? <p className="soft">No hay solicitudes pendientes.</p> : <ul className="council-owed">{data.requests.slice(0, SHOWN).map((one) => <li key={one.id}><a href={`/concejo/solicitudes#${one.id}`}>N.º {one.number}: {one.subject}</a><small>{one.unit?.name ?? 'sin unidad'}, vence el {formatDay(one.dueOn)} <StateBadge tone={requestTone[one.state]}>{requestStateTitle[one.state]}</StateBadge></small></li>)}</ul>}
              <p><a href="/concejo/solicitudes">Ver todas las solicitudes</a></p>
            </Section>
            <Section title="Compromisos" level={3} aside={`${data.counts.commitmentsLate > 0 ? `${counted(data.counts.commitmentsLate, 'atrasado', 'atrasados')} de ` : ''}${data.counts.commitmentsOpen} abiertos`}>
              {data.commitments.length === 0 ? <p className="soft">No hay compromisos pendientes.</p> : <ul className="council-owed">{data.commitments.slice(0, SHOWN).map((one) => <li key={one.id}><a href={`/concejo/compromisos#${one.id}`}>{one.words}</a><small>{one.unit.name}, hasta el {formatDay(one.until)} <StateBadge tone={commitmentTone[one.state]}>{commitmentStateTitle[one.state]}</StateBadge></small></li>)}</ul>}
              <p><a href="/concejo/compromisos">Ver todos los compromisos</a></p>
            </Section>
            <Section title="Acuerdos por certificar" level={3} aside={String(data.certify.length)}>
              {data.certify.length === 0 ? <p className="soft">Todos los acuerdos votados aquí tienen certificado.</p> : <ul className="council-owed">{data.certify.slice(0, SHOWN).map((one) => <li key={one.id}><a href={one.href}>Acuerdo N.º {one.number}: {one.title}</a><small>{one.session}</small></li>)}</ul>}
            </Section>
          </>
        }>
          {data.sessions.length === 0 && <EmptyState title="No hay sesiones citadas" actions={<ButtonLink href="/concejo/sesiones">Ir a las sesiones</ButtonLink>}>Secretaría Municipal cita la sesión con su día, hora y lugar; desde entonces se prepara la tabla y la carpeta.</EmptyState>}
          {data.sessions.map((session, index) => <Session key={session.id} session={session} first={index === 0} />)}
          {data.rule.days > 0 && <p className="source">Regla de la carpeta: {data.rule.days} días hábiles antes de la sesión; no se cuenta el día en que se reciben{data.rule.counted.length > 0 && <>. Para la próxima se cuentan {data.rule.counted.map((on) => formatDay(on)).join(', ')}</>}. {data.rule.law}.</p>}
        </TwoColumns>
      )}
      <PrintFoot text={`Mesa del Concejo al ${formatDay(today)}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default DeskPage
