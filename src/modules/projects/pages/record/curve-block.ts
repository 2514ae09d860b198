import { type ChartBlock, formatDay, formatPercent, monthNames } from '#kernel'
import type { ProjectAnswer } from '../../contract.ts'

const monthTitle = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]?.slice(0, 3) ?? ''} ${month.slice(2, 4)}`

/**
 * Programmed against reported progress, and what was accrued of the contract or the cost, month by month; the last report of a month is the
 * one of its end. Undefined when there is nothing to draw.
 */
export const curveBlock = ({ curve, reports, financial }: Pick<ProjectAnswer, 'curve' | 'reports' | 'financial'>, name: string): ChartBlock | undefined => {
  const months = [...new Set([...curve.map(({ month }) => month), ...reports.map(({ on }) => on.slice(0, 7)), ...(financial?.points ?? []).map(({ month }) => month)])].sort()
  if (months.length < 2) return undefined
  const planned = new Map(curve.map(({ month, share }) => [month, share]))
  const reported = new Map([...reports].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, share }) => [on.slice(0, 7), share]))
  const paid = new Map((financial?.points ?? []).map(({ month, share }) => [month, share]))
  const base = financial?.of === 'cost' ? 'costo' : 'contrato'
  const [latest] = reports
  const programmed = latest && planned.get(latest.on.slice(0, 7))
  const title = latest ? `Lleva ${formatPercent(latest.share)} de avance físico al ${formatDay(latest.on)}${programmed === undefined ? '' : `, con ${formatPercent(programmed)} programado a fin de mes`}` : 'Programación aprobada, aún sin avances informados'
  return {
    type: 'chart', id: 'progress-curve', kind: 'lines', title, subtitle: financial ? `Avance acumulado, porcentaje, por mes; el financiero es lo devengado del ${base}` : 'Avance físico acumulado, porcentaje, por mes', categories: months.map(monthTitle), unit: 'ratio', show: { decimals: 0 },
    series: [{ name: 'Físico', values: months.map((month) => reported.get(month) ?? null), role: 'subject' }, { name: 'Programado', values: months.map((month) => planned.get(month) ?? null), role: 'target' },
      ...(financial ? [{ name: 'Financiero', values: months.map((month) => paid.get(month) ?? null), role: 'comparison' as const }] : [])],
    alternative: `Curva de avance de ${name}. ${title}.${financial ? ` Se ha devengado el ${formatPercent(financial.accrued / financial.base)} del ${base}.` : ''}`, source: `programación contractual e informes de inspección técnica${financial ? '; libro presupuestario de sus líneas' : ''}`,
    notes: months.some((month) => !reported.has(month)) ? ['Los meses sin informe de avance no se dibujan ni se suponen.'] : undefined,
  }
}
