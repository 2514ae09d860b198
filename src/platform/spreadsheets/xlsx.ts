import { SheetPacker, textTable, type CellLimits, type TextTable } from './pack.ts'
import type { Merge, PackedSheet, PackedWorkbook } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { scanSheetData } from './xlsx-scan.ts'
import { sharedStrings } from './xlsx-strings.ts'
import { readStyles, type Shown } from './xlsx-styles.ts'
import { attribute, tags } from './xml-text.ts'
import type { Zip } from './zip.ts'

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** «B2:D3» → a merge counted from 0; undefined when it is not a rectangle. */
export const readRange = (reference: string): Merge | undefined => {
  const parts = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference)
  if (!parts) return undefined
  return { left: columnOf(parts[1] ?? ''), top: Number(parts[2]) - 1, right: columnOf(parts[3] ?? ''), bottom: Number(parts[4]) - 1 }
}

const hiddenColumns = (head: string): number[] =>
  tags(head, 'col').filter((tag) => /^(1|true)$/.test(attribute(tag, 'hidden') ?? '')).flatMap((tag) => {
    const first = Number(attribute(tag, 'min'))
    // A band hidden up to the last column of Excel means «nothing more», not 16,000 columns.
    return Array.from({ length: Math.max(0, Math.min(Number(attribute(tag, 'max')) - first + 1, 512)) }, (_, index) => first - 1 + index)
  })

type Book = { readonly table: TextTable; readonly strings: readonly string[]; readonly styles: readonly Shown[]; readonly date1904: boolean; readonly limits: CellLimits }

const readSheet = (xml: Buffer, name: string, hidden: boolean, book: Book): PackedSheet | undefined => {
  // UTF-16 parts and prefixed elements exist; the slow reader takes them.
  if (xml[0] === 0xff || xml[0] === 0xfe || /^<\w+:worksheet|<\w+:(worksheet|sheetData)[\s>]/.test(xml.toString('latin1', 0, 4096))) throw new Unreadable('odd')
  const open = xml.indexOf('<sheetData')
  if (open === -1) return undefined
  const close = xml.indexOf('</sheetData>', open)
  const empty = close === -1 && /^<sheetData\s*\/>/.test(xml.toString('latin1', open, open + 20))
  if (close === -1 && !empty) throw new Unreadable('damaged')
  const packer = new SheetPacker(book.table, book.limits)
  const hiddenRows = empty ? [] : scanSheetData(xml, open + 10, close, { ...book, packer })
  const tail = xml.toString('latin1', empty ? open : close)
  const merges = tags(tail, 'mergeCell').map((tag) => readRange(attribute(tag, 'ref') ?? '')).filter((merge) => merge !== undefined)
  return packer.close({ name, hidden, merges, hiddenColumns: hiddenColumns(xml.toString('latin1', 0, open)), hiddenRows })
}

const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/\/\.\//g, '/').replace(/[^/]+\/\.\.\//g, ''))

/** Reads an .xlsx or .xlsm by scanning its parts. Throws `odd` when the file is legal but unusual. */
export const readXlsx = (zip: Zip, limits: CellLimits): PackedWorkbook => {
  const part = (name: string): string => zip.read(name)?.toString('utf8') ?? ''
  const workbook = part('xl/workbook.xml')
  if (!workbook) throw new Unreadable('odd')
  const targets = new Map(tags(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']))
  const table = textTable()
  const shared = [...targets.values()].find((target) => /sharedStrings\.xml$/i.test(target))
  const styles = [...targets.values()].find((target) => /styles\.xml$/i.test(target))
  const book: Book = {
    table, limits,
    strings: shared ? sharedStrings(part(partPath(shared))) : [],
    styles: styles ? readStyles(part(partPath(styles))) : [],
    date1904: tags(workbook, 'workbookPr').some((tag) => /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')),
  }
  const sheets = tags(workbook, 'sheet').map((tag) => {
    const xml = zip.read(partPath(targets.get(attribute(tag, 'id')) ?? ''))
    if (!xml) throw new Unreadable('odd')
    return readSheet(xml, attribute(tag, 'name') ?? '', (attribute(tag, 'state') ?? 'visible') !== 'visible', book)
  })
  return { format: 'xlsx', sheets: sheets.filter((sheet) => sheet !== undefined) }
}
