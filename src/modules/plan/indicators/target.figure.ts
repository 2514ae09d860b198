import { yearOf } from '#kernel'
import { defineFigure, digestOf, notFound, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { indicatorHref } from '../hrefs.ts'
import { indicatorHere } from './indicator-here.ts'
import { type IndicatorState, type Target, targetFor } from './indicator.ts'

const parameters = z.object({ indicator: z.uuid(), label: z.string().max(200).optional() })
const found = async (id: string, context: ReadContext): Promise<{ state: IndicatorState; target: Target | undefined }> => {
  const on = context.asOf.effectiveOn
  const state = await indicatorHere(context, id)
  if (!state) throw notFound({ what: 'el indicador' })
  return { state, target: targetFor(state, on) }
}

/** The goal an indicator has for the year of the day asked, in the unit of the indicator. */
export const indicatorTarget = defineFigure({
  id: 'plan/indicator-target', title: ({ label }) => (label ? `Meta de ${label}` : 'Meta del indicador'), unit: 'measure', parameters, allowed: (actor) => actor.permissions.has('plan.read'),
  method: 'Meta fijada para el año de la fecha de corte; si ese año no tiene, la del año siguiente que la tenga, o la última.',
  compute: async ({ indicator }, context) => {
    const { state, target } = await found(indicator, context)
    if (!target) return { value: null, absence: 'not-applicable', count: 0, digest: digestOf([state.id]) }
    return { value: target.value, count: 1, digest: digestOf([state.id, `${target.year}=${target.value}`]), formula: [{ label: `${state.code} ${state.name}`, text: `Meta del año ${target.year}, en ${state.unit}${target.year === yearOf(context.asOf.effectiveOn) ? '' : `; ${yearOf(context.asOf.effectiveOn)} no tiene meta propia`}` }] }
  },
  trail: async ({ indicator }, context) => {
    const { state, target } = await found(indicator, context)
    const records = target ? [{ id: `${state.id} ${target.year}`, documentTitle: `Meta ${target.year} de ${state.code} ${state.name}`, amount: target.value, amountUnit: state.unit, href: indicatorHref(state.id) }] : []
    return { records, total: records.length, sum: target?.value ?? 0, sumUnit: state.unit, ...(target ? {} : { note: 'El indicador no tiene metas fijadas.' }) }
  },
})
