import { can } from '#kernel'
import { defineQuery, notFound, type PrepareContext, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { readingOf } from '../readings/reading.ts'
import { heldDatasets, versionsFound } from './held-datasets.ts'
import type { BoardAnswer, IndicatorAnswer, IndicatorView, TargetView } from './indicator-contract.ts'
import { indicatorView } from './indicator-view.ts'
import { measureIndicator } from './measure-indicator.ts'
import { aroundOf, communeName } from './places.ts'
import { type IndicatorRecipe, piecesOf } from './recipe.ts'
import { indicatorRules } from './rules.ts'
import { shippedIndicator, shippedIndicators } from './shipped-indicators.ts'
import { targetStore } from './target.store.ts'

/** Everything an indicator needs of the database; its numbers are asked of the engine afterwards. */
const found = async (context: ReadContext, recipes: readonly IndicatorRecipe[]) => {
  const rules = indicatorRules(context.law, context.asOf.effectiveOn)
  const held = await heldDatasets(context, recipes.flatMap((recipe) => piecesOf(recipe).map(({ dataset }) => dataset)))
  const targets = await targetStore(context.tx).all({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn })
  return { recipes, rules, held, targets, asOf: context.asOf, home: context.actor.commune, mayManage: context.actor.permissions.has('statistics.manage') }
}
type Found = Awaited<ReturnType<typeof found>>
const views = async ({ recipes, rules, held, targets, asOf, home }: Found, { analytics }: PrepareContext): Promise<readonly IndicatorView[]> => {
  const around = aroundOf(home, rules.similarCount)
  const asking = { hands: { analytics, asOf, versionOf: versionsFound(held) }, until: Number(asOf.effectiveOn.slice(0, 4)), held: new Map([...held].map(([code, { datasetId, structure }]) => [code, { id: datasetId, structure }])) }
  const made: IndicatorView[] = []
  for (const recipe of recipes) made.push(indicatorView(recipe, await measureIndicator(asking, recipe, around), held, targets.find(({ indicator }) => indicator === recipe.code), rules))
  return made
}

/** Every indicator of the commune, with its trend, what it is compared with, its state and its alerts. */
export const indicatorBoard = defineQuery({
  name: 'statistics.indicator-board', title: 'Indicadores de la comuna', input: z.object({}), allowed: can('statistics.read'),
  run: (_input, context) => found(context, shippedIndicators()),
  finish: async (told: Found, hands): Promise<BoardAnswer> => ({ place: communeName(told.home), indicators: await views(told, hands), mayManage: told.mayManage }),
})
/** One indicator: its whole series, method, sources, comparisons, gaps, alerts and the history of its target. */
export const showIndicator = defineQuery({
  name: 'statistics.show-indicator', title: 'Un indicador de la comuna', input: z.object({ id: z.string().max(60) }), allowed: can('statistics.read'),
  run: async ({ id }, context) => {
    const recipe = shippedIndicator(id)
    if (!recipe) throw notFound({ what: 'el indicador' })
    return found(context, [recipe])
  },
  finish: async (told: Found, hands): Promise<IndicatorAnswer> => {
    const [indicator] = await views(told, hands)
    if (!indicator) throw notFound({ what: 'el indicador' })
    const place = communeName(told.home)
    return { place, indicator, targets: told.targets.filter((one) => one.indicator === indicator.code).map(({ indicator: _code, ...target }): TargetView => target), reading: readingOf(indicator, place, told.rules), mayManage: told.mayManage, smallCases: told.rules.smallCases }
  },
})
