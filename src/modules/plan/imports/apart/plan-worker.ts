/** Runs in the reading process (see `workOnFile`): a plan of any publisher as headings and tables. It holds no database, and nothing a document says is fetched. */
import { readFile } from 'node:fs/promises'
import { openSheet, openZip, readFileAsWorkbook, type ReadLimits, Unreadable } from '#platform/spreadsheets'
import type { PlanFault, PlanRead } from './plan-task.ts'
import { fetchesFromOutside } from './outside.ts'
import { sheetTable } from './sheet-table.ts'
import { readWord } from './word/read-word.ts'

/** The part of a Word document that is text; pictures are apart and never inflated. */
const MOST_XML = 25_000_000
const MOST_SHEETS = 30
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const FAULTS: Readonly<Partial<Record<string, PlanFault>>> = { 'zip-bomb': 'bomb', protected: 'protected', 'too-large': 'large', 'too-many-rows': 'large', 'too-many-cells': 'large' }

/** A Word document by its own XML; undefined when the package is not one. */
const wordOf = (file: Buffer, limits: ReadLimits): PlanRead | undefined => {
  const zip = openZip(file, limits)
  const body = zip.read('word/document.xml')
  if (!body) return undefined
  if (body.length > MOST_XML) return { fault: 'large' }
  if (fetchesFromOutside(zip)) return { fault: 'outside' }
  try {
    return { plan: readWord(body.toString('utf8'), zip.read('word/styles.xml')?.toString('utf8') ?? '') }
  } catch {
    return { fault: 'malformed' }
  }
}

/** A plan by its bytes and never by its name. What is wrong with a document is an answer; what is wrong with a spreadsheet is thrown as its reader does. */
export const read = async (path: string, limits: ReadLimits): Promise<PlanRead> => {
  const file = await readFile(path)
  if (file.length > limits.bytes) return { fault: 'large' }
  if (file.subarray(0, 8).equals(OLE) && file.includes(wide('EncryptedPackage'))) return { fault: 'protected' }
  if (file.subarray(0, 8).equals(OLE) && file.includes(wide('WordDocument'))) return { fault: 'old' }
  if (file.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    try {
      const word = wordOf(file, limits)
      if (word) return word
    } catch (error) {
      if (error instanceof Unreadable) return { fault: FAULTS[error.code] ?? 'cut' }
      throw error
    }
  }
  const { sheets } = await readFileAsWorkbook(path, limits)
  return { plan: { format: 'Excel', blocks: sheets.map(openSheet).filter(({ rowCount, hidden }) => rowCount > 1 && !hidden).slice(0, MOST_SHEETS).map((sheet, index) => sheetTable(sheet, index + 1)) } }
}
