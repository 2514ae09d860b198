import type { Block, TableRow } from '#kernel'

export type Repair = { readonly path: readonly (string | number)[]; readonly message: string }

/** What the shape of each block alone cannot say: ids used twice, rows that do not match their columns, series that do not match their categories. */
export const repairsOf = (blocks: readonly Block[]): Repair[] => {
  const seen = new Set<string>()
  return blocks.flatMap((block, at): Repair[] => {
    const repeated = seen.has(block.id)
    seen.add(block.id)
    return [...(repeated ? [{ path: [at, 'id'], message: `El identificador de bloque «${block.id}» está repetido` }] : []), ...shapeRepairs(block, at)]
  })
}

/** A group's row may carry its title alone: it spans the table. */
export const isHeadline = (row: Pick<TableRow, 'kind' | 'cells'>): boolean => row.kind === 'group' && row.cells.length === 1

const shapeRepairs = (block: Block, at: number): Repair[] => {
  if (block.type === 'table') {
    return block.rows.flatMap((row, index) =>
      row.cells.length === block.columns.length || isHeadline(row) ? [] : [{ path: [at, 'rows', index, 'cells'], message: `La fila ${index + 1} de «${block.title}» tiene ${row.cells.length} celdas y la tabla ${block.columns.length} columnas` }])
  }
  if (block.type === 'chart') {
    return block.series.flatMap((series, index) =>
      series.values.length === block.categories.length ? [] : [{ path: [at, 'series', index, 'values'], message: `La serie «${series.name}» tiene ${series.values.length} valores y el gráfico ${block.categories.length} categorías` }])
  }
  return []
}
