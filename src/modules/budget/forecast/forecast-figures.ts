import { formatPesos } from '#kernel'
import { type AnyFigure, defineFigure, digestOf, type ReadContext } from '#platform/actions'
import { titleOf } from '../accounts/account-tree.ts'
import { lawValuesOf, readsBudget } from '../execution/execution-figures.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { sumCells, type CubeLine } from '../execution/cube.ts'
import { measureLines, measures } from '../execution/measure.ts'
import { Selection } from '../execution/selection.ts'
import { trailOf } from '../execution/trail.ts'
import type { LineKind } from '../movements/phase.ts'
import { forecastExpenditure, forecastIncome, type TitleHistory } from './forecast.ts'

/** Subtítulos whose spending repeats month after month. */
export const recurrentTitles: ReadonlySet<string> = new Set(['21', '22', '23', '24', '25', '26'])
const ForecastSelection = Selection.pick({ period: true, year: true })

/** By subtítulo: this year so far, and the year before to the same day and after it. Undefined when the year before has no records. */
const histories = async (context: ReadContext, kind: LineKind, selection: Selection): Promise<{ titles: TitleHistory[]; count: number; digest: string } | undefined> => {
  const now = await linesOf(context, kind, { ...selection, management: 'municipal' })
  const before = await linesOf(context, kind, { ...selection, management: 'municipal', shift: '1' })
  const whole = await linesOf(context, kind, { year: String(now.span.year - 1), management: 'municipal' })
  const measure = kind === 'income' ? measures['income-collected'] : measures.accrued
  const phase = kind === 'income' ? 6 : 4
  if (!whole.lines.some(({ counts }) => counts[phase] > 0)) return undefined
  const add = (lines: readonly CubeLine[], upTo: number, index: number): Map<string, number> => {
    const totals = new Map<string, number>()
    for (const line of lines) totals.set(titleOf(line.account), (totals.get(titleOf(line.account)) ?? 0) + (sumCells(line.cells, upTo)[index] ?? 0))
    return totals
  }
  const [soFar, committed, beforeSoFar, all] = [add(now.lines, now.span.upToMonth, phase), add(now.lines, now.span.upToMonth, 3), add(before.lines, before.span.upToMonth, phase), add(whole.lines, 12, phase)]
  const titles = [...new Set([...soFar.keys(), ...all.keys()])].filter((title) => title !== '15' && title !== '35').sort()
  const [a, b] = [measureLines(measure, now.lines, now.span.upToMonth), measureLines(measure, whole.lines, 12)]
  return {
    titles: titles.map((title) => ({ title, soFar: soFar.get(title) ?? 0, committed: committed.get(title) ?? 0, beforeSoFar: beforeSoFar.get(title) ?? 0, beforeRest: (all.get(title) ?? 0) - (beforeSoFar.get(title) ?? 0) })),
    count: a.count + b.count, digest: digestOf([a.digest, b.digest]),
  }
}

const forecastFigure = (kind: LineKind): AnyFigure => defineFigure({
  id: `budget/forecast/${kind}`, title: kind === 'income' ? 'Ingreso proyectado al cierre del año' : 'Gasto proyectado al cierre del año', unit: 'CLP', parameters: ForecastSelection, allowed: readsBudget, law: ['budget/deficit-alert'],
  method: kind === 'income' ? 'Percibido a la fecha más lo percibido en el resto del año anterior, ajustado por la marcha de este año en cada subtítulo; sin saldo inicial de caja.' : 'Lo obligado a la fecha, o lo devengado más el resto del año anterior en los subtítulos que se repiten mes a mes (21 a 26), lo que sea mayor en cada uno.',
  compute: async (selection, context) => {
    const history = await histories(context, kind, selection)
    if (!history) return { value: null, absence: 'no-data', count: 0, digest: digestOf([]) }
    const value = kind === 'income' ? forecastIncome(history.titles) : forecastExpenditure(history.titles, recurrentTitles)
    return { value, status: 'provisional', count: history.count, digest: history.digest, formula: history.titles.map(({ title, soFar, beforeRest }) => ({ label: `Subtítulo ${title}`, text: `${formatPesos(soFar)} a la fecha; el resto del año anterior fue ${formatPesos(beforeRest)}` })) }
  },
  trail: async (selection, context, page) => {
    const measure = kind === 'income' ? measures['income-collected'] : measures.accrued
    const { span, lines } = await linesOf(context, kind, { ...selection, management: 'municipal' })
    return trailOf(measure, lines, span, measureLines(measure, lines, span.upToMonth), context, page, 'Registros de este año a la fecha; la proyección agrega lo que falta según el año anterior.')
  },
})

const resultFigure: AnyFigure = defineFigure({
  id: 'budget/forecast/result', title: 'Resultado proyectado al cierre del año', unit: 'CLP', parameters: ForecastSelection, allowed: readsBudget, law: ['budget/deficit-alert', 'budget/limits/deficit-liability'],
  method: 'Ingreso proyectado menos gasto proyectado. Negativo es déficit.',
  compute: async (selection, context) => {
    const [income, expenditure] = [await histories(context, 'income', selection), await histories(context, 'expenditure', selection)]
    if (!income || !expenditure) return { value: null, absence: 'no-data', count: 0, digest: digestOf([]) }
    const [comes, goes] = [forecastIncome(income.titles), forecastExpenditure(expenditure.titles, recurrentTitles)]
    const parameters = selection as Record<string, string>
    return {
      value: comes - goes, status: 'provisional', count: income.count + expenditure.count, digest: digestOf([income.digest, expenditure.digest]), law: lawValuesOf(['budget/deficit-alert', 'budget/limits/deficit-liability'], context, context.asOf.effectiveOn),
      formula: [{ label: 'Ingreso proyectado', text: formatPesos(comes), recipe: { id: 'budget/forecast/income', parameters } }, { label: '− Gasto proyectado', text: formatPesos(goes), recipe: { id: 'budget/forecast/expenditure', parameters } }],
    }
  },
  trail: async () => ({ records: [], total: 0, sum: 0, sumUnit: 'CLP', note: 'Es la diferencia de dos proyecciones; abra cada una para ver sus registros.' }),
})

export const forecastFigures: readonly AnyFigure[] = [forecastFigure('income'), forecastFigure('expenditure'), resultFigure]
