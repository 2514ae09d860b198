import type { TableColumn } from './columns.ts'

/** Columns as the address keeps them: the keys that are seen, in order. */
export const columnsText = (keys: readonly string[]): string => keys.join(',')

/**
 * The columns a person chose, in that order. The first always stays: it names the row. A choice made for another table of the same page,
 * or of which most columns no longer exist, is not this table's: it shows everything.
 */
export const chosenColumns = <Row>(columns: readonly TableColumn<Row>[], text: string): readonly TableColumn<Row>[] => {
  const keys = text.split(',').filter(Boolean)
  const [first] = columns
  if (!first || keys[0] !== first.key) return columns
  const known = new Map(columns.map((column) => [column.key, column]))
  const seen = [...new Set(keys)].flatMap((key) => known.get(key) ?? [])
  return seen.length * 2 >= keys.length ? seen : columns
}
/** Moves a key one place, never before the first. */
export const moveKey = (keys: readonly string[], key: string, step: -1 | 1): readonly string[] => {
  const at = keys.indexOf(key)
  const to = at + step
  if (at < 1 || to < 1 || to >= keys.length) return keys
  const moved = [...keys]
  moved.splice(at, 1)
  moved.splice(to, 0, key)
  return moved
}
