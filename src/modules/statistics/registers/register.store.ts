import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { RegisterField, RegisterPeriodicity } from './register-contract.ts'

export type RegisterRow = { id: string; title: string; counted: string; unitId: string; unitName: string; periodicity: RegisterPeriodicity; fields: readonly RegisterField[]; startsOn: Day; retiredOn: Day | null; version: number }
export type ValueRow = { id: string; registerId: string; period: string; field: string; value: number | null; reason: string; post: string; on: Day; accountId: string }
const COLUMNS = sql`r.id, r.title, r.counted, r.unit_id as "unitId", u.name as "unitName", r.periodicity, r.fields, r.starts_on as "startsOn", r.retired_on as "retiredOn", r.version`
const FROM = sql`statistics.registers r join registry.units u on u.commune = r.commune and u.id = r.unit_id`
const EVER = Number.MAX_SAFE_INTEGER

/** Own registers and what the units said of each period, in the order it was known. */
export const registerStore = (tx: Tx) => ({
  list: (knownSeq: number = EVER) => tx.all<RegisterRow>(sql`select ${COLUMNS} from ${FROM} join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id where r.commune = ${tx.commune} and p.seq <= ${knownSeq} order by platform.sort_key(r.title) collate "C", r.id`),
  get: (id: string) => tx.one<RegisterRow>(sql`select ${COLUMNS} from ${FROM} where r.commune = ${tx.commune} and r.id = ${id}`),
  hold: (id: string) => tx.one<{ version: number }>(sql`select version from statistics.registers where commune = ${tx.commune} and id = ${id} for update`),
  byIds: (ids: readonly string[]) => tx.all<RegisterRow>(sql`select ${COLUMNS} from ${FROM} where r.commune = ${tx.commune} and r.id = any (${ids as string[]}::uuid[])`),
  values: (knownSeq: number = EVER, registerId?: string) => tx.all<ValueRow>(sql`select v.id, v.register_id as "registerId", v.period, v.field, v.value, v.reason, v.post, v.on_day as "on", v.account_id as "accountId" from statistics.register_values v
    join evidence.posted p on p.commune = v.commune and p.entry_id = v.entry_id where v.commune = ${tx.commune} and p.seq <= ${knownSeq} ${registerId ? sql`and v.register_id = ${registerId}` : sql``} order by p.seq, v.id`),
  add: (row: Omit<RegisterRow, 'unitName' | 'retiredOn' | 'version'>, entryId: string) => tx.run(sql`insert into statistics.registers (commune, id, title, counted, unit_id, periodicity, fields, starts_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.title}, ${row.counted}, ${row.unitId}, ${row.periodicity}, ${JSON.stringify(row.fields)}::jsonb, ${row.startsOn}, ${entryId})`),
  retire: (id: string, on: Day | null) => tx.run(sql`update statistics.registers set retired_on = ${on}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  addValue: (row: ValueRow, entryId: string) => tx.run(sql`insert into statistics.register_values (commune, id, register_id, period, field, value, reason, post, on_day, account_id, entry_id)
    values (${tx.commune}, ${row.id}, ${row.registerId}, ${row.period}, ${row.field}, ${row.value}, ${row.reason}, ${row.post}, ${row.on}, ${row.accountId}, ${entryId})`),
})
