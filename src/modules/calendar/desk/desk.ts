import { type Day, dayFrom, type Law, yearOf } from '#kernel'
import type { DutyAct, DutyStart, ModuleDefinition, ReadContext, StandIn } from '#platform/actions'
import { remembered } from '#evidence'
import { practised } from '#registry'
import { calendarHabits, type CalendarHabits } from '../practices.ts'
import { byDue, type DutyInstance, type FulfilledOn, instanceOf, instancesOfYear, keyOf } from '../duties/duty-instances.ts'
import { type Duty, DutyRule } from '../duties/duty-rule.ts'
import { dutiesOfLaw } from '../duties/duties-of-year.ts'
import { type DutyPeriod, periodNamed } from '../duties/periods.ts'
import { type BusinessCalendar, businessCalendar } from '../terms/business-calendar.ts'
import { type DeskRows, deskStore, type EventRow, type LocalRow, type OccurrenceRow } from './desk.store.ts'

/** The calendar of a municipality as the reader stands: its duties, what was done, who owes what. */
export type Desk = {
  readonly rows: DeskRows
  readonly duties: readonly Duty[]
  readonly calendar: BusinessCalendar
  readonly today: Day
  readonly habits: CalendarHabits
  /** Acts of other modules, by key of instance; `proved` are the duties only those acts fulfil. */
  readonly acts: ReadonlyMap<string, readonly DutyAct[]>
  readonly proved: ReadonlyMap<string, string>
  /** What was recorded about each instance, by its key, and the day it was fulfilled. */
  readonly events: ReadonlyMap<string, readonly EventRow[]>
  readonly fulfilled: FulfilledOn
  /** Units whose head is away on the day, by unit. */
  readonly standIns: ReadonlyMap<string, StandIn>
}
export type Modules = () => readonly ModuleDefinition[]

const calendars = new WeakMap<Law, Map<string, BusinessCalendar>>()
/** The business days of a commune, worked out once for each book of law. */
export const calendarOf = (law: Law, commune: string): BusinessCalendar => {
  const known = calendars.get(law) ?? new Map<string, BusinessCalendar>()
  const made = known.get(commune) ?? businessCalendar(law, commune)
  calendars.set(law, known.set(commune, made))
  return made
}

/** A duty of the municipality in the shape of those of the law. */
const localDuty = (row: LocalRow): Duty => ({
  code: row.id, title: row.title, local: true, expected: [],
  values: [{ basis: { from: row.startsOn, value: row.rule, norm: row.norm, confidence: 'V', ...(row.article ? { article: row.article } : {}) }, rule: DutyRule.parse({ ...(row.rule as object), ...(row.endsOn ? { until: row.endsOn } : {}) }) }],
})

const group = (acts: readonly DutyAct[]): Map<string, DutyAct[]> => {
  const map = new Map<string, DutyAct[]>()
  for (const act of acts) map.set(keyOf(act.duty, act.period), [...(map.get(keyOf(act.duty, act.period)) ?? []), act])
  return map
}
/** The day the reader stands on: a calendar is asked as it was known on a day, whatever the period of the screen. */
export const standingDay = ({ asOf, today }: Pick<ReadContext, 'asOf' | 'today'>): Day => (asOf.knownOn < today ? asOf.knownOn : today)

const fulfilledOn = (events: readonly EventRow[], acts: ReadonlyMap<string, readonly DutyAct[]>): FulfilledOn => {
  const map = new Map<string, Day>()
  for (const event of events) if (event.kind === 'fulfilled') map.set(keyOf(event.duty, event.period), event.on)
  for (const [key, [act]] of acts) if (act) map.set(key, act.on)
  return map
}
/** Years of acts that screens of today read: an instance of last year may still be open. */
export const RECENT_YEARS = 2
/** Desks remembered in an installation: a few people on a few screens. */
const KEPT_DESKS = 24

/** The desk as it stands at the dates of the reader, made once while nothing is written. `backYears` leaves older acts out. Shared: nobody writes in it. */
export const deskOf = (context: ReadContext, modules: Modules, backYears?: number): Promise<Desk> =>
  remembered(context.files, context, [context.asOf.effectiveOn, context.asOf.knownOn, backYears ?? ''], () => readDesk(context, modules, backYears), { shelf: 'calendar/desk', kept: KEPT_DESKS })

/** One statement of its own and what each module proves. */
const readDesk = async (context: ReadContext, modules: Modules, backYears?: number): Promise<Desk> => {
  const today = standingDay(context)
  const rows = await deskStore(context.tx).read(await context.knownSeq(), today, backYears === undefined ? undefined : dayFrom(yearOf(today) - backYears, 1, 1))
  const providers = modules().flatMap((module) => (module.fulfils ? [{ title: module.title, ...module.fulfils }] : []))
  const acts: DutyAct[] = []
  const starts: DutyStart[] = []
  for (const provider of providers) {
    acts.push(...(await provider.acts(context)))
    starts.push(...((await provider.starts?.(context)) ?? []))
  }
  const standIns = new Map<string, StandIn>()
  for (const module of modules()) for (const one of (await module.standIns?.(context, today)) ?? []) standIns.set(one.unitId, one)
  const byKey = new Map<string, EventRow[]>()
  for (const event of rows.events) byKey.set(keyOf(event.duty, event.period), [...(byKey.get(keyOf(event.duty, event.period)) ?? []), event])
  const grouped = group(acts)
  return {
    rows: { ...rows, occurrences: [...rows.occurrences, ...starts.map((start): OccurrenceRow => ({ ...start, seq: 0 }))] }, today, habits: await practised(context, calendarHabits, today), standIns, events: byKey, fulfilled: fulfilledOn(rows.events, grouped), calendar: calendarOf(context.law, context.tx.commune), acts: grouped,
    duties: [...dutiesOfLaw(context.law, context.tx.commune), ...rows.locals.map(localDuty)],
    proved: new Map(providers.flatMap(({ title, duties }) => duties.map((duty) => [duty, title] as const))),
  }
}

const eventPeriod = ({ id, on, title }: OccurrenceRow): DutyPeriod => ({ id, title, from: on, to: on })
const bornOf = (desk: Desk, occurrence: OccurrenceRow): DutyInstance | undefined => {
  const duty = desk.duties.find(({ code }) => code === occurrence.duty)
  return duty && instanceOf(duty, eventPeriod(occurrence), desk.calendar, desk.fulfilled, occurrence.title)
}

/** Instances due in a year, those born of an event among them, in order of date. */
export const instancesDue = (desk: Desk, year: number): readonly DutyInstance[] =>
  [...instancesOfYear(desk.duties, year, desk.calendar, desk.fulfilled), ...desk.rows.occurrences.map((one) => bornOf(desk, one)).filter((one): one is DutyInstance => one !== undefined && yearOf(one.due) === year)].sort(byDue)

/** The instance an address names, whatever its year. */
export const instanceNamed = (desk: Desk, key: string): DutyInstance | undefined => {
  const at = key.indexOf('.')
  const [code, id] = [key.slice(0, at), key.slice(at + 1)]
  const occurrence = desk.rows.occurrences.find((one) => one.id === id && one.duty === code)
  if (occurrence) return bornOf(desk, occurrence)
  const [duty, period] = [desk.duties.find((one) => one.code === code), periodNamed(id)]
  if (!duty || !period) return undefined
  return instancesOfYear([duty], yearOf(period.to), desk.calendar, desk.fulfilled).find((one) => one.key === key) ?? instancesOfYear([duty], yearOf(period.to) + 1, desk.calendar, desk.fulfilled).find((one) => one.key === key)
}

/** Duties that wait for a fact to have a date: events, renewals, instructions. */
export const waitingDuties = (desk: Desk): readonly Duty[] => {
  const dated = new Set(['year-date', 'year-dates', 'after-month', 'after-quarter', 'after-half-year', 'date', 'frequency'])
  return desk.duties.filter(({ values }) => { const rule = values.at(-1)?.rule; return rule !== undefined && !dated.has(rule.trigger) })
}
