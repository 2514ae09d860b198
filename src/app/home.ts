import { type Actor, addDays, dayFrom, type Day, type FigureValue, formatDay, lastDayOfMonth, monthNames, monthOf, yearOf } from '#kernel'
import { figureBook, type ReadContext } from '#platform/actions'
import { businessCalendar, businessDaysBetween, dutiesOfYear } from '#calendar'
import { ledgerStore } from '#evidence'
import { personStore } from '#registry'
import { dutiesNow } from '#reporting'
import { modules } from './modules.ts'
import { version } from './version.ts'

/** What a person owes, and the state of what they answer for (answer of `GET /api/home`). */
export type Home = {
  readonly greeting: string
  readonly dues: readonly { id: string; title: string; due: Day; state: string; reason?: string; href: string; action?: string; law?: string; detail?: string; when?: string }[]
  readonly figures: readonly { label: string; figure: FigureValue; show?: { thousands?: boolean; decimals?: number }; note?: string }[]
  readonly recent: readonly { at: string; who: string; what: string; href?: string }[]
  readonly year: readonly { on: Day; title: string; done: boolean }[]
}

const MORNING_ENDS = 12
const AFTERNOON_ENDS = 20
const RECENT = 8
/** Duties that fall more often than this in a year are routine and stay off the line of the year. */
const OFTEN = 2

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

const duesOf = async (context: ReadContext): Promise<Home['dues']> => {
  const { permissions } = context.actor
  if (!permissions.has('reporting.read')) return []
  const calendar = businessCalendar(context.law, context.tx.commune)
  const open = (await dutiesNow(context, 3)).filter(({ state }) => state !== 'fulfilled')
  return open.map((duty) => {
    const days = businessDaysBetween(context.today, duty.deliverBy, calendar)
    const issued = duty.state === 'issued'
    return {
      id: `${duty.duty}-${duty.period}`, title: issued ? `Entregar al Concejo el ${duty.title.toLowerCase()}, ${duty.periodTitle}` : `${duty.title}, ${duty.periodTitle}`,
      due: duty.deliverBy, state: duty.state === 'overdue' ? 'late' : issued ? (permissions.has('reporting.deliver') ? 'pending' : 'waiting') : 'started',
      reason: issued ? 'Emitido; cumple cuando la Secretaría Municipal registra la entrega' : 'Se cumple con la entrega al Concejo, no con la emisión',
      href: duty.report ? `/rendir/informes/${duty.report}` : '/rendir/informes', action: issued ? 'Registrar la entrega' : 'Abrir el informe',
      law: `${duty.norm}${duty.article ? `, ${duty.article}` : ''}`, detail: `Vence el ${formatDay(duty.due)}`,
      when: days === 0 ? 'hoy' : days > 0 ? `${days} ${days === 1 ? 'día hábil' : 'días hábiles'}` : `hace ${-days} ${days === -1 ? 'día hábil' : 'días hábiles'}`,
    }
  })
}

const recentOf = async (context: ReadContext): Promise<Home['recent']> => {
  if (!context.actor.clearances.includes('internal')) return []
  const entries = await ledgerStore(context.tx).list({ knownSeq: await context.knownSeq(), size: RECENT })
  const names = await personStore(context.tx).namesOfAccounts(entries.map(({ account_id: id }) => id))
  return entries.map((entry) => ({ at: entry.recorded_at, who: names.get(entry.account_id) ?? 'Secplan', what: entry.summary }))
}

const yearOfDuties = async (context: ReadContext): Promise<Home['year']> => {
  const year = yearOf(context.today)
  const told = new Map((await dutiesNow(context, 4)).map((duty) => [duty.due as string, duty.state === 'fulfilled']))
  const all = dutiesOfYear(year, context.law, businessCalendar(context.law, context.tx.commune))
    .filter(({ due, prepares }) => due.startsWith(String(year)) && prepares.some((who) => /secpla/i.test(who)))
  const often = (title: string) => all.filter((duty) => duty.title === title).length
  return all
    .filter(({ title }) => often(title) <= OFTEN)
    .map(({ due, title }) => ({ on: due, title, done: told.get(due) ?? false }))
}

/** Composes the first page of a person. Reads as of the two dates of the request. */
export const homeOf = async (context: ReadContext, hour: number): Promise<Home> => ({
  greeting: greeting(context.actor, hour),
  dues: await duesOf(context),
  figures: await figuresOf(context),
  recent: await recentOf(context),
  year: context.actor.permissions.has('reporting.read') ? await yearOfDuties(context) : [],
})
