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
  suppress: (id: string) => tx.run(sql`update requests.answerers set key = null where commune = ${tx.commune} and id = ${id}`),
})
