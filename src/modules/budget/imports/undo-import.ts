import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { type ActionContext, defineAction, type EntryDraft, type JobDefinition, notFound, scopeOf, versionMoved } from '#platform/actions'
import { demandUndoTerm } from '#evidence'
import { z } from 'zod'
import { wrongState } from '../problems.ts'
import { demandNobodyLeans, demandUndoable, leaningPage, PAGE, undoneDraft } from '../movements/undo-entry.ts'
import { movementStore } from '../movements/movement.store.ts'
import { undoStore } from '../movements/undo.store.ts'
import { UndoImportInput } from './import-contract.ts'
import { importStates, importStore } from './import.store.ts'

/** Movements that one action takes back by itself; longer loads go back in a job, in short transactions. */
const AT_ONCE = 4000

const demandLoaded = async (context: ActionContext, id: string, version?: number) => {
  const load = await importStore(context.tx).hold(id)
  if (!load) throw notFound({ what: 'la carga' })
  if (version !== undefined && load.version !== version) throw versionMoved({ what: 'La carga', yours: version, current: load.version }, { facts: { current: { state: load.state } } })
  if (load.state !== 'loaded') throw wrongState({ what: 'La carga', state: importStates[load.state], needs: 'cargada' })
  return load
}

/** Undoes a whole load in one action. Refused, with the list, when later facts lean on it. */
export const undoImport = defineAction({
  name: 'budget.undo-import', title: 'Deshacer la carga de un balance',
  help: 'Escribe lo contrario de todo lo cargado; nada se borra. Se rechaza si hechos posteriores se apoyan en la carga.',
  input: UndoImportInput, allowed: can('budget.undo'),
  run: async ({ id, version, reason }, context): Promise<{ result: { job?: string; rows: number }; entry: EntryDraft | null }> => {
    const load = await demandLoaded(context, id, version)
    const entry = await demandUndoable(context, load.entry_id)
    demandUndoTerm(context.law, { summary: entry.summary, recorded_at: entry.recordedAt }, context.today)
    await demandNobodyLeans((after) => leaningPage(context.tx, entry, after))
    if (entry.rows > AT_ONCE) {
      const job = await context.enqueue({ kind: 'budget.undo-load', title: `Deshacer «${load.file_name}»`, input: { id, reason, entryId: randomUUID() } })
      return { result: { job: job.id, rows: entry.rows }, entry: null }
    }
    for (let from = 0; from < entry.rows; from += PAGE) await undoStore(context.tx).reverse(entry.id, context.entryId, from, from + PAGE)
    const { result, entry: draft } = await undoneDraft(context, entry, reason)
    return { result, entry: draft }
  },
})

const JobInput = z.object({ id: z.uuid(), reason: z.string(), entryId: z.uuid() })

/** Posts a reversal that its job staged under this entry. */
const postUndo = defineAction({
  name: 'budget.post-undo', title: 'Asentar el reverso de una carga', input: JobInput, allowed: can('budget.undo'),
  run: async ({ id, reason, entryId }, context) => {
    if (entryId !== context.entryId) throw notFound({ what: 'el reverso preparado' })
    const load = await demandLoaded(context, id)
    const entry = await demandUndoable(context, load.entry_id)
    if ((await movementStore(context.tx).countOfEntry(context.entryId)) !== entry.rows) throw wrongState({ what: 'El reverso', state: 'incompleto', needs: 'completo' })
    await demandNobodyLeans((after) => leaningPage(context.tx, entry, after))
    return undoneDraft(context, entry, reason)
  },
})

export const undoLoadJob: JobDefinition = {
  kind: 'budget.undo-load', title: 'Deshacer una carga',
  run: async (job) => {
    const { id, reason, entryId } = JobInput.parse(job.input)
    const load = await job.read(({ tx }) => importStore(tx).get(id))
    if (!load) throw notFound({ what: 'la carga' })
    const rows = await job.read(({ tx }) => movementStore(tx).countOfEntry(load.entry_id))
    for (let from = 0; from < rows; from += PAGE) {
      await job.database.write(scopeOf(job.actor), (tx) => undoStore(tx).reverse(load.entry_id, entryId, from, from + PAGE))
      await job.progress(from / rows, 'Escribiendo lo contrario')
    }
    return job.act(postUndo, { id, reason, entryId }, { entryId })
  },
  clean: async (job) => {
    const { entryId } = JobInput.parse(job.input)
    while ((await job.database.write(scopeOf(job.actor), (tx) => movementStore(tx).eraseUnposted(entryId, PAGE))) > 0);
  },
}
