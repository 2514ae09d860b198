import type { Day } from '#kernel'
import type { Desk } from './desk.ts'
import type { UnitName } from './desk.store.ts'
import type { DutyInstance } from '../duties/duty-instances.ts'
import type { Duty } from '../duties/duty-rule.ts'

/** Who answers for a duty: the unit, its deputy, and who has it today when its head is away. */
export type Ownership = { readonly unit?: UnitName; readonly deputy?: UnitName; readonly acting?: UnitName; readonly absence?: { readonly until?: Day; readonly reason: string }; readonly suggested: boolean }

/** The unit with a code, or the direction above it when the municipality has no such office: DAF for DAF-TES. */
export const unitCoded = (units: readonly UnitName[], code: string | undefined): UnitName | undefined =>
  code === undefined ? undefined : (units.find((unit) => unit.code === code) ?? units.find((unit) => unit.code === code.split('-')[0]))

/** The owner of a duty in this municipality: the one it chose, else the one its rule suggests. */
export const ownerOf = ({ rows, events, standIns }: Pick<Desk, 'rows' | 'events' | 'standIns'>, duty: Duty, instance?: DutyInstance): Ownership => {
  const rule = instance?.rule ?? duty.values.at(-1)?.rule
  const chosen = rows.owners.find((owner) => owner.duty === duty.code)
  const given = instance && (events.get(instance.key) ?? []).filter(({ kind }) => kind === 'reassigned').at(-1)
  const named = (id: string | null | undefined) => (id ? rows.units.find((unit) => unit.id === id) : undefined)
  const unit = named(given?.unitId) ?? named(chosen?.unitId) ?? unitCoded(rows.units, rule?.owner)
  const deputy = chosen ? named(chosen.deputyUnitId) : unitCoded(rows.units, rule?.deputy)
  const standIn = unit && standIns.get(unit.id)
  return {
    ...(unit ? { unit } : {}), ...(deputy && deputy.id !== unit?.id ? { deputy } : {}), suggested: !chosen && !given,
    // Who acts is a person: the unit is theirs, the name is their post.
    ...(unit && standIn ? { acting: { ...(named(standIn.actingUnitId) ?? unit), name: standIn.post }, absence: { reason: standIn.absentPost, ...(standIn.until ? { until: standIn.until } : {}) } } : {}),
  }
}
/** The unit that must act today. */
export const actingUnit = ({ unit, acting }: Ownership): UnitName | undefined => acting ?? unit
