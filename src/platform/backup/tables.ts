import type { Connection } from '#platform/database'

export type TableFacts = { readonly name: string; readonly keys: readonly { readonly name: string; readonly type: string }[]; readonly parents: readonly string[]; readonly selfReferring: boolean }

const CATALOG = `
select n.nspname || '.' || c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by k.ord)
     from pg_constraint p cross join lateral unnest(p.conkey) with ordinality k(num, ord) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
     where p.conrelid = c.oid and p.contype = 'p') as keys,
  coalesce((select json_agg(distinct fn.nspname || '.' || fc.relname) from pg_constraint f join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
     where f.conrelid = c.oid and f.contype = 'f'), '[]') as parents
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relpersistence = 'p'
order by 1`
/** The migrations table travels in the manifest. */
const OUTSIDE = new Set(['platform.migrations'])

/** Every table with its primary key, in an order in which parents come before children. Throws when a table has no primary key. */
export const tablesInOrder = async (connection: Connection): Promise<TableFacts[]> => {
  const { rows } = await connection.query<{ name: string; keys: { name: string; type: string }[] | null; parents: string[] }>(CATALOG)
  const pending = new Map(
    rows.filter(({ name }) => !OUTSIDE.has(name)).map(({ name, keys, parents }) => {
      if (!keys) throw new Error(`La tabla ${name} no tiene llave primaria`)
      return [name, { name, keys, parents: parents.filter((parent) => parent !== name), selfReferring: parents.includes(name) }]
    }),
  )
  const ordered: TableFacts[] = []
  while (pending.size) {
    const ready = [...pending.values()].filter(({ parents }) => parents.every((parent) => !pending.has(parent)))
    if (ready.length === 0) throw new Error(`Hay tablas que dependen en círculo: ${[...pending.keys()].join(', ')}`)
    for (const table of ready) {
      ordered.push(table)
      pending.delete(table.name)
    }
  }
  return ordered
}

/** Rows of a table as JSON lines in the order of its key, from just after a key: the same text on both engines (time zone UTC). */
export const chunkOf = async (connection: Connection, table: TableFacts, after: readonly string[] | undefined, size: number): Promise<{ lines: string[]; last: readonly string[] }> => {
  const keys = table.keys.map(({ name }) => `"${name}"`).join(', ')
  const where = after ? `where (${keys}) > (${table.keys.map(({ type }, index) => `$${index + 1}::${type}`).join(', ')})` : ''
  const { rows } = await connection.query<{ line: string; key: string[] }>(
    `select to_jsonb(t)::text as line, array[${table.keys.map(({ name }) => `t."${name}"::text`).join(', ')}] as key from ${table.name} t ${where} order by ${keys} limit ${size}`,
    after ?? [],
  )
  return { lines: rows.map(({ line }) => line), last: rows.at(-1)?.key ?? [] }
}
