import { sql, type Tx } from '#platform/database'
import type { FeedView } from '../contract.ts'

export const feedStore = (tx: Tx) => ({
  add: (row: { id: string; accountId: string; hash: string; at: string }) => tx.run(sql`insert into calendar.feeds (commune, id, account_id, token_hash, created_at) values (${tx.commune}, ${row.id}, ${row.accountId}, ${row.hash}, ${row.at})`),
  /** Addresses of an account that still work. */
  of: (accountId: string) => tx.all<FeedView>(sql`select id, created_at as "createdAt" from calendar.feeds where commune = ${tx.commune} and account_id = ${accountId} and revoked_at is null order by created_at desc`),
  /** The account of a token that was not revoked. */
  account: async (hash: string) => (await tx.one<{ account_id: string }>(sql`select account_id from calendar.feeds where commune = ${tx.commune} and token_hash = ${hash} and revoked_at is null`))?.account_id,
  /** Rows changed: 0 when it is not theirs or was revoked before. */
  revoke: (id: string, accountId: string, at: string) => tx.run(sql`update calendar.feeds set revoked_at = ${at} where commune = ${tx.commune} and id = ${id} and account_id = ${accountId} and revoked_at is null`),
})
