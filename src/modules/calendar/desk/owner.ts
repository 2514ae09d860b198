import type { Day } from '#kernel'
import type { Desk } from './desk.ts'
import type { UnitName } from './desk.store.ts'
import type { DutyInstance } from '../duties/duty-instances.ts'
import type { Duty } from '../duties/duty-rule.ts'

/** Who answers for a duty: the unit, its deputy, and who has it today when the post of the unit is empty. */
export type Ownership = { readonly unit?: UnitName; readonly deputy?: UnitName; readonly acting?: UnitName; readonly absence?: { readonly until: Day; readonly reason: string }; readonly suggested: boolean }

/** The unit with a code, or the direction above it when the municipality has no such office: DAF for DAF-TES. */
export const unitCoded = (units: readonly UnitName[], code: string | undefined): UnitName | undefined =>
  code === undefined ? undefined : (units.find((unit) => unit.code === code) ?? units.find((unit) => unit.code === code.split('-')[0]))

/** The owner of a duty in this municipality: the one it chose, else the one its rule suggests. */
export const ownerOf = ({ rows, events }: Pick<Desk, 'rows' | 'events'>, duty: Duty, on: Day, instance?: DutyInstance): Ownership => {
  const rule = instance?.rule ?? duty.values.at(-1)?.rule
  const chosen = rows.owners.find((owner) => owner.duty === duty.code)
  const given = instance && (events.get(instance.key) ?? []).filter(({ kind }) => kind === 'reassigned').at(-1)
  const named = (id: string | null | undefined) => (id ? rows.units.find((unit) => unit.id === id) : undefined)
  const unit = named(given?.unitId) ?? named(chosen?.unitId) ?? unitCoded(rows.units, rule?.owner)
  const deputy = chosen ? named(chosen.deputyUnitId) : unitCoded(rows.units, rule?.deputy)
  const absence = unit && rows.absences.find(({ unitId, from, to }) => unitId === unit.id && from <= on && on <= to)
  return {
    ...(unit ? { unit } : {}), ...(deputy && deputy.id !== unit?.id ? { deputy } : {}), suggested: !chosen && !given,
    ...(absence && deputy ? { acting: deputy, absence: { until: absence.to, reason: absence.reason } } : {}),
  }
}
/** The unit that must act today. */
export const actingUnit = ({ unit, acting }: Ownership): UnitName | undefined => acting ?? unit
