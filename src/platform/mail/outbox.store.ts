import { sql, type Tx } from '#platform/database'

export type MessageState = 'queued' | 'sent' | 'failed' | 'copied' | 'cancelled'
/** A stored message. The body has `{{enlace}}` where its link goes: the link is made when the message leaves, so no secret rests here. */
export type StoredMessage = { id: string; aboutKind: string; aboutId: string; slot: string; personId: string | null; addressee: string; subject: string; body: string; state: MessageState; attempts: number; problem: string }
export const LINK_MARK = '{{enlace}}'
const COLUMNS = sql`id, about_kind as "aboutKind", about_id as "aboutId", slot, person_id as "personId", addressee, subject, body, state, attempts, problem`
/** After so many failures it waits for a person. */
export const MOST_ATTEMPTS = 5

export const outboxStore = (tx: Tx) => ({
  /** Stores it once for each slot. Returns rows made: 0 when the slot was already used. */
  add: (row: Pick<StoredMessage, 'id' | 'aboutKind' | 'aboutId' | 'slot' | 'personId' | 'addressee' | 'subject' | 'body'> & { at: string }) =>
    tx.run(sql`insert into mail.messages (commune, id, about_kind, about_id, slot, person_id, addressee, subject, body, made_at)
      values (${tx.commune}, ${row.id}, ${row.aboutKind}, ${row.aboutId}, ${row.slot}, ${row.personId}, ${row.addressee}, ${row.subject}, ${row.body}, ${row.at}) on conflict (commune, slot) do nothing`),
  get: (id: string) => tx.one<StoredMessage>(sql`select ${COLUMNS} from mail.messages where commune = ${tx.commune} and id = ${id}`),
  /** What waits of one kind of record: each module sends its own. */
  queued: (kind: string, limit: number) => tx.all<StoredMessage>(sql`select ${COLUMNS} from mail.messages where commune = ${tx.commune} and about_kind = ${kind} and state = 'queued' order by made_at, id limit ${limit}`),
  /** The newest message of each record. */
  latestAbout: (kind: string, ids: readonly string[]) => tx.all<StoredMessage>(sql`
    select distinct on (about_id) ${COLUMNS} from mail.messages where commune = ${tx.commune} and about_kind = ${kind} and about_id = any (${ids as string[]}::uuid[]) order by about_id, made_at desc, id`),
  /** Every message of one record, the newest first, with its instants. */
  storyOf: (kind: string, id: string) => tx.all<StoredMessage & { madeAt: string; leftAt: string | null }>(sql`
    select ${COLUMNS}, made_at as "madeAt", left_at as "leftAt" from mail.messages where commune = ${tx.commune} and about_kind = ${kind} and about_id = ${id} order by made_at desc, id`),
  settle: (id: string, state: MessageState, at: string | null, problem = '') =>
    tx.run(sql`update mail.messages set state = ${state}, left_at = coalesce(${at}::timestamptz, left_at), problem = ${problem.slice(0, 300)}, attempts = attempts + ${state === 'sent' || problem !== '' ? 1 : 0} where commune = ${tx.commune} and id = ${id}`),
  /** Every message of a record, the newest first. */
  about: (kind: string, id: string) => tx.all<StoredMessage>(sql`select ${COLUMNS} from mail.messages where commune = ${tx.commune} and about_kind = ${kind} and about_id = ${id} order by made_at desc, id`),
  /** Back to the queue by hand. Rows changed. */
  retry: (id: string) => tx.run(sql`update mail.messages set state = 'queued', problem = '' where commune = ${tx.commune} and id = ${id} and state in ('failed', 'copied')`),
  cancelAbout: (kind: string, id: string) => tx.run(sql`update mail.messages set state = 'cancelled' where commune = ${tx.commune} and about_kind = ${kind} and about_id = ${id} and state = 'queued'`),
})
