import { sortKey } from '#kernel'
import type { SheetColumn } from '#platform/actions'
import type { Sheet, Workbook } from '#platform/spreadsheets'
import { readSheetMark, type SheetMark } from '../download/row-key.ts'
import { KEY_TITLE } from '../contract.ts'
import { REASON_TITLE } from '../download/write-worksheet.ts'
import { notOurSheet, otherCommune, otherSheet } from '../problems.ts'
import { cellText } from './read-cell.ts'

const HEAD_ROWS = 40
const folded = (text: string): string => sortKey(text).replace(/\s+/g, ' ').trim()
export type FoundSheet = {
  readonly sheet: Sheet; readonly mark: SheetMark; readonly header: number; readonly key: number
  /** Where each column of the list is, by key. */
  readonly at: ReadonlyMap<string, number>
  readonly notes: readonly string[]
}

/** The mark of the file, wherever somebody moved it. */
const markIn = ({ sheets }: Workbook, secret: Uint8Array): SheetMark | 'forged' | undefined => {
  for (const sheet of sheets) for (let row = 0; row < Math.min(HEAD_ROWS, sheet.rowCount); row++) for (const cell of sheet.row(row)) {
    const mark = typeof cell === 'string' && cell.startsWith('planilla.') ? readSheetMark(cell, secret) : undefined
    if (mark) return mark
  }
  return undefined
}
/** The mark of the file and of which list it is; refuses what did not come down from this list of this municipality. */
export const demandMark = (book: Workbook, secret: Uint8Array | undefined, wanted: { readonly name: string; readonly title: string; readonly commune: string }, titleOf: (name: string) => string | undefined): SheetMark => {
  const mark = secret && markIn(book, secret)
  if (mark === undefined) throw book.sheets.some((sheet) => Array.from({ length: Math.min(HEAD_ROWS, sheet.rowCount) }, (_, row) => sheet.row(row)).flat().some((cell) => typeof cell === 'string' && /^planilla\.[\w-]+\.[0-9a-f]{24}$/.test(cell))) ? otherCommune({}) : notOurSheet({ title: wanted.title })
  if (mark === 'forged' || mark.commune !== wanted.commune) throw otherCommune({})
  if (mark.name !== wanted.name) throw otherSheet({ given: titleOf(mark.name) ?? mark.name, wanted: wanted.title })
  return mark
}
/** The sheet and row with the titles of the columns, wherever somebody moved them. */
export const findSheet = (book: Workbook, mark: SheetMark, columns: readonly SheetColumn[], title: string): FoundSheet => {
  for (const sheet of book.sheets) for (let header = 0; header < Math.min(HEAD_ROWS, sheet.rowCount); header++) {
    const titles = sheet.row(header).map((cell) => folded(cellText(cell)))
    const key = titles.indexOf(folded(KEY_TITLE))
    if (key < 0) continue
    const known = new Set([...columns.map((column) => folded(column.title)), folded(KEY_TITLE), folded(REASON_TITLE), ''])
    const added = sheet.row(header).map((cell) => cellText(cell)).filter((text) => !known.has(folded(text)))
    const lost = columns.filter((column) => column.open && !titles.includes(folded(column.title)))
    const twice = columns.filter((column) => column.open && titles.filter((one) => one === folded(column.title)).length > 1)
    return {
      sheet, mark, header, key, at: new Map(columns.flatMap((column) => { const at = titles.indexOf(folded(column.title)); return at < 0 || twice.includes(column) ? [] : [[column.key, at] as const] })),
      notes: [
        ...(added.length > 0 ? [`Columnas que no son de la planilla, y no se miran: ${added.slice(0, 8).join('; ')}.`] : []),
        ...(lost.length > 0 ? [`Columnas que no volvieron, y no se tocan: ${lost.map((column) => column.title).join('; ')}.`] : []),
        ...(twice.length > 0 ? [`Columnas que vienen dos veces, y no se toman: ${twice.map((column) => column.title).join('; ')}. Deje una sola.`] : []),
      ],
    }
  }
  throw notOurSheet({ title })
}
