import type { Buffer } from 'node:buffer'
import { SheetPacker, textTable, type CellLimits, type TextTable } from './pack.ts'
import { type PackedSheet, type PackedWorkbook, type SpreadsheetFormat, slot } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { NOT_CALCULATED } from './xlsx-scan.ts'
import { padOver, shownAs } from './xlsx-styles.ts'

/** The part of @e965/xlsx that is used, as it answers with `dense`. */
type OldCell = { readonly t: string; readonly v?: unknown; readonly w?: string; readonly z?: string | number; readonly f?: string }
type OldSheet = {
  readonly '!data'?: readonly (readonly (OldCell | null | undefined)[] | undefined)[]
  readonly '!merges'?: readonly { readonly s: { readonly r: number; readonly c: number }; readonly e: { readonly r: number; readonly c: number } }[]
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | undefined)[]
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[]
}
type OldBook = { readonly SheetNames: readonly string[]; readonly Sheets: Readonly<Record<string, OldSheet>>; readonly Workbook?: { readonly Sheets?: readonly { readonly Hidden?: number }[]; readonly WBProps?: { readonly date1904?: boolean } } }

const put = (packer: SheetPacker, row: number, column: number, cell: OldCell, date1904: boolean): void => {
  if (cell.t === 's') { if (cell.v !== '' && cell.v !== undefined) packer.text(row, column, String(cell.v)) }
  else if (cell.t === 'b') packer.put(row, column, slot.boolean, cell.v ? 1 : 0)
  else if (cell.t === 'e') packer.error(row, column, cell.w ?? '#ERROR')
  else if (cell.t === 'n' && typeof cell.v === 'number') {
    const shown = typeof cell.z === 'string' ? shownAs(cell.z) : undefined
    if (shown?.kind === 'padded') packer.text(row, column, padOver(cell.v, shown.pattern))
    else if (shown?.kind === 'date') packer.put(row, column, slot.date, date1904 ? cell.v + 1462 : cell.v)
    else packer.put(row, column, shown?.kind === 'percent' ? slot.percent : slot.number, cell.v)
  } else if (cell.f) packer.error(row, column, NOT_CALCULATED)
}

const hiddenOf = (items: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] =>
  (items ?? []).flatMap((item, index) => (item?.hidden ? [index] : []))

const pack = (sheet: OldSheet, name: string, hidden: boolean, date1904: boolean, table: TextTable, limits: CellLimits): PackedSheet => {
  const packer = new SheetPacker(table, limits)
  sheet['!data']?.forEach((cells, row) => cells?.forEach((cell, column) => { if (cell) put(packer, row, column, cell, date1904) }))
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return packer.close({ name, hidden, merges, hiddenColumns: hiddenOf(sheet['!cols']), hiddenRows: hiddenOf(sheet['!rows']) })
}

const open = async (file: Buffer): Promise<OldBook> => {
  const { read, set_cptable } = await import('@e965/xlsx')
  // Excel 95 and older keep texts in code pages.
  if (file[0] === 0xd0 || file[0] === 0x09) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  try {
    // `raw` keeps texts of HTML and ODS as texts: «1.234» must not become 1,234.
    return read(file, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false, raw: true, cellDates: false, sheetStubs: false, codepage: 1252 }) as unknown as OldBook
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    throw new Unreadable(/password|encrypt/i.test(said) ? 'protected' : 'damaged')
  }
}

/** Reads .xls (BIFF), SpreadsheetML, .ods, HTML tables named .xls, and unusual .xlsx. Slower than the scanner. */
export const readLegacy = async (file: Buffer, format: SpreadsheetFormat, limits: CellLimits): Promise<PackedWorkbook> => {
  const book = await open(file)
  const table = textTable()
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false
  const sheets = book.SheetNames.map((name, index) => pack(book.Sheets[name] ?? {}, name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, date1904, table, limits))
  return { format, sheets }
}
