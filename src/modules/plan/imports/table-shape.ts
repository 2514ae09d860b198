import { guessPlanField, kindOf, plain, splitLabel } from './labels.ts'
import type { GridCell, GridTable, PlanField } from './plan-import-contract.ts'

export type Column = { readonly column: number; readonly says: string; readonly field: PlanField; readonly sure: boolean; readonly year?: number }
export type Shape = { readonly how: 'matrix' | 'sheet' | 'continues' | 'unknown'; readonly header: readonly number[]; readonly columns: readonly Column[]; readonly why: string }
export const textOf = (cell: GridCell | undefined): string => (cell?.lines ?? []).join(' ').trim()
/** The one text of a row that fills it from side to side, when it is only that. */
export const bannerOf = (row: readonly GridCell[]): string | undefined => {
  const said = row.filter((cell) => textOf(cell) !== '')
  const [only] = said
  return said.length === 1 && only && (only.span >= row.length || (row[0] === only && kindOf(textOf(only)) !== undefined && row.length > 2 && splitLabel(textOf(only)).kind !== undefined && only.span > 1)) ? textOf(only) : undefined
}
const KEYS = 4
const isHeaderOf = (row: readonly GridCell[], titles: readonly string[]): boolean => {
  const said = row.map((cell) => plain(textOf(cell))).filter(Boolean)
  return said.length > 1 && said.every((text) => titles.includes(text))
}
/** Titles of columns under a header of one or two rows: the group above names what the row below splits («Metas» over 2027, 2028). */
const columnsOf = (rows: readonly (readonly GridCell[])[]): Column[] => {
  const bottom = rows.at(-1) ?? []
  const taken = new Set<PlanField>()
  let group = ''
  return bottom.map((cell, column): Column => {
    const over = rows.length > 1 ? textOf(rows[0]?.[column]) : ''
    if (over) group = over
    const own = textOf(cell)
    const says = rows.length > 1 && group && own && plain(own) !== plain(group) && !cell.same ? `${group} ${own}` : own || group
    const guess = guessPlanField(own) ?? guessPlanField(says)
    const year = Number(/\b(20[1-5]\d)\b/.exec(own)?.[1] ?? 0) || undefined
    const field = year && guess === 'target' ? 'target' : guess
    if (!field || says === '') return { column, says, field: 'ignored', sure: says === '' }
    const several = field === 'target' || field === 'term' || field === 'description'
    if (taken.has(field) && !several) return { column, says, field: 'ignored', sure: false }
    taken.add(field)
    return { column, says, field, sure: field !== 'ignored', ...(year && field === 'target' ? { year } : {}) }
  })
}
const score = (columns: readonly Column[]): number => new Set(columns.filter(({ field }) => field !== 'ignored').map(({ field }) => field)).size

/** What a table is: a matrix with its header, the sheet of one indicator, the rest of the table before, or nothing of the plan. */
export const shapeOf = (table: GridTable, before: { readonly shape: Shape; readonly width: number } | undefined): Shape => {
  const { rows } = table
  const width = Math.max(0, ...rows.map((row) => row.length))
  const labels = rows.map((row) => guessPlanField(textOf(row[0]))).filter((field) => field && field !== 'ignored')
  if (width === 2 && new Set(labels).size >= KEYS && labels.includes('indicator')) return { how: 'sheet', header: [], columns: [], why: 'cada fila es un dato de un indicador' }
  const candidates = rows.slice(0, 6).flatMap((row, index) => {
    if (bannerOf(row)) return []
    const one = { header: [index], columns: columnsOf([row]) }
    const next = rows[index + 1]
    const two = next && !bannerOf(next) ? { header: [index, index + 1], columns: columnsOf([row, next]) } : undefined
    const words = row.filter((cell) => textOf(cell).length > 90).length
    const years = (next ?? []).filter((cell) => !cell.same && textOf(cell) !== '')
    // A second row of titles only splits a group in years.
    const split = two && years.length > 1 && years.every((cell) => /^(meta )?20\d\d$/i.test(textOf(cell)))
    return words > 0 ? [] : split ? [two] : [one]
  }).sort((a, b) => b.header.length - a.header.length || score(b.columns) - score(a.columns))
  const best = candidates.find(({ columns }) => score(columns) >= 2 && columns.some(({ field }) => ['objective', 'programme', 'indicator'].includes(field)))
  if (best) return { how: 'matrix', ...best, why: `la fila ${best.header.map((row) => row + 1).join(' y ')} nombra sus columnas` }
  if (before && before.width === width && before.shape.columns.length > 0) return { how: 'continues', header: [], columns: before.shape.columns, why: 'sigue la tabla anterior, con las mismas columnas' }
  return { how: 'unknown', header: [], columns: [], why: 'ninguna fila nombra objetivos, programas ni indicadores' }
}
export const repeatsHeader = (row: readonly GridCell[], columns: readonly Column[], table: GridTable, header: readonly number[]): boolean =>
  isHeaderOf(row, [...columns.map(({ says }) => plain(says)), ...header.flatMap((index) => (table.rows[index] ?? []).map((cell) => plain(textOf(cell))))].filter(Boolean))
