import { counted, enumerate } from '#kernel'
import { isOpen, type Patch } from './edit.ts'
import type { GridProps } from './grid-types.ts'
import { readText } from './read-text.ts'
import { edges, type GridRange } from './selection.ts'

/** Rows one paste may add. */
const MOST_ROWS = 5000
const ONE = { pegaron: 'pegó', vaciaron: 'vació' } as const
type Block = readonly (readonly string[])[]
type Into<Row> = Pick<GridProps<Row>, 'columns' | 'rows' | 'mark' | 'newRow'>
/** What a block does to the grid: values and wrong texts by cell, rows it adds, and what it could not touch. */
export type Paste<Row> = { readonly patches: readonly Patch[]; readonly added: readonly Row[]; readonly range: GridRange; readonly told: string; readonly trouble: boolean }

/** A block smaller than the selection and that fits in it a whole number of times is repeated, as in Excel: one value fills all. */
export const repeated = (block: Block, range: GridRange): Block => {
  const { top, bottom, left, right } = edges(range)
  const [high, wide] = [bottom - top + 1, right - left + 1]
  const [rows, cells] = [block.length, Math.max(...block.map((row) => row.length))]
  if (rows === 0 || high % rows !== 0 || wide % cells !== 0) return block
  return Array.from({ length: high }, (_, down) => Array.from({ length: wide }, (_cell, across) => block[down % rows]?.[across % cells] ?? ''))
}
/** Puts a block from the first cell of the selection. Closed cells are skipped, wrong texts stay at their cell, and everything is told. */
export const planPaste = <Row>({ columns, rows, mark, newRow }: Into<Row>, block: Block, range: GridRange, verb: 'pegaron' | 'vaciaron' = 'pegaron'): Paste<Row> => {
  const { top, left } = edges(range)
  const lacking = Math.max(0, top + block.length - rows.length)
  const added = newRow ? Array.from({ length: Math.min(lacking, MOST_ROWS) }, newRow) : []
  const all = [...rows, ...added]
  const [closed, patches, wide] = [new Set<string>(), [] as Patch[], Math.max(0, ...block.map((row) => row.length))]
  let [shut, wrong] = [0, 0]
  block.forEach((line, down) => line.forEach((text, across) => {
    const [row, column] = [all[top + down], columns[left + across]]
    if (row === undefined || !column) return
    if (!isOpen(column, mark?.(row, column.key))) { shut++; closed.add(column.title); return }
    const read = readText(column, text)
    if (read.refused !== undefined) wrong++
    patches.push({ rowIndex: top + down, column: column.key, ...(read.refused === undefined ? { value: read.value } : { wrong: { text, reason: read.refused } }) })
  }))
  const [short, narrow] = [lacking - added.length, Math.max(0, left + wide - columns.length)]
  const told = [
    patches.length === 1 ? `Se ${ONE[verb]} una celda.` : `Se ${verb} ${counted(patches.length, 'celda', 'celdas')}.`,
    added.length > 0 && `Se ${added.length === 1 ? 'agregó una fila' : `agregaron ${added.length} filas`}.`,
    wrong > 0 && `${wrong === 1 ? 'Un texto no se lee y quedó marcado' : `${wrong} textos no se leen y quedaron marcados`} en su celda.`,
    shut > 0 && `No se ${shut === 1 ? 'tocó una celda cerrada' : `tocaron ${shut} celdas cerradas`} (${enumerate([...closed])}).`,
    short > 0 && `${short === 1 ? 'Una fila no cabe' : `${short} filas no caben`}: la grilla termina antes.`,
    narrow > 0 && `${narrow === 1 ? 'Una columna no cabe' : `${narrow} columnas no caben`}.`,
  ].filter(Boolean).join(' ')
  const bottom = Math.max(top, Math.min(all.length, top + block.length) - 1)
  return { patches, added, told, trouble: wrong + shut + short + narrow > 0, range: { anchor: { row: top, column: left }, head: { row: bottom, column: Math.max(left, Math.min(columns.length, left + wide) - 1) } } }
}
