import type { Actor } from '#kernel'
import type { ActView, DutyView, StepView, UnitBrief } from '../contract.ts'
import type { DutyInstance } from '../duties/duty-instances.ts'
import { movedText } from '../duties/duty-instances.ts'
import { standingOn, startOf } from '../duties/duty-state.ts'
import { businessDaysBetween } from '../terms/term.ts'
import type { Desk } from './desk.ts'
import type { EventRow, UnitName } from './desk.store.ts'
import { actingUnit, ownerOf } from './owner.ts'

export const brief = (unit: UnitName): UnitBrief => ({ id: unit.id, code: unit.code, name: unit.name })
/** Units a person answers for: those of the offices held and their own. */
export const unitsOf = (actor: Actor): ReadonlySet<string> => new Set([actor.unitId, ...actor.offices.map(({ unitId }) => unitId)].filter((unit): unit is string => unit !== undefined))

const eventsOf = (desk: Desk, instance: DutyInstance): readonly EventRow[] => desk.events.get(instance.key) ?? []
/** Acts that count: those of other modules and those declared here. */
const actsOf = (desk: Desk, instance: DutyInstance, events: readonly EventRow[]): readonly ActView[] => [
  ...(desk.acts.get(instance.key) ?? []).map((act): ActView => ({ on: act.on, title: act.title, href: act.href, ...(act.number ? { number: act.number } : {}), ...(act.fileHash ? { fileHash: act.fileHash } : {}), ...(desk.proved.has(instance.duty.code) ? { module: desk.proved.get(instance.duty.code) ?? '' } : {}) })),
  ...events.filter(({ kind }) => kind === 'fulfilled').map((event): ActView => ({ id: event.id, on: event.on, title: event.title, ...(event.number ? { number: event.number } : {}), ...(event.fileHash ? { fileHash: event.fileHash } : {}) })),
].sort((a, b) => (a.on < b.on ? -1 : 1))
export const excuseOf = (desk: Desk, instance: DutyInstance): EventRow | undefined => eventsOf(desk, instance).find(({ kind }) => kind === 'not-applicable')

const stepsOf = (instance: DutyInstance, events: readonly EventRow[]): readonly StepView[] => instance.steps.map((step) => {
  const done = events.find(({ kind, step: key }) => kind === 'step' && key === step.key)
  return { ...step, ...(done ? { done: { id: done.id, on: done.on } } : {}) }
})

/** An instance as the reader sees it. `daysLeft` counts business days to the last useful day; negative when it passed. */
export const dutyView = (desk: Desk, instance: DutyInstance, actor: Actor, mine: ReadonlySet<string> = unitsOf(actor)): DutyView => {
  const { duty, rule, basis, due, deliverBy, opens, period } = instance
  const events = eventsOf(desk, instance)
  const acts = actsOf(desk, instance, events)
  const owner = ownerOf(desk, duty, instance)
  const facts = { due, deliverBy, ...(opens ? { opens } : {}), ...(instance.steps[0] ? { firstStep: instance.steps[0].on } : {}), acts: acts.map(({ on }) => on), times: rule.times, excused: events.some(({ kind }) => kind === 'not-applicable') }
  const acting = actingUnit(owner)
  return {
    key: instance.key, code: duty.code, title: duty.title, local: duty.local, period: { id: period.id, title: period.title }, start: startOf(facts, desk.habits), due, deliverBy,
    state: standingOn(facts, desk.today, desk.calendar, desk.habits), daysLeft: businessDaysBetween(desk.today, deliverBy, desk.calendar), mine: acting !== undefined && mine.has(acting.id),
    ...(owner.unit ? { owner: brief(owner.unit) } : {}), ...(owner.deputy ? { deputy: brief(owner.deputy) } : {}), ...(owner.acting ? { acting: brief(owner.acting) } : {}),
    norm: basis.norm, ...(basis.article ? { article: basis.article } : {}), ...(basis.link ? { link: basis.link } : {}), confidence: basis.confidence, functions: rule.functions,
    ...(rule.consequence ? { consequence: rule.consequence } : {}), weight: rule.weight, steps: stepsOf(instance, events), acts, times: rule.times, moved: instance.moved.map(movedText), ...(instance.event ? { event: instance.event } : {}),
  }
}
/** The step to do next: the first not done. */
export const nextStep = ({ steps }: Pick<DutyView, 'steps'>): StepView | undefined => steps.find(({ done }) => !done)
