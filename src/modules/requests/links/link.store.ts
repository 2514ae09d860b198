import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type StoredLink = { id: string; requestId: string; expiresOn: Day; endedBy: 'used' | 'revoked' | null }

export const linkStore = (tx: Tx) => ({
  byHash: (tokenHash: string) => tx.one<StoredLink>(sql`select id, request_id as "requestId", expires_on as "expiresOn", ended_by as "endedBy" from requests.links where commune = ${tx.commune} and token_hash = ${tokenHash}`),
  add: (row: { id: string; requestId: string; tokenHash: string; channel: 'hand' | 'mail'; at: string; expiresOn: Day }) =>
    tx.run(sql`insert into requests.links (commune, id, request_id, token_hash, channel, made_at, expires_on) values (${tx.commune}, ${row.id}, ${row.requestId}, ${row.tokenHash}, ${row.channel}, ${row.at}, ${row.expiresOn})`),
  /** Ends every link of a request that still stands. Returns how many. */
  end: (requestId: string, by: 'used' | 'revoked', at: string) => tx.run(sql`update requests.links set ended_at = ${at}, ended_by = ${by} where commune = ${tx.commune} and request_id = ${requestId} and ended_by is null`),
  live: async (requestIds: readonly string[], on: Day): Promise<Map<string, number>> =>
    new Map((await tx.all<{ id: string; count: number }>(sql`
      select request_id as id, count(*)::int as count from requests.links where commune = ${tx.commune} and request_id = any (${requestIds as string[]}::uuid[]) and ended_by is null and expires_on >= ${on} group by request_id`)).map(({ id, count }) => [id, count])),
})
