import { formatPesos } from '#kernel'
import { type AnyFigure, defineFigure, digestOf } from '#platform/actions'
import { readsBudget } from './execution-figures.ts'
import { isFirm, linesOf } from './figure-scope.ts'
import { measureLines, measures } from './measure.ts'
import { scopeText } from './scope-text.ts'
import { Selection } from './selection.ts'
import { trailOf } from './trail.ts'

const METHOD = 'Gasto devengado de la parte elegida, dividido por todo el gasto devengado del mismo período.'

/** How much of the accrued spending is of one area, subtítulo, programme or any other part. */
export const shareFigure: AnyFigure = defineFigure({
  id: 'budget/share', title: (selection) => `Parte del gasto devengado${scopeText(selection)}`, unit: 'ratio', method: METHOD, parameters: Selection, allowed: readsBudget,
  compute: async (selection, context) => {
    const whole = { period: selection.period, year: selection.year, shift: selection.shift, management: selection.management }
    const [part, all] = [await linesOf(context, 'expenditure', selection), await linesOf(context, 'expenditure', whole)]
    const [top, bottom] = [measureLines(measures.accrued, part.lines, part.span.upToMonth), measureLines(measures.accrued, all.lines, all.span.upToMonth)]
    const found = { count: top.count, digest: digestOf([top.digest, bottom.digest]) }
    if (all.lines.length === 0) return { value: null, absence: 'no-data', ...found }
    if (bottom.value === 0) return { value: null, absence: 'not-applicable', ...found }
    return {
      value: top.value / bottom.value, ...found, status: (await isFirm(context, part.span)) ? 'firm' : 'provisional',
      formula: [
        { label: 'Devengado de la parte', text: formatPesos(top.value), recipe: { id: 'budget/accrued', parameters: selection as Record<string, string> } },
        { label: 'Devengado total', text: formatPesos(bottom.value), recipe: { id: 'budget/accrued', parameters: Object.fromEntries(Object.entries(whole).filter((pair): pair is [string, string] => pair[1] !== undefined)) } },
      ],
    }
  },
  trail: async (selection, context, page) => {
    const { span, lines } = await linesOf(context, 'expenditure', selection)
    return trailOf(measures.accrued, lines, span, measureLines(measures.accrued, lines, span.upToMonth), context, page, 'Registros de la parte, el numerador.')
  },
})
