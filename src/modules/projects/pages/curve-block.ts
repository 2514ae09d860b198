import { type ChartBlock, type Day, formatNumber, formatPercent, lastDayOfMonth, monthNames } from '#kernel'
import type { ProjectAnswer } from '../contract.ts'

const endOf = (month: string): Day => lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))

/** Programmed against done, month by month. A month without a report is a gap, never a zero. */
export const curveBlock = ({ project, curve, reports }: ProjectAnswer): ChartBlock | undefined => {
  const months = [...new Set([...curve.map(({ month }) => month), ...reports.map(({ on }) => on.slice(0, 7))])].sort()
  if (months.length < 2) return undefined
  const planned = months.map((month) => curve.find((point) => point.month === month)?.share ?? null)
  const done = months.map((month) => reports.find(({ on }) => on.slice(0, 7) === month && on <= endOf(month))?.share ?? null)
  const gap = project.gapPoints
  const title = gap === null ? 'Avance de la obra según sus informes' : gap < 0 ? `La obra va ${formatNumber(-gap, 1)} puntos bajo lo programado` : 'La obra va al día con lo programado'
  return {
    type: 'chart', id: 'project-curve', kind: 'lines', title, subtitle: 'Avance físico acumulado y programado, en porcentaje', unit: 'ratio', show: { decimals: 1 },
    categories: months.map((month) => `${(monthNames[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${month.slice(2, 4)}`),
    series: [...(curve.length > 0 ? [{ name: 'Programado', values: planned, role: 'target' as const }] : []), { name: 'Físico', values: done, role: 'subject' as const }],
    alternative: `${title}. Físico ${project.physical === null ? 'sin dato' : formatPercent(project.physical)}; programado ${project.programmed === null ? 'sin dato' : formatPercent(project.programmed)}.`,
    source: 'informes de avance y programación vigente del proyecto',
  }
}
