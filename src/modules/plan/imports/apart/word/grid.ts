import { counted } from '#kernel'
import type { GridCell, GridTable } from '../../plan-import-contract.ts'

export type RawRow = { readonly before: number; readonly cells: readonly { readonly span: number; readonly merge: 'none' | 'start' | 'continue'; readonly lines: readonly string[] }[] }
const empty: GridCell = { lines: [], same: false, span: 1 }

/** Rows of cells as a grid with every place filled: a cell merged downwards repeats what it continues, one merged sideways fills its columns. What does not fit is told by row. */
export const gridOf = (raw: readonly RawRow[], number: number, title: string, nested: boolean): GridTable => {
  const widths = raw.map(({ before, cells }) => before + cells.reduce((sum, { span }) => sum + span, 0))
  const times = new Map<number, number>()
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1)
  const usual = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
  const faults: { row: number; what: string }[] = []
  if (nested) faults.push({ row: 0, what: 'Hay una tabla dentro de una celda: se leyó como párrafos.' })
  const rows: GridCell[][] = []
  raw.forEach(({ before, cells }, index) => {
    const row: GridCell[] = Array.from({ length: before }, () => empty)
    for (const { span, merge, lines } of cells) {
      const above = rows[index - 1]?.[row.length]
      const lost = merge === 'continue' && !above
      if (lost) faults.push({ row: index, what: 'Una celda dice continuar la de arriba, y arriba no hay ninguna.' })
      // Text typed in a cell that continues another is kept, as the program that wrote it would hide it.
      const cell: GridCell = merge === 'continue' && above && lines.length === 0 ? { lines: above.lines, same: true, span } : { lines, same: false, span }
      for (let column = 0; column < span; column++) row.push(column === 0 ? cell : { ...cell, lines: [] })
    }
    if (row.length !== usual && !(cells.length === 1 && row.length > 0)) faults.push({ row: index, what: `La fila tiene ${counted(row.length, 'columna', 'columnas')} y la tabla ${usual}: sus celdas pueden estar corridas.` })
    rows.push(row)
  })
  return { type: 'table', number, title, rows, faults }
}
