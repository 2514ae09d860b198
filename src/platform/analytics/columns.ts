/** A column as it crosses from the engine: numbers packed (NaN is null), texts by index in a dictionary (-1 is null). */
export type NumberColumn = { readonly kind: 'number'; readonly values: Float64Array }
export type TextColumn = { readonly kind: 'text'; readonly words: readonly string[]; readonly at: Int32Array }
export type Column = NumberColumn | TextColumn
export type Columns = { readonly rows: number; readonly names: readonly string[]; readonly columns: readonly Column[] }

/** A dense answer: `values[cell * measures + measure]`, NaN where there is nothing, and the engine's mark of each value in `marks` (0 is none). */
export type Dense = { readonly values: Float64Array; readonly marks: Uint8Array }
export type DenseShape = { readonly cells: number; readonly measures: number }

const column = (columns: Columns, name: string): Column => {
  const found = columns.columns[columns.names.indexOf(name)]
  if (!found) throw new Error(`La respuesta no trae la columna ${name}`)
  return found
}
/** Numbers of a column; NaN where there is none. */
export const numbersOf = (columns: Columns, name: string): Float64Array => {
  const found = column(columns, name)
  if (found.kind !== 'number') throw new Error(`La columna ${name} no es de números`)
  return found.values
}
/** Texts of a column, row by row. */
export const textsOf = (columns: Columns, name: string): readonly (string | null)[] => {
  const found = column(columns, name)
  if (found.kind !== 'text') throw new Error(`La columna ${name} no es de textos`)
  return Array.from(found.at, (at) => found.words[at] ?? null)
}
