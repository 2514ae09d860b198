import { parseInput, type PrepareContext, type ReadContext, type SheetColumn, type SheetRow } from '#platform/actions'
import { fileRows, readableFile } from '#evidence'
import { notFound } from '#platform/actions'
import { readSheets, type Workbook } from '#platform/spreadsheets'
import type { Comparison } from '../contract.ts'
import { demandWorksheet, type Modules, worksheetsOf } from '../definitions.ts'
import { signingStore } from '../signing.store.ts'
import { compareRows, type RowsCompared } from './compare-rows.ts'
import { demandMark, findSheet, type FoundSheet } from './find-sheet.ts'

/** A list of a municipality, with room: larger ones are edited by filtered parts. */
const LIMITS = { bytes: 12_000_000, rows: 20_000, cells: 1_000_000, seconds: 30 }
const SHOWN_MISSING = 200

/** Reads the file in its own process, before any transaction. Only one the reader may open. */
export const readFor = async ({ files, read, actor }: Pick<PrepareContext, 'files' | 'read' | 'actor'>, modules: Modules, name: string, fileHash: string): Promise<Workbook> => {
  demandWorksheet(modules, name, actor)
  const row = await read((context) => readableFile(context.tx, actor, fileHash))
  if (!row) throw notFound({ what: 'el archivo' })
  return readSheets({ path: files.pathOf(fileHash) }, LIMITS)
}
export type Compared = { readonly comparison: Comparison; readonly rows: RowsCompared; readonly found: FoundSheet; readonly columns: readonly SheetColumn[]; readonly current: ReadonlyMap<string, SheetRow>; readonly secret: Uint8Array; readonly filters: unknown; readonly wide: unknown }

/** The returned file against what it said and what the records say today. */
export const compareFile = async (context: ReadContext, modules: Modules, name: string, book: Workbook): Promise<Compared> => {
  const definition = demandWorksheet(modules, name, context.actor)
  const secret = await signingStore(context.tx).key()
  const mark = demandMark(book, secret, { name, title: definition.title, commune: context.actor.commune }, (other) => worksheetsOf(modules).find((one) => one.name === other)?.title)
  const filters: unknown = parseInput(definition.filters, mark.filters, definition.title)
  const wide: unknown = definition.wide(filters)
  const columns = await definition.columns(wide, context)
  const current = new Map((await definition.rows(wide, context)).map((row) => [row.id, row]))
  const found = findSheet(book, mark, columns, definition.title)
  const rows = compareRows(found, { definition, columns, current, secret: secret ?? new Uint8Array(), actor: context.actor, given: { reason: 'Planilla editada', today: context.today } })
  const lacking = Math.max(0, mark.rows - rows.seen.size)
  const missing = lacking > 0 ? (await definition.rows(filters, context)).filter(({ id }) => !rows.seen.has(id)).slice(0, Math.min(lacking, SHOWN_MISSING)).map(({ label }) => label) : []
  return {
    rows, found, columns, current, secret: secret ?? new Uint8Array(), filters, wide,
    comparison: {
      name, title: definition.title, list: definition.list, downloadedAt: mark.at, words: mark.words, effectiveOn: mark.effectiveOn, knownOn: mark.knownOn, rows: rows.rows,
      counts: { equal: rows.equal, ...rows.rowsBy, missing: lacking }, lines: rows.lines, missing, notes: found.notes,
    },
  }
}
/** The name under which the file came. */
export const fileName = async (context: ReadContext, hash: string): Promise<string> => (await fileRows(context.tx).get(hash))?.name ?? 'planilla.xlsx'
