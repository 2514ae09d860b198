import { can } from '#kernel'
import { type ActionContext, defineAction, notFound, type PrepareContext, versionMoved } from '#platform/actions'
import { AddSourceInput, ChangeConceptInput, CreateConceptInput, RetireSourceInput } from '../contract.ts'
import { versionOf } from '../datasets/version-of.ts'
import { CONCEPT, conceptHref } from '../hrefs.ts'
import { addressUnread } from '../problems.ts'
import { type ConceptRow, conceptStore } from './concept.store.ts'
import { addressProblem, type CellAddress, readSeries, type SeriesPoint } from './read-series.ts'

const keep = async (context: ActionContext, id: string): Promise<ConceptRow> => {
  const row = await conceptStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el concepto' })
  await context.keep({ kind: CONCEPT, id, version: row.version, data: row })
  await context.index({ kind: CONCEPT, id, title: row.title, subtitle: 'Cifras oficiales', href: conceptHref(row.code) })
  return row
}

/** Names something that several sources measure. */
export const createConcept = defineAction({
  name: 'statistics.create-concept', title: 'Crear un concepto', input: CreateConceptInput, allowed: can('statistics.manage'),
  run: async ({ id, ...fields }, context) => {
    await conceptStore(context.tx).add(id, fields, context.entryId)
    const row = await keep(context, id)
    return { result: { id, version: row.version }, entry: { name: 'concept-created', summary: `Se creó el concepto «${row.title}»`, record: { kind: CONCEPT, id } } }
  },
})

/** Changes what is said of a concept: its definition, and the note that explains why its sources differ. */
export const changeConcept = defineAction({
  name: 'statistics.change-concept', title: 'Cambiar un concepto o su nota', input: ChangeConceptInput, allowed: can('statistics.manage'),
  run: async ({ id, version, ...fields }, context) => {
    const store = conceptStore(context.tx)
    const before = await store.hold(id)
    if (!before) throw notFound({ what: 'el concepto' })
    if (before.version !== version) throw versionMoved({ what: before.title, yours: version, current: before.version }, { facts: { current: before } })
    await store.change(id, fields)
    const row = await keep(context, id)
    return { result: { id, version: row.version }, entry: { name: 'concept-changed', summary: `Cambió el concepto «${row.title}»`, record: { kind: CONCEPT, id } } }
  },
})

/** What a cell of the newest version says, read before the transaction. */
export const seriesNow = async ({ read, analytics }: Pick<PrepareContext, 'read' | 'analytics'>, datasetId: string, address: CellAddress): Promise<{ versionId: string; points: readonly SeriesPoint[] }> => {
  const version = await read((context) => versionOf(context, datasetId, 'latest'))
  const wrong = addressProblem(version.structure, address)
  if (wrong) throw addressUnread({ what: wrong })
  return { versionId: version.versionId, points: await readSeries(analytics, version.hash, version.structure, address) }
}

/** Adds a source of a concept: a cell of a data set, kept apart from the others. */
export const addSource = defineAction({
  name: 'statistics.add-source', title: 'Agregar una fuente a un concepto', input: AddSourceInput, allowed: can('statistics.manage'),
  prepare: ({ datasetId, measure, codes }, context) => seriesNow(context, datasetId, { measure, codes }),
  run: async ({ id, conceptId, datasetId, title, measure, codes }, context, { versionId, points }) => {
    const store = conceptStore(context.tx)
    const concept = await store.hold(conceptId)
    if (!concept) throw notFound({ what: 'el concepto' })
    await store.addSource({ id, concept_id: conceptId, dataset_id: datasetId, title, measure, codes }, context.entryId)
    if (points.length > 0) await store.addValues(id, versionId, points, context.entryId)
    return { result: { id, periods: points.length }, entry: { name: 'concept-source-added', summary: `«${concept.title}» tiene otra fuente: ${title}`, record: { kind: CONCEPT, id: conceptId }, facts: { measure, codes } } }
  },
})

/** Stops reading a source; what was adopted from it stays. */
export const retireSource = defineAction({
  name: 'statistics.retire-source', title: 'Dejar de usar una fuente', input: RetireSourceInput, allowed: can('statistics.manage'),
  run: async ({ id, reason }, context) => {
    const store = conceptStore(context.tx)
    const source = await store.source(id)
    if (!source) throw notFound({ what: 'la fuente' })
    await store.retireSource(id, context.entryId)
    return { result: { id }, entry: { name: 'concept-source-retired', summary: `Se dejó de usar la fuente «${source.title}»: ${reason}`, record: { kind: CONCEPT, id: source.concept_id } } }
  },
})
