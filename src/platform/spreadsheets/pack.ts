import { type Cell, type Merge, type PackedSheet, type Sheet, type SheetAbout, openSheet, slot } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/** Texts of a workbook, each kept once. */
export type TextTable = { readonly texts: string[]; readonly index: (text: string) => number }
export const textTable = (): TextTable => {
  const texts: string[] = []
  const known = new Map<string, number>()
  const index = (text: string): number => {
    const found = known.get(text)
    if (found !== undefined) return found
    texts.push(text)
    known.set(text, texts.length - 1)
    return texts.length - 1
  }
  return { texts, index }
}

export type SheetFacts = { readonly name: string; readonly hidden?: boolean; readonly merges?: readonly Merge[]; readonly hiddenColumns?: readonly number[]; readonly hiddenRows?: readonly number[]; readonly about?: SheetAbout }
export type CellLimits = { readonly rows: number; readonly cells: number }

/** Grows the flat arrays of a sheet. Cells must come by rows, and inside a row by columns, as files keep them. */
export class SheetPacker {
  private kinds = new Uint8Array(4096)
  private numbers = new Float64Array(4096)
  private starts = new Uint32Array(1024)
  private row = 0
  private used = 0
  private widest = 0
  constructor(private readonly table: TextTable, private readonly limits: CellLimits) {}

  /** Places a value; `row` may not be lower than the last one. An out-of-order cell is refused as `odd`, and the slow reader takes over. */
  put(row: number, column: number, kind: number, value: number): void {
    if (row !== this.row) this.advance(row)
    const at = (this.starts[row] as number) + column
    if (at < this.used) throw new Unreadable('odd')
    if (at >= this.limits.cells) throw new Unreadable('too-many-cells', { limit: this.limits.cells })
    if (at >= this.kinds.length) this.grow(at + 1)
    this.kinds[at] = kind
    this.numbers[at] = value
    this.used = at + 1
    if (column >= this.widest) this.widest = column + 1
  }
  text(row: number, column: number, text: string): void {
    this.put(row, column, slot.text, this.table.index(text))
  }
  error(row: number, column: number, text: string): void {
    this.put(row, column, slot.error, this.table.index(text))
  }
  close(facts: SheetFacts): PackedSheet {
    const rowCount = this.used === 0 ? 0 : this.row + 1
    this.starts[rowCount] = this.used
    return {
      name: facts.name, hidden: facts.hidden ?? false, rowCount, columnCount: this.widest,
      merges: facts.merges ?? [], hiddenColumns: (facts.hiddenColumns ?? []).filter((column) => column < this.widest), hiddenRows: (facts.hiddenRows ?? []).filter((hidden) => hidden < rowCount),
      ...(facts.about ? { about: facts.about } : {}),
      cells: { start: this.starts.slice(0, rowCount + 1), kinds: this.kinds.slice(0, this.used), numbers: this.numbers.slice(0, this.used), texts: this.table.texts },
    }
  }
  private advance(row: number): void {
    if (row < this.row) throw new Unreadable('odd')
    if (row >= this.limits.rows) throw new Unreadable('too-many-rows', { limit: this.limits.rows })
    while (row + 2 > this.starts.length) {
      const larger = new Uint32Array(this.starts.length * 2)
      larger.set(this.starts)
      this.starts = larger
    }
    this.starts.fill(this.used, this.row + 1, row + 1)
    this.row = row
  }
  private grow(needed: number): void {
    const size = Math.max(needed, this.kinds.length * 2)
    const kinds = new Uint8Array(size)
    kinds.set(this.kinds)
    this.kinds = kinds
    const numbers = new Float64Array(size)
    numbers.set(this.numbers)
    this.numbers = numbers
  }
}

const serialOf = (iso: string): number => Date.parse(iso.length > 10 ? `${iso}Z` : `${iso}T00:00:00Z`) / 86_400_000 + 25_569

const place = (packer: SheetPacker, row: number, column: number, cell: Cell): void => {
  if (cell === null || cell === '') return
  if (typeof cell === 'string') packer.text(row, column, cell)
  else if (typeof cell === 'number') packer.put(row, column, slot.number, cell)
  else if (typeof cell === 'boolean') packer.put(row, column, slot.boolean, cell ? 1 : 0)
  else if ('error' in cell) packer.error(row, column, cell.error)
  else if ('date' in cell) packer.put(row, column, slot.date, serialOf(cell.date))
  else packer.put(row, column, slot.percent, cell.percent)
}

/** A sheet from rows of cells written by hand (a pasted table, a test). */
export const sheetFrom = (name: string, rows: readonly (readonly Cell[])[], facts: Omit<SheetFacts, 'name'> = {}): Sheet => {
  const packer = new SheetPacker(textTable(), { rows: 2_000_000, cells: 50_000_000 })
  rows.forEach((cells, row) => cells.forEach((cell, column) => place(packer, row, column, cell)))
  return openSheet(packer.close({ name, ...facts }))
}
