import type { Day } from '#kernel'
import { insertMany, type Tx } from '#platform/database'
import { bulkEvidence, kinds, stableId } from '#evidence'
import { sessionHref, sessionTitle } from './sessions/record-session.ts'

export type SessionLoad = { readonly number: number; readonly date: Day; readonly kind: 'ordinary' | 'extraordinary'; readonly agreements?: readonly { readonly number: string; readonly title: string }[] }

/** Writes sessions, with the agreements taken in them, in one statement each. `entryFor` answers the entry of each (posted by the caller). Returns ids by kind and number, `ordinary 12`. */
export const loadCouncilFacts = async (tx: Tx, sessions: readonly SessionLoad[], ports: { readonly entryFor: (session: SessionLoad) => string }): Promise<ReadonlyMap<string, string>> => {
  const rows = sessions.map((one) => ({ ...one, key: `${one.kind} ${one.number}`, id: stableId(tx.commune, 'session', `${one.kind} ${one.number} ${one.date}`), entry: ports.entryFor(one) }))
  await insertMany(tx, 'council.sessions', [
    { name: 'commune', type: 'text', values: rows.map(() => tx.commune) }, { name: 'id', type: 'uuid', values: rows.map(({ id }) => id) }, { name: 'number', type: 'int', values: rows.map(({ number }) => number) },
    { name: 'kind', type: 'text', values: rows.map(({ kind }) => kind) }, { name: 'held_on', type: 'date', values: rows.map(({ date }) => date) }, { name: 'entry_id', type: 'uuid', values: rows.map(({ entry }) => entry) },
  ])
  const taken = rows.flatMap((row) => (row.agreements ?? []).map((one) => ({ ...one, session: row.id, id: stableId(tx.commune, 'agreement', `${row.key} ${one.number}`), entry: row.entry })))
  await insertMany(tx, 'council.agreements', [
    { name: 'commune', type: 'text', values: taken.map(() => tx.commune) }, { name: 'id', type: 'uuid', values: taken.map(({ id }) => id) }, { name: 'session_id', type: 'uuid', values: taken.map(({ session }) => session) },
    { name: 'number', type: 'text', values: taken.map(({ number }) => number) }, { name: 'title', type: 'text', values: taken.map(({ title }) => title) }, { name: 'entry_id', type: 'uuid', values: taken.map(({ entry }) => entry) },
  ])
  await bulkEvidence(tx).index(rows.map((row) => ({ kind: kinds.session, id: row.id, title: sessionTitle({ ...row, heldOn: row.date }), subtitle: 'Concejo Municipal', href: sessionHref(row.id), visibility: 'council' as const })))
  return new Map(rows.map(({ key, id }) => [key, id]))
}
