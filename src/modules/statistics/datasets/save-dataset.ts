import { can } from '#kernel'
import { type ActionContext, defineAction, notAllowed, notFound, versionMoved } from '#platform/actions'
import { ChangeDatasetInput, CreateDatasetInput, RetireDatasetInput, ShareDatasetInput } from '../contract.ts'
import { DATASET, datasetHref } from '../hrefs.ts'
import { sourceMissing } from '../problems.ts'
import { type DatasetFields, type DatasetRow, datasetStore } from './dataset.store.ts'

const hasSource = ({ publisher, sourceLink }: Pick<DatasetFields, 'publisher' | 'sourceLink'>): boolean => publisher !== '' && sourceLink !== ''

/** The data set, held for change, if it is still as the person saw it. */
export const heldDataset = async (context: ActionContext, id: string, version?: number): Promise<DatasetRow> => {
  const row = await datasetStore(context.tx).hold(id)
  if (!row) throw notFound({ what: 'el conjunto de datos' })
  if (version !== undefined && row.version !== version) throw versionMoved({ what: row.title, yours: version, current: row.version }, { facts: { current: row } })
  return row
}
/** Keeps the version of the record and, once it is shared, lets the search find it. */
export const keepDataset = async (context: ActionContext, id: string): Promise<DatasetRow> => {
  const row = await datasetStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el conjunto de datos' })
  await context.keep({ kind: DATASET, id, version: row.version, data: row })
  if (row.shared) await context.index({ kind: DATASET, id, title: row.title, subtitle: [row.publisher, row.code].filter(Boolean).join(' · '), href: datasetHref(id), visibility: 'internal' })
  return row
}

/** Describes a new data set. Until it is shared only its author sees it. */
export const createDataset = defineAction({
  name: 'statistics.create-dataset', title: 'Crear un conjunto de datos', input: CreateDatasetInput, allowed: can('statistics.load'),
  run: async ({ id, ...fields }, context) => {
    await datasetStore(context.tx).add(id, fields, context.actor.accountId, context.entryId)
    const row = await keepDataset(context, id)
    return { result: { id, version: row.version }, entry: { name: 'dataset-created', summary: `Se creó el conjunto de datos «${row.title}»`, record: { kind: DATASET, id } } }
  },
})

/** Changes what is said of a data set; its versions are not touched. A shared one asks for who manages the store. */
export const changeDataset = defineAction({
  name: 'statistics.change-dataset', title: 'Cambiar la descripción de un conjunto', input: ChangeDatasetInput, allowed: can('statistics.load'),
  run: async ({ id, version, ...fields }, context) => {
    const before = await heldDataset(context, id, version)
    if (before.shared && !context.actor.permissions.has('statistics.manage')) throw notAllowed({ title: 'Cambiar la descripción de un conjunto compartido' })
    if (before.shared && !hasSource(fields)) throw sourceMissing({})
    await datasetStore(context.tx).change(id, fields)
    const row = await keepDataset(context, id)
    return { result: { id, version: row.version }, entry: { name: 'dataset-changed', summary: `Cambió la descripción de «${row.title}»`, record: { kind: DATASET, id } } }
  },
})

/** Shows a data set to the others: it must say who publishes it and where it comes from. */
export const shareDataset = defineAction({
  name: 'statistics.share-dataset', title: 'Compartir un conjunto de datos', input: ShareDatasetInput, allowed: can('statistics.load'),
  run: async ({ id, version }, context) => {
    const before = await heldDataset(context, id, version)
    if (!hasSource({ publisher: before.publisher, sourceLink: before.source_link })) throw sourceMissing({})
    await datasetStore(context.tx).mark(id, { shared: true })
    const row = await keepDataset(context, id)
    return { result: { id, version: row.version }, entry: { name: 'dataset-shared', summary: `Se compartió el conjunto de datos «${row.title}»`, record: { kind: DATASET, id } } }
  },
})

/** No more versions are expected of it; what it holds stays. */
export const retireDataset = defineAction({
  name: 'statistics.retire-dataset', title: 'Dejar de actualizar un conjunto', input: RetireDatasetInput, allowed: can('statistics.manage'),
  run: async ({ id, version, on, reason }, context) => {
    const before = await heldDataset(context, id, version)
    await datasetStore(context.tx).mark(id, { retiredOn: before.retired_on ? null : on })
    const row = await keepDataset(context, id)
    const what = row.retired_on ? `Se deja de actualizar «${row.title}»: ${reason}` : `Se vuelve a actualizar «${row.title}»: ${reason}`
    return { result: { id, version: row.version, retired: row.retired_on !== null }, entry: { name: row.retired_on ? 'dataset-retired' : 'dataset-resumed', summary: what, effectiveOn: on, record: { kind: DATASET, id } } }
  },
})
