import { can } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import type { AdoptionView, ConceptView, OfficialAnswer, SourceView } from '../contract.ts'
import { type DatasetRow, datasetStore } from '../datasets/dataset.store.ts'
import { overdueDays } from '../datasets/dataset-view.ts'
import { versionStore } from '../datasets/version.store.ts'
import { conceptStore, type OfficialRow } from './concept.store.ts'

/** Adoptions of one concept, each told if it is the one in force for its period. */
export const adoptionViews = (rows: readonly OfficialRow[]): readonly AdoptionView[] => {
  const seen = new Set<string>()
  return rows.map((row) => {
    const inForce = !seen.has(row.period)
    seen.add(row.period)
    return {
      id: row.id, period: row.period, value: row.value, actKind: row.act_kind, actNumber: row.act_number, actOn: row.act_on, note: row.note, office: row.adopted_office, effectiveOn: row.effective_on, recordedAt: row.recorded_at,
      sourceTitle: row.source_title, datasetId: row.dataset_id, versionNumber: row.version_number, fileHash: row.file_hash, inForce,
    }
  })
}

const gather = async (context: ReadContext): Promise<readonly ConceptView[]> => {
  const dates = { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
  const store = conceptStore(context.tx)
  const [concepts, sources, preferences, adoptions] = [await store.all(dates.knownSeq), await store.sources(dates.knownSeq), await store.preferences(dates.knownSeq), await store.adoptions(dates)]
  const newest = new Map((await versionStore(context.tx).newest(dates)).map((row) => [row.dataset_id, row]))
  const values = await store.values([...newest.values()].map(({ id }) => id))
  const datasets = new Map((await datasetStore(context.tx).byIds([...new Set(sources.map(({ dataset_id: id }) => id))])).map((row) => [row.id, row]))
  const sourceView = (source: (typeof sources)[number], dataset: DatasetRow): SourceView => ({
    id: source.id, title: source.title, datasetId: dataset.id, datasetTitle: dataset.title, publisher: dataset.publisher, base: dataset.population_base, overdueDays: overdueDays(dataset, context.today), versionNumber: newest.get(dataset.id)?.number ?? null,
    measure: source.measure, codes: source.codes, preferredFor: preferences.filter(({ source_id: of }) => of === source.id).map(({ use }) => use), loadedByMe: newest.get(dataset.id)?.loaded_by === context.actor.accountId,
    // What a restricted data set says is not told here.
    values: dataset.access === 'open' ? values.filter(({ source_id: of }) => of === source.id).map(({ period, value }) => ({ period, value })) : [],
  })
  return concepts.map((concept) => ({
    ...concept, sources: sources.filter(({ concept_id: of }) => of === concept.id).flatMap((source) => { const dataset = datasets.get(source.dataset_id); return dataset ? [sourceView(source, dataset)] : [] }),
    adoptions: adoptionViews(adoptions.filter(({ concept_id: of }) => of === concept.id)),
  }))
}

/** Every concept with what each source says, which one is preferred for what, the figure adopted and its history. */
export const listOfficial = defineQuery({
  name: 'statistics.list-official', title: 'Cifras oficiales', input: z.object({}), allowed: can('statistics.read'),
  run: async (_input, context): Promise<OfficialAnswer> => ({ concepts: await gather(context), mayAdopt: context.actor.permissions.has('statistics.adopt'), mayManage: context.actor.permissions.has('statistics.manage') }),
})
