import { formatPesos, formatThousands } from '#kernel'
import { ButtonLink, Chart, DefinitionList, FigureRow, PageTitle, PlaceLink, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, ThreadDetail, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam, useThread } from '#design'
import type { LineRecord } from '../../answers.ts'
import { courseBlock } from '../execution/ExecutionChart.tsx'
import '../parts/budget.css'
import { LineCertificates } from './LineCertificates.tsx'
import { LineMovements } from './LineMovements.tsx'

const inMillions = { thousands: true } as const

/** A line of the budget in its five parts. */
const LinePage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const mayCommit = useMay('budget.commit')
  const mayPay = useMay('budget.pay')
  const { data, problem, loading } = useApi<LineRecord>('budget/show-line', { id, effectiveOn, knownOn })
  const line = data?.line
  const evidence = useEvidence('budget-line', id)
  const thread = useThread('budget-line', line ? id : '', { kind: 'Presupuesto', name: line ? `${line.account.slice(4)} ${line.name}` : '', value: line ? `vigente ${formatThousands(line.adjusted)}` : undefined })
  usePageName(line && `${line.account.slice(4)} ${line.name}`, [{ title: 'Líneas', href: '/presupuestar/lineas' }])
  if (!line || !data) return problem ? <><PageTitle title="Línea del presupuesto" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando la línea" />
  const course = courseBlock('line', line.kind, data.months, `Acumulado mes a mes, M$ nominales, ${line.year}`)
  const debt = line.kind === 'expenditure' ? line.accrued - line.settled : 0
  const step = line.kind === 'income' ? (mayPay ? `/presupuestar/registrar?paso=percepcion&linea=${id}` : undefined) : mayCommit ? `/presupuestar/registrar?paso=obligacion&linea=${id}` : undefined
  return (
    <>
      <ThinLoader active={loading} label="Actualizando la línea" />
      <RecordPage title={line.name}
        above={<><span>Línea de {line.kind === 'income' ? 'ingreso' : 'gasto'} {line.year}</span><b>{line.account}</b>{line.available < 0 && <Seal tone="bad">Sobregirada en {formatPesos(-line.available)}</Seal>}{debt > 0 && <Seal tone="warning">Deuda exigible {formatPesos(debt)}</Seal>}</>}
        lead={[line.programmeName, line.areaName, line.costCentre && `centro ${line.costCentre}`].filter(Boolean).join(' · ') || undefined}
        actions={<><PrintButton />{step && <ButtonLink kind="primary" icon="edit" href={step}>{line.kind === 'income' ? 'Registrar un ingreso' : 'Registrar en esta línea'}</ButtonLink>}</>}
        thread={thread.stops}
        threadDetail={thread.linked.length === 0 ? <p className="source">Esta línea aún no está atada a un programa, objetivo o proyecto del hilo. El enlace se hace desde el objetivo o el proyecto.</p> : <ThreadDetail thread={thread} />}
        summary={<>
          <FigureRow label="La línea en cifras" items={data.figures.map(({ label, figure, note }) => ({ label, figure, show: inMillions, note }))} />
          {course && <Section title="El año, mes a mes"><Chart block={course} /></Section>}
          <LineMovements id={id} phases={data.phases} year={line.year} />
          {line.kind === 'expenditure' && <LineCertificates certificates={data.certificates} line={id} />}
        </>}
        data={<DefinitionList items={[
          { term: 'Cuenta', value: `${line.account} ${line.name}` }, { term: 'Área de gestión', value: line.areaName, absence: line.kind === 'income' ? 'no aplica' : 'sin dato' },
          { term: 'Programa', value: line.programme ? <a href={`/presupuestar/lineas?programa=${encodeURIComponent(line.programme)}`}>{line.programme} {line.programmeName}</a> : '', absence: line.kind === 'income' ? 'no aplica' : 'sin dato' },
          { term: 'Centro de costo', value: line.costCentre }, { term: 'Proyecto', value: line.project ? <PlaceLink href={`/proyectos/${line.project}`}>Ver el proyecto</PlaceLink> : '', absence: 'no aplica' }, { term: 'Fuente de financiamiento', value: line.fundingName },
          { term: 'Unidad responsable', value: line.unitName }, { term: 'Preobligado', value: line.kind === 'expenditure' ? formatPesos(line.precommitted) : '', absence: 'no aplica' },
        ]} />}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Línea ${line.account} del presupuesto ${line.year}`} />
    </>
  )
}
export default LinePage
