import { can, type Day } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import type { DatasetView } from '../contract.ts'
import { datasetStore } from '../datasets/dataset.store.ts'
import { datasetView } from '../datasets/dataset-view.ts'
import { standingBefore } from '../datasets/restricted-access.ts'
import { versionStore } from '../datasets/version.store.ts'
import type { Code, Structure } from '../model/structure.ts'
import { placesAbove } from '../tables/places-above.ts'
import { populationChoices } from './population-choices.ts'

export type BuilderAnswer = {
  readonly dataset: DatasetView; readonly standing: 'may' | 'purpose' | 'never'; readonly home: string
  /** The version asked for (the newest when none), with what its columns mean; nothing when the data set has no version at those dates. */
  readonly version: { readonly number: number; readonly period: string; readonly updatedOn: Day; readonly rows: number; readonly structure: Structure } | null
  readonly versions: readonly { readonly number: number; readonly period: string; readonly updatedOn: Day }[]
  /** What stands above the places of each dimension. */
  readonly above: Readonly<Record<string, readonly Code[]>>
  readonly populations: readonly { readonly id: string; readonly title: string; readonly base: string }[]
}

/** Everything a person needs to put a table together from one data set. */
export const openBuilder = defineQuery({
  name: 'statistics.open-builder', title: 'Armar un cuadro', input: z.object({ id: z.uuid(), version: z.coerce.number().int().positive().optional() }), allowed: can('statistics.read'),
  run: async ({ id, version: wanted }, context): Promise<BuilderAnswer> => {
    const row = await datasetStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'el conjunto de datos' })
    const dates = { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
    const store = versionStore(context.tx)
    const version = wanted ? await store.numbered(id, wanted, dates) : await store.latest(id, dates)
    if (wanted && !version) throw notFound({ what: 'esa versión de los datos en esas fechas' })
    const versions = (await store.all(id, dates)).map(({ number, period, effective_on: updatedOn }) => ({ number, period, updatedOn }))
    return {
      dataset: datasetView(row, context), standing: await standingBefore(context, row), home: context.actor.commune, versions,
      version: version ? { number: version.number, period: version.period, updatedOn: version.effective_on, rows: version.rows, structure: version.structure } : null,
      above: Object.fromEntries((version?.structure.dimensions ?? []).map((dimension) => [dimension.key, placesAbove(dimension)])), populations: await populationChoices(context, dates),
    }
  },
})
