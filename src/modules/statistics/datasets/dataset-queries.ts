import { can, type Day, dayInSantiago } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { undoableUntil } from '#evidence'
import { z } from 'zod'
import type { DatasetView, VersionChanges, VersionView } from '../contract.ts'
import type { Structure } from '../model/structure.ts'
import { datasetStore } from './dataset.store.ts'
import { datasetView } from './dataset-view.ts'
import { standingBefore } from './restricted-access.ts'
import { versionStore } from './version.store.ts'

export type DatasetLine = DatasetView & { readonly newest: { readonly number: number; readonly period: string; readonly updatedOn: Day; readonly rows: number } | null }
export type DatasetsAnswer = { readonly datasets: readonly DatasetLine[]; readonly mayLoad: boolean }

/** Every data set the reader may know of, with its newest version at the two dates. */
export const listDatasets = defineQuery({
  name: 'statistics.list-datasets', title: 'Conjuntos de datos', input: z.object({}), allowed: can('statistics.read'),
  run: async (_input, context): Promise<DatasetsAnswer> => {
    const knownSeq = await context.knownSeq()
    const newest = new Map((await versionStore(context.tx).newest({ knownSeq, on: context.asOf.effectiveOn })).map((row) => [row.dataset_id, row]))
    const datasets = (await datasetStore(context.tx).known(knownSeq)).map((row): DatasetLine => {
      const version = newest.get(row.id)
      return { ...datasetView(row, context), newest: version ? { number: version.number, period: version.period, updatedOn: version.effective_on, rows: version.rows } : null }
    })
    return { datasets, mayLoad: context.actor.permissions.has('statistics.load') }
  },
})

export type DatasetAnswer = { readonly dataset: DatasetView; readonly versions: readonly VersionView[]; readonly structure: Structure | null; readonly standing: 'may' | 'purpose' | 'never' }

/** One data set: what is said of it, every version with its differences, and what its columns mean. */
export const showDataset = defineQuery({
  name: 'statistics.show-dataset', title: 'Un conjunto de datos', input: z.object({ id: z.uuid() }), allowed: can('statistics.read'),
  run: async ({ id }, context): Promise<DatasetAnswer> => {
    const row = await datasetStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'el conjunto de datos' })
    const knownSeq = await context.knownSeq()
    const dates = { knownSeq, on: context.asOf.effectiveOn }
    const store = versionStore(context.tx)
    const withdrawn = new Map((await store.withdrawals(id, knownSeq)).map((one) => [one.version_id, one]))
    const rows = await store.all(id, dates)
    const files = await store.filesOf(rows.map(({ id: version }) => version))
    const versions = rows.map((version): VersionView => {
      const gone = withdrawn.get(version.id)
      const file = files.get(version.id)
      return {
        id: version.id, number: version.number, rows: version.rows, period: version.period, effectiveOn: version.effective_on, recordedAt: version.recorded_at, reason: version.reason, recipe: version.recipe, recipeVersion: version.recipe_version,
        fileHash: version.file_hash, fileName: file?.name ?? null, changes: version.changes && 'new' in version.changes ? (version.changes as VersionChanges) : null, loadId: file?.load ?? null,
        withdrawn: gone ? { reason: gone.reason, on: dayInSantiago(new Date(gone.recorded_at)), undoableUntil: undoableUntil(context.law, gone.recorded_at) } : null,
      }
    })
    const structure = rows.find(({ id: version }) => !withdrawn.has(version))?.structure ?? null
    return { dataset: datasetView(row, context), versions, structure, standing: await standingBefore(context, row) }
  },
})
