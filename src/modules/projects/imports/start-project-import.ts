import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { KeepProjectImportInput, ProjectImportChoices, StartProjectImportInput } from './import-contract.ts'
import { importStore, type ImportRow } from './import.store.ts'
import { importNotInState } from './import-problems.ts'
import { importStateTitle } from './import-contract.ts'
import { listFacts } from './list-facts.ts'
import { previewList } from './preview-list.ts'
import { readListFile } from './read-list-file.ts'
import { rejectedRows } from './rejected-rows.ts'
import { z } from 'zod'

export const demandReading = async (context: Pick<ActionContext, 'tx'>, id: string): Promise<ImportRow> => {
  const row = await importStore(context.tx).hold(id)
  if (!row) throw notFound({ what: 'la carga' })
  if (row.state !== 'reading') throw importNotInState({ state: importStateTitle[row.state], needs: importStateTitle.reading })
  return row
}

/** Reads an uploaded list and keeps what it says. Nothing of the portfolio changes. */
export const startProjectImport = defineAction({
  name: 'projects.start-import', title: 'Empezar la carga de una lista de proyectos', help: 'Con el archivo ya subido. Se lee aparte y se propone qué es cada columna.', input: StartProjectImportInput, allowed: can('projects.import'),
  prepare: async ({ fileHash }, { files, read }) => {
    const file = await read(({ tx }) => fileRows(tx).get(fileHash))
    if (!file) throw notFound({ what: 'el archivo subido' })
    return { name: file.name, reading: await readListFile(files.pathOf(fileHash), file.name) }
  },
  run: async ({ fileHash }, context, { name, reading }) => {
    const id = randomUUID()
    await importStore(context.tx).add({ id, fileHash, fileName: name, reading, accountId: context.actor.accountId, at: context.clock.now().toISOString() })
    return { result: { id }, entry: null }
  },
})
/** Keeps what the person has decided, so that a closed window loses nothing. Not a fact: it leaves no entry. */
export const keepProjectImport = defineAction({
  name: 'projects.keep-import', title: 'Guardar lo decidido de una carga de proyectos', input: KeepProjectImportInput, allowed: can('projects.import'), perMinute: 240,
  run: async ({ id, choices }, context) => {
    await demandReading(context, id)
    await importStore(context.tx).keep(id, choices)
    return { result: { id }, entry: null }
  },
})
/** The rows that will not be loaded, as they came, with the reason in the last column. */
export const saveRejectedProjects = defineAction({
  name: 'projects.save-rejected', title: 'Bajar las filas rechazadas de una lista', input: z.object({ id: z.uuid() }), allowed: can('projects.import'),
  prepare: async ({ id }, { files, read }) => {
    const { book, hash } = await read(async (context) => {
      const row = await importStore(context.tx).get(id)
      if (!row) throw notFound({ what: 'la carga' })
      if (row.state !== 'reading') return { book: undefined, hash: row.rejected_hash }
      const sheets = await importStore(context.tx).reading(id)
      return { book: rejectedRows(sheets, previewList(sheets, ProjectImportChoices.parse(row.choices), await listFacts(context))), hash: null }
    })
    return book ? files.put(await writeWorkbook([book])) : { hash, size: 0 }
  },
  run: async ({ id }, context, { hash, size }) => {
    if (!hash) throw notFound({ what: 'filas rechazadas en esta carga' })
    if (size > 0) {
      await fileRows(context.tx).add({ hash, name: 'proyectos-rechazados.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
      await importStore(context.tx).noteRejected(id, hash)
    }
    return { result: { hash }, entry: null }
  },
})
