import { type Day, formatDay, type Period, readPeriod } from '#kernel'
import { Button, ButtonLink, DataTable, EmptyState, newId, Notice, PageTitle, PrintButton, ProblemView, StateBadge, type TableColumn, TodayOnly, useAct, useAddress, useMay, usePeriod, useSession } from '#design'
import type { DutyView, ReportLine } from '../contract.ts'
import { REFRESH, reportHref, useDuties, useReports } from './report-data.ts'
import './reporting.css'
import { citation, dutyLook, evidenceText, fullDay, stateLook } from './words.ts'

type Line = { readonly period: string; readonly title: string; readonly report?: ReportLine; readonly duty?: DutyView }

/** Each half-year once: its duty by law and its report, when it has one. */
export const linesOf = (reports: readonly ReportLine[], duties: readonly DutyView[]): readonly Line[] =>
  [...new Set([...duties.map(({ period }) => period), ...reports.map(({ period }) => period)])].sort().reverse().map((period) => {
    const [report, duty] = [reports.find((one) => one.period === period), duties.find((one) => one.period === period)]
    return { period, title: duty?.periodTitle ?? report?.periodTitle ?? period, ...(report ? { report } : {}), ...(duty ? { duty } : {}) }
  })

const State = ({ line, none }: { line: Line; none: string }) => {
  if (line.report) { const { tone, shape, text } = stateLook[line.report.state]; return <StateBadge tone={tone} shape={shape}>{text.toLowerCase()}</StateBadge> }
  return <StateBadge tone="neutral" shape="missing">{none}</StateBadge>
}
const Due = ({ line: { duty, report } }: { line: Line }) => {
  if (!duty) return report ? formatDay(report.due) : '–'
  return <>{fullDay(duty.due)}{duty.deliverBy < duty.due && <small className="locator-plain">último día hábil: {fullDay(duty.deliverBy)}</small>}</>
}

const Start = ({ period, primary }: { period: Period; primary: boolean }) => {
  const { go } = useAddress()
  const { run, running, problem } = useAct<{ id: string; kind: string; period: string }, { id: string }>('reporting/start-report', { refresh: REFRESH, onDone: ({ result }) => go(reportHref(result.id)) })
  return <>{problem && <ProblemView problem={problem} />}<Button kind={primary ? 'primary' : 'usual'} size="compact" busy={running} onPress={() => void run({ id: newId(), kind: 'council-half-year', period: period.id })}>Iniciar el informe</Button></>
}

/** Who reads only what is issued is not told whether a draft exists. */
const noneText = (drafts: boolean): string => (drafts ? 'sin iniciar' : 'sin emitir')

const columnsFor = (drafts: boolean, edits: boolean, chosen: string, today: Day): readonly TableColumn<Line>[] => [
  { key: 'period', title: 'Período', text: ({ title }) => title },
  { key: 'state', title: 'Estado', text: ({ report }) => (report ? stateLook[report.state].text : noneText(drafts)), render: (line) => <State line={line} none={noneText(drafts)} /> },
  { key: 'due', title: 'Vence', text: ({ duty, report }) => duty?.due ?? report?.due ?? '', render: (line) => <Due line={line} /> },
  { key: 'edition', title: 'Edición', text: ({ report }) => (report?.issuedOn ? `${report.edition}, ${formatDay(report.issuedOn)}` : ''), render: ({ report }) => report?.issuedOn ? <>{report.edition}, emitida el {formatDay(report.issuedOn)}</> : <span className="faint">– sin emitir</span> },
  { key: 'proof', title: 'Entrega al Concejo', sortable: false, text: ({ duty }) => (duty?.evidence ? evidenceText(duty.evidence) : ''), render: ({ duty }) => duty?.evidence ? <>{evidenceText(duty.evidence)}{duty.late && <small className="tone-bad locator-plain">fuera de plazo</small>}</> : <StateBadge tone={duty ? dutyLook[duty.state].tone : 'neutral'}>{duty ? dutyLook[duty.state].text : 'pendiente'}</StateBadge> },
  { key: 'do', title: 'Acción', sortable: false, align: 'right', text: () => '', render: ({ report, period }) => { const stretch = readPeriod(period); return report ? <ButtonLink kind="plain" size="compact" href={reportHref(report.id)}>Abrir</ButtonLink> : edits && stretch && stretch.from <= today ? <Start period={stretch} primary={period === chosen} /> : null } },
]

/** Informes al Concejo: each half-year with its date by law, its state and the proof of its delivery. */
const ReportsPage = () => {
  const { data, problem, loading } = useReports()
  const { data: owed, problem: unowed } = useDuties(6)
  const { period } = usePeriod()
  const { today } = useSession().clock
  const edits = useMay('reporting.edit')
  const drafts = useMay('reporting.read')
  const lines = data && linesOf(data.reports, owed?.duties ?? [])
  const urgent = owed?.duties.find(({ state }) => state === 'overdue')
  const law = owed?.duties[0]
  return (
    <>
      <PageTitle title="Informes al Concejo" lead="Cada semestre la Secretaría informa al Concejo cómo van el plan, los proyectos y el presupuesto. Se cumple con la entrega, no con la emisión." actions={<><ButtonLink href="/rendir/deberes">Deberes</ButtonLink><PrintButton /></>} />
      {urgent && <Notice tone="bad" title={`El informe del ${urgent.periodTitle} está atrasado`} action={urgent.report ? <ButtonLink href={reportHref(urgent.report)} size="compact">Abrir</ButtonLink> : undefined}><p>Debía entregarse hasta el {fullDay(urgent.due)} ({citation(urgent)}).</p></Notice>}
      {unowed && <ProblemView problem={unowed} />}
      {drafts && <TodayOnly why="los borradores se trabajan hoy; las ediciones emitidas y sus entregas sí responden a ambas fechas" />}
      <DataTable caption="Informe semestral de evaluación" subtitle={law && `Deber de la SECPLA: ${citation(law)}${law.confidence.startsWith('M') ? '. Plazo por confirmar' : ''}`} columns={columnsFor(drafts, edits, period.id, today)} rows={lines} rowKey={({ period: id }) => id} rowHref={({ report }) => report && reportHref(report.id)} loading={loading} problem={problem} phone="lines"
        notes={edits ? [] : ['Para iniciar un informe hace falta el cargo de redacción de la SECPLA.']} empty={<EmptyState title="Aún no hay informes"><p>El primero se inicia desde aquí, cuando termina el semestre.</p></EmptyState>} />
    </>
  )
}
export default ReportsPage
