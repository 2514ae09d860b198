import { formatDay, formatPercent } from '#kernel'
import { defineFigure, digestOf, type FigureResult, notFound, type ReadContext, type Trail } from '#platform/actions'
import { z } from 'zod'
import { projectHref } from '../hrefs.ts'
import { type PlacedProject, portfolioOf } from '../portfolio/portfolio.ts'

const parameters = z.object({ project: z.uuid(), label: z.string().max(250).optional() })
type Parameters = z.output<typeof parameters>
const allowed = (actor: { permissions: ReadonlySet<string> }): boolean => actor.permissions.has('projects.read')
const named = (title: string) => ({ label }: Parameters): string => (label ? `${title} de ${label}` : title)

const find = async ({ project }: Parameters, context: ReadContext): Promise<PlacedProject> => {
  const found = (await portfolioOf(context)).find(({ state }) => state.id === project)
  if (!found) throw notFound({ what: 'el proyecto' })
  return found
}
const result = ({ state, position: { report } }: PlacedProject, value: number | null, needsReport: boolean): FigureResult => ({
  value, ...(value === null ? { absence: 'no-data' as const } : {}), ...(needsReport && report && !report.approved ? { status: 'provisional' as const } : {}),
  count: report ? 1 : 0, digest: digestOf([state.id, report ? `${report.id} ${report.share}` : '', ...state.curve.map(({ month, share }) => `${month}=${share}`)]),
})
/** The report behind the number, with its document; the programmed curve is in the formula. */
const reportTrail = ({ state, position: { report } }: PlacedProject): Trail => ({
  records: report ? [{ id: report.id, documentTitle: report.evidence || 'Informe de avance', documentDate: report.on, text: `${state.name}${report.approved ? '' : ' (por aprobar)'}`, amount: report.share, amountUnit: 'ratio', href: projectHref(state.id), ...(report.fileHash ? { fileHash: report.fileHash } : {}) }] : [],
  total: report ? 1 : 0, sum: report?.share ?? 0, sumUnit: 'ratio', ...(report ? {} : { note: 'Aún no hay informes de avance.' }),
})
const trail = async (input: Parameters, context: ReadContext): Promise<Trail> => reportTrail(await find(input, context))
const formula = ({ position: { report, physical, programmed } }: PlacedProject) => [
  { label: 'Avance físico', text: physical === null || !report ? 'sin dato' : `${formatPercent(physical)} al ${formatDay(report.on)}` },
  { label: 'Programado para ese día', text: programmed === null ? 'sin programación' : formatPercent(programmed) },
]
export const physicalProgress = defineFigure({
  id: 'projects/physical-progress', title: named('Avance físico'), unit: 'ratio', parameters, allowed, trail,
  method: 'Avance físico acumulado del último informe hasta la fecha de corte; provisional mientras no lo apruebe una persona distinta de quien lo informó.',
  compute: async (input, context) => { const placed = await find(input, context); return result(placed, placed.position.physical, true) },
})
export const programmedProgress = defineFigure({
  id: 'projects/programmed-progress', title: named('Avance programado'), unit: 'ratio', parameters, allowed,
  method: 'Avance acumulado que la programación vigente asigna al día del último informe, en línea recta entre fines de mes. Sin informes, al día de corte.',
  compute: async (input, context) => { const placed = await find(input, context); return { ...result(placed, placed.position.programmed, false), count: placed.state.curve.length } },
  trail: async (input, context, { page, size }) => {
    const { state } = await find(input, context)
    const points = state.curve.map(({ month, share }) => ({ id: `${state.id} ${month}`, documentTitle: `Programación, fin de ${month}`, amount: share, amountUnit: 'ratio', href: projectHref(state.id) }))
    return { records: points.slice((page - 1) * size, page * size), total: points.length, sum: points.at(-1)?.amount ?? 0, sumUnit: 'ratio', note: 'Puntos acumulados de la curva: no se suman.' }
  },
})
export const progressGap = defineFigure({
  id: 'projects/progress-gap', title: named('Brecha de avance'), unit: 'percent-points', show: { decimals: 1 }, parameters, law: ['investment/alerts/progress-points'], allowed, trail,
  method: 'Avance físico menos avance programado, en puntos porcentuales, ambos al día del último informe. Negativo es atraso.',
  compute: async (input, context) => {
    const placed = await find(input, context)
    return { ...result(placed, placed.position.gap, true), formula: formula(placed), law: [{ id: 'investment/alerts/progress-points', ...context.law.at('investment/alerts/progress-points', context.asOf.effectiveOn) }] }
  },
})
export const delayFigure = defineFigure({
  id: 'projects/delay-days', title: named('Días de atraso'), unit: 'days', parameters, allowed, trail,
  method: 'Días entre aquel en que la programación pedía el avance alcanzado y el día en que se midió.',
  compute: async (input, context) => { const placed = await find(input, context); return { ...result(placed, placed.position.delayDays, true), formula: formula(placed) } },
})
