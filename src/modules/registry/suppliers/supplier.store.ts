import { sortKey } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { SupplierView } from '../contract.ts'

const COLUMNS = sql`id, rut, name, kind, activity, city, active, version`
const orders: Record<string, ReturnType<typeof sql>> = { name: sql`sort_key`, '-name': sql`sort_key desc`, city: sql`platform.sort_key(city), sort_key`, '-city': sql`platform.sort_key(city) desc, sort_key`, activity: sql`platform.sort_key(activity), sort_key`, '-activity': sql`platform.sort_key(activity) desc, sort_key` }
const escaped = (word: string): string => `%${word.replace(/[%_\\]/g, '\\$&')}%`

export const supplierStore = (tx: Tx) => {
  const filter = ({ text, activity, state }: { text: string; activity: string; state: string }) => sql`
    commune = ${tx.commune} ${activity ? sql`and activity = ${activity}` : sql``} ${state ? sql`and active = ${state === 'active'}` : sql``}
    ${sql.join(sortKey(text).split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`and (sort_key like ${escaped(word)} or replace(rut, '-', '') like ${escaped(word.replace(/[.-]/g, ''))})`), sql` `)}`
  return {
    list: (query: { text: string; activity: string; state: string; sort: string; page: number; size: number }) =>
      tx.all<SupplierView>(sql`select ${COLUMNS} from registry.suppliers where ${filter(query)} order by ${orders[query.sort] ?? sql`sort_key`}, id limit ${query.size} offset ${(query.page - 1) * query.size}`),
    count: async (query: { text: string; activity: string; state: string }) => (await tx.one<{ n: number }>(sql`select count(*) as n from registry.suppliers where ${filter(query)}`))?.n ?? 0,
    activities: async () => (await tx.all<{ activity: string }>(sql`select distinct activity from registry.suppliers where commune = ${tx.commune} and activity <> '' order by activity`)).map(({ activity }) => activity),
    get: (id: string) => tx.one<SupplierView>(sql`select ${COLUMNS} from registry.suppliers where commune = ${tx.commune} and id = ${id}`),
    /** Names and RUT by id, for lists of other modules. */
    named: async (ids: readonly string[]): Promise<Map<string, { name: string; rut: string }>> => {
      if (ids.length === 0) return new Map()
      const rows = await tx.all<{ id: string; name: string; rut: string }>(sql`select id, name, rut from registry.suppliers where commune = ${tx.commune} and id = any (${[...new Set(ids)]}::uuid[])`)
      return new Map(rows.map(({ id, name, rut }) => [id, { name, rut }]))
    },
    idsByRut: async (): Promise<Map<string, string>> => new Map((await tx.all<{ id: string; rut: string }>(sql`select id, rut from registry.suppliers where commune = ${tx.commune}`)).map(({ id, rut }) => [rut, id])),
    add: (row: { id: string; rut: string; name: string; kind: string; activity: string; city: string }) =>
      tx.run(sql`insert into registry.suppliers (commune, id, rut, name, kind, activity, city, sort_key) values (${tx.commune}, ${row.id}, ${row.rut}, ${row.name}, ${row.kind}, ${row.activity}, ${row.city}, ${sortKey(row.name)})`),
    /** Rows changed: 0 when another version is in place. */
    change: (row: { id: string; version: number; name: string; kind: string; activity: string; city: string; active: boolean }) =>
      tx.run(sql`update registry.suppliers set name = ${row.name}, kind = ${row.kind}, activity = ${row.activity}, city = ${row.city}, sort_key = ${sortKey(row.name)}, active = ${row.active}, version = version + 1
        where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  }
}
