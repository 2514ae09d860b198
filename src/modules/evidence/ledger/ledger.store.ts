import { addDays, type Day } from '#kernel'
import type { LedgerPort } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import { sortKey } from '#kernel'
import { lineWords } from '../search/line-words.ts'
import { yearIn } from '../search/words.ts'

/** The instant a day begins in Santiago, computed by the engine, which knows the zone's history. */
const startOf = (value: string) => sql`(${value}::date::timestamp at time zone 'America/Santiago')`

/** The ledger over the evidence tables: the only place where entries, versions and edges are written. */
export const ledger: LedgerPort = {
  append: async (tx, { id, action, accountId, office, effectiveOn, recordedAt, draft, body }) => {
    const posted = await tx.one<{ seq: number; hash: string }>(sql`
      select seq, hash from evidence.append_entry(${tx.commune}, ${id}, ${draft.name}, ${action}, ${accountId}, ${office ?? null}, ${effectiveOn}, ${recordedAt},
        ${draft.summary}, ${draft.record?.kind ?? null}, ${draft.record?.id ?? null}, ${draft.undoes ?? null}, ${body})`)
    if (!posted) throw new Error('La bitácora no respondió')
    for (const { kind, id: record } of draft.also ?? []) await tx.run(sql`insert into evidence.entry_records (commune, entry_id, kind, record_id) values (${tx.commune}, ${id}, ${kind}, ${record}) on conflict do nothing`)
    return { seq: posted.seq, id, hash: posted.hash }
  },
  seqKnownOn: async (tx, knownOn) => {
    const row = await tx.one<{ seq: number }>(sql`
      select coalesce(max(seq), 0) as seq from evidence.entries where commune = ${tx.commune} and recorded_at < ${startOf(addDays(knownOn as Day, 1))}`)
    return row?.seq ?? 0
  },
  keep: async (tx, entryId, effectiveOn, { kind, id, version, data }) => {
    await tx.run(sql`insert into evidence.record_versions (commune, kind, record_id, version, entry_id, effective_on, data)
      values (${tx.commune}, ${kind}, ${id}, ${version}, ${entryId}, ${effectiveOn}, ${JSON.stringify(data)}::jsonb)`)
  },
  link: async (tx, entryId, { from, relation, to }) => {
    await tx.run(sql`insert into evidence.edges (commune, from_kind, from_id, relation, to_kind, to_id, entry_id)
      select ${tx.commune}, ${from.kind}, ${from.id}, ${relation}, ${to.kind}, ${to.id}, ${entryId}::uuid
      where not exists (select from evidence.edges e where e.commune = ${tx.commune} and e.from_kind = ${from.kind} and e.from_id = ${from.id}
        and e.relation = ${relation} and e.to_kind = ${to.kind} and e.to_id = ${to.id} and e.ended_by is null)`)
  },
  unlink: async (tx, entryId, { from, relation, to }) => {
    await tx.run(sql`update evidence.edges set ended_by = ${entryId} where commune = ${tx.commune} and from_kind = ${from.kind} and from_id = ${from.id}
      and relation = ${relation} and to_kind = ${to.kind} and to_id = ${to.id} and ended_by is null`)
  },
  index: async (tx, { kind, id, title, subtitle = '', href, visibility = 'internal' }) => {
    await tx.run(sql`insert into evidence.search_lines (commune, kind, record_id, title, subtitle, href, sort_key, visibility, words, year)
      values (${tx.commune}, ${kind}, ${id}, ${title}, ${subtitle}, ${href}, ${sortKey(`${title} ${subtitle}`)}, ${visibility}, ${lineWords(title, subtitle)}::tsvector, ${yearIn(`${title} ${subtitle}`) ?? null})
      on conflict (commune, kind, record_id) do update set title = excluded.title, subtitle = excluded.subtitle, href = excluded.href, sort_key = excluded.sort_key, visibility = excluded.visibility, words = excluded.words, year = excluded.year`)
  },
}

export type EntryRow = {
  seq: number; id: string; name: string; action: string; account_id: string; office: string | null; effective_on: Day; recorded_at: string
  summary: string; record_kind: string | null; record_id: string | null; undoes: number | null
}
const COLUMNS = sql`seq, id, name, action, account_id, office, effective_on, recorded_at, summary, record_kind, record_id, undoes`

export const ledgerStore = (tx: Tx) => ({
  /** Newest first, up to a known ledger number. */
  list: (options: { knownSeq: number; before?: number; size: number; text?: string; name?: string; record?: { kind: string; id: string } }) =>
    tx.all<EntryRow>(sql`
      select ${COLUMNS} from evidence.entries
      where commune = ${tx.commune} and seq <= ${options.knownSeq}
        ${options.before ? sql`and seq < ${options.before}` : sql``}
        ${options.name ? sql`and name = ${options.name}` : sql``}
        ${options.text ? sql`and platform.sort_key(summary) like ${`%${sortKey(options.text)}%`}` : sql``}
        ${options.record ? sql`and ((record_kind = ${options.record.kind} and record_id = ${options.record.id}) or id in (select entry_id from evidence.entry_records where commune = ${tx.commune} and kind = ${options.record.kind} and record_id = ${options.record.id}))` : sql``}
      order by seq desc limit ${options.size}`),
  byId: (id: string) => tx.one<EntryRow & { body: string }>(sql`select ${COLUMNS}, body from evidence.entries where commune = ${tx.commune} and id = ${id}`),
  bySeq: (seq: number) => tx.one<EntryRow & { body: string }>(sql`select ${COLUMNS}, body from evidence.entries where commune = ${tx.commune} and seq = ${seq}`),
  undoneBy: (seq: number) => tx.one<EntryRow>(sql`select ${COLUMNS} from evidence.entries where commune = ${tx.commune} and undoes = ${seq}`),
  /** Links of the chain in order, for verification. */
  links: (after: number, size: number) =>
    tx.all<{ seq: number; body: string; previous_hash: string; hash: string }>(sql`
      select seq, body, previous_hash, hash from evidence.entries where commune = ${tx.commune} and seq > ${after} order by seq limit ${size}`),
  versions: (kind: string, id: string) =>
    tx.all<{ version: number; entry_id: string; effective_on: Day; data: Record<string, unknown> }>(sql`
      select version, entry_id, effective_on, data from evidence.record_versions where commune = ${tx.commune} and kind = ${kind} and record_id = ${id} order by version desc`),
  /** The record as it was known: its newest version whose entry is within the pair of dates. */
  versionAsOf: (kind: string, id: string, knownSeq: number, effectiveOn: Day) =>
    tx.one<{ version: number; data: Record<string, unknown> }>(sql`
      select v.version, v.data from evidence.record_versions v join evidence.entries e on e.commune = v.commune and e.id = v.entry_id
      where v.commune = ${tx.commune} and v.kind = ${kind} and v.record_id = ${id} and e.seq <= ${knownSeq} and v.effective_on <= ${effectiveOn}
      order by v.version desc limit 1`),
})
