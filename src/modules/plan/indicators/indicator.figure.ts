import { formatDay } from '#kernel'
import { defineFigure, digestOf, type FigureResult, notFound, type ReadContext, type Trail } from '#platform/actions'
import { z } from 'zod'
import { assess, type Assessment } from '../progress/assess.ts'
import { lightRuleOf } from '../progress/light-rule.ts'
import { indicatorHref } from '../hrefs.ts'
import { indicatorHere } from './indicator-here.ts'
import type { IndicatorState, Measurement } from './indicator.ts'

const parameters = z.object({ indicator: z.uuid(), label: z.string().max(200).optional() })
type Parameters = z.output<typeof parameters>

const assessed = async ({ indicator }: Parameters, context: ReadContext): Promise<{ state: IndicatorState; assessment: Assessment }> => {
  const on = context.asOf.effectiveOn
  const state = await indicatorHere(context, indicator)
  if (!state) throw notFound({ what: 'el indicador' })
  return { state, assessment: assess(state, on, lightRuleOf(context.law, on)) }
}
const digest = (state: IndicatorState, measurement: Measurement | null): string =>
  digestOf([state.id, ...(measurement ? [measurement.id, String(measurement.value ?? measurement.absence)] : []), ...state.targets.map(({ year, value }) => `${year}=${value}`), String(state.baseline?.value ?? '')])

/** The measurement behind the figure, with the document it came in. */
const trailOf = (state: IndicatorState, measurement: Measurement | null): Trail => ({
  records: measurement ? [{
    id: measurement.id, documentTitle: measurement.document || measurement.source, documentDate: measurement.on, text: `${state.code} ${state.name}: ${measurement.source}${measurement.approved ? '' : ' (por aprobar)'}`,
    amount: measurement.value ?? 0, amountUnit: state.unit, href: indicatorHref(state.id), ...(measurement.fileHash ? { fileHash: measurement.fileHash } : {}),
  }] : [],
  total: measurement ? 1 : 0, sum: measurement?.value ?? 0, sumUnit: state.unit,
  ...(measurement ? {} : { note: 'Aún no hay mediciones de este indicador.' }),
})
const statusOf = (measurement: Measurement | null): FigureResult['status'] => (measurement?.approved ? 'firm' : 'provisional')

export const indicatorValue = defineFigure({
  id: 'plan/indicator-value',
  title: ({ label }) => (label ? `Valor de ${label}` : 'Valor del indicador'),
  unit: 'measure',
  method: 'Última medición del indicador hasta la fecha de corte, en su propia unidad; provisional mientras no la apruebe una persona distinta de quien la registró.',
  parameters, allowed: (actor) => actor.permissions.has('plan.read'),
  compute: async (input, context) => {
    const { state, assessment: { measurement } } = await assessed(input, context)
    const rest = { count: measurement ? 1 : 0, digest: digest(state, measurement) }
    if (!measurement || measurement.value === null) return { value: null, absence: measurement?.absence ?? 'no-data', ...rest }
    return { value: measurement.value, status: statusOf(measurement), ...rest, formula: [{ label: `${state.code} ${state.name}`, text: `${state.formula}, en ${state.unit}, al ${formatDay(measurement.on)}` }] }
  },
  trail: async (input, context) => {
    const { state, assessment } = await assessed(input, context)
    return trailOf(state, assessment.measurement)
  },
})
export const indicatorProgress = defineFigure({
  id: 'plan/indicator-progress',
  title: ({ label }) => (label ? `Avance de ${label} hacia su meta` : 'Avance del indicador hacia su meta'),
  unit: 'ratio',
  method: 'Recorrido desde la línea base hasta la meta del año de la medición: (valor − base) / (meta − base). Los que se acumulan en el año, valor / meta del año. Los que se mantienen, cercanía a la meta.',
  parameters, law: ['plan/traffic-light'], allowed: (actor) => actor.permissions.has('plan.read'),
  compute: async (input, context) => {
    const { state, assessment } = await assessed(input, context)
    return {
      value: assessment.progress, ...(assessment.absence ? { absence: assessment.absence } : {}), status: statusOf(assessment.measurement),
      count: assessment.measurement ? 1 : 0, digest: digest(state, assessment.measurement), formula: assessment.how,
      law: [{ id: 'plan/traffic-light', ...context.law.at('plan/traffic-light', context.asOf.effectiveOn) }],
    }
  },
  trail: async (input, context) => {
    const { state, assessment } = await assessed(input, context)
    return trailOf(state, assessment.measurement)
  },
})
