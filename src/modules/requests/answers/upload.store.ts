import { sql, type Tx } from '#platform/database'

/** Files sent for one request. Who has its link may name only these. */
export const uploadStore = (tx: Tx) => ({
  add: (row: { requestId: string; hash: string; name: string; at: string }) =>
    tx.run(sql`insert into requests.uploads (commune, request_id, hash, name, at) values (${tx.commune}, ${row.requestId}, ${row.hash}, ${row.name}, ${row.at}) on conflict (commune, request_id, hash) do nothing`),
  names: async (requestId: string): Promise<Map<string, string>> =>
    new Map((await tx.all<{ hash: string; name: string }>(sql`select hash, name from requests.uploads where commune = ${tx.commune} and request_id = ${requestId}`)).map(({ hash, name }) => [hash, name])),
  count: async (requestId: string): Promise<number> => (await tx.one<{ count: number }>(sql`select count(*)::int as count from requests.uploads where commune = ${tx.commune} and request_id = ${requestId}`))?.count ?? 0,
})
