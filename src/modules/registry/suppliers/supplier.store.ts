import { sortKey } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { SupplierView } from '../contract.ts'

const COLUMNS = sql`id, rut, name, kind, activity, city, active, version`
/** Every column of an order goes the same way: an index is read forwards or backwards, never sorted. */
const orders: Readonly<Record<string, readonly string[]>> = { name: ['sort_key', 'id'], city: ['platform.sort_key(city)', 'sort_key', 'id'], activity: ['platform.sort_key(activity)', 'sort_key', 'id'] }
const orderOf = (sort: string): ReturnType<typeof sql> => sql.raw((orders[sort.replace(/^-/, '')] ?? ['sort_key', 'id']).map((column) => (sort.startsWith('-') ? `${column} desc` : column)).join(', '))
const escaped = (word: string): string => `%${word.replace(/[%_\\]/g, '\\$&')}%`

export const supplierStore = (tx: Tx) => {
  const filter = ({ text, activity, state }: { text: string; activity: string; state: string }) => sql`
    commune = ${tx.commune} ${activity ? sql`and activity = ${activity}` : sql``} ${state ? sql`and active = ${state === 'active'}` : sql``}
    ${sql.join(sortKey(text).split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`and (sort_key like ${escaped(word)} or replace(rut, '-', '') like ${escaped(word.replace(/[.-]/g, ''))})`), sql` `)}`
  return {
    list: (query: { text: string; activity: string; state: string; sort: string; page: number; size: number }) =>
      tx.all<SupplierView>(sql`select ${COLUMNS} from registry.suppliers where ${filter(query)} order by ${orderOf(query.sort)} limit ${query.size} offset ${(query.page - 1) * query.size}`),
    /** How many there are, and the activities in use: from the counts kept with each change; only a search by text counts rows. */
    totals: async (query: { text: string; activity: string; state: string }): Promise<{ total: number; activities: readonly string[] }> => {
      const counts = await tx.all<{ activity: string; active: boolean; suppliers: number }>(sql`select activity, active, suppliers from registry.supplier_counts where commune = ${tx.commune} and suppliers > 0 order by activity`)
      const found = counts.filter(({ activity, active }) => (!query.activity || activity === query.activity) && (!query.state || active === (query.state === 'active')))
      const total = query.text.trim() ? ((await tx.one<{ n: number }>(sql`select count(*) as n from registry.suppliers where ${filter(query)}`))?.n ?? 0) : found.reduce((sum, { suppliers }) => sum + suppliers, 0)
      return { total, activities: [...new Set(counts.map(({ activity }) => activity).filter((activity) => activity !== ''))] }
    },
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
