import { looksLikeJsonStat, looksLikePx, NotReadable, pxEncoding, readJsonStat, readPx, readRecords, type RecordTable } from '../interchange/index.ts'
import { type CellLimits, SheetPacker, textTable, type TextTable } from './pack.ts'
import { type PackedSheet, type PackedWorkbook, slot } from './sheet.ts'
import { sheetOfCube } from './sheet-of-cube.ts'
import { decodeAs, decodeText } from './text-encoding.ts'
import { Unreadable } from './unreadable.ts'

const sheetOfRecords = ({ name, header, rows }: RecordTable, table: TextTable, limits: CellLimits): PackedSheet => {
  const packer = new SheetPacker(table, limits)
  header.forEach((title, column) => packer.text(0, column, title))
  let row = 0
  for (const cells of rows) {
    row++
    cells.forEach((cell, column) => {
      if (typeof cell === 'number') packer.put(row, column, slot.number, cell)
      else if (typeof cell === 'boolean') packer.put(row, column, slot.boolean, cell ? 1 : 0)
      else if (cell) packer.text(row, column, cell)
    })
  }
  return packer.close({ name })
}
const readPxFile = (file: Buffer, limits: CellLimits): PackedWorkbook => {
  const declared = pxEncoding(file)
  const { text, encoding } = declared ? { text: decodeAs(file, declared), encoding: declared } : decodeText(file)
  return { format: 'px', encoding, sheets: [sheetOfCube(readPx(text, limits.cells), 'Datos', textTable(), limits)] }
}
const readJson = (file: Buffer, limits: CellLimits): PackedWorkbook => {
  let value: unknown
  try {
    value = JSON.parse(decodeText(file).text.replace(/^\ufeff/, ''))
  } catch {
    throw new Unreadable('damaged')
  }
  const table = textTable()
  if (looksLikeJsonStat(value)) return { format: 'json-stat', sheets: readJsonStat(value, limits.cells).map((cube, index) => sheetOfCube(cube, cube.title || `Tabla ${index + 1}`, table, limits)) }
  const { kind, tables } = readRecords(value)
  return { format: kind, sheets: tables.map((one) => sheetOfRecords(one, table, limits)) }
}

/** PX, JSON-stat, GeoJSON and lists in JSON, told by their first characters. Undefined when the file is none of them. */
export const readInterchange = (file: Buffer, head: string, limits: CellLimits): PackedWorkbook | undefined => {
  try {
    if (looksLikePx(head)) return readPxFile(file, limits)
    const start = head.replace(/^(\ufeff|ï»¿)\s*/, '')
    return /^[{[]\s*["{[\]}]/.test(start) ? readJson(file, limits) : undefined
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error
    if (error.reason === 'too-many-cells') throw new Unreadable('too-many-cells', { limit: limits.cells })
    throw new Unreadable('not-understood', { why: error.message })
  }
}
