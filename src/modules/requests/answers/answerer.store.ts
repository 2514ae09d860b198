import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { newSubjectKey, seal, unseal } from '#platform/identity'

/** Names said by who answers without an account, each sealed with its own key: destroying the key is the suppression. */
export const answererStore = (tx: Tx) => ({
  add: async (id: string, name: string): Promise<void> => {
    const key = newSubjectKey()
    await tx.run(sql`insert into requests.answerers (commune, id, key, sealed) values (${tx.commune}, ${id}, ${key}, ${seal(key, { name })})`)
  },
  names: async (ids: readonly string[]): Promise<Map<string, string>> => {
    if (ids.length === 0) return new Map()
    const rows = await tx.all<{ id: string; key: Uint8Array | null; sealed: Uint8Array }>(sql`select id, key, sealed from requests.answerers where commune = ${tx.commune} and id = any (${[...new Set(ids)]}::uuid[])`)
    return new Map(rows.map(({ id, key, sealed }) => [id, key ? unseal<{ name: string }>(key, sealed).name : 'Persona suprimida']))
  },
  /** Everybody who said a name, the newest first, with the last thing each sent. */
  list: (knownSeq: number) => tx.all<{ id: string; answerId: string; suppressed: boolean; post: string; unitId: string; campaign: string; on: Day; answers: number }>(sql`
    select p.id, (array_agg(a.id order by e.seq desc))[1] as "answerId", p.key is null as suppressed, max(a.post) as post, r.unit_id as "unitId", c.title as campaign, max(a.answered_on) as "on", count(*)::int as answers
    from requests.answerers p join requests.answers a on a.commune = p.commune and a.answerer_id = p.id join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    join requests.items i on i.commune = a.commune and i.id = a.item_id join requests.requests r on r.commune = i.commune and r.id = i.request_id join requests.campaigns c on c.commune = r.commune and c.id = r.campaign_id
    where p.commune = ${tx.commune} and e.seq <= ${knownSeq} group by p.id, p.key, r.unit_id, c.title order by max(e.seq) desc limit 500`),
  suppress: (id: string) => tx.run(sql`update requests.answerers set key = null where commune = ${tx.commune} and id = ${id}`),
})
