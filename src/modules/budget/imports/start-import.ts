import { randomUUID } from 'node:crypto'
import { can, monthNames } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { LoadImportInput, PreviewImportInput, ShowHeaderInput, StartImportInput } from './import-contract.ts'
import { importStore } from './import.store.ts'

/** Opens a load over an uploaded file and asks for its picture. Nothing of the budget changes. */
export const startImport = defineAction({
  name: 'budget.start-import', title: 'Empezar la carga de un balance',
  help: 'Con el archivo ya subido y el mes. El sistema lo lee aparte y propone qué es cada columna.',
  input: StartImportInput, allowed: can('budget.import'),
  run: async (input, context) => {
    const file = await fileRows(context.tx).get(input.fileHash)
    if (!file) throw notFound({ what: 'el archivo subido' })
    const id = randomUUID()
    await importStore(context.tx).add({ id, year: input.year, month: input.month, fileHash: input.fileHash, fileName: file.name, entryId: randomUUID(), accountId: context.actor.accountId, at: context.clock.now().toISOString() })
    const job = await context.enqueue({ kind: 'budget.read-balance', title: `Leer «${file.name}»`, input: { id, recipe: input.recipe ?? '' } })
    return { result: { id, job: job.id, title: `${monthNames[input.month - 1]} de ${input.year}` }, entry: null }
  },
})

const demandReading = async (tx: Parameters<typeof importStore>[0], id: string): Promise<{ file_name: string }> => {
  const load = await importStore(tx).get(id)
  if (!load || load.state === 'loaded' || load.state === 'undone') throw notFound({ what: 'una carga en revisión' })
  return load
}

/** Draws another sheet, or the same with another header row. */
export const showSheet = defineAction({
  name: 'budget.show-sheet', title: 'Ver otra hoja o encabezado', input: ShowHeaderInput, allowed: can('budget.import'),
  run: async (input, context) => {
    const load = await demandReading(context.tx, input.id)
    const job = await context.enqueue({ kind: 'budget.read-balance', title: `Leer «${load.file_name}»`, input })
    return { result: { job: job.id }, entry: null }
  },
})

/** Computes what would change, against the ledger as it is now. */
export const previewImport = defineAction({
  name: 'budget.preview-import', title: 'Ver qué cambiará', input: PreviewImportInput, allowed: can('budget.import'),
  run: async (input, context) => {
    const load = await demandReading(context.tx, input.id)
    const job = await context.enqueue({ kind: 'budget.preview-balance', title: `Revisar «${load.file_name}»`, input })
    return { result: { job: job.id }, entry: null }
  },
})

/** Loads the balance, whole or not at all, if the ledger is still where the preview saw it. */
export const importBalance = defineAction({
  name: 'budget.import-balance', title: 'Cargar un balance', input: LoadImportInput, allowed: can('budget.import'),
  run: async (input, context) => {
    const load = await demandReading(context.tx, input.id)
    const job = await context.enqueue({ kind: 'budget.load-balance', title: `Cargar «${load.file_name}»`, input })
    return { result: { job: job.id }, entry: null }
  },
})
