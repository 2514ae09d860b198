import { formatDay, monthNames, monthOf } from '#kernel'
import { ButtonLink, EmptyState, FigureRow, figureText, PageTitle, PrintButton, PrintFoot, ProblemView, Section, Seal, Segmented, StateBadge, Tabs, ThinLoader, useAddressParam, useApi, useAsOf, useMay, usePeriod } from '#design'
import type { ExecutionBy, ExecutionOverview, LineKind } from '../../answers.ts'
import { UnitChoice, useUnit } from '../parts/amounts.tsx'
import { YearsWithData } from '../parts/YearsWithData.tsx'
import { ExecutionChart } from './ExecutionChart.tsx'
import { ExecutionTableView } from './ExecutionTableView.tsx'

const divisions: readonly { id: ExecutionBy; slug: string; title: string }[] = [
  { id: 'account', slug: 'cuenta', title: 'Por cuenta' }, { id: 'area', slug: 'area', title: 'Por área' }, { id: 'programme', slug: 'programa', title: 'Por programa' }, { id: 'objective', slug: 'objetivo', title: 'Por objetivo del plan' },
]
const millions = { thousands: true } as const

/** The budget of the period: its figures, its table by any division and its course along the year. */
const ExecutionPage = () => {
  const { period } = usePeriod()
  const { effectiveOn, knownOn } = useAsOf()
  const mayImport = useMay('budget.import')
  const mayOpen = useMay('budget.open')
  const unit = useUnit()
  const [side, chooseSide] = useAddressParam('lado', 'gastos')
  const kind: LineKind = side === 'ingresos' ? 'income' : 'expenditure'
  const { data, problem, loading } = useApi<ExecutionOverview>('budget/execution-overview', { period: period.id, effectiveOn, knownOn })
  const asOfText = `Hechos al ${formatDay(data?.upTo ?? effectiveOn)}, conocidos al ${formatDay(knownOn)}`
  if (problem && !data) return <><PageTitle title="Ejecución del presupuesto" /><ProblemView problem={problem} /></>
  const figures = data?.figures
  const open = data && data.closedMonths.length < monthOf(data.upTo) ? `abiertos desde ${monthNames[data.closedMonths.length] ?? ''}` : ''
  return (
    <>
      <PageTitle title="Ejecución del presupuesto" above={<><span>{period.title}</span>{data && data.lines > 0 && (data.firm ? <Seal tone="good">Meses cerrados, cifras firmes</Seal> : <Seal tone="warning">Cifras provisionales, meses {open}</Seal>)}</>}
        lead={data && data.lines > 0 && figures ? `Se ha devengado el ${figures.rate.text} del presupuesto vigente de gastos.` : undefined}
        actions={<><PrintButton />{mayImport && <ButtonLink kind="primary" icon="upload" href="/presupuestar/cargas/nueva">Cargar un balance</ButtonLink>}</>} />
      <ThinLoader active={loading} label="Cargando la ejecución" />
      {data?.lines === 0 ? (
        <EmptyState title={`Aún no hay presupuesto de ${period.year}`} actions={<>{mayImport && <ButtonLink kind="primary" href="/presupuestar/cargas/nueva">Cargar un balance</ButtonLink>}{mayOpen && <ButtonLink href="/presupuestar/apertura">Abrir el año</ButtonLink>}</>}>
          <p>Se puede empezar en cualquier mes: con el balance acumulado del último mes cerrado, o con el presupuesto aprobado línea por línea.</p>
          <YearsWithData year={period.year} />
        </EmptyState>
      ) : (
        <>
          {figures && (
            <FigureRow label="El presupuesto en cifras" items={[
              { label: 'Presupuesto vigente de gastos', figure: figures.adjusted, show: millions, note: <>ingresos vigentes {figures.income.value === figures.adjusted.value ? 'iguales' : 'distintos'}</> },
              { label: 'Gasto devengado', figure: figures.accrued, show: millions, note: `${figures.rate.text} del vigente` },
              { label: 'Gasto pagado', figure: figures.paid, show: millions },
              { label: 'Deuda exigible', figure: figures.debt, show: millions, note: 'devengado menos pagado' },
              { label: 'Ingreso percibido', figure: figures.collected, show: millions, note: figures.income.value && figures.collected.value !== null ? `de ${figureText(figures.income, millions)} vigentes` : undefined },
            ]} />
          )}
          <div className="toolbar">
            <Segmented label="Ingresos o gastos" value={kind} choices={[{ value: 'expenditure', title: 'Gastos' }, { value: 'income', title: 'Ingresos' }]} onChange={(value) => chooseSide(value === 'income' ? 'ingresos' : 'gastos')} />
            <UnitChoice unit={unit} />
          </div>
          {kind === 'income' ? <ExecutionTableView by="account" kind="income" period={period} unit={unit} />
            : <Tabs label="División del gasto" param="por" items={divisions.map(({ id, slug, title }) => ({ id: slug, title, content: <ExecutionTableView by={id} kind="expenditure" period={period} unit={unit} /> }))} />}
          <ExecutionChart kind={kind} period={period} />
          <Section title="Seguir desde aquí">
            <ul className="plain-list no-print">
              <li><a href="/presupuestar/lineas">Buscar una línea</a> y ver lo que le queda, movimiento por movimiento.</li>
              <li><a href="/presupuestar/modificaciones">Modificaciones presupuestarias</a> del año, con su acuerdo y decreto.</li>
              <li><a href="/presupuestar/meses">Meses</a>: {data ? <StateBadge tone={data.firm ? 'good' : 'warning'}>{data.closedMonths.length === 1 ? '1 mes cerrado' : `${data.closedMonths.length} meses cerrados`}</StateBadge> : 'cargando'}</li>
            </ul>
          </Section>
        </>
      )}
      <PrintFoot text={asOfText} />
    </>
  )
}
export default ExecutionPage
