import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { NodeRow } from './node.ts'

export type PlanRow = { id: string; name: string; starts_on: Day; ends_on: Day; agreement: string; note: string; version: number; draft: boolean }
const COLUMNS = sql`n.id, n.plan_id, n.parent_id, n.kind, n.code, n.name, n.description, n.place, n.unit_id, n.retired_reason, n.version`

export const nodeStore = (tx: Tx) => ({
  addPlan: (row: { id: string; name: string; startsOn: Day; endsOn: Day; agreement: string; note: string; entryId: string; draft?: boolean }) =>
    tx.run(sql`insert into plan.plans (commune, id, name, starts_on, ends_on, agreement, note, entry_id, draft)
      values (${tx.commune}, ${row.id}, ${row.name}, ${row.startsOn}, ${row.endsOn}, ${row.agreement}, ${row.note}, ${row.entryId}, ${row.draft ?? false})`),
  /** Plans known at a ledger number, the newest term first. */
  plans: (knownSeq: number) =>
    tx.all<PlanRow>(sql`select p.id, p.name, p.starts_on, p.ends_on, p.agreement, p.note, p.version, p.draft from plan.plans p
      join evidence.posted e on e.commune = p.commune and e.entry_id = p.entry_id left join evidence.posted x on x.commune = p.commune and x.entry_id = p.undone_entry
      where p.commune = ${tx.commune} and e.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq}) order by p.draft, p.starts_on desc, p.name`),
  plan: (id: string) => tx.one<PlanRow>(sql`select id, name, starts_on, ends_on, agreement, note, version, draft from plan.plans where commune = ${tx.commune} and id = ${id}`),
  /** Nodes known at a ledger number; those retired by the day are left out unless asked for. */
  list: (options: { knownSeq: number; on: Day; planId?: string; ids?: readonly string[]; retired?: boolean }) =>
    tx.all<NodeRow>(sql`
      select ${COLUMNS}, case when b.seq is null or b.seq > ${options.knownSeq} then coalesce(n.retired_on, n.was_retired_on) end as retired_on from plan.nodes n
      join evidence.posted e on e.commune = n.commune and e.entry_id = n.entry_id
      join plan.plans t on t.commune = n.commune and t.id = n.plan_id left join evidence.posted x on x.commune = t.commune and x.entry_id = t.undone_entry
      left join evidence.posted r on r.commune = n.commune and r.entry_id = n.retired_entry left join evidence.posted b on b.commune = n.commune and b.entry_id = n.restored_entry
      where n.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and (x.seq is null or x.seq > ${options.knownSeq})
        ${options.planId ? sql`and n.plan_id = ${options.planId}` : sql``}
        ${options.ids ? sql`and n.id = any (${options.ids as string[]}::uuid[])` : sql``}
        ${options.retired ? sql`` : sql`and (r.seq is null or r.seq > ${options.knownSeq} or coalesce(n.retired_on, n.was_retired_on) > ${options.on} or b.seq <= ${options.knownSeq})`}
      order by n.place, n.code collate "C"`),
  get: (id: string) => tx.one<NodeRow>(sql`select ${COLUMNS}, n.retired_on from plan.nodes n where n.commune = ${tx.commune} and n.id = ${id}`),
  add: (row: { id: string; planId: string; parentId?: string; kind: string; code: string; name: string; description: string; unitId?: string; entryId: string }) =>
    tx.run(sql`insert into plan.nodes (commune, id, plan_id, parent_id, kind, code, name, description, place, unit_id, entry_id)
      select ${tx.commune}, ${row.id}::uuid, ${row.planId}::uuid, ${row.parentId ?? null}::uuid, ${row.kind}, ${row.code}, ${row.name}, ${row.description},
        coalesce((select max(place) + 1 from plan.nodes where commune = ${tx.commune} and plan_id = ${row.planId}::uuid and parent_id is not distinct from ${row.parentId ?? null}::uuid), 0),
        ${row.unitId ?? null}::uuid, ${row.entryId}::uuid`),
  /** These return the number of rows changed: 0 when another version is in place. */
  change: (row: { id: string; version: number; code: string; name: string; description: string; unitId: string | null }) =>
    tx.run(sql`update plan.nodes set code = ${row.code}, name = ${row.name}, description = ${row.description}, unit_id = ${row.unitId}, version = version + 1
      where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  move: (row: { id: string; version: number; parentId: string | null; place: number }) =>
    tx.run(sql`update plan.nodes set parent_id = ${row.parentId}, place = ${row.place}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  retire: (row: { id: string; version: number; on: Day; reason: string; entryId: string }) =>
    tx.run(sql`update plan.nodes set retired_entry = ${row.entryId}, retired_on = ${row.on}, retired_reason = ${row.reason}, restored_entry = null, was_retired_on = null, version = version + 1
      where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  /** Nodes and indicators in force that hang from a node. */
  dependants: (id: string) =>
    tx.all<{ name: string }>(sql`select code || ' ' || name as name from plan.nodes where commune = ${tx.commune} and parent_id = ${id} and retired_on is null
      union all select code || ' ' || name from plan.indicators where commune = ${tx.commune} and node_id = ${id} and retired_on is null`),
})
