import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type AmendmentLine = { readonly line: string; readonly amount: number }
export type AmendmentState = 'draft' | 'approved' | 'withdrawn' | 'undone'
export const amendmentStates: Record<AmendmentState, string> = { draft: 'en borrador', approved: 'aprobada', withdrawn: 'retirada', undone: 'deshecha' }
export type AmendmentRow = {
  id: string; year: number; number: number; kind: string; reason: string; state: AmendmentState; background_on: Day | null; session_number: string; session_on: Day | null
  agreement: string; decree_number: string; decree_on: Day | null; lines: readonly AmendmentLine[]; drafted_by: string; draft_entry: string; approval_entry: string | null; version: number
}
const COLUMNS = sql`a.id, a.year, a.number, a.kind, a.reason, a.state, a.background_on, a.session_number, a.session_on, a.agreement, a.decree_number, a.decree_on, a.lines, a.drafted_by, a.draft_entry, a.approval_entry, a.version`

export const amendmentStore = (tx: Tx) => ({
  hold: (id: string) => tx.one<AmendmentRow>(sql`select ${COLUMNS} from budget.amendments a where a.commune = ${tx.commune} and a.id = ${id} for update`),
  get: (id: string) => tx.one<AmendmentRow>(sql`select ${COLUMNS} from budget.amendments a where a.commune = ${tx.commune} and a.id = ${id}`),
  byIds: (ids: readonly string[]) => tx.all<AmendmentRow>(sql`select ${COLUMNS} from budget.amendments a where a.commune = ${tx.commune} and a.id = any (${ids as string[]}::uuid[])`),
  byEntry: (entryId: string) => tx.one<AmendmentRow>(sql`select ${COLUMNS} from budget.amendments a where a.commune = ${tx.commune} and a.approval_entry = ${entryId}`),
  /** Amendments known at a ledger number. Approved ones count from the day of their decree. */
  known: (year: number, knownSeq: number) => tx.all<AmendmentRow & { approved_seq: number | null }>(sql`
    select ${COLUMNS}, x.seq as approved_seq from budget.amendments a
    join evidence.posted d on d.commune = a.commune and d.entry_id = a.draft_entry
    left join evidence.posted x on x.commune = a.commune and x.entry_id = a.approval_entry and x.seq <= ${knownSeq}
    where a.commune = ${tx.commune} and a.year = ${year} and d.seq <= ${knownSeq} order by a.number`),
  nextNumber: async (year: number) => (await tx.one<{ n: number }>(sql`select coalesce(max(number), 0) + 1 as n from budget.amendments where commune = ${tx.commune} and year = ${year}`))?.n ?? 1,
  add: (row: { id: string; year: number; number: number; kind: string; reason: string; lines: readonly AmendmentLine[]; by: string; entryId: string }) => tx.run(sql`
    insert into budget.amendments (commune, id, year, number, kind, reason, state, lines, drafted_by, draft_entry)
    values (${tx.commune}, ${row.id}, ${row.year}, ${row.number}, ${row.kind}, ${row.reason}, 'draft', ${JSON.stringify(row.lines)}::jsonb, ${row.by}, ${row.entryId})`),
  approve: (id: string, row: { backgroundOn: Day; sessionNumber: string; sessionOn: Day; agreement: string; decreeNumber: string; decreeOn: Day; entryId: string }) => tx.run(sql`
    update budget.amendments set state = 'approved', background_on = ${row.backgroundOn}, session_number = ${row.sessionNumber}, session_on = ${row.sessionOn}, agreement = ${row.agreement},
      decree_number = ${row.decreeNumber}, decree_on = ${row.decreeOn}, approval_entry = ${row.entryId}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  setState: (id: string, state: AmendmentState) => tx.run(sql`update budget.amendments set state = ${state}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
})
