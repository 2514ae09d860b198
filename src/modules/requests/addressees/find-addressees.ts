import type { Day } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { officeStore, personStore } from '#registry'
import type { AddresseeView } from '../contract.ts'
import { absenceStore } from './absence.store.ts'
import { type Addressee, addresseeOf } from './addressee.ts'

/** Whom each unit's request goes to on a day, in two statements. */
export const findAddressees = async (context: ReadContext, unitIds: readonly string[], on: Day): Promise<Map<string, Addressee>> => {
  const offices = await officeStore(context.tx).list()
  const absences = await absenceStore(context.tx).inForce(on)
  return new Map(unitIds.map((id) => [id, addresseeOf(id, offices, absences, on)]))
}

/** Addressees as the planning secretariat sees them. Names go only to who has the clearance of the house. */
export const addresseeViews = async (context: ReadContext, all: readonly Addressee[]): Promise<AddresseeView[]> => {
  const ids = [...new Set(all.flatMap(({ personId }) => (personId ? [personId] : [])))]
  const inside = context.actor.clearances.includes('internal')
  const values = await personStore(context.tx).values(ids)
  const accounts = new Set(ids.length === 0 ? [] : (await context.tx.all<{ id: string }>(sql`select person_id as id from registry.accounts where commune = ${context.tx.commune} and active and person_id = any (${ids}::uuid[])`)).map(({ id }) => id))
  return all.map(({ personId, post, deputy, absentPost }) => ({
    personId, post, deputy, absentPost, name: personId && inside ? (values.get(personId)?.name ?? '') : '', hasAccount: personId !== null && accounts.has(personId), hasEmail: personId !== null && Boolean(values.get(personId)?.email),
  }))
}
