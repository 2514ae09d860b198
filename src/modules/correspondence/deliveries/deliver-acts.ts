import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { actStore } from '../acts/act.store.ts'
import { actTitle } from '../acts/titles.ts'
import { notACouncillorHere, notForTheCouncil } from '../problems.ts'
import { type DeliveryReason, deliveryStore } from './delivery.store.ts'

type Hands = { readonly tx: Tx; readonly today: Day; readonly entryId: string }
type Councillor = { readonly id: string; readonly title: string }

/** People who hold the office of councillor on a day, each once. */
export const councillorsOn = (tx: Tx, on: Day): Promise<readonly Councillor[]> => tx.all<Councillor>(sql`select o.person_id as id, min(o.title) as title from registry.offices o
  where o.commune = ${tx.commune} and o.role_key = 'councillor' and o.starts_on <= ${on} and (o.ends_on is null or o.ends_on >= ${on}) group by o.person_id order by o.person_id`)

/** Refuses who is not a councillor in office: everybody else has their own way to read acts. */
export const demandCouncillors = async (tx: Tx, people: readonly string[], on: Day): Promise<void> => {
  if (people.length === 0) return
  const known = new Set((await councillorsOn(tx, on)).map(({ id }) => id))
  if (people.some((id) => !known.has(id))) throw notACouncillorHere({}, { errors: [{ pointer: '/people', message: 'Elija entre los concejales en ejercicio' }] })
}

/**
 * Gives signed acts to councillors, each a copy of their own that only they read. What is not signed, or is reserved and goes in a folder, is refused
 * naming it: other modules call it for what they send to the council. An answer that was never signed here gives nothing.
 */
export const deliverActs = async ({ tx, today, entryId }: Hands, acts: readonly string[], people: readonly string[], given: { readonly why: DeliveryReason; readonly about?: string; readonly on?: Day }): Promise<void> => {
  for (const id of acts) {
    const row = await actStore(tx).need(id)
    if (row.signed_on === null && given.why === 'answer') continue
    if (row.signed_on === null || row.body === null) throw notForTheCouncil({ act: actTitle(row), why: 'todavía no está firmado' })
    if (given.why === 'folder' && row.visibility === 'restricted') throw notForTheCouncil({ act: actTitle(row), why: 'es reservado' })
    await deliveryStore(tx).give(row, people, { on: given.on ?? today, why: given.why, about: given.about ?? null }, entryId)
  }
}
