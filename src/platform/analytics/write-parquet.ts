import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '#platform/files'
import type { Analytics, AskOptions } from './analytics.ts'
import { numbersOf, textsOf } from './columns.ts'
import { spoolColumns, type SpoolColumn } from './spool.ts'
import { columnName, duck, foreignName, joined, type Sql } from './sql-text.ts'

/** A column to write and where it comes from: its header (or the name of the Parquet column); by default its own name. */
export type WantedColumn = { readonly name: string; readonly type: 'text' | 'number'; readonly from?: string }
export type ParquetSource =
  /** Columns in memory, of equal length. */
  | { readonly kind: 'columns'; readonly rows: number; readonly columns: readonly SpoolColumn[] }
  /** A CSV of the file store or the scratch folder: it is never read into this process. */
  | { readonly kind: 'csv'; readonly path: string; readonly columns: readonly WantedColumn[]; readonly delimiter?: string; readonly decimal?: ',' | '.'; readonly encoding?: 'utf-8' | 'latin-1' | 'utf-16'; /** Lines before the header. */ readonly skip?: number }
  | { readonly kind: 'parquet'; readonly path: string; readonly columns: readonly WantedColumn[] }
  /** The answer of a query whose columns already have their names and types. */
  | { readonly kind: 'query'; readonly query: Sql; readonly columns: readonly WantedColumn[] }
export type WriteHow = { /** The column of the place first. */ readonly sortBy: readonly string[]; /** Rows of a group: 100,000 at most. */ readonly rowGroup?: number }
export type Unreadable = { readonly column: string; readonly count: number; readonly example: string }
export type Written = { readonly hash: string; readonly size: number; readonly rows: number; readonly unreadable: readonly Unreadable[] }

const ROW_GROUP = 100_000
const WRITE_SECONDS = 600
type Hands = { readonly ask: Analytics['ask']; readonly files: FileStore; readonly scratch: string }
type Ready = { readonly table: Sql; readonly columns: readonly WantedColumn[]; readonly typed: boolean; readonly decimal: ',' | '.'; readonly spooled?: string }

const asNumber = (source: Sql, { typed, decimal }: Ready): Sql => (typed ? duck`try_cast(${source} as double)` : decimal === ',' ? duck`try_cast(replace(replace(trim(${source}), '.', ''), ',', '.') as double)` : duck`try_cast(trim(${source}) as double)`)
const sourceName = ({ from, name }: WantedColumn): Sql => foreignName(from ?? name)

const ready = async ({ scratch }: Hands, source: ParquetSource, mark: string): Promise<Ready> => {
  if (source.kind === 'parquet') return { table: duck`read_parquet(${source.path})`, columns: source.columns, typed: true, decimal: '.' }
  if (source.kind === 'query') return { table: duck`(${source.query})`, columns: source.columns, typed: true, decimal: '.' }
  const spooled = source.kind === 'columns' ? join(scratch, `${mark}.csv`) : undefined
  if (source.kind === 'columns' && spooled) await spoolColumns(spooled, source.rows, source.columns)
  const csv = source.kind === 'csv' ? source : undefined
  // Our own file is what we say it is; one from outside is looked at for its header and nothing else.
  if (spooled) return { table: duck`read_csv(${spooled}, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, nullstr = '', columns = {${source.columns.map(({ name }) => duck`${columnName(name)}: 'VARCHAR'`)}})`, columns: source.columns, typed: false, decimal: '.', spooled }
  const table = duck`read_csv(${csv?.path ?? ''}, delim = ${csv?.delimiter ?? ','}, quote = '"', escape = '"', header = true, all_varchar = true, nullstr = '', encoding = ${csv?.encoding ?? 'utf-8'}, skip = ${csv?.skip ?? 0})`
  return { table, columns: source.columns, typed: false, decimal: csv?.decimal ?? '.' }
}

/** Texts that should be numbers and are not, by column. */
const unreadableIn = async ({ ask }: Hands, from: Ready, options: AskOptions): Promise<readonly Unreadable[]> => {
  const numbers = from.typed || from.spooled ? [] : from.columns.filter(({ type }) => type === 'number')
  if (numbers.length === 0) return []
  const bad = numbers.map((column) => duck`trim(${sourceName(column)}) <> '' and ${asNumber(sourceName(column), from)} is null`)
  const counted = await ask(duck`select ${bad.flatMap((wrong, at) => [duck`(count(*) filter (where ${wrong}))::double as ${columnName(`n${at}`)}`, duck`any_value(${sourceName(numbers[at] ?? { name: '', type: 'number' })}) filter (where ${wrong}) as ${columnName(`e${at}`)}`])} from ${from.table}`, options)
  return numbers.flatMap(({ name }, at) => {
    const count = numbersOf(counted, `n${at}`)[0] ?? 0
    return count > 0 ? [{ column: name, count, example: textsOf(counted, `e${at}`)[0] ?? '' }] : []
  })
}

/** Writes into the scratch folder, then the file store takes the finished file. */
export const writeParquetWith = async (hands: Hands, source: ParquetSource, { sortBy, rowGroup = ROW_GROUP }: WriteHow, options: AskOptions = {}): Promise<Written> => {
  const timed = { seconds: WRITE_SECONDS, ...options }
  const mark = randomBytes(8).toString('hex')
  const target = join(hands.scratch, `${mark}.parquet`)
  const from = await ready(hands, source, mark)
  try {
    const unreadable = await unreadableIn(hands, from, timed)
    const columns = from.columns.map((column) => duck`${column.type === 'number' ? asNumber(sourceName(column), from) : duck`cast(${sourceName(column)} as varchar)`} as ${columnName(column.name)}`)
    const order = sortBy.length > 0 ? duck`order by ${joined(sortBy.map(columnName))}` : duck``
    const copied = await hands.ask(duck`copy (select ${columns} from ${from.table} ${order}) to ${target} (format parquet, compression zstd, row_group_size ${Math.min(rowGroup, ROW_GROUP)})`, timed)
    return { ...(await hands.files.adopt(target)), rows: numbersOf(copied, 'Count')[0] ?? 0, unreadable }
  } finally {
    await Promise.all([target, ...(from.spooled ? [from.spooled] : [])].map((path) => rm(path, { force: true })))
  }
}
