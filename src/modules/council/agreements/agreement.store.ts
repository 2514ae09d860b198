import { sql, type Tx } from '#platform/database'
import type { AgreementReading, AgreementView } from '../contract.ts'

type StoredReading = AgreementReading & { id: string; sessionId: string; version: number; reason: string; recordedAt: string }
export type AgreementRow = AgreementView & { readonly sessionId: string }
const READING = (table: 'a' | 'r') => sql.raw(`${table}.number, ${table}.title, ${table}.outcome, ${table}.votes_for as "votesFor", ${table}.votes_against as "votesAgainst", ${table}.abstentions`)
const plain = ({ number, title, outcome, votesFor, votesAgainst, abstentions }: AgreementReading): AgreementReading => ({ number, title, outcome, votesFor, votesAgainst, abstentions })

/** The reading in force and the older ones, each with the reason of the correction that left it behind. */
const folded = (readings: readonly StoredReading[]): AgreementRow[] => {
  const byId = new Map<string, StoredReading[]>()
  for (const reading of readings) byId.set(reading.id, [...(byId.get(reading.id) ?? []), reading])
  return [...byId.values()].flatMap((all) => {
    const newest = [...all].sort((a, b) => b.version - a.version)
    const [now] = newest
    return now ? [{ id: now.id, sessionId: now.sessionId, version: now.version, ...plain(now), older: newest.slice(1).map((one, index) => ({ ...plain(one), version: one.version, correctedAt: newest[index]?.recordedAt ?? '', reason: newest[index]?.reason ?? '' })) }] : []
  }).sort((a, b) => a.number.length - b.number.length || (a.number < b.number ? -1 : 1))
}

export const agreementStore = (tx: Tx) => {
  const readings = (which: ReturnType<typeof sql>, knownSeq: number) => tx.all<StoredReading>(sql`
    select a.id, a.session_id as "sessionId", 1 as version, ${READING('a')}, '' as reason, e.recorded_at as "recordedAt"
    from council.agreements a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id where a.commune = ${tx.commune} and e.seq <= ${knownSeq} and ${which}
    union all
    select a.id, a.session_id, r.version, ${READING('r')}, r.reason, e.recorded_at
    from council.agreement_readings r join council.agreements a on a.commune = r.commune and a.id = r.agreement_id join evidence.posted e on e.commune = r.commune and e.entry_id = r.entry_id
    where r.commune = ${tx.commune} and e.seq <= ${knownSeq} and ${which}`)
  return {
    /** Agreements of sessions as they were read at a ledger number, in order of their number. */
    ofSessions: async (sessionIds: readonly string[], knownSeq: number): Promise<AgreementRow[]> => folded(await readings(sql`a.session_id = any (${sessionIds as string[]}::uuid[])`, knownSeq)),
    get: async (id: string): Promise<AgreementRow | undefined> => folded(await readings(sql`a.id = ${id}`, Number.MAX_SAFE_INTEGER))[0],
    add: (row: AgreementReading & { id: string; sessionId: string; entryId: string }) => tx.run(sql`
      insert into council.agreements (commune, id, session_id, number, title, outcome, votes_for, votes_against, abstentions, entry_id)
      values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.number}, ${row.title}, ${row.outcome}, ${row.votesFor}, ${row.votesAgainst}, ${row.abstentions}, ${row.entryId})`),
    read: (row: AgreementReading & { id: string; version: number; reason: string; entryId: string }) => tx.run(sql`
      insert into council.agreement_readings (commune, agreement_id, version, number, title, outcome, votes_for, votes_against, abstentions, reason, entry_id)
      values (${tx.commune}, ${row.id}, ${row.version}, ${row.number}, ${row.title}, ${row.outcome}, ${row.votesFor}, ${row.votesAgainst}, ${row.abstentions}, ${row.reason}, ${row.entryId})`),
  }
}
