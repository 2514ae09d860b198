import type { Analytics, SpoolColumn } from '#platform/analytics'
import type { FileStore } from '#platform/files'
import { absenceAt } from '../exports/cell-text.ts'
import { type Cube, cubeSize, cubeStrides, cubeValue } from '../model/cube.ts'

/** One row for each cell: codes and names of its variables, the number, its status and its unit. */
export const cubeColumns = (cube: Cube): readonly SpoolColumn[] => {
  const strides = cubeStrides(cube)
  const cells = Array.from({ length: cubeSize(cube) }, (_, at) => at)
  const codes = cube.variables.flatMap(({ key, codes: list }, axis): SpoolColumn[] => {
    const at = (cell: number) => list[Math.floor(cell / (strides[axis] ?? 1)) % list.length]
    return [{ name: `${key}_codigo`, type: 'text', values: cells.map((cell) => at(cell)?.code ?? '') }, { name: `${key}_nombre`, type: 'text', values: cells.map((cell) => at(cell)?.label ?? '') }]
  })
  const status = (cell: number): string | null => (cubeValue(cube, cell) === null ? absenceAt(cube, cell) : (cube.statuses.get(cell) ?? null))
  return [
    ...codes, { name: 'valor', type: 'number', values: cells.map((cell) => cubeValue(cube, cell)) }, { name: 'valor_estado', type: 'text', values: cells.map(status) },
    { name: 'unidad', type: 'text', values: cells.map((cell) => cube.measures[cell % Math.max(1, cube.measures.length)]?.unit ?? '') },
  ]
}
/** A table as Parquet, written by the engine. */
export const writeCubeParquet = async (analytics: Analytics, files: FileStore, cube: Cube): Promise<Uint8Array> => {
  const { hash } = await analytics.writeParquet({ kind: 'columns', rows: cubeSize(cube), columns: cubeColumns(cube) }, { sortBy: [] })
  return (await files.get(hash)) ?? new Uint8Array()
}
