import { type Block, byText, type Cell, counted, formatDay, formatNumber, formatPercent, type Inline, type TableRow } from '#kernel'
import { defineChapter, type FigureBook } from '#platform/actions'
import { stages, stageTitle } from '../contract.ts'
import { alertPointsOf, inPortfolio, type PlacedProject, portfolioOf } from './portfolio.ts'
import { currentStage } from './project.ts'

const text = (value: string): Inline => ({ type: 'text', text: value })
const orEmpty = async (figures: FigureBook, id: string, state: PlacedProject['state'], show: { thousands?: boolean; decimals?: number }): Promise<Cell> => {
  const figure = await figures.get(id, { project: state.id, label: state.name })
  return figure.value === null ? { type: 'empty', reason: figure.text } : { type: 'figure', figure, show }
}
/** What the budget accrued on the lines of a project in the year, up to the end of the period: the figure of the budget, asked by its name. */
const accruedCell = async (figures: FigureBook, project: string, period: string): Promise<Cell> => {
  const figure = await figures.get('budget/accrued', { period, project })
  return figure.value === null ? { type: 'empty', reason: 'sin líneas en el presupuesto del año' } : { type: 'figure', figure, show: { thousands: true } }
}
const tableRows = async (projects: readonly PlacedProject[], figures: FigureBook, accrual: string | undefined): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for (const stage of stages) {
    const own = projects.filter(({ state }) => currentStage(state).stage === stage).sort((a, b) => byText(a.state.name, b.state.name))
    if (own.length === 0) continue
    rows.push({ id: stage, kind: 'group', cells: [{ type: 'text', text: `${stageTitle[stage]} (${own.length})` }] })
    for (const { state } of own) rows.push({
      id: state.id,
      cells: [{ type: 'text', text: state.name }, await orEmpty(figures, 'projects/total-cost', state, { thousands: true }), ...(accrual ? [await accruedCell(figures, state.id, accrual)] : []), await orEmpty(figures, 'projects/physical-progress', state, { decimals: 1 }), await orEmpty(figures, 'projects/programmed-progress', state, { decimals: 1 }), await orEmpty(figures, 'projects/progress-gap', state, { decimals: 1 })],
    })
  }
  return rows
}
const explanation = ({ state, position }: PlacedProject): Inline[] => {
  const { report } = position
  if (!report) return []
  const said = [report.cause, report.effect, report.measure].filter(Boolean).join(' ')
  return [{ type: 'text', text: `${state.name}. `, marks: ['strong'] }, text(`Al ${formatDay(report.on)} llevaba ${formatPercent(report.share)} contra ${formatPercent(position.programmed ?? 0)} programado, ${counted(position.delayDays ?? 0, 'día', 'días')} de atraso. ${said || 'La unidad técnica no informó la causa ni la medida.'}${report.approved ? '' : ' Informe por aprobar.'}`)]
}

/** The portfolio: table by stage, what runs behind with its cause and measure, and one chart. */
export const portfolioChapter = defineChapter({
  id: 'projects/portfolio', title: 'Cartera de proyectos',
  write: async (context) => {
    const { figures } = context
    const projects = (await portfolioOf(context)).filter(inPortfolio)
    const heading: Block = { type: 'heading', id: 'projects-portfolio', level: 2, content: [text('Cartera de proyectos')] }
    if (projects.length === 0) return [heading, { type: 'note', id: 'projects-portfolio-none', tone: 'info', content: [text('No hay proyectos registrados a la fecha del informe.')] }]
    const source = `Fichas de iniciativa, informes de inspección técnica y programaciones vigentes. Hechos al ${formatDay(context.asOf.effectiveOn)}, conocido al ${formatDay(context.asOf.knownOn)}.`
    const [total, cost, running, late] = [await figures.get('projects/count-by-stage'), await figures.get('projects/total-cost'), await figures.get('projects/count-by-stage', { stage: 'execution' }), await figures.get('projects/delayed-count')]
    const working = projects.filter(({ position }) => position.physical !== null && position.programmed !== null && position.physical < 1).sort((a, b) => (a.position.gap ?? 0) - (b.position.gap ?? 0))
    const behind = projects.filter(({ position }) => position.delayed).sort((a, b) => (a.position.gap ?? 0) - (b.position.gap ?? 0))
    const points = alertPointsOf(context)
    const accrual = context.actor.permissions.has('budget.read') ? context.period.id : undefined
    const blocks: Block[] = [
      heading,
      { type: 'paragraph', id: 'projects-portfolio-summary', content: [text('La cartera tiene '), { type: 'figure', figure: total }, text(' proyectos con un costo total de '), { type: 'figure', figure: cost, show: { thousands: true } }, text('. Están en ejecución '), { type: 'figure', figure: running }, text(', y de las obras en marcha van atrasadas '), { type: 'figure', figure: late }, text('.')] },
      {
        type: 'table', id: 'projects-portfolio-table', title: 'Proyectos por etapa', subtitle: `Costo total${accrual ? ' y gasto devengado del año' : ''} en miles de pesos; avance acumulado; brecha en puntos porcentuales`, source,
        notes: [`Obra atrasada: más de ${formatNumber(points)} puntos bajo lo programado el día de su último informe.`, 'El avance programado es el del día del último informe de avance.'],
        columns: [{ key: 'name', title: 'Proyecto', align: 'left', width: 5 }, { key: 'cost', title: 'Costo total', align: 'right', width: 2 }, ...(accrual ? [{ key: 'accrued', title: 'Devengado del año', align: 'right' as const, width: 2 }] : []), { key: 'physical', title: 'Físico', align: 'right', width: 1 }, { key: 'programmed', title: 'Programado', align: 'right', width: 1 }, { key: 'gap', title: 'Brecha', align: 'right', width: 1 }],
        rows: await tableRows(projects, figures, accrual),
      },
    ]
    const [worst] = working
    if (worst) blocks.push({
      type: 'chart', id: 'projects-portfolio-chart', kind: 'horizontal-bars', unit: 'ratio', show: { decimals: 0 }, source,
      title: (worst.position.gap ?? 0) < 0 ? `La mayor distancia con lo programado es de ${formatNumber(Math.abs(worst.position.gap ?? 0), 1)} puntos: ${worst.state.name}` : 'Ninguna obra va bajo lo programado',
      subtitle: 'Avance físico acumulado y avance programado para el mismo día, en porcentaje', categories: working.map(({ state }) => state.name),
      series: [{ name: 'Físico', values: working.map(({ position }) => position.physical), role: 'subject' }, { name: 'Programado', values: working.map(({ position }) => position.programmed), role: 'comparison' }],
      alternative: `Avance físico y programado: ${working.map(({ state, position }) => `${state.name}, ${formatPercent(position.physical ?? 0, 0)} de ${formatPercent(position.programmed ?? 0, 0)}`).join('; ')}.`,
    })
    if (behind.length > 0) blocks.push({ type: 'heading', id: 'projects-portfolio-behind', level: 3, content: [text('Obras atrasadas: causas y medidas')] }, { type: 'list', id: 'projects-portfolio-behind-list', ordered: false, items: behind.map(explanation).filter(({ length }) => length > 0) })
    return blocks
  },
})
