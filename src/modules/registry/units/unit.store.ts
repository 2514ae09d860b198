import { sql, type Tx } from '#platform/database'

export type UnitRow = { id: string; code: string; name: string; kind: string; parent_id: string | null; active: boolean; version: number }
const COLUMNS = sql`id, code, name, kind, parent_id, active, version`

export const unitStore = (tx: Tx) => ({
  list: () => tx.all<UnitRow>(sql`select ${COLUMNS} from registry.units where commune = ${tx.commune} order by platform.sort_key(name)`),
  /** Names by id, for lists of other modules. */
  names: async (): Promise<Map<string, string>> => new Map((await tx.all<{ id: string; name: string }>(sql`select id, name from registry.units where commune = ${tx.commune}`)).map(({ id, name }) => [id, name])),
  get: (id: string) => tx.one<UnitRow>(sql`select ${COLUMNS} from registry.units where commune = ${tx.commune} and id = ${id}`),
  /** Rows changed: 0 when another version is in place. */
  change: (row: { id: string; version: number; code: string; name: string; kind: string; parentId: string | null }) =>
    tx.run(sql`update registry.units set code = ${row.code}, name = ${row.name}, kind = ${row.kind}, parent_id = ${row.parentId}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  deactivate: (id: string, version: number) => tx.run(sql`update registry.units set active = false, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version}`),
  reopen: (id: string, version: number) => tx.run(sql`update registry.units set active = true, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version} and not active`),
  /** Units and people that still hang from a unit. */
  dependants: async (id: string) => (await tx.one<{ units: number; people: number }>(sql`
    select (select count(*) from registry.units where commune = ${tx.commune} and parent_id = ${id} and active) as units, (select count(*) from registry.people where commune = ${tx.commune} and unit_id = ${id} and active) as people`)) ?? { units: 0, people: 0 },
  /** Ids from a unit up to the root. */
  ancestors: (id: string) => tx.all<{ id: string }>(sql`
    with recursive up as (select id, parent_id from registry.units where commune = ${tx.commune} and id = ${id} union select u.id, u.parent_id from registry.units u join up on up.parent_id = u.id where u.commune = ${tx.commune}) select id from up`),
})
