import { type ChartBlock, formatDay, formatPercent, monthNames } from '#kernel'
import type { ProjectAnswer } from '../../contract.ts'

const monthTitle = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]?.slice(0, 3) ?? ''} ${month.slice(2, 4)}`

/** Programmed against reported progress, month by month; the last report of a month is the one of its end. Undefined when there is nothing to draw. */
export const curveBlock = ({ curve, reports }: Pick<ProjectAnswer, 'curve' | 'reports'>, name: string): ChartBlock | undefined => {
  const months = [...new Set([...curve.map(({ month }) => month), ...reports.map(({ on }) => on.slice(0, 7))])].sort()
  if (months.length < 2) return undefined
  const planned = new Map(curve.map(({ month, share }) => [month, share]))
  const reported = new Map([...reports].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, share }) => [on.slice(0, 7), share]))
  const [latest] = reports
  const programmed = latest && planned.get(latest.on.slice(0, 7))
  const title = latest ? `Lleva ${formatPercent(latest.share)} de avance físico al ${formatDay(latest.on)}${programmed === undefined ? '' : `, con ${formatPercent(programmed)} programado a fin de mes`}` : 'Programación aprobada, aún sin avances informados'
  return {
    type: 'chart', id: 'progress-curve', kind: 'lines', title, subtitle: 'Avance físico acumulado, porcentaje, por mes', categories: months.map(monthTitle), unit: 'ratio', show: { decimals: 0 },
    series: [{ name: 'Físico', values: months.map((month) => reported.get(month) ?? null), role: 'subject' }, { name: 'Programado', values: months.map((month) => planned.get(month) ?? null), role: 'target' }],
    alternative: `Curva de avance de ${name}. ${title}.`, source: 'programación contractual e informes de inspección técnica',
    notes: months.some((month) => !reported.has(month)) ? ['Los meses sin informe de avance no se dibujan ni se suponen.'] : undefined,
  }
}
