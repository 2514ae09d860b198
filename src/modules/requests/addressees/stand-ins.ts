import type { Day } from '#kernel'
import type { StandIn, StandInProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { officeStore } from '#registry'
import { absenceStore } from './absence.store.ts'
import { addresseeOf, type HeldOffice } from './addressee.ts'

const heldOn = (on: Day) => ({ startsOn, endsOn }: HeldOffice): boolean => startsOn <= on && (endsOn === null || endsOn >= on)

/** Units whose head is away on a day, with who acts for it: the same rule that addresses the requests. */
export const standIns: StandInProvider = async (context, on) => {
  const { tx } = context
  const offices = await officeStore(tx).list()
  const absences = await absenceStore(tx).inForce(on)
  const held = offices.filter(heldOn(on))
  const units = [...new Set(held.flatMap(({ unitId }) => unitId ?? []))]
  const found = units.map((unitId) => ({ unitId, ...addresseeOf(unitId, offices, absences, on) })).filter(({ deputy }) => deputy)
  if (found.length === 0) return []
  const own = new Map((await tx.all<{ id: string; unitId: string | null }>(sql`select id, unit_id as "unitId" from registry.people where commune = ${tx.commune} and id = any (${found.flatMap(({ personId }) => personId ?? [])}::uuid[])`)).map(({ id, unitId }) => [id, unitId]))
  return found.map(({ unitId, personId, post, absentPost }): StandIn => {
    const until = absences.find((one) => held.some((office) => office.unitId === unitId && office.personId === one.personId))?.endsOn ?? held.find((office) => office.unitId === unitId && office.personId === personId && office.substitute)?.endsOn
    return { unitId, post, absentPost, actingUnitId: held.find((office) => office.personId === personId && office.unitId === unitId)?.unitId ?? (personId ? (own.get(personId) ?? null) : null), ...(until ? { until } : {}) }
  })
}
