import { randomUUID } from 'node:crypto'
import { can, counted } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { fileRows, hangFile, sourceRows } from '#evidence'
import { demandSameBase } from '../code-lists/population-base.ts'
import { heldDataset, keepDataset } from '../datasets/save-dataset.ts'
import { datasetStore } from '../datasets/dataset.store.ts'
import { versionStore } from '../datasets/version.store.ts'
import { DATASET } from '../hrefs.ts'
import { conceptStore } from '../official/concept.store.ts'
import { loadNeedsVersion, loadNotReady, loadStopped, versionAhead } from '../problems.ts'
import { CancelLoadInput, ConfirmLoadInput, loadStateTitle, LookFileInput, PreviewLoadInput, StartLoadInput } from './load-contract.ts'
import { type LoadRow, loadStore } from './load.store.ts'

const EVER = Number.MAX_SAFE_INTEGER

/** Opens a load of a file that is already in the store, and asks which recipes know it. */
export const startLoad = defineAction({
  name: 'statistics.start-load', title: 'Empezar la carga de un archivo de datos', input: StartLoadInput, allowed: can('statistics.load'),
  run: async ({ id, datasetId, fileHash }, context) => {
    const { tx, actor, clock } = context
    const dataset = await datasetStore(tx).get(datasetId)
    if (!dataset) throw notFound({ what: 'el conjunto de datos' })
    const file = await fileRows(tx).get(fileHash)
    if (!file) throw notFound({ what: 'el archivo subido' })
    await loadStore(tx).add({ id, datasetId, fileHash, fileName: file.name, accountId: actor.accountId, at: clock.now().toISOString(), entryId: randomUUID() })
    const job = await context.enqueue({ kind: 'statistics.read-file', title: `Reconocer «${file.name}»`, input: { id } })
    return { result: { id, job: job.id }, entry: null }
  },
})

const open = async (context: ActionContext, id: string): Promise<LoadRow> => {
  const load = await loadStore(context.tx).hold(id)
  if (!load) throw notFound({ what: 'la carga' })
  if (load.state !== 'reading' && load.state !== 'ready') throw loadNotReady({ state: loadStateTitle[load.state] })
  return load
}

/** Reads the file with a recipe and tells what would change. */
export const previewLoad = defineAction({
  name: 'statistics.preview-load', title: 'Ver qué trae y qué cambia', input: PreviewLoadInput, allowed: can('statistics.load'),
  run: async (input, context) => {
    const load = await open(context, input.id)
    const job = await context.enqueue({ kind: 'statistics.preview-load', title: `Revisar «${load.file_name}»`, input })
    return { result: { id: input.id, job: job.id }, entry: null }
  },
})

/** Shows a sheet of the file, so that a person points at its table. */
export const lookFile = defineAction({
  name: 'statistics.look-file', title: 'Señalar la tabla en la hoja', input: LookFileInput, allowed: can('statistics.load'),
  run: async (input, context) => {
    const load = await open(context, input.id)
    const job = await context.enqueue({ kind: 'statistics.look-file', title: `Mirar «${load.file_name}»`, input })
    return { result: { id: input.id, job: job.id }, entry: null }
  },
})

/** Lets a load go without posting anything. */
export const cancelLoad = defineAction({
  name: 'statistics.cancel-load', title: 'Descartar una carga', input: CancelLoadInput, allowed: can('statistics.load'),
  run: async ({ id }, context) => {
    await open(context, id)
    await loadStore(context.tx).note(id, { state: 'cancelled' })
    return { result: { id }, entry: null }
  },
})

/** Posts what the preview showed as another version, if nothing moved since. Small: the data are already in their file. */
export const confirmLoad = defineAction({
  name: 'statistics.load-version', title: 'Cargar una versión de los datos', help: 'Confirma la vista previa: la versión anterior queda tal como estaba.', input: ConfirmLoadInput, allowed: can('statistics.load'),
  run: async (input, context) => {
    const { tx, actor, entryId } = context
    const load = await open(context, input.id)
    if (load.version !== input.version) throw versionMoved({ what: 'La carga', yours: input.version, current: load.version })
    const preview = load.preview
    if (preview && preview.stops > 0) throw loadStopped({ count: preview.stops })
    if (load.state !== 'ready' || !preview?.parquet || !preview.structure || !preview.changes) throw loadNotReady({ state: loadStateTitle[load.state] })
    const dataset = await heldDataset(context, load.dataset_id)
    const versions = versionStore(tx)
    const latest = await versions.latest(dataset.id, { knownSeq: EVER, on: context.today })
    if ((latest?.number ?? 0) !== preview.against) throw versionAhead({ expected: preview.against, current: latest?.number ?? 0 })
    if (latest && preview.changes.new + preview.changes.changed + preview.changes.missing === 0) throw loadNeedsVersion({})
    demandSameBase(latest?.structure.populationBase || dataset.population_base, preview.structure.populationBase)
    const number = (await versions.lastNumber(dataset.id)) + 1
    const [id, sourceId] = [randomUUID(), randomUUID()]
    const file = await fileRows(tx).get(load.file_hash)
    await sourceRows(tx).add({ id: sourceId, kind: 'file', title: load.file_name, datedOn: input.effectiveOn, publisher: dataset.publisher, licence: dataset.licence, link: dataset.source_link, fileHash: load.file_hash, entryId })
    await versions.add({
      id, dataset_id: dataset.id, number, parquet_hash: preview.parquet, rows: preview.rows, structure: preview.structure, source_id: sourceId, file_hash: load.file_hash, recipe: load.recipe, recipe_version: load.recipe_version, period: input.period,
      effective_on: input.effectiveOn, reason: input.reason, changes: preview.changes, loaded_by: actor.accountId,
    }, entryId)
    const concepts = conceptStore(tx)
    for (const [source, points] of Object.entries(preview.series)) if (points.length > 0) await concepts.addValues(source, id, points, entryId)
    await loadStore(tx).note(load.id, { state: 'loaded', period: input.period, reason: input.reason, number, entryId })
    await datasetStore(tx).mark(dataset.id, { nextExpectedOn: input.nextExpectedOn, ...(dataset.population_base === '' && preview.structure.populationBase ? { populationBase: preview.structure.populationBase } : {}) })
    if (file) await hangFile(context, { kind: DATASET, id: dataset.id }, file, `Versión ${number}: ${load.file_name}`, input.effectiveOn)
    await keepDataset(context, dataset.id)
    const { new: fresh, changed, missing } = preview.changes
    return {
      result: { id: load.id, datasetId: dataset.id, version: number, versionId: id },
      entry: {
        name: 'version-loaded', effectiveOn: input.effectiveOn, record: { kind: DATASET, id: dataset.id }, facts: { version: number, rows: preview.rows, file: load.file_hash, parquet: preview.parquet, recipe: load.recipe, new: fresh, changed, missing },
        summary: `Versión ${number} de «${dataset.title}» (${input.period}): ${counted(preview.rows, 'fila', 'filas')}, ${counted(fresh, 'nueva', 'nuevas')}, ${counted(changed, 'cambiada', 'cambiadas')}, ${counted(missing, 'ya no viene', 'ya no vienen')}. ${input.reason}`,
      },
    }
  },
})
