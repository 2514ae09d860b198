import { can, type Day, type FigureDisplay, formatPesos } from '#kernel'
import { type AnyFigure, defineFigure, type ReadContext } from '#platform/actions'

import { linesOf, isFirm } from './figure-scope.ts'
import { applyMeasure, type Measure, type MeasureKey, measureLines, measures } from './measure.ts'
import { Selection } from './selection.ts'
import { scopeText } from './scope-text.ts'
import { trailOf } from './trail.ts'

type Described = { readonly title: string; readonly method: string; readonly law?: readonly string[] }
const described: Record<MeasureKey, Described> = {
  initial: { title: 'Presupuesto inicial de gastos', method: 'Suma de los montos del presupuesto aprobado para el año, por línea de gasto.' },
  amended: { title: 'Modificaciones de gastos', method: 'Suma con signo de las modificaciones decretadas hasta la fecha.' },
  adjusted: { title: 'Presupuesto vigente de gastos', method: 'Presupuesto inicial más las modificaciones decretadas hasta la fecha.', law: ['budget/phases'] },
  precommitted: { title: 'Gasto preobligado', method: 'Certificados de disponibilidad emitidos, menos lo que ya pasó a obligación.', law: ['budget/phases'] },
  committed: { title: 'Gasto obligado', method: 'Suma de las órdenes de compra, contratos y decretos que comprometen el presupuesto.', law: ['budget/phases'] },
  accrued: { title: 'Gasto devengado', method: 'Suma de los documentos recibidos conforme que obligan a pagar.', law: ['budget/phases'] },
  paid: { title: 'Gasto pagado', method: 'Suma de los pagos, según sus decretos de pago.', law: ['budget/phases'] },
  balance: { title: 'Saldo presupuestario', method: 'Presupuesto vigente menos lo obligado.' },
  available: { title: 'Saldo disponible', method: 'Presupuesto vigente menos lo preobligado y lo obligado.' },
  'outstanding-debt': { title: 'Deuda exigible', method: 'Gasto devengado menos gasto pagado; al 31 de diciembre pasa a deuda flotante del año siguiente.', law: ['budget/key-accounts'] },
  'income-initial': { title: 'Presupuesto inicial de ingresos', method: 'Suma de los montos del presupuesto aprobado para el año, por línea de ingreso.' },
  'income-amended': { title: 'Modificaciones de ingresos', method: 'Suma con signo de las modificaciones decretadas hasta la fecha.' },
  'income-budgeted': { title: 'Presupuesto vigente de ingresos', method: 'Presupuesto inicial más las modificaciones decretadas hasta la fecha.' },
  'income-accrued': { title: 'Ingreso devengado', method: 'Suma de los derechos de cobro registrados.', law: ['budget/phases'] },
  'income-collected': { title: 'Ingreso percibido', method: 'Suma de lo recaudado, según comprobantes de ingreso.', law: ['budget/phases'] },
  'income-receivable': { title: 'Ingreso por percibir', method: 'Ingreso devengado menos ingreso percibido; al 31 de diciembre pasa a ingresos por percibir del año siguiente.' },
}

export const readsBudget = can('budget.read')
export const inThousands: FigureDisplay = { thousands: true }

/** Law values a figure rests on, at the end of its span. */
export const lawValuesOf = (ids: readonly string[] | undefined, context: ReadContext, on: Day) =>
  (ids ?? []).flatMap((id) => {
    const value = context.law.find(id, on)
    return value ? [{ id, ...value }] : []
  })

const measureFigure = (key: MeasureKey): AnyFigure => {
  const measure: Measure = measures[key]
  const { title, method, law } = described[key]
  return defineFigure({
    id: `budget/${key}`,
    title: (selection) => `${title}${scopeText(selection)}`,
    unit: 'CLP', method, law, parameters: Selection, allowed: readsBudget,
    compute: async (selection, context) => {
      const { span, lines } = await linesOf(context, measure.kind, selection)
      if (lines.length === 0) return { value: null, absence: 'no-data', count: 0, digest: measureLines(measure, [], 0).digest }
      const { value, count, digest, sums } = measureLines(measure, lines, span.upToMonth)
      const firm = await isFirm(context, span)
      const parts = Object.keys(measure.parts) as (keyof typeof measure.parts)[]
      const formula = parts.length < 2 ? undefined : parts.map((phase) => ({
        label: `${measure.parts[phase] === -1 ? '− ' : ''}${phaseWords[phase]}`,
        text: formatPesos(applyMeasure({ kind: measure.kind, parts: { [phase]: 1 } }, sums)),
        recipe: { id: `budget/${partFigure[measure.kind][phase]}`, parameters: selection as Record<string, string> },
      }))
      return { value, count, digest, status: firm ? 'firm' : 'provisional', law: lawValuesOf(law, context, span.effectiveOn), ...(formula ? { formula } : {}) }
    },
    trail: async (selection, context, page) => {
      const { span, lines } = await linesOf(context, measure.kind, selection)
      return trailOf(measure, lines, span, measureLines(measure, lines, span.upToMonth), context, page)
    },
  })
}
const phaseWords = { initial: 'Presupuesto inicial', modification: 'Modificaciones', precommitment: 'Preobligado', commitment: 'Obligado', accrual: 'Devengado', payment: 'Pagado', collection: 'Percibido' } as const
const partFigure = {
  expenditure: { initial: 'initial', modification: 'amended', precommitment: 'precommitted', commitment: 'committed', accrual: 'accrued', payment: 'paid', collection: 'paid' },
  income: { initial: 'income-initial', modification: 'income-amended', precommitment: 'income-accrued', commitment: 'income-accrued', accrual: 'income-accrued', payment: 'income-collected', collection: 'income-collected' },
} as const

export const executionFigures: readonly AnyFigure[] = (Object.keys(measures) as MeasureKey[]).map(measureFigure)
