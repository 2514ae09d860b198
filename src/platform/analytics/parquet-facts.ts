import type { Analytics } from './analytics.ts'
import { numbersOf, textsOf } from './columns.ts'
import { duck, type Sql } from './sql-text.ts'

export type ParquetFacts = { readonly rows: number; readonly columns: readonly { readonly name: string; readonly type: string }[] }

/** What a Parquet file says of itself, without reading its rows. */
export const readFacts = async (ask: Analytics['ask'], path: string, table: Sql): Promise<ParquetFacts> => {
  const names = await ask(duck`select column_name, column_type from (describe select * from ${table})`)
  const counted = await ask(duck`select num_rows::double as num_rows from parquet_file_metadata(${path})`)
  const types = textsOf(names, 'column_type')
  return { rows: numbersOf(counted, 'num_rows')[0] ?? 0, columns: textsOf(names, 'column_name').map((name, at) => ({ name: name ?? '', type: types[at] ?? '' })) }
}
