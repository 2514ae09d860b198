import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { type OutputSheet, writeWorkbook } from '#platform/spreadsheets'
import { z } from 'zod'
import { planFacts } from './plan-facts.ts'
import { importStateTitle, KeepPlanImportInput, PlanImportChoices, type PlanPreview, StartPlanImportInput } from './plan-import-contract.ts'
import { planImportState } from './plan-import-problems.ts'
import { type PlanImportRow, planImportStore } from './plan-import.store.ts'
import { previewPlan } from './preview-plan.ts'
import { readPlanFile } from './read-plan-file.ts'

export const demandReading = async ({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<PlanImportRow> => {
  const row = await planImportStore(tx).hold(id)
  if (!row) throw notFound({ what: 'la carga' })
  if (row.state !== 'reading') throw planImportState({ state: importStateTitle[row.state], needs: importStateTitle.reading })
  return row
}
/** Rows of the document that did not enter the tree, with the reason in the last column; undefined when all did. */
export const notUnderstood = ({ tables }: PlanPreview): OutputSheet | undefined => {
  const rows = tables.flatMap((table) => table.rows.filter(({ state }) => state === 'not-understood').map((row) => ({ cells: [table.title, row.number, row.text, row.why] })))
  return rows.length === 0 ? undefined : { name: 'No se entendió', title: 'Filas del documento que no entraron al plan', columns: [{ title: 'Tabla', format: 'text' }, { title: 'Fila', format: 'integer', width: 8 }, { title: 'Dice', format: 'text', width: 80 }, { title: 'Razón', format: 'text', width: 60 }], rows }
}
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Reads an uploaded document and keeps its headings and tables. Nothing of the plan changes. */
export const startPlanImport = defineAction({
  name: 'plan.start-import', title: 'Empezar la carga de un plan', help: 'Con el Word o el Excel de la consultora ya subido.', input: StartPlanImportInput, allowed: can('plan.import'),
  prepare: async ({ fileHash }, { files, read }) => {
    const file = await read(({ tx }) => fileRows(tx).get(fileHash))
    if (!file) throw notFound({ what: 'el archivo subido' })
    return { name: file.name, reading: await readPlanFile(files.pathOf(fileHash), file.name) }
  },
  run: async ({ fileHash }, context, { name, reading }) => {
    const id = randomUUID()
    await planImportStore(context.tx).add({ id, fileHash, fileName: name, reading, accountId: context.actor.accountId, at: context.clock.now().toISOString() })
    return { result: { id }, entry: null }
  },
})
/** Keeps what the person decided and corrected. Not a fact: it leaves no entry. */
export const keepPlanImport = defineAction({
  name: 'plan.keep-import', title: 'Guardar lo decidido de la carga de un plan', input: KeepPlanImportInput, allowed: can('plan.import'), perMinute: 240,
  run: async ({ id, choices }, context) => {
    await demandReading(context, id)
    await planImportStore(context.tx).keep(id, choices)
    return { result: { id }, entry: null }
  },
})
/** What was not understood, as a workbook with the reason in its last column. */
export const saveNotUnderstood = defineAction({
  name: 'plan.save-not-understood', title: 'Bajar lo que no se entendió de un plan', input: z.object({ id: z.uuid() }), allowed: can('plan.import'),
  prepare: async ({ id }, { files, read }) => {
    const { book, hash } = await read(async (context) => {
      const row = await planImportStore(context.tx).get(id)
      if (!row) throw notFound({ what: 'la carga' })
      return row.state === 'reading' ? { book: notUnderstood(previewPlan(await planImportStore(context.tx).reading(id), PlanImportChoices.parse(row.choices), await planFacts(context, row.file_name))), hash: null } : { book: undefined, hash: row.rejected_hash }
    })
    return book ? files.put(await writeWorkbook([book])) : { hash, size: 0 }
  },
  run: async ({ id }, context, { hash, size }) => {
    if (!hash) throw notFound({ what: 'filas sin entender en esta carga' })
    if (size > 0) {
      await fileRows(context.tx).add({ hash, name: 'plan-no-entendido.xlsx', mediaType: XLSX, size, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
      await planImportStore(context.tx).noteRejected(id, hash)
    }
    return { result: { hash }, entry: null }
  },
})
