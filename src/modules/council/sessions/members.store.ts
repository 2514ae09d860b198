import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { personStore } from '#registry'
import type { PersonBrief } from '../contract/fields.ts'

/** Councillors by their office in the registry: who is in office is a dated fact there, and names stay sealed there. */
export const memberStore = (tx: Tx) => ({
  /** People in office on a day, each once. */
  inOffice: async (on: Day): Promise<readonly { readonly id: string; readonly title: string }[]> =>
    tx.all<{ id: string; title: string }>(sql`select o.person_id as id, min(o.title) as title from registry.offices o
      where o.commune = ${tx.commune} and o.role_key = 'councillor' and o.starts_on <= ${on} and (o.ends_on is null or o.ends_on >= ${on}) group by o.person_id`),
  /** People with their names, those given, in order of name. A person suppressed keeps the place. */
  named: async (people: readonly { readonly id: string; readonly title: string }[]): Promise<readonly PersonBrief[]> => {
    const values = await personStore(tx).values(people.map(({ id }) => id))
    return people.map(({ id, title }) => ({ id, title, name: values.get(id)?.name ?? 'Persona suprimida' })).sort((a, b) => (a.name < b.name ? -1 : 1))
  },
  /** The person behind an account. */
  ofAccount: async (accountId: string): Promise<string | undefined> => (await tx.one<{ id: string | null }>(sql`select person_id as id from registry.accounts where commune = ${tx.commune} and id = ${accountId}`))?.id ?? undefined,
})
