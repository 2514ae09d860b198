import { type DuckDBDataChunk, type DuckDBResult, DuckDBTypeId } from '@duckdb/node-api'
import type { Column, Columns, Dense, DenseShape } from './columns.ts'

type Growing = { readonly kind: 'number'; values: Float64Array } | { readonly kind: 'text'; readonly words: string[]; readonly known: Map<string, number>; at: Int32Array }
/** Columns filled chunk by chunk; room doubles as it is needed. */
type Pile = { readonly names: readonly string[]; readonly columns: Growing[]; rows: number; room: number }

const pileFor = (result: DuckDBResult, room: number): Pile => ({
  names: result.columnNames(), rows: 0, room,
  columns: result.columnNames().map((_, at) => (result.columnTypeId(at) === DuckDBTypeId.VARCHAR ? { kind: 'text', words: [], known: new Map(), at: new Int32Array(room) } : { kind: 'number', values: new Float64Array(room) })),
})
const widen = (pile: Pile, rows: number): void => {
  if (rows <= pile.room) return
  while (pile.room < rows) pile.room *= 2
  for (const column of pile.columns) {
    if (column.kind === 'number') { const wider = new Float64Array(pile.room); wider.set(column.values); column.values = wider }
    else { const wider = new Int32Array(pile.room); wider.set(column.at); column.at = wider }
  }
}
const numberOf = (value: unknown): number => (value === null || value === undefined ? Number.NaN : Number(value))
const wordAt = (column: Growing & { kind: 'text' }, value: unknown): number => {
  if (value === null || value === undefined) return -1
  const word = String(value)
  const known = column.known.get(word)
  if (known !== undefined) return known
  column.known.set(word, column.words.length)
  return column.words.push(word) - 1
}
const add = (pile: Pile, chunk: DuckDBDataChunk): void => {
  const { rowCount } = chunk
  widen(pile, pile.rows + rowCount)
  pile.columns.forEach((column, index) => {
    const vector = chunk.getColumnVector(index)
    for (let row = 0; row < rowCount; row++) {
      const value: unknown = vector.getItem(row)
      if (column.kind === 'number') column.values[pile.rows + row] = numberOf(value)
      else column.at[pile.rows + row] = wordAt(column, value)
    }
  })
  pile.rows += rowCount
}
const packed = ({ names, rows, columns }: Pile): Columns => ({
  rows, names,
  columns: columns.map((column): Column => (column.kind === 'number' ? { kind: 'number', values: column.values.slice(0, rows) } : { kind: 'text', words: column.words, at: column.at.slice(0, rows) })),
})

/** The whole answer. */
export const packAll = async (result: DuckDBResult): Promise<Columns> => {
  const pile = pileFor(result, 2048)
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) add(pile, chunk)
  return packed(pile)
}
/** The next rows of an answer, at least as many as asked when there are; `last` when nothing follows. */
export const packRows = async (result: DuckDBResult, rows: number): Promise<{ columns: Columns; last: boolean }> => {
  const pile = pileFor(result, rows + 2048)
  while (pile.rows < rows) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return { columns: packed(pile), last: true }
    add(pile, chunk)
  }
  return { columns: packed(pile), last: false }
}
/** Rows of (cell, value, mark, value, mark…) put each in its place. */
export const packDense = async (result: DuckDBResult, { cells, measures }: DenseShape): Promise<Dense> => {
  const values = new Float64Array(cells * measures).fill(Number.NaN)
  const marks = new Uint8Array(cells * measures)
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const cell = chunk.getColumnVector(0)
    const columns = Array.from({ length: measures }, (_, at) => [chunk.getColumnVector(1 + at * 2), chunk.getColumnVector(2 + at * 2)] as const)
    for (let row = 0; row < chunk.rowCount; row++) {
      const base = Number(cell.getItem(row)) * measures
      columns.forEach(([value, mark], at) => {
        values[base + at] = numberOf(value.getItem(row))
        marks[base + at] = numberOf(mark.getItem(row))
      })
    }
  }
  return { values, marks }
}
