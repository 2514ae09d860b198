import { insertMany, sql, type Tx } from '#platform/database'
import type { EntryDraft } from '#platform/actions'
import canonicalize from 'canonicalize'
import { linkHash } from './verify-chain.ts'

/** An entry that brings its own moment: loads of history, of the demonstration and of backups of other systems. */
export type PastEntry = { readonly id: string; readonly action: string; readonly accountId: string; readonly office?: string; readonly recordedAt: string; readonly effectiveOn: string; readonly draft: EntryDraft }

const CHUNK = 1000

/**
 * Appends many entries to the chain in one statement for each thousand, hashed as `append_entry` does. They must come in the order in
 * which they were recorded and not before the last one of the ledger; otherwise «known on» would lie. Throws RangeError when they do not.
 */
export const appendEntries = async (tx: Tx, entries: readonly PastEntry[]): Promise<{ readonly first: number; readonly last: number; readonly hash: string }> => {
  await tx.run(sql`insert into evidence.chains (commune) values (${tx.commune}) on conflict do nothing`)
  const head = await tx.one<{ seq: number; hash: string; recorded_at: string | null }>(sql`
    select c.seq, c.hash, (select e.recorded_at from evidence.entries e where e.commune = c.commune and e.seq = c.seq) as recorded_at
    from evidence.chains c where c.commune = ${tx.commune} for update`)
  let [seq, hash] = [head?.seq ?? 0, head?.hash ?? '']
  const first = seq + 1
  let moment = head?.recorded_at ? new Date(head.recorded_at).getTime() : Number.NEGATIVE_INFINITY
  const links = entries.map((entry) => {
    const at = new Date(entry.recordedAt).getTime()
    if (at < moment) throw new RangeError(`El asiento ${entry.id} se anotó antes que el anterior de la bitácora`)
    moment = at
    const { draft } = entry
    const recordedAt = new Date(entry.recordedAt).toISOString()
    const body = canonicalize({ id: entry.id, name: draft.name, action: entry.action, account: entry.accountId, effectiveOn: entry.effectiveOn, recordedAt, summary: draft.summary, record: draft.record ?? null, undoes: draft.undoes ?? null, facts: draft.facts ?? {} }) ?? ''
    const previous = hash
    seq += 1
    hash = linkHash(previous, seq, body)
    return { ...entry, seq, body, previous, hash, recordedAt }
  })
  for (let from = 0; from < links.length; from += CHUNK) {
    const part = links.slice(from, from + CHUNK)
    const column = (name: string, type: string, value: (link: (typeof links)[number]) => unknown) => ({ name, type, values: part.map(value) })
    await insertMany(tx, 'evidence.entries', [
      column('commune', 'text', () => tx.commune), column('seq', 'bigint', (link) => link.seq), column('id', 'uuid', (link) => link.id), column('name', 'text', (link) => link.draft.name),
      column('action', 'text', (link) => link.action), column('account_id', 'uuid', (link) => link.accountId), column('office', 'text', (link) => link.office ?? null),
      column('effective_on', 'date', (link) => link.effectiveOn), column('recorded_at', 'timestamptz', (link) => link.recordedAt), column('summary', 'text', (link) => link.draft.summary),
      column('record_kind', 'text', (link) => link.draft.record?.kind ?? null), column('record_id', 'text', (link) => link.draft.record?.id ?? null), column('undoes', 'bigint', (link) => link.draft.undoes ?? null),
      column('body', 'text', (link) => link.body), column('previous_hash', 'text', (link) => link.previous), column('hash', 'text', (link) => link.hash),
    ])
  }
  const also = links.flatMap(({ id: entry, draft }) => (draft.also ?? []).map(({ kind, id }) => ({ entry, kind, id })))
  if (also.length > 0) await insertMany(tx, 'evidence.entry_records', [
    { name: 'commune', type: 'text', values: also.map(() => tx.commune) }, { name: 'entry_id', type: 'uuid', values: also.map(({ entry }) => entry) },
    { name: 'kind', type: 'text', values: also.map(({ kind }) => kind) }, { name: 'record_id', type: 'text', values: also.map(({ id }) => id) },
  ])
  await tx.run(sql`update evidence.chains set seq = ${seq}, hash = ${hash} where commune = ${tx.commune}`)
  return { first, last: seq, hash }
}
