import { type Actor, addDays, dayFrom, type Day, type FigureValue, lastDayOfMonth, monthNames, monthOf, yearOf } from '#kernel'
import { figureBook, type ReadContext } from '#platform/actions'
import { ledgerStore, remembered } from '#evidence'
import { personStore } from '#registry'
import { calendar, modules } from '../modules.ts'
import { version } from '../version.ts'
import { type Due, gatherWork, leadOf } from './gather.ts'

/** What a person owes, and the state of what they answer for (answer of `GET /api/home`). */
export type Home = {
  readonly greeting: string
  /** What the person owes, from every module, nearest first. */
  readonly dues: readonly Due[]
  /** What they wait for from others. */
  readonly waiting: readonly Due[]
  readonly lead?: string
  readonly figures: readonly { label: string; figure: FigureValue; show?: { thousands?: boolean; decimals?: number }; note?: string }[]
  readonly recent: readonly { at: string; who: string; what: string; href?: string }[]
  readonly year: readonly { on: Day; title: string; done: boolean; href: string }[]
}

const MORNING_ENDS = 12
const AFTERNOON_ENDS = 20
const RECENT = 8
/** People whose first page is remembered at once. */
const KEPT_HOMES = 60
/** Duties that fall more often than this in a year are routine and stay off the line of the year. */
const OFTEN = 2
/** Duties of law and not reminders. */
const LEGAL_WEIGHT = 7

const greeting = (actor: Actor, hour: number): string => `${hour < MORNING_ENDS ? 'Buenos días' : hour < AFTERNOON_ENDS ? 'Buenas tardes' : 'Buenas noches'}, ${actor.name.split(' ')[0] ?? ''}`

const figures = new Map(modules.flatMap((module) => module.figures ?? []).map((figure) => [figure.id, figure]))
/** The four figures of the top of the page, over the last half-year with closed months. */
const SHOWN = [
  { label: 'Presupuesto vigente', id: 'budget/adjusted', show: { thousands: true } },
  { label: 'Gasto devengado', id: 'budget/accrued', show: { thousands: true } },
  { label: 'Ejecución del gasto', id: 'budget/execution-rate' },
  { label: 'Deuda exigible', id: 'budget/outstanding-debt', show: { thousands: true } },
] as const

/** The last day of the last whole month up to a day. */
const lastMonthEnd = (day: Day): Day => (day === lastDayOfMonth(yearOf(day), monthOf(day)) ? day : addDays(dayFrom(yearOf(day), monthOf(day), 1), -1))

const figuresOf = async (context: ReadContext): Promise<Home['figures']> => {
  if (!context.actor.permissions.has('budget.read')) return []
  const end = lastMonthEnd(context.asOf.effectiveOn)
  const asOf = { effectiveOn: end, knownOn: context.asOf.knownOn }
  const book = figureBook(figures, { ...context, asOf }, version())
  const period = `${yearOf(end)}-${String(monthOf(end)).padStart(2, '0')}`
  const known = SHOWN.filter(({ id }) => figures.has(id))
  const values: Home['figures'][number][] = []
  for (const { id, label, ...more } of known) values.push({ label, figure: await book.get(id, { period }), note: `enero a ${monthNames[monthOf(end) - 1]} de ${yearOf(end)}`, ...('show' in more ? { show: more.show } : {}) })
  return values
}

const recentOf = async (context: ReadContext): Promise<Home['recent']> => {
  if (!context.actor.clearances.includes('internal')) return []
  const entries = await ledgerStore(context.tx).list({ knownSeq: await context.knownSeq(), size: RECENT })
  const names = await personStore(context.tx).namesOfAccounts(entries.map(({ account_id: id }) => id))
  return entries.map((entry) => ({ at: entry.recorded_at, who: names.get(entry.account_id) ?? 'Secplan', what: entry.summary }))
}

/** Legal dates of the planning secretariat in the year, those that come every month left out. */
const yearOfDuties = async (context: ReadContext): Promise<Home['year']> => {
  const all = (await calendar.views(context, yearOf(context.today))).filter(({ owner, weight }) => owner?.code.startsWith('SECPLA') && weight >= LEGAL_WEIGHT)
  return all.filter(({ code }) => all.filter((one) => one.code === code).length <= OFTEN).map(({ due, title, key, state }) => ({ on: due, title, done: state === 'fulfilled' || state === 'fulfilled-late', href: `/calendario/deberes/${key}` }))
}

/** What stands while nothing is written: the figures, the last entries and the year. */
const standingPart = (context: ReadContext): Promise<Pick<Home, 'figures' | 'recent' | 'year'>> =>
  remembered(context.files, context, [context.asOf.effectiveOn, context.asOf.knownOn], async () => ({
    figures: await figuresOf(context), recent: await recentOf(context), year: context.actor.permissions.has('calendar.read') ? await yearOfDuties(context) : [],
  }), { shelf: 'home', kept: KEPT_HOMES })

/** Composes the first page of a person. Reads as of the two dates of the request. */
export const homeOf = async (context: ReadContext, hour: number): Promise<Home> => {
  const { owed, waiting } = await gatherWork(modules, context)
  const lead = leadOf(owed, context.today)
  return {
    greeting: greeting(context.actor, hour), dues: owed, waiting, ...(lead ? { lead } : {}),
    ...(await standingPart(context)),
  }
}
