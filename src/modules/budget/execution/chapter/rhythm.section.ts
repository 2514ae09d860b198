import { type ChartBlock, formatPercent, formatThousands, lastDayOfMonth, monthNames, monthPeriod } from '#kernel'
import { chip, type Desk, get, heading, missing, paragraph, prose, type Section, SOURCE } from './writing.ts'

/** Values of a figure accumulated to each month up to the end of the period; null where the month is not known. */
const byMonth = async (desk: Desk, id: string, shift: '0' | '1'): Promise<(number | null)[]> => {
  const last = Number(desk.period.to.slice(5, 7))
  const values: (number | null)[] = []
  for (let month = 1; month <= 12; month++) {
    const known = shift === '1' || (month <= last && lastDayOfMonth(desk.period.year, month - 1 || 1) <= desk.context.asOf.effectiveOn)
    const figure = known ? await desk.figures.get(`budget/${id}`, { period: monthPeriod(desk.period.year - (shift === '1' ? 1 : 0), month).id }) : undefined
    values.push(figure?.value ?? null)
  }
  return values
}

const chartOf = (desk: Desk, id: string, title: string, subtitle: string, now: readonly (number | null)[], before: readonly (number | null)[], target: number | null): ChartBlock => {
  const hasBefore = before.some((value) => value !== null)
  const last = now.findLastIndex((value) => value !== null)
  return {
    type: 'chart', id, title, subtitle, kind: 'lines', categories: monthNames.map((name) => name.slice(0, 3)), unit: 'CLP', show: { thousands: true }, source: SOURCE,
    series: [
      { name: String(desk.period.year), values: now, role: 'subject' }, ...(hasBefore ? [{ name: String(desk.period.year - 1), values: before, role: 'comparison' as const }] : []),
      ...(target === null ? [] : [{ name: 'Vigente', values: monthNames.map(() => target), role: 'target' as const }]),
    ],
    alternative: `Acumulado mes a mes. ${last >= 0 ? `A ${monthNames[last]} suma ${formatThousands(now[last] ?? 0)}` : 'Sin datos este año'}${target ? `, ${formatPercent((now[last] ?? 0) / target)} del presupuesto vigente` : ''}.${hasBefore && last >= 0 ? ` El año anterior a ese mes iba en ${formatThousands(before[last] ?? 0)}.` : ''}`,
    ...(hasBefore ? {} : { notes: ['No hay registros del año anterior.'] }),
  }
}

export const rhythmSection: Section = async (desk) => {
  const title = heading('presupuesto-ritmo', 'Ritmo del año')
  const [adjusted, budgeted] = [await get(desk, 'adjusted'), await get(desk, 'income-budgeted')]
  if (adjusted.value === null && budgeted.value === null) return [title, missing('presupuesto-ritmo-sin-dato', 'No hay registros mensuales que mostrar.')]
  const [accrued, accruedBefore, collected, collectedBefore] = [await byMonth(desk, 'accrued', '0'), await byMonth(desk, 'accrued', '1'), await byMonth(desk, 'income-collected', '0'), await byMonth(desk, 'income-collected', '1')]
  const [rate, incomeRate] = [await get(desk, 'execution-rate'), await get(desk, 'income-execution-rate')]
  const finding = (what: string, value: typeof rate): string => (value.value === null ? `${what}, mes a mes` : `${what} va en ${value.text} del presupuesto vigente`)
  return [
    title,
    paragraph('presupuesto-ritmo-texto', prose`El gasto devengado va en ${chip(rate)} y el ingreso percibido en ${chip(incomeRate)} de sus presupuestos.`),
    chartOf(desk, 'presupuesto-ritmo-gasto', finding('El gasto devengado', rate), 'Gasto devengado acumulado, en miles de pesos', accrued, accruedBefore, adjusted.value),
    chartOf(desk, 'presupuesto-ritmo-ingreso', finding('El ingreso percibido', incomeRate), 'Ingreso percibido acumulado, en miles de pesos', collected, collectedBefore, budgeted.value),
  ]
}
