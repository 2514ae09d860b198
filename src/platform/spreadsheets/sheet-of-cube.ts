import type { CubeCell, CubeCode, CubeVariable, FileCube } from '../interchange/index.ts'
import { type CellLimits, SheetPacker, type TextTable } from './pack.ts'
import { type ColumnAbout, type PackedSheet, slot } from './sheet.ts'

const VALUE = 'Valor'
/** Headers of different columns may not be the same text. */
const distinct = (names: readonly string[]): string[] => names.map((name, index) => (names.indexOf(name) === index ? name : `${name} (${index + 1})`))

const dimensionAbout = (header: string, { role, codes, total, note }: CubeVariable): ColumnAbout => ({
  header, kind: 'dimension', codes: codes.map(({ code, label, note: said }) => ({ code, label, ...(said ? { note: said } : {}) })),
  ...(role === 'time' || role === 'place' ? { role } : {}), ...(total ? { total } : {}), ...(note ? { note } : {}),
})

type Row = { readonly where: readonly number[]; readonly cells: (CubeCell | undefined)[] }
/** Cells of the cube by row: a row for each combination of the variables that are not the measure. */
const rowsOf = ({ cells }: FileCube, axes: readonly number[], measure: number): Row[] => {
  const rows = new Map<string, Row>()
  for (const cell of cells) {
    const where = axes.map((index) => cell.at[index] ?? 0)
    const key = where.join(' ')
    const row = rows.get(key) ?? { where, cells: [] }
    row.cells[measure === -1 ? 0 : (cell.at[measure] ?? 0)] = cell
    rows.set(key, row)
  }
  return [...rows.values()]
}
const measuresOf = (cube: FileCube, axis: number): readonly CubeCode[] =>
  axis === -1 ? [{ code: VALUE, label: VALUE, unit: cube.units, decimals: cube.decimals }] : (cube.variables[axis]?.codes ?? [])

/**
 * A multidimensional table as a long sheet: a column of codes for each variable, and one of numbers for each measure.
 * The symbol printed instead of a number stays in its cell; a mark beside a number goes to a column of its own.
 */
export const sheetOfCube = (cube: FileCube, name: string, table: TextTable, limits: CellLimits): PackedSheet => {
  const axis = cube.variables.findIndex(({ role }) => role === 'measure')
  const axes = cube.variables.map((_, index) => index).filter((index) => index !== axis)
  const measures = measuresOf(cube, axis)
  const rows = rowsOf(cube, axes, axis)
  const marked = measures.map((_, measure) => rows.some(({ cells }) => cells[measure]?.symbol && cells[measure]?.value !== null))
  const headers = distinct([...axes.map((index) => cube.variables[index]?.title ?? ''), ...measures.map(({ label }) => label)])
  const marks = measures.flatMap((_, measure) => (marked[measure] ? [{ measure, header: `${headers[axes.length + measure]}: estado` }] : []))
  const packer = new SheetPacker(table, limits)
  for (const [column, header] of [...headers, ...marks.map((one) => one.header)].entries()) packer.text(0, column, header)
  rows.forEach(({ where, cells }, index) => {
    where.forEach((place, column) => packer.text(index + 1, column, cube.variables[axes[column] ?? 0]?.codes[place]?.code ?? ''))
    measures.forEach((_, measure) => {
      const cell = cells[measure]
      if (cell && cell.value !== null) packer.put(index + 1, axes.length + measure, slot.number, cell.value)
      else if (cell?.symbol) packer.text(index + 1, axes.length + measure, cell.symbol)
    })
    marks.forEach(({ measure }, place) => { const cell = cells[measure]; if (cell?.symbol && cell.value !== null) packer.text(index + 1, headers.length + place, cell.symbol) })
  })
  return packer.close({ name, about: {
    title: cube.title, notes: cube.notes, symbols: cube.symbols, cellNotes: cube.cellNotes, ...(cube.source ? { source: cube.source } : {}), ...(cube.updated ? { updated: cube.updated } : {}),
    columns: [
      ...axes.flatMap((index, column) => { const variable = cube.variables[index]; return variable ? [dimensionAbout(headers[column] ?? '', variable)] : [] }),
      ...measures.map(({ unit, decimals, note }, index): ColumnAbout => ({ header: headers[axes.length + index] ?? '', kind: 'measure', unit: unit ?? cube.units, decimals: decimals ?? cube.decimals, ...(note ? { note } : {}) })),
      ...marks.map(({ measure, header }): ColumnAbout => ({ header, kind: 'status', of: headers[axes.length + measure] })),
    ],
  } })
}
