import { defineAction } from '#platform/actions'
import { GRID_ROWS, OpenGridInput, type SheetOpened } from '../contract.ts'
import { demandWorksheet, mayEditSome, type Modules } from '../definitions.ts'
import { rowMark, sheetMark } from '../download/row-key.ts'
import { worksheetFacts } from '../download/worksheet-file.ts'
import { tooLongForGrid } from '../problems.ts'
import { signingStore } from '../signing.store.ts'

/** Opens a list to be edited on the page, with the same signed keys as its file: what is saved comes back by the same comparison. */
export const openGrid = (modules: Modules) => defineAction({
  name: 'worksheets.open-grid', title: 'Abrir una lista en grilla', help: 'Entrega las filas con su clave, para editarlas en la página. No cambia nada.', input: OpenGridInput, allowed: mayEditSome(modules), perMinute: 60,
  run: async ({ name, filters, only }, context) => {
    const { title, list, about } = demandWorksheet(modules, name, context.actor)
    const secret = await signingStore(context.tx).make()
    const { columns, rows: all, mark } = await worksheetFacts(context, modules, name, filters, secret)
    const rows = only ? all.filter(({ id }) => id === only) : all
    if (rows.length > GRID_ROWS) throw tooLongForGrid({ rows: rows.length, most: GRID_ROWS })
    const open = columns.filter((column) => column.open)
    const result: SheetOpened = {
      name, title, list, about, words: mark.words, mark: sheetMark(secret, { ...mark, rows: rows.length }),
      columns: columns.map(({ key, title: head, kind, open: edits, choices, help, width }) => ({ key, title: head, kind, ...(edits ? { open: edits } : {}), ...(choices ? { choices } : {}), ...(help ? { help } : {}), ...(width ? { width } : {}) })),
      rows: rows.map((row) => ({ id: row.id, label: row.label ?? '', key: rowMark(secret, name, { id: row.id, was: Object.fromEntries(open.map(({ key }) => [key, row.values[key] ?? null])) }), values: row.values, ...(row.closed === undefined ? {} : { closed: row.closed }) })),
    }
    return { result, entry: null }
  },
})
