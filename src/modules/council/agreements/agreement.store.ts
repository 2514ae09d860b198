import { insertMany, sql, type Tx } from '#platform/database'
import type { AgreementReading, AgreementView } from '../contract.ts'
import type { Vote } from '../contract/agenda.ts'

type StoredReading = AgreementReading & { id: string; sessionId: string; version: number; reason: string; recordedAt: string }
export type VoteRow = { readonly agreementId: string; readonly version: number; readonly personId: string; readonly vote: Vote }
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
    /** Points of a session that already have an agreement. */
    points: async (sessionId: string): Promise<ReadonlySet<string>> => new Set((await tx.all<{ id: string }>(sql`select a.point_id as id from council.agreements a where a.commune = ${tx.commune} and a.session_id = ${sessionId} and a.point_id is not null`)).map(({ id }) => id)),
    /** What each agreement was put to the vote as. */
    bases: (ids: readonly string[]) => tx.all<{ id: string; pointId: string | null; matter: string; casting: 'for' | 'against' | null }>(sql`select a.id, a.point_id as "pointId", a.matter, a.casting from council.agreements a where a.commune = ${tx.commune} and a.id = any (${ids as string[]}::uuid[])`),
    /** Votes name by name, of every reading of agreements. */
    votes: (ids: readonly string[]) => tx.all<VoteRow>(sql`select v.agreement_id as "agreementId", v.version, v.person_id as "personId", v.vote from council.votes v where v.commune = ${tx.commune} and v.agreement_id = any (${ids as string[]}::uuid[])`),
    vote: async (agreementId: string, version: number, votes: readonly { personId: string; vote: Vote }[], entryId: string): Promise<void> => {
      const same = (name: string, type: string, value: unknown) => ({ name, type, values: votes.map(() => value) })
      await insertMany(tx, 'council.votes', [same('commune', 'text', tx.commune), same('agreement_id', 'uuid', agreementId), same('version', 'int', version), { name: 'person_id', type: 'uuid', values: votes.map(({ personId }) => personId) }, { name: 'vote', type: 'text', values: votes.map(({ vote }) => vote) }, same('entry_id', 'uuid', entryId)])
    },
    certificates: (ids: readonly string[], knownSeq: number) => tx.all<{ agreementId: string; actId: string }>(sql`select c.agreement_id as "agreementId", c.act_id as "actId" from council.certificates c join evidence.posted e on e.commune = c.commune and e.entry_id = c.entry_id
      where c.commune = ${tx.commune} and c.agreement_id = any (${ids as string[]}::uuid[]) and e.seq <= ${knownSeq}`),
    certify: (agreementId: string, actId: string, entryId: string) => tx.run(sql`insert into council.certificates (commune, agreement_id, act_id, entry_id) values (${tx.commune}, ${agreementId}, ${actId}, ${entryId})`),
    add: (row: AgreementReading & { id: string; sessionId: string; entryId: string; pointId?: string; matter?: string; casting?: 'for' | 'against' | null }) => tx.run(sql`
      insert into council.agreements (commune, id, session_id, number, title, outcome, votes_for, votes_against, abstentions, point_id, matter, casting, entry_id)
      values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.number}, ${row.title}, ${row.outcome}, ${row.votesFor}, ${row.votesAgainst}, ${row.abstentions}, ${row.pointId ?? null}, ${row.matter ?? ''}, ${row.casting ?? null}, ${row.entryId})`),
    read: (row: AgreementReading & { id: string; version: number; reason: string; entryId: string }) => tx.run(sql`
      insert into council.agreement_readings (commune, agreement_id, version, number, title, outcome, votes_for, votes_against, abstentions, reason, entry_id)
      values (${tx.commune}, ${row.id}, ${row.version}, ${row.number}, ${row.title}, ${row.outcome}, ${row.votesFor}, ${row.votesAgainst}, ${row.abstentions}, ${row.reason}, ${row.entryId})`),
  }
}
