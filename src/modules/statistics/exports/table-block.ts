import type { Cell, Column, TableBlock, TableRow } from '#kernel'
import { type Cube, cubeValue } from '../model/cube.ts'
import { tooWideForPaper } from './problems.ts'
import { cellText, measureAt } from './cell-text.ts'
import { seenGrid } from './seen-grid.ts'
import { noteLines, sourceLine } from './table-notes.ts'

/** What fits on a landscape oficio sheet and can still be read. */
export const paperLimits = { columns: 14, rows: 2000 } as const

const cellOf = (cube: Cube, index: number): Cell => {
  const value = cubeValue(cube, index)
  return value === null || cube.statuses.has(index) ? { type: 'text', text: cellText(cube, index) } : { type: 'number', value, unit: 'count', show: { decimals: Math.min(6, measureAt(cube, index)?.decimals ?? 0) } }
}

/** One layer of a table as a block of a document (web, PDF, Word), as it is seen. Throws `statistics/too-wide-for-paper` when it would not be legible. */
export const tableBlock = (cube: Cube, id: string, layer: Readonly<Record<string, string>> = {}): TableBlock => {
  const grid = seenGrid(cube, layer)
  const width = Math.max(1, grid.rowVariables.length) + grid.columns.length
  if (width > paperLimits.columns || grid.rows.length > paperLimits.rows) throw tooWideForPaper({ columns: width, rows: grid.rows.length, mostColumns: paperLimits.columns, mostRows: paperLimits.rows })
  const heads: Column[] = grid.rowVariables.map(({ key, title }, index) => ({ key: `r${index}.${key}`, title, align: 'left', width: 2 }))
  const columns: Column[] = grid.columns.map(({ codes }, index) => ({ key: `c${index}`, title: codes.at(-1)?.label ?? cube.measures[0]?.title ?? 'Valor', align: 'right', ...(codes.length > 1 ? { group: codes.slice(0, -1).map(({ label }) => label).join(' · ') } : {}) }))
  const rows: TableRow[] = grid.rows.map(({ codes }, row) => ({ id: `f${row}`, cells: [...codes.map(({ label }): Cell => ({ type: 'text', text: label })), ...grid.columns.map((_, column) => cellOf(cube, grid.at(row, column)))] }))
  const named = grid.layer.map(({ variable, code }) => `${variable.title}: ${code.label}`).join(' · ')
  return { type: 'table', id, title: cube.title, ...(named ? { subtitle: named } : {}), columns: [...heads, ...columns], rows, notes: noteLines(cube), source: sourceLine(cube), ...(width > 7 ? { landscape: true } : {}) }
}
