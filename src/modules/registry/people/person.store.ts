import { sql, type Tx } from '#platform/database'
import { newSubjectKey, seal, unseal } from '#platform/identity'

/** Personal values of an official: only here, sealed with the person's own key. */
export type PersonValues = { readonly name: string; readonly rut?: string; readonly email?: string; readonly phone?: string }
export const suppressedName = 'Persona suprimida'

export const personStore = (tx: Tx) => ({
  add: async (id: string, unitId: string | undefined, values: PersonValues): Promise<void> => {
    const key = newSubjectKey()
    await tx.run(sql`insert into registry.people (commune, id, unit_id) values (${tx.commune}, ${id}, ${unitId ?? null})`)
    await tx.run(sql`insert into registry.person_keys (commune, person_id, key) values (${tx.commune}, ${id}, ${key})`)
    await tx.run(sql`insert into registry.person_values (commune, person_id, sealed) values (${tx.commune}, ${id}, ${seal(key, values)})`)
  },
  change: async (id: string, values: PersonValues): Promise<void> => {
    const row = await tx.one<{ key: Uint8Array | null }>(sql`select key from registry.person_keys where commune = ${tx.commune} and person_id = ${id}`)
    if (!row?.key) return
    await tx.run(sql`update registry.person_values set sealed = ${seal(row.key, values)} where commune = ${tx.commune} and person_id = ${id}`)
  },
  /** Values of people by id; a person whose key was destroyed reads «Persona suprimida». */
  values: async (ids: readonly string[]): Promise<Map<string, PersonValues>> => {
    if (ids.length === 0) return new Map()
    const rows = await tx.all<{ person_id: string; sealed: Uint8Array | null; key: Uint8Array | null }>(sql`
      select k.person_id, v.sealed, k.key from registry.person_keys k left join registry.person_values v using (commune, person_id)
      where k.commune = ${tx.commune} and k.person_id = any (${ids as string[]}::uuid[])`)
    return new Map(rows.map(({ person_id: id, sealed, key }) => [id, sealed && key ? unseal<PersonValues>(key, sealed) : { name: suppressedName }]))
  },
  /** Destroys the key: the values can never be read again and the ledger still verifies. */
  suppress: async (id: string, at: string): Promise<void> => {
    await tx.run(sql`delete from registry.person_values where commune = ${tx.commune} and person_id = ${id}`)
    await tx.run(sql`update registry.person_keys set key = null, destroyed_at = ${at} where commune = ${tx.commune} and person_id = ${id}`)
    await tx.run(sql`update registry.people set active = false, version = version + 1 where commune = ${tx.commune} and id = ${id}`)
    await tx.run(sql`update registry.accounts set active = false, email_lookup = ${`suppressed:${id}`} where commune = ${tx.commune} and person_id = ${id}`)
  },
  /** Names of accounts, for ledgers and histories. */
  namesOfAccounts: async (accountIds: readonly string[]): Promise<Map<string, string>> => {
    const rows = await tx.all<{ id: string; person_id: string }>(sql`select id, person_id from registry.accounts where commune = ${tx.commune} and id = any (${[...new Set(accountIds)]}::uuid[]) and person_id is not null`)
    const values = await personStore(tx).values(rows.map((row) => row.person_id))
    return new Map(rows.map((row) => [row.id, values.get(row.person_id)?.name ?? suppressedName]))
  },
})
