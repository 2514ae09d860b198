import type { Day } from '#kernel'
import { defineQuery, type ModuleDefinition } from '#platform/actions'
import { sql } from '#platform/database'
import { ledgerStore, mayKnowRecord } from '#evidence'
import { personStore } from '#registry'
import { z } from 'zod'
import { type Change, changesOf, idsIn } from './changes.ts'
import { type UndoOffer, undoOffers } from './undo-offers.ts'

export type HistoryLine = {
  readonly seq: number; readonly at: string; readonly effectiveOn: Day; readonly who: string; readonly office: string | null; readonly what: string; readonly first: boolean
  readonly changes: readonly Change[]; readonly why?: string; readonly documents: readonly { readonly title: string; readonly hash: string }[]; readonly undoneBy: number | null; readonly undo?: UndoOffer
}
const MOST = 500
/** Reasons are written in the facts of entries under these names. */
const REASONS = ['reason', 'motive', 'note', 'basis'] as const
const whyOf = (body: string): string | undefined => {
  const { facts = {} } = JSON.parse(body) as { facts?: Record<string, unknown> }
  return REASONS.map((name) => facts[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '')
}
type Row = { seq: number; id: string; name: string; record_kind: string | null; record_id: string | null; recorded_at: string; effective_on: Day; account_id: string; office: string | null; summary: string; body: string; undone_by: number | null }

/** The history of any record as a person reads it: who, when, in which office, what changed from what to what, why, and from which document. */
export const tellHistory = (modules: () => readonly ModuleDefinition[]) => defineQuery({
  name: 'system.tell-history', title: 'Historia de un registro, en palabras', input: z.object({ kind: z.string().min(1).max(60), id: z.string().min(1).max(120) }),
  allowed: (actor) => actor.permissions.size > 0,
  run: async ({ kind, id }, context) => {
    const { tx } = context
    const known = await context.knownSeq()
    const visible = await mayKnowRecord(context, kind, id)
    const rows = visible ? await tx.all<Row>(sql`select e.seq, e.id, e.name, e.record_kind, e.record_id, e.recorded_at, e.effective_on, e.account_id, e.office, e.summary, e.body, (select x.seq from evidence.entries x where x.commune = e.commune and x.undoes = e.seq and x.seq <= ${known}) as undone_by
      from evidence.entries e where e.commune = ${tx.commune} and e.seq <= ${known} and e.effective_on <= ${context.asOf.effectiveOn < context.today ? context.asOf.effectiveOn : 'infinity'}::date
        and ((e.record_kind = ${kind} and e.record_id = ${id}) or exists (select 1 from evidence.record_versions v where v.commune = e.commune and v.entry_id = e.id and v.kind = ${kind} and v.record_id = ${id})
          or e.id in (select r.entry_id from evidence.entry_records r where r.commune = ${tx.commune} and r.kind = ${kind} and r.record_id = ${id})) order by e.seq desc limit ${MOST}`) : []
    // The same answer for what does not exist and for what the reader may not know.
    if (rows.length === 0) return { title: 'Registro', href: undefined, lines: [] as readonly HistoryLine[] }
    const versions = await ledgerStore(tx).versions(kind, id)
    const ids = idsIn(versions.map(({ data }) => data))
    // Titles under the reader's own fence: what they may not know stays «otro registro».
    const titles = new Map((await tx.all<{ id: string; title: string }>(sql`select record_id as id, title from evidence.search_lines where commune = ${tx.commune} and record_id = any (${ids as string[]})`)).map((row) => [row.id, row.title]))
    const byEntry = new Map(versions.map((version, index) => [version.entry_id, { data: version.data, before: versions[index + 1]?.data }]))
    const papers = await tx.all<{ entry_id: string; title: string; file_hash: string }>(sql`select entry_id, title, file_hash from evidence.attachments where commune = ${tx.commune} and entry_id = any (${rows.map((row) => row.id)}::uuid[]) and record_kind = ${kind} and record_id = ${id} order by title`)
    const names = await personStore(tx).namesOfAccounts(rows.map(({ account_id: account }) => account))
    const [summary] = (await modules().flatMap((module) => module.records ?? []).find((one) => one.kind === kind)?.summarise([id], context)) ?? []
    const offers = await undoOffers(modules(), rows, context)
    const lines = rows.map((row): HistoryLine => {
      const version = byEntry.get(row.id)
      const why = whyOf(row.body)
      const undo = offers.get(row.seq)
      return {
        seq: row.seq, at: row.recorded_at, effectiveOn: row.effective_on, who: names.get(row.account_id) ?? 'Secplan', office: row.office, what: row.summary, first: version !== undefined && version.before === undefined,
        changes: version ? changesOf(version.before, version.data, titles) : [], ...(why ? { why } : {}), documents: papers.filter(({ entry_id: entry }) => entry === row.id).map(({ title, file_hash: hash }) => ({ title, hash })), undoneBy: row.undone_by, ...(undo ? { undo } : {}),
      }
    })
    return { title: summary?.title ?? titles.get(id) ?? 'Registro', href: summary?.href, lines }
  },
})
