import { can, formatNumber } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { INDICATOR } from '../hrefs.ts'
import { SetTargetInput } from './indicator-contract.ts'
import { shippedIndicator } from './shipped-indicators.ts'
import { targetStore } from './target.store.ts'

/** Says what is wanted of an indicator, by when and who decided it; without value, takes the target away. The earlier ones stay in the history. */
export const setTarget = defineAction({
  name: 'statistics.set-target', title: 'Fijar la meta de un indicador', help: 'Con el documento que la fija. Sin valor, el indicador queda sin meta.', input: SetTargetInput, allowed: can('statistics.manage'),
  run: async (input, context) => {
    const recipe = shippedIndicator(input.indicator)
    if (!recipe) throw notFound({ what: 'el indicador' })
    await targetStore(context.tx).add(input, context.entryId)
    const said = input.value === null ? 'queda sin meta' : `meta de ${formatNumber(input.value, recipe.decimals)} (${recipe.unit}) para ${input.byYear}`
    return { result: { id: input.id }, entry: { name: 'target-set', summary: `«${recipe.title}»: ${said}`, effectiveOn: input.effectiveOn, record: { kind: INDICATOR, id: recipe.code }, facts: { value: input.value, byYear: input.byYear, source: input.source } } }
  },
})
