import { readFile, stat } from 'node:fs/promises'
import { readDelimited } from './delimited.ts'
import { readInterchange } from './read-interchange.ts'
import { readLegacy } from './legacy.ts'
import type { PackedWorkbook } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { readXlsx } from './xlsx.ts'
import { openZip } from './zip.ts'

/** Sizes a file may have. Rows and cells count each sheet apart. */
export type ReadLimits = {
  readonly bytes: number
  readonly unzippedBytes: number
  readonly ratio: number
  readonly rows: number
  readonly cells: number
}

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

const readOle = async (file: Buffer, limits: ReadLimits): Promise<PackedWorkbook> => {
  // A protected .xlsx is an OLE box whose directory names its encrypted package.
  if (file.includes(wide('EncryptedPackage')) || file.includes(wide('EncryptionInfo'))) throw new Unreadable('protected')
  if (!file.includes(wide('Workbook')) && !file.includes(wide('Book'))) throw new Unreadable(file.length < 2048 ? 'damaged' : 'not-a-spreadsheet')
  return readLegacy(file, 'xls', limits)
}

/** Entities of one's own are the way to billion laughs and to files from outside: no publisher needs them. */
const refuseEntities = (head: string): void => { if (/<!ENTITY/i.test(head)) throw new Unreadable('entities') }

const readZip = async (file: Buffer, limits: ReadLimits): Promise<PackedWorkbook> => {
  const zip = openZip(file, limits)
  const has = (name: string): boolean => zip.names.some((entry) => entry.toLowerCase() === name)
  if (has('content.xml')) {
    if (!(zip.read('mimetype')?.toString('latin1') ?? 'spreadsheet').includes('spreadsheet')) throw new Unreadable('not-a-spreadsheet')
    refuseEntities(zip.read('content.xml')?.toString('latin1', 0, 4096) ?? '')
    if ((zip.read('META-INF/manifest.xml')?.toString('latin1') ?? '').includes('encryption-data')) throw new Unreadable('protected')
    return readLegacy(file, 'ods', limits)
  }
  if (!zip.names.some((entry) => /^xl\/workbook\.(xml|bin)$/i.test(entry))) throw new Unreadable('not-a-spreadsheet')
  try {
    return readXlsx(zip, limits)
  } catch (error) {
    if (error instanceof Unreadable && error.code === 'odd') return readLegacy(file, 'xlsx', limits)
    throw error
  }
}

const NOT_TABLES = [/^%PDF/, /^\{\\rtf/, /^\x89PNG/, /^GIF8/, /^\xff\xd8\xff/, /^Rar!/, /^7z/]

const readByContent = (file: Buffer, limits: ReadLimits): Promise<PackedWorkbook> => {
  if (file.subarray(0, 8).equals(OLE)) return readOle(file, limits)
  if (file.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return readZip(file, limits)
  const head = file.toString('latin1', 0, 4096).trimStart()
  if (NOT_TABLES.some((mark) => mark.test(head))) throw new Unreadable('not-a-spreadsheet')
  const ascii = head.replaceAll('\0', '')
  refuseEntities(ascii)
  const exchanged = readInterchange(file, head, limits)
  if (exchanged) return Promise.resolve(exchanged)
  if (ascii.includes('urn:schemas-microsoft-com:office:spreadsheet')) return readLegacy(file, 'spreadsheetml', limits)
  if (/<table[\s>]|<html[\s>]/i.test(ascii)) return readLegacy(file, 'html', limits)
  // BIFF of Excel 2 to 4 comes without an OLE box.
  if (file[0] === 0x09 && file[1] !== undefined && [0, 2, 4].includes(file[1]) && file[2] !== undefined && file[2] <= 8) return readLegacy(file, 'xls', limits)
  return Promise.resolve(readDelimited(file, limits))
}

/** Reads a file, told by its content and never by its name. Throws Unreadable. Runs inside the reading process. */
export const readFileAsWorkbook = async (path: string, limits: ReadLimits): Promise<PackedWorkbook> => {
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) throw new Unreadable('missing')
  if (facts.size > limits.bytes) throw new Unreadable('too-large', { bytes: facts.size, limit: limits.bytes })
  if (facts.size === 0) throw new Unreadable('empty')
  const book = await readByContent(await readFile(path), limits)
  if (book.sheets.every((sheet) => sheet.rowCount === 0)) throw new Unreadable('empty')
  return book
}
