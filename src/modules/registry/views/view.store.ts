import { sql, type Tx } from '#platform/database'

export type ViewRow = { readonly id: string; readonly account_id: string; readonly unit_id: string | null; readonly path: string; readonly name: string; readonly search: string; readonly deleted: boolean; readonly version: number }

/** Saved views of the commune; who may see which is asked with the account and its units. */
export const viewStore = (tx: Tx) => ({
  seen: (path: string, account: string, units: readonly string[]) => tx.all<ViewRow>(sql`select id, account_id, unit_id, path, name, search, deleted, version from registry.saved_views
    where commune = ${tx.commune} and path = ${path} and not deleted and (account_id = ${account} or unit_id = any(${[...units]}::uuid[])) order by platform.sort_key(name), id`),
  get: (id: string) => tx.one<ViewRow>(sql`select id, account_id, unit_id, path, name, search, deleted, version from registry.saved_views where commune = ${tx.commune} and id = ${id}`),
  count: async (path: string, account: string): Promise<number> => (await tx.one<{ n: number }>(sql`select count(*)::int as n from registry.saved_views where commune = ${tx.commune} and path = ${path} and account_id = ${account} and not deleted`))?.n ?? 0,
  add: (row: Omit<ViewRow, 'deleted' | 'version'>) => tx.run(sql`insert into registry.saved_views (commune, id, account_id, unit_id, path, name, search) values (${tx.commune}, ${row.id}, ${row.account_id}, ${row.unit_id}, ${row.path}, ${row.name}, ${row.search})`),
  change: (row: Pick<ViewRow, 'id' | 'version' | 'name' | 'unit_id' | 'deleted'>) =>
    tx.run(sql`update registry.saved_views set name = ${row.name}, unit_id = ${row.unit_id}, deleted = ${row.deleted}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  defaultOf: async (path: string, account: string): Promise<string | null> => (await tx.one<{ view_id: string }>(sql`select view_id from registry.default_views where commune = ${tx.commune} and account_id = ${account} and path = ${path}`))?.view_id ?? null,
  forgetDefault: (path: string, account: string) => tx.run(sql`delete from registry.default_views where commune = ${tx.commune} and account_id = ${account} and path = ${path}`),
  setDefault: (path: string, account: string, id: string) => tx.run(sql`insert into registry.default_views (commune, account_id, path, view_id) values (${tx.commune}, ${account}, ${path}, ${id}) on conflict (commune, account_id, path) do update set view_id = excluded.view_id`),
})
