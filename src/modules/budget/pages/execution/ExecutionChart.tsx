import { type ChartBlock, formatPercent, formatThousands, monthNames, type Period } from '#kernel'
import { Chart, Section, useAddressParam, useApi, useAsOf } from '#design'
import type { ExecutionTable, LineKind, MonthSums } from '../../answers.ts'

/** The block of a running year: what is in force as a target, what has accrued as the subject. The title says the finding. */
export const courseBlock = (id: string, kind: LineKind, months: readonly MonthSums[], subtitle: string): ChartBlock | undefined => {
  const last = months.findLast(({ adjusted }) => adjusted !== null)
  if (!last || last.adjusted === null || last.accrued === null || last.settled === null) return undefined
  const [done, verb] = kind === 'income' ? [last.settled, 'percibido'] : [last.accrued, 'devengado']
  const month = monthNames[last.month - 1] ?? ''
  const share = last.adjusted === 0 ? '' : formatPercent(done / last.adjusted)
  const title = last.adjusted === 0 ? `A ${month} no hay presupuesto vigente; lo ${verb} suma ${formatThousands(done)}` : `A ${month} se ha ${verb} el ${share} de lo vigente`
  return {
    type: 'chart', id, kind: 'lines', title, subtitle, unit: 'CLP', show: { thousands: true }, categories: monthNames.map((name) => name.slice(0, 3)),
    series: [
      { name: 'Vigente', role: 'target', values: months.map(({ adjusted }) => adjusted) },
      { name: 'Devengado', role: kind === 'income' ? 'comparison' : 'subject', values: months.map(({ accrued }) => accrued) },
      { name: kind === 'income' ? 'Percibido' : 'Pagado', role: kind === 'income' ? 'subject' : 'comparison', values: months.map(({ settled }) => settled) },
    ],
    alternative: `${title}. Vigente ${formatThousands(last.adjusted)}, devengado ${formatThousands(last.accrued)}, ${kind === 'income' ? 'percibido' : 'pagado'} ${formatThousands(last.settled)}.`,
    source: 'libro presupuestario, Secplan',
  }
}

/** Accumulated by month against what is in force. */
export const ExecutionChart = ({ kind, period }: { kind: LineKind; period: Period }) => {
  const { effectiveOn, knownOn } = useAsOf()
  const [open] = useAddressParam('abierta')
  const { data } = useApi<ExecutionTable>('budget/execution-table', { period: period.id, kind, by: 'account', open, effectiveOn, knownOn })
  const block = data?.kind === kind ? courseBlock('course', kind, data.months, `Acumulado mes a mes, M$ nominales, ${period.year}`) : undefined
  return block ? <Section title="El año, mes a mes"><Chart block={block} /></Section> : null
}
