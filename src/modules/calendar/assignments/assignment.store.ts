import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type AssignmentRow = { id: string; text: string; askedBy: string; accountId: string; forAccountId: string | null; forUnitId: string | null; on: Day; due: Day | null; fileHash: string | null; seq: number; suppressed: boolean }
/** What is read where the words were suppressed. */
const SUPPRESSED = 'Texto suprimido'
export type AnswerRow = { id: string; assignmentId: string; kind: 'accepted' | 'done' | 'returned' | 'sent-again'; accountId: string; on: Day; note: string; fileHash: string | null; seq: number }

const standing = (commune: string, knownSeq: number, on: string) => sql`join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id
  where t.commune = ${commune} and p.seq <= ${knownSeq} and p.effective_on <= ${on} and p.seq <> all (array(select u.undoes from evidence.posted u where u.commune = ${commune} and u.undoes is not null and u.seq <= ${knownSeq}))`

export const assignmentStore = (tx: Tx) => {
  const say = (id: string, assignmentId: string, text: string, askedBy = '') => tx.run(sql`insert into calendar.assignment_words (commune, id, assignment_id, text, asked_by) values (${tx.commune}, ${id}, ${assignmentId}, ${text}, ${askedBy})`)
  return {
  /** Assignments with their answers, the newest first. `id` narrows to one, `of` to those a person asked or owes. */
  read: async (knownSeq: number, on: Day, { id, of }: { readonly id?: string; readonly of?: { readonly account: string; readonly units: readonly string[] } } = {}): Promise<readonly (AssignmentRow & { answers: readonly AnswerRow[] })[]> => {
    const rows = await tx.all<AssignmentRow>(sql`select t.id, coalesce(w.text, ${SUPPRESSED}) as text, coalesce(w.asked_by, '') as "askedBy", w.text is null as suppressed, t.account_id as "accountId", t.for_account_id as "forAccountId", t.for_unit_id as "forUnitId", t.on_day as "on", t.due_on as due, t.file_hash as "fileHash", p.seq
      from calendar.assignments t left join calendar.assignment_words w on w.commune = t.commune and w.id = t.id ${standing(tx.commune, knownSeq, on)} ${id ? sql`and t.id = ${id}` : sql``}
      ${of ? sql`and (t.account_id = ${of.account} or t.for_account_id = ${of.account} or t.for_unit_id = any (${[...of.units]}::uuid[]))` : sql``} order by p.seq desc limit 500`)
    if (rows.length === 0) return []
    const answers = await tx.all<AnswerRow>(sql`select e.id, e.assignment_id as "assignmentId", e.kind, e.account_id as "accountId", e.on_day as "on", coalesce(w.text, '') as note, e.file_hash as "fileHash", q.seq
      from calendar.assignment_events e left join calendar.assignment_words w on w.commune = e.commune and w.id = e.id join evidence.posted q on q.commune = e.commune and q.entry_id = e.entry_id where e.commune = ${tx.commune} and q.seq <= ${knownSeq} and q.effective_on <= ${on} and not exists (select from evidence.posted u where u.commune = q.commune and u.undoes = q.seq and u.seq <= ${knownSeq}) ${id ? sql`and e.assignment_id = ${id}` : sql``} order by q.seq`)
    const byAssignment = new Map<string, AnswerRow[]>()
    for (const answer of answers) byAssignment.set(answer.assignmentId, [...(byAssignment.get(answer.assignmentId) ?? []), answer])
    return rows.map((row) => ({ ...row, answers: byAssignment.get(row.id) ?? [] }))
  },
  add: async (row: Omit<AssignmentRow, 'seq' | 'suppressed'> & { entryId: string }): Promise<void> => {
    await tx.run(sql`insert into calendar.assignments (commune, id, account_id, for_account_id, for_unit_id, on_day, due_on, file_hash, entry_id)
    values (${tx.commune}, ${row.id}, ${row.accountId}, ${row.forAccountId}, ${row.forUnitId}, ${row.on}, ${row.due}, ${row.fileHash}, ${row.entryId})`)
    await say(row.id, row.id, row.text, row.askedBy)
  },
  answer: async (row: Omit<AnswerRow, 'seq'> & { entryId: string }): Promise<void> => {
    await tx.run(sql`insert into calendar.assignment_events (commune, id, assignment_id, kind, account_id, on_day, file_hash, entry_id)
    values (${tx.commune}, ${row.id}, ${row.assignmentId}, ${row.kind}, ${row.accountId}, ${row.on}, ${row.fileHash}, ${row.entryId})`)
    if (row.note) await say(row.id, row.assignmentId, row.note)
  },
  /** Every word of an assignment and of its answers. */
  suppress: (assignmentId: string) => tx.run(sql`update calendar.assignment_words set text = null, asked_by = '' where commune = ${tx.commune} and assignment_id = ${assignmentId}`),
  }
}
