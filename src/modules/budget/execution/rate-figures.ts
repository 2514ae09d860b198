import { formatPesos } from '#kernel'
import { type AnyFigure, defineFigure, digestOf } from '#platform/actions'
import { readsBudget } from './execution-figures.ts'
import { isFirm, linesOf } from './figure-scope.ts'
import { type MeasureKey, measureLines, measures } from './measure.ts'
import { scopeText } from './scope-text.ts'
import { Selection } from './selection.ts'
import { trailOf } from './trail.ts'

type Rate = { readonly id: string; readonly title: string; readonly method: string; readonly over: MeasureKey; readonly under: MeasureKey }
const rates: readonly Rate[] = [
  { id: 'execution-rate', title: 'Ejecución del gasto', method: 'Gasto devengado dividido por presupuesto vigente.', over: 'accrued', under: 'adjusted' },
  { id: 'commitment-rate', title: 'Compromiso del gasto', method: 'Gasto obligado dividido por presupuesto vigente.', over: 'committed', under: 'adjusted' },
  { id: 'payment-rate', title: 'Pago de lo devengado', method: 'Gasto pagado dividido por gasto devengado.', over: 'paid', under: 'accrued' },
  { id: 'income-execution-rate', title: 'Ejecución del ingreso', method: 'Ingreso percibido dividido por presupuesto vigente de ingresos.', over: 'income-collected', under: 'income-budgeted' },
]

const rateFigure = ({ id, title, method, over, under }: Rate): AnyFigure =>
  defineFigure({
    id: `budget/${id}`, title: (selection) => `${title}${scopeText(selection)}`, unit: 'ratio', method, parameters: Selection, allowed: readsBudget,
    compute: async (selection, context) => {
      const { span, lines } = await linesOf(context, measures[over].kind, selection)
      const [top, bottom] = [measureLines(measures[over], lines, span.upToMonth), measureLines(measures[under], lines, span.upToMonth)]
      const digest = digestOf([top.digest, bottom.digest])
      const count = top.count + bottom.count
      if (lines.length === 0) return { value: null, absence: 'no-data', count: 0, digest }
      if (bottom.value === 0) return { value: null, absence: 'not-applicable', count, digest }
      const parameters = selection as Record<string, string>
      return {
        value: top.value / bottom.value, count, digest, status: (await isFirm(context, span)) ? 'firm' : 'provisional',
        formula: [
          { label: 'Numerador', text: formatPesos(top.value), recipe: { id: `budget/${over}`, parameters } },
          { label: 'Denominador', text: formatPesos(bottom.value), recipe: { id: `budget/${under}`, parameters } },
        ],
      }
    },
    trail: async (selection, context, page) => {
      const { span, lines } = await linesOf(context, measures[over].kind, selection)
      return trailOf(measures[over], lines, span, measureLines(measures[over], lines, span.upToMonth), context, page, `Registros del numerador. ${method}`)
    },
  })

export const rateFigures: readonly AnyFigure[] = rates.map(rateFigure)
