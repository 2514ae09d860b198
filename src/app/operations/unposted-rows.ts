import type { Database } from '#platform/database'
import { type Query, sql, type Tx } from '#platform/database'

type Table = { readonly schema: string; readonly name: string }
const ACCOUNT = '00000000-0000-4000-8000-000000000000'

/** A load knows the entry it will post before it does: its row is a promise, not a fact left behind. */
const PROMISED: string[] = ['budget.imports']

const factTables: Query<Table> = sql<Table>`
  select n.nspname as schema, c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attname = 'entry_id' and c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'platform') and n.nspname || '.' || c.relname <> all (${PROMISED}::text[]) order by 1, 2`
const count = ({ schema, name }: Table) => (tx: Tx) => tx.one<{ rows: number }>(sql`
  select count(*)::int as rows from ${sql.table(`${schema}.${name}`)} t
  where t.commune = ${tx.commune} and t.entry_id is not null and not exists (select 1 from evidence.entries e where e.commune = t.commune and e.id = t.entry_id)`)

/** Rows written under an entry that was never posted, by table: what an interrupted load left. No query of the product shows them. */
export const unpostedRows = async (database: Database, commune: string): Promise<readonly { readonly table: string; readonly rows: number }[]> => {
  const scope = { commune, accountId: ACCOUNT, clearances: ['public', 'council', 'internal', 'restricted'] as const }
  const found: { table: string; rows: number }[] = []
  for (const table of await database.read(scope, (tx) => tx.all(factTables))) {
    const rows = (await database.read(scope, count(table)))?.rows ?? 0
    if (rows > 0) found.push({ table: `${table.schema}.${table.name}`, rows })
  }
  return found
}
