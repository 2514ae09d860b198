import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { AgreementView, SessionView } from '../contract.ts'

export type SessionRow = Omit<SessionView, 'agreements'>
const COLUMNS = sql`s.id, s.number, s.kind, s.held_on as "heldOn", s.note`

export const councilStore = (tx: Tx) => ({
  /** Sessions held by a day and known at a ledger number, the newest first. */
  list: (options: { knownSeq: number; on: Day; ids?: readonly string[]; page?: number; size?: number }) =>
    tx.all<SessionRow>(sql`select ${COLUMNS} from council.sessions s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
      where s.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and s.held_on <= ${options.on} ${options.ids ? sql`and s.id = any (${options.ids as string[]}::uuid[])` : sql``}
      order by s.held_on desc, s.number desc limit ${options.size ?? 500} offset ${((options.page ?? 1) - 1) * (options.size ?? 500)}`),
  count: async (options: { knownSeq: number; on: Day }) => (await tx.one<{ n: number }>(sql`select count(*) as n from council.sessions s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
      where s.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and s.held_on <= ${options.on}`))?.n ?? 0,
  get: (id: string) => tx.one<SessionRow>(sql`select ${COLUMNS} from council.sessions s where s.commune = ${tx.commune} and s.id = ${id}`),
  sameNumber: (kind: string, number: number, year: string) => tx.one<{ id: string }>(sql`select id from council.sessions where commune = ${tx.commune} and kind = ${kind} and number = ${number} and held_on between ${`${year}-01-01`} and ${`${year}-12-31`}`),
  add: (row: { id: string; number: number; kind: string; heldOn: Day; note: string; entryId: string }) =>
    tx.run(sql`insert into council.sessions (commune, id, number, kind, held_on, note, entry_id) values (${tx.commune}, ${row.id}, ${row.number}, ${row.kind}, ${row.heldOn}, ${row.note}, ${row.entryId})`),
  agreements: (sessionIds: readonly string[], knownSeq: number) =>
    tx.all<AgreementView & { sessionId: string }>(sql`select a.id, a.session_id as "sessionId", a.number, a.title, a.votes_for as "votesFor", a.votes_against as "votesAgainst", a.abstentions
      from council.agreements a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
      where a.commune = ${tx.commune} and a.session_id = any (${sessionIds as string[]}::uuid[]) and e.seq <= ${knownSeq} order by a.number`),
  addAgreement: (row: AgreementView & { sessionId: string; entryId: string }) =>
    tx.run(sql`insert into council.agreements (commune, id, session_id, number, title, votes_for, votes_against, abstentions, entry_id)
      values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.number}, ${row.title}, ${row.votesFor}, ${row.votesAgainst}, ${row.abstentions}, ${row.entryId})`),
})
