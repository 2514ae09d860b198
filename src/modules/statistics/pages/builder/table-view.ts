import type { Cube } from '../../model/cube.ts'
import { layout, type Layout, placesOf, type Side } from '../../tables/layout.ts'

/** The seen layer of a cube: rows, columns and where each cell is. A single measure is the title, not a line of headings. */
export type TableView = { readonly cube: Cube; readonly rows: Side; readonly columns: Side; readonly cell: (row: number, column: number) => number; readonly layer: Layout['layers']; readonly line: number }

export const tableView = (cube: Cube, layer: Readonly<Record<string, string>>): TableView => {
  const single = new Set(cube.variables.filter(({ role, codes }) => role === 'measure' && codes.length === 1).map(({ key }) => key))
  const places = placesOf(cube)
  const seen = (keys: readonly string[]): readonly string[] => keys.filter((key) => !single.has(key))
  const made = layout(cube, { rows: seen(places.rows), columns: seen(places.columns), layers: seen(places.layers) })
  const line = made.layers.variables.reduce((sum, { key, codes }, level) => sum + Math.max(0, codes.findIndex(({ code }) => code === layer[key])) * made.layers.span(level), 0)
  return { cube, rows: made.rows, columns: made.columns, layer: made.layers, line, cell: (row, column) => made.cell(row, column, line) }
}
/** Codes of a line of a side, outside in. */
export const codesOfLine = (side: Side, line: number): readonly string[] => side.variables.map((_, level) => side.codeAt(line, level)?.code ?? '')
export const labelsOfLine = (side: Side, line: number): readonly string[] => side.variables.map((_, level) => side.codeAt(line, level)?.label ?? '')
/** The layer on view in words; a single measure is the title already. */
export const layerWords = ({ layer, line }: TableView): string => layer.variables.map(({ title, role, codes }, level) => (role === 'measure' && codes.length === 1 ? '' : `${title}: ${layer.codeAt(line, level)?.label ?? ''}`)).filter(Boolean).join(' · ')
