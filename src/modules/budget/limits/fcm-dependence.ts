import { formatPesos, lastDayOfMonth } from '#kernel'
import { type AnyFigure, defineFigure, digestOf, type ReadContext } from '#platform/actions'
import type { CubeLine } from '../execution/cube.ts'
import { lawValuesOf, readsBudget } from '../execution/execution-figures.ts'
import { isFirm, linesOf } from '../execution/figure-scope.ts'
import { type Measured, measureLines, measures } from '../execution/measure.ts'
import { Selection, type Span } from '../execution/selection.ts'
import { trailOf } from '../execution/trail.ts'

const DependenceSelection = Selection.pick({ period: true, year: true, shift: true })
const rests = ['budget/key-accounts', 'budget/permanent-own-income-accounts', 'budget/indicators'] as const

/** FCM / (IPP + FCM), a ratio (budget.md §7); null when there is no income of either kind. */
export const dependenceOf = (fcm: number, ownIncome: number): number | null => (fcm + ownIncome === 0 ? null : fcm / (fcm + ownIncome))

const under = (lines: readonly CubeLine[], codes: readonly string[]): CubeLine[] => lines.filter(({ account }) => codes.some((code) => account.startsWith(`${code}-`)))
/** Short code of a long one: «115-03-01-000-000-000» → «115-03-01». */
const short = (account: string): string => account.replace(/(-0+)+$/, '')

type Parts = { readonly span: Span; readonly fcmLines: CubeLine[]; readonly fcm: Measured; readonly own: Measured; /** Lines too coarse to tell what is of the municipality. */ readonly mixed: readonly string[]; readonly empty: boolean }
const partsOf = async (selection: Selection, context: ReadContext): Promise<Parts> => {
  const { span, lines } = await linesOf(context, 'income', { ...selection, management: 'municipal' })
  const on = lastDayOfMonth(span.year, 12)
  const codes = context.law.list('budget/permanent-own-income-accounts', on).map(String)
  const fcmLines = under(lines, [String(context.law.record('budget/key-accounts', on)['fcmIncome'])])
  const own = under(lines, codes)
  const mixed = lines.filter(({ account, sums }) => sums[6] !== 0 && codes.some((code) => code !== short(account) && code.startsWith(`${short(account)}-`))).map(({ account }) => short(account))
  return { span, fcmLines, fcm: measureLines(measures['income-collected'], fcmLines, span.upToMonth), own: measureLines(measures['income-collected'], own, span.upToMonth), mixed, empty: lines.length === 0 }
}

export const dependenceFigure: AnyFigure = defineFigure({
  id: 'budget/fcm-dependence', title: 'Dependencia del Fondo Común Municipal', unit: 'ratio', parameters: DependenceSelection, allowed: readsBudget, law: [...rests],
  method: 'Participación del Fondo Común Municipal percibida, dividida por la suma de ella y de los ingresos propios permanentes percibidos.',
  compute: async (selection, context) => {
    const { span, fcm, own, mixed, empty } = await partsOf(selection, context)
    const count = fcm.count + own.count
    const digest = digestOf([fcm.digest, own.digest])
    const law = lawValuesOf([...rests], context, lastDayOfMonth(span.year, 12))
    const formula = [{ label: 'Fondo Común Municipal', text: formatPesos(fcm.value) }, { label: 'Ingresos propios permanentes', text: formatPesos(own.value) }]
    if (empty || mixed.length > 0) return { value: null, absence: 'no-data', count, digest, law, formula: mixed.length > 0 ? [...formula, { label: 'Falta detalle en', text: mixed.join(', ') }] : formula }
    const value = dependenceOf(fcm.value, own.value)
    return { value, ...(value === null ? { absence: 'not-applicable' as const } : {}), count, digest, law, formula, status: (await isFirm(context, span)) ? 'firm' : 'provisional' }
  },
  trail: async (selection, context, page) => {
    const { span, fcmLines, fcm } = await partsOf(selection, context)
    return trailOf(measures['income-collected'], fcmLines, span, fcm, context, page, 'Registros del Fondo Común Municipal, el numerador.')
  },
})
