import { budget } from '#budget'
import { stableId } from '#evidence'
import { daysBetween, dayFrom, type FigureValue, formatNumber, formatPercent, type Period } from '#kernel'
import type { AnyQuery, ReadContext } from '#platform/actions'
import { practised, unitStore } from '#registry'
import { requestHabits, type RequestSource } from '#requests'

const WHOLE = 100
type Row = { readonly code: string; readonly name: string; readonly rate: FigureValue; readonly cells: { readonly adjusted: FigureValue } }

const queryNamed = (name: string): AnyQuery => {
  const found = budget.queries?.find((query) => query.name === name)
  if (!found) throw new RangeError(`El presupuesto no tiene la consulta ${name}`)
  return found
}
const ask = async <T>(name: string, input: unknown, context: ReadContext): Promise<T> => {
  const query = queryNamed(name)
  return (await query.run(query.input.parse(input), context)) as T
}
/** Part of the year gone by at the end of the period. */
const rhythm = (period: Period): number => (daysBetween(dayFrom(period.year, 1, 1), period.to) + 1) / (daysBetween(dayFrom(period.year, 1, 1), dayFrom(period.year, 12, 31)) + 1)

/** Programmes farther from an even rhythm of the year than the office lets pass without a word. */
const deviating = async (context: ReadContext, period: Period): Promise<(Row & { gap: number })[]> => {
  const { deviation } = await practised(context, requestHabits)
  const { rows } = await ask<{ rows: readonly Row[] }>('budget.execution-table', { period: period.id, kind: 'expenditure', by: 'programme' }, context)
  return rows.flatMap((row) => {
    if (!row.cells.adjusted.value || row.rate.value === null) return []
    const gap = (row.rate.value - rhythm(period)) * WHOLE
    return Math.abs(gap) > deviation ? [{ ...row, gap }] : []
  })
}
/** The unit that keeps most lines of a programme is the one asked. */
const unitOf = async (context: ReadContext, period: Period, programme: string, units: ReadonlyMap<string, string>): Promise<string | null> => {
  const { rows } = await ask<{ rows: readonly { unitName: string; adjusted: number }[] }>('budget.list-lines', { period: period.id, kind: 'expenditure', programme, order: '-adjusted', size: 20 }, context)
  const sums = new Map<string, number>()
  for (const { unitName, adjusted } of rows) if (unitName) sums.set(unitName, (sums.get(unitName) ?? 0) + adjusted)
  const [name] = [...sums].sort((a, b) => b[1] - a[1])[0] ?? []
  return name ? (units.get(name) ?? null) : null
}

/** Programmes of the budget far from an even rhythm of the year: who manages them says why. The explanation itself is the fact. */
export const budgetDeviations: RequestSource = {
  key: 'deviation', title: 'Desviaciones del presupuesto', help: ({ deviation }) => `Programas cuya ejecución se aparta más de ${deviation} puntos de un ritmo parejo del año.`,
  allowed: (permissions) => permissions.has('budget.read'),
  owed: async (context, period) => {
    const units = new Map((await unitStore(context.tx).list()).filter(({ active }) => active).map(({ id, name }) => [name, id]))
    const things = []
    for (const row of await deviating(context, period)) things.push({
      subjectId: `${period.year} ${row.code}`, unitId: await unitOf(context, period, row.code, units), label: `Explique la ejecución del programa ${row.code} ${row.name}`, help: 'Diga la causa, si se recupera en el año y qué medida se toma.',
      why: `Lleva ${formatPercent(row.rate.value ?? 0)} y un ritmo parejo llevaría ${formatPercent(rhythm(period))}: ${formatNumber(Math.abs(row.gap), 1)} puntos ${row.gap < 0 ? 'menos' : 'más'}.`, measure: '', kind: 'text' as const, needsEvidence: false,
    })
    return things
  },
  settle: async ({ subjectId }, context) => ({ record: { kind: 'programme', id: stableId(context.tx.commune, 'programme', subjectId.slice(5)) }, factId: null }),
}
