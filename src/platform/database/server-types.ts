import pg from 'pg'

const bigInteger = (text: string): number | bigint => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}
const instant = (text: string): string => {
  const iso = text.replace(' ', 'T')
  return new Date(/[+-]\d\d$/.test(iso) ? `${iso}:00` : iso).toISOString()
}
const sameText = (text: string): string => text
/** Elements of a one-dimensional array of values without quotes inside. */
const arrayOf = (parse: (text: string) => unknown) => (text: string): unknown[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))))

/** The same shapes as the embedded engine (pglite-worker.mjs): days as text, big integers as safe numbers, instants as ISO text. Keys are type numbers of PostgreSQL. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, bigInteger],
  [1700, Number],
  [1082, sameText],
  [1114, sameText],
  [1184, instant],
  [1186, sameText],
  [1016, arrayOf(bigInteger)],
  [1231, arrayOf(Number)],
  [1182, arrayOf(sameText)],
  [1115, arrayOf(sameText)],
  [1185, arrayOf(instant)],
])
export const serverTypes = { getTypeParser: ((oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser }
