import { sql, type Tx } from '#platform/database'
import { newSubjectKey, seal, unseal } from '#platform/identity'

type Person = { readonly name: string; readonly contact: string }
export const SUPPRESSED: Person = { name: 'Persona suprimida', contact: '' }

/** Who asked or received, when a person: each sealed with its own key. Destroying the key is the suppression. */
export const requesterStore = (tx: Tx) => ({
  add: async (id: string, person: Person): Promise<void> => {
    const key = newSubjectKey()
    await tx.run(sql`insert into statistics.data_requesters (commune, id, key, sealed) values (${tx.commune}, ${id}, ${key}, ${seal(key, person)})`)
  },
  of: async (ids: readonly (string | null)[]): Promise<Map<string, Person>> => {
    const wanted = [...new Set(ids)].filter((id): id is string => id !== null)
    if (wanted.length === 0) return new Map()
    const rows = await tx.all<{ id: string; key: Uint8Array | null; sealed: Uint8Array }>(sql`select id, key, sealed from statistics.data_requesters where commune = ${tx.commune} and id = any (${wanted}::uuid[])`)
    return new Map(rows.map(({ id, key, sealed }) => [id, key ? unseal<Person>(key, sealed) : SUPPRESSED]))
  },
  suppress: (ids: readonly string[]) => tx.run(sql`update statistics.data_requesters set key = null where commune = ${tx.commune} and id = any (${ids as string[]}::uuid[])`),
})
