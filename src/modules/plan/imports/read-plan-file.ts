import { readFile, stat } from 'node:fs/promises'
import { type Cell, openZip, readSheets, type Sheet, Unreadable } from '#platform/spreadsheets'
import { documentDamaged, documentOld, documentProtected, documentTooLarge } from './plan-import-problems.ts'
import type { GridCell, GridTable, ReadPlan } from './plan-import-contract.ts'
import { readWord } from './word/read-word.ts'

const LIMITS = { unzippedBytes: 120_000_000, ratio: 250 }
const MOST_BYTES = 60_000_000
const MOST_XML = 25_000_000
const MOST_ROWS = 4000
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

const says = (cell: Cell): string => (cell === null ? '' : typeof cell === 'object' ? ('date' in cell ? cell.date : 'percent' in cell ? `${Number((cell.percent * 100).toFixed(4))}%` : '') : typeof cell === 'boolean' ? (cell ? 'sí' : 'no') : String(cell))
/** A sheet as a table: merged cells repeat what they hold, lines of a cell are its paragraphs. */
const sheetTable = (sheet: Sheet, number: number): GridTable => {
  const rows = Array.from({ length: Math.min(sheet.rowCount, MOST_ROWS) }, (_, row) => Array.from({ length: Math.min(sheet.columnCount, 60) }, (_unused, column): GridCell => ({ lines: says(sheet.cell(row, column)).split(/\r?\n/).map((line) => line.trim()).filter(Boolean), same: false, span: 1 })))
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = rows[top]?.[left]
    if (!first) continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) for (let column = left; column <= Math.min(right, 59); column++) {
      const cells = rows[row]
      if (cells && !(row === top && column === left)) cells[column] = { lines: column === left ? first.lines : [], same: row > top, span: 1 }
      else if (cells) cells[column] = { ...first, span: right - left + 1 }
    }
  }
  return { type: 'table', number, title: `Hoja «${sheet.name}»`, rows, faults: [] }
}

/** A plan as headings and tables: a .docx by its own XML, anything else as a spreadsheet, told by its bytes and never by its name. */
export const readPlanFile = async (path: string, name: string): Promise<ReadPlan> => {
  if ((await stat(path)).size > MOST_BYTES) throw documentTooLarge({ file: name })
  const file = await readFile(path)
  if (file.subarray(0, 8).equals(OLE) && file.includes(wide('EncryptedPackage'))) throw documentProtected({ file: name })
  if (file.subarray(0, 8).equals(OLE) && file.includes(wide('WordDocument'))) throw documentOld({ file: name })
  if (file.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    try {
      const zip = openZip(file, LIMITS)
      const body = zip.read('word/document.xml')
      if (body) {
        if (body.length > MOST_XML) throw documentTooLarge({ file: name })
        return readWord(body.toString('utf8'), zip.read('word/styles.xml')?.toString('utf8') ?? '')
      }
    } catch (error) {
      if (error instanceof Unreadable) throw error.code === 'zip-bomb' ? documentTooLarge({ file: name }) : error.code === 'protected' ? documentProtected({ file: name }) : documentDamaged({ file: name, where: 'el archivo está cortado' })
      if (error instanceof Error && !('status' in error)) throw documentDamaged({ file: name, where: 'su contenido no es un documento bien formado' })
      throw error
    }
  }
  const { sheets } = await readSheets({ path })
  return { format: 'Excel', blocks: sheets.filter(({ rowCount, hidden }) => rowCount > 1 && !hidden).slice(0, 30).map((sheet, index) => sheetTable(sheet, index + 1)) }
}
