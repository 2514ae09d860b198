import type { OutputCell, OutputColumn, OutputRow, OutputSheet } from '#platform/spreadsheets'
import { type Cube, cubeValue } from '../model/cube.ts'
import { statuses } from '../model/status.ts'
import { absenceAt, measureAt } from './cell-text.ts'
import { type Heading, seenGrid } from './seen-grid.ts'
import { noteLines, sourceLine } from './table-notes.ts'

const cellOf = (cube: Cube, index: number): OutputCell => {
  const value = cubeValue(cube, index)
  if (value === null) return { value: statuses[absenceAt(cube, index)].text, format: 'text' }
  const status = cube.statuses.get(index)
  return { value, format: 'number', decimals: measureAt(cube, index)?.decimals ?? 0, ...(status && statuses[status].hasValue ? { mark: statuses[status].text } : {}) }
}
/** Headings of two levels: the last variable is the title, the ones above it are the group. */
const columnOf = ({ codes }: Heading, fallback: string): OutputColumn => {
  const labels = codes.map(({ label }) => label)
  const title = labels.at(-1) ?? fallback
  return labels.length > 1 ? { title, group: labels.slice(0, -1).join(' · '), format: 'number' } : { title, format: 'number' }
}

/**
 * One layer of a table as a sheet, as it is seen: typed numbers with their decimals, marks beside the number, symbols where there is none,
 * codes of places as text in a column of their own, notes and source in visible rows.
 */
export const tableSheet = (cube: Cube, layer: Readonly<Record<string, string>> = {}): OutputSheet => {
  const grid = seenGrid(cube, layer)
  const heads: OutputColumn[] = grid.rowVariables.flatMap(({ title, role }): OutputColumn[] => (role === 'place' ? [{ title: 'Código', format: 'code' }, { title, format: 'text' }] : [{ title, format: 'text' }]))
  const rows = grid.rows.map(({ codes }, row): OutputRow => ({
    cells: [
      ...codes.flatMap(({ code, label }, index): OutputCell[] => (grid.rowVariables[index]?.role === 'place' ? [{ value: code, format: 'code' }, label] : [label])),
      ...grid.columns.map((_, column) => cellOf(cube, grid.at(row, column))),
    ],
  }))
  const named = grid.layer.map(({ variable, code }) => `${variable.title}: ${code.label}`).join(' · ')
  return {
    name: named || cube.title, title: cube.title, ...(named ? { subtitle: named } : {}), columns: [...heads, ...grid.columns.map((heading) => columnOf(heading, cube.measures[0]?.title ?? 'Valor'))],
    rows, notes: noteLines(cube), source: sourceLine(cube),
  }
}
