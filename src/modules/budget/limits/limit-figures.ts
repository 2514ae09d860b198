import { enumerate, formatPesos, lastDayOfMonth, type LawId } from '#kernel'
import { type AnyFigure, defineFigure, digestOf, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { lawValuesOf, readsBudget } from '../execution/execution-figures.ts'
import { isFirm, linesOf } from '../execution/figure-scope.ts'
import type { CubeLine } from '../execution/cube.ts'
import { measureLines, measures } from '../execution/measure.ts'
import { Selection, type Span } from '../execution/selection.ts'
import { trailOf } from '../execution/trail.ts'
import { ownIncomeBefore } from './own-income.ts'

/** Legal limits of spending (budget.md §5): what is limited, over what, and the parameter that fixes the share. */
export const limits = {
  personnel: { law: 'budget/limits/personnel', title: 'Gasto en personal sobre ingresos propios', over: 'personnel', under: 'own-income', unitText: 'ingresos propios promedio de los tres años anteriores' },
  'contract-staff': { law: 'budget/limits/contract-staff', title: 'Gasto en contrata sobre remuneraciones de planta', over: 'contractStaff', under: 'permanentStaff', unitText: 'remuneraciones de planta' },
  fees: { law: 'budget/limits/fees', title: 'Honorarios a suma alzada sobre remuneraciones de planta', over: 'feesLumpSum', under: 'permanentStaff', unitText: 'remuneraciones de planta' },
  grants: { law: 'budget/limits/grants', title: 'Subvenciones sobre el presupuesto', over: 'grants', under: 'budget', unitText: 'presupuesto vigente' },
} as const satisfies Record<string, { law: LawId; title: string; over: string; under: string; unitText: string }>
export type LimitKey = keyof typeof limits
export const limitKeys = Object.keys(limits) as LimitKey[]

const LimitSelection = Selection.pick({ period: true, year: true })

const accountsOf = (context: ReadContext, span: Span, key: string): string[] => {
  const value = context.law.record('budget/key-accounts', lastDayOfMonth(span.year, 12))[key]
  return (Array.isArray(value) ? value : [value]).map(String)
}
const under = (lines: readonly CubeLine[], accounts: readonly string[]): CubeLine[] => lines.filter(({ account }) => accounts.some((code) => account.startsWith(`${code}-`)))

type Parts = { readonly span: Span; readonly top: CubeLine[]; readonly topValue: number; readonly bottomValue: number | null; readonly count: number; readonly digest: string; readonly note?: string; readonly exact: boolean }

const partsOf = async (key: LimitKey, selection: Selection, context: ReadContext): Promise<Parts> => {
  const { span, lines } = await linesOf(context, 'expenditure', { ...selection, management: 'municipal' })
  const definition = limits[key]
  const top = under(lines, accountsOf(context, span, definition.over))
  const measured = measureLines(measures.accrued, top, span.upToMonth)
  if (definition.under === 'own-income') {
    const income = await ownIncomeBefore(context, span.year)
    const years = enumerate(income.years.map(({ year }) => String(year)))
    const note = income.exact ? `Ingresos propios de ${years}.` : `Lo último publicado es ${years || 'ningún año'}; la ley pide ${enumerate(income.wanted.map(String))}.`
    return { span, top, topValue: measured.value, bottomValue: income.average, count: measured.count, digest: digestOf([measured.digest, JSON.stringify(income.years)]), note, exact: income.exact }
  }
  const bottom = definition.under === 'budget' ? measureLines(measures.adjusted, lines, span.upToMonth) : measureLines(measures.accrued, under(lines, accountsOf(context, span, definition.under)), span.upToMonth)
  return { span, top, topValue: measured.value, bottomValue: bottom.value, count: measured.count + bottom.count, digest: digestOf([measured.digest, bottom.digest]), exact: true }
}

const limitFigure = (key: LimitKey): AnyFigure => {
  const { law, title, unitText } = limits[key]
  return defineFigure({
    id: `budget/limits/${key}`, title, unit: 'ratio', parameters: LimitSelection, allowed: readsBudget, law: [law, 'budget/key-accounts'],
    method: `Gasto devengado acumulado dividido por ${unitText}. Cuentas según el parámetro de cuentas con papel propio.`,
    compute: async (selection, context) => {
      const { span, topValue, bottomValue, count, digest, note, exact } = await partsOf(key, selection, context)
      const rested = lawValuesOf([law, 'budget/key-accounts'], context, lastDayOfMonth(span.year, 12))
      if (bottomValue === null) return { value: null, absence: 'no-data', count, digest, law: rested, formula: [{ label: 'Gasto', text: formatPesos(topValue) }, { label: 'Base', text: note ?? 'sin dato' }] }
      if (bottomValue === 0) return { value: null, absence: 'not-applicable', count, digest, law: rested }
      return {
        value: topValue / bottomValue, count, digest, law: rested, status: exact && (await isFirm(context, span)) ? 'firm' : 'provisional',
        formula: [{ label: 'Gasto devengado', text: formatPesos(topValue) }, { label: unitText[0]?.toUpperCase() + unitText.slice(1), text: formatPesos(bottomValue) }, ...(note ? [{ label: 'Base', text: note }] : [])],
      }
    },
    trail: async (selection, context, page) => {
      const { span, top, note } = await partsOf(key, selection, context)
      return trailOf(measures.accrued, top, span, measureLines(measures.accrued, top, span.upToMonth), context, page, `Registros del gasto limitado. ${note ?? ''}`.trim())
    },
  })
}

/** The share the law permits, as a figure, so that nobody types it. */
const allowedFigure: AnyFigure = defineFigure({
  id: 'budget/limits/allowed', title: ({ limit }) => `Límite legal: ${limits[limit].title.toLowerCase()}`, unit: 'ratio', parameters: LimitSelection.extend({ limit: z.enum(['personnel', 'contract-staff', 'fees', 'grants']) }), allowed: readsBudget,
  show: { decimals: 0 }, method: 'Parámetro legal vigente al cierre del año.',
  compute: async ({ limit, ...selection }, context) => {
    const { span } = await linesOf(context, 'expenditure', selection)
    const id = limits[limit].law
    const value = context.law.find(id, lastDayOfMonth(span.year, 12))
    return { value: value ? Number(value.value) : null, absence: 'no-data', count: value ? 1 : 0, digest: digestOf([id, String(value?.from), String(value?.value)]), law: value ? [{ id, ...value }] : [] }
  },
  trail: async () => ({ records: [], total: 0, sum: 0, sumUnit: 'ratio', note: 'Es un parámetro de la ley, no una suma de registros.' }),
})

/** The base of the personnel limit, in pesos. */
const ownIncomeFigure: AnyFigure = defineFigure({
  id: 'budget/own-income-average', title: 'Ingresos propios promedio de los tres años anteriores', unit: 'CLP', parameters: LimitSelection, allowed: readsBudget, law: ['budget/limits/personnel-base-years'],
  method: 'Promedio de los ingresos propios publicados por SINIM según el criterio de Contraloría.',
  compute: async (selection, context) => {
    const { span } = await linesOf(context, 'expenditure', selection)
    const { average, years, exact } = await ownIncomeBefore(context, span.year)
    return { value: average, absence: 'no-data', status: exact ? 'firm' : 'provisional', count: years.length, digest: digestOf(years.map(({ year, amount }) => `${year} ${amount}`)), law: lawValuesOf(['budget/limits/personnel-base-years'], context, lastDayOfMonth(span.year, 12)), formula: years.map(({ year, amount }) => ({ label: String(year), text: formatPesos(amount) })) }
  },
  trail: async (selection, context) => {
    const { span } = await linesOf(context, 'expenditure', selection)
    const { years } = await ownIncomeBefore(context, span.year)
    return { records: years.map(({ year, amount, source }) => ({ id: String(year), documentTitle: source, documentDate: `${year}-12-31`, text: `Año ${year}`, amount, amountUnit: 'CLP' })), total: years.length, sum: years.reduce((total, { amount }) => total + amount, 0), sumUnit: 'CLP', note: 'La cifra es el promedio de estos años.' }
  },
})

export const limitFigures: readonly AnyFigure[] = [...limitKeys.map(limitFigure), allowedFigure, ownIncomeFigure]
