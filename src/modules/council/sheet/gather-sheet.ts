import { addDays, type AsOf, type Day, dayFrom, type DocumentBody, formatDay, lastDayOfMonth, monthOf, weekday, yearOf } from '#kernel'
import { figureBook, type ModuleDefinition, type ReadContext, type WorkItem } from '#platform/actions'
import { type BusinessCalendar, businessCalendar, businessDayOnOrAfter, businessDaysBetween } from '#calendar'
import { ledgerStore } from '#evidence'
import { communeStore } from '#registry'
import { commitmentsNow } from '../commitments/list-commitments.query.ts'
import { commitmentHref } from '../commitments/follow-commitment.ts'
import type { HeldDecision } from '../contract/sheet.ts'
import { requestsNow } from '../requests/list-requests.query.ts'
import { requestHref, requestName } from '../requests/standing.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { pointsOf } from '../sessions/show-session.query.ts'
import { type Change, composeSheet, type SheetFigure, type Stuck } from './compose-sheet.ts'
import { type SheetRow, sheetStore } from './sheet.store.ts'

/** The product around this module: what each module knows of who is late, and the figures. Given by the app. */
export type Around = { readonly modules: () => readonly ModuleDefinition[]; readonly version: string }

const WEEK = 7
const READ = 400
/** Work whose entries interest a meeting; accounts, views and feeds do not. */
const TOLD = new Set(['budget', 'plan', 'projects', 'council', 'reporting', 'correspondence', 'requests', 'calendar'])
const QUIET = /sheet|draft|saved|feed|view/
const FIGURES = [
  { label: 'Presupuesto vigente', id: 'budget/adjusted', show: { thousands: true } }, { label: 'Gasto devengado', id: 'budget/accrued', show: { thousands: true } },
  { label: 'Ejecución del gasto', id: 'budget/execution-rate' }, { label: 'Deuda exigible', id: 'budget/outstanding-debt', show: { thousands: true } },
] as const

/** The Monday that follows a day, or the business day after it. */
export const nextMeetingDay = (after: Day, calendar: BusinessCalendar): Day => {
  for (let on = addDays(after, 1), left = WEEK; left > 0; on = addDays(on, 1), left -= 1) if (weekdayIsMonday(on)) return businessDayOnOrAfter(on, calendar)
  return addDays(after, 1)
}
const MONDAY = 1
const weekdayIsMonday = (on: Day): boolean => weekday(on) === MONDAY

const changesSince = async (context: ReadContext, previous: SheetRow | undefined, since: Day, titles: ReadonlyMap<string, string>): Promise<readonly Change[]> => {
  const entries = (await ledgerStore(context.tx).list({ knownSeq: await context.knownSeq(), size: READ })).filter((entry) => (previous?.heldSeq ? entry.seq > previous.heldSeq : entry.recorded_at.slice(0, 10) >= since) && TOLD.has(entry.action.split('.')[0] ?? '') && !QUIET.test(entry.name))
  const groups = new Map<string, { text: string; count: number }>()
  for (const { name, summary, action } of entries) {
    const known = groups.get(name)
    if (known) groups.set(name, { text: titles.get(action) ?? known.text, count: known.count + 1 })
    else groups.set(name, { text: summary, count: 1 })
  }
  return [...groups.values()].sort((a, b) => a.count - b.count)
}
const lastMonthEnd = (on: Day): Day => (on === lastDayOfMonth(yearOf(on), monthOf(on)) ? on : addDays(dayFrom(yearOf(on), monthOf(on), 1), -1))
const figuresOf = async (context: ReadContext, around: Around, before: DocumentBody | null | undefined): Promise<readonly SheetFigure[]> => {
  const known = new Map(around.modules().flatMap((module) => module.figures ?? []).map((figure) => [figure.id, figure]))
  const end = lastMonthEnd(context.asOf.effectiveOn)
  const book = figureBook(known, { ...context, asOf: { effectiveOn: end, knownOn: context.asOf.knownOn } }, around.version)
  const row = before?.blocks.find((block) => block.type === 'figures')
  const values: SheetFigure[] = []
  for (const { id, label, ...more } of FIGURES) {
    const figure = known.has(id) && known.get(id)?.allowed?.(context.actor) !== false ? await book.get(id, { period: `${yearOf(end)}-${String(monthOf(end)).padStart(2, '0')}` }) : undefined
    const old = row?.type === 'figures' ? row.items.find((item) => item.figure.recipe.id === id)?.figure.text : undefined
    if (figure && figure.value !== null) values.push({ label, figure, ...('show' in more ? { show: more.show } : {}), ...(old ? { before: old } : {}) })
  }
  return values
}
/** What is late, from every module, and who has it: each thing once. */
const stuckNow = async (context: ReadContext, around: Around, calendar: BusinessCalendar): Promise<readonly Stuck[]> => {
  const { today, actor } = context
  const items = new Map<string, WorkItem>()
  for (const module of around.modules()) if (module.work && module.key !== 'council') for (const item of await module.work(context)) if (!items.has(item.id) && item.until && item.until < today) items.set(item.id, item)
  const own = actor.offices[0]?.title ?? 'quien prepara la pauta'
  const late = (until: Day): number => Math.max(0, -businessDaysBetween(today, until, calendar))
  const others = [...items.values()].map((one): Stuck => ({ id: one.id, what: one.what, who: one.who ?? own, until: one.until ?? null, days: one.until ? late(one.until) : 0, href: one.href }))
  const requests = (await requestsNow(context)).filter(({ state }) => state === 'late').map((one): Stuck => ({ id: `council/request/${one.id}`, what: `${requestName(one)}: ${one.subject}`, who: one.unit?.name ?? 'Secretaría Municipal (sin derivar)', until: one.dueOn, days: late(one.dueOn), href: requestHref(one.id) }))
  const promised = (await commitmentsNow(context)).filter(({ state }) => state === 'late').map((one): Stuck => ({ id: `council/commitment/${one.id}`, what: `Compromiso: ${one.words}`, who: one.unit.name, until: one.until, days: late(one.until), href: commitmentHref(one.id) }))
  return [...requests, ...promised, ...others].sort((a, b) => b.days - a.days || (a.what < b.what ? -1 : 1))
}
const councilLines = async (context: ReadContext, calendar: BusinessCalendar): Promise<readonly string[]> => {
  const knownSeq = await context.knownSeq()
  const [session] = await councilStore(context.tx).called({ knownSeq, after: addDays(context.today, -1) })
  if (!session) return ['No hay otra sesión citada.']
  const { points } = await pointsOf(context, session, knownSeq, calendar)
  const missing = points.filter(({ standing }) => standing === 'empty' || standing === 'to-send' || standing === 'missed')
  return [`${sessionTitle(session)}: ${points.length} puntos en tabla.`, ...missing.slice(0, 3).map(({ title, term, standing }) => `${standing === 'missed' ? 'No alcanzó el plazo' : `Los concejales deben tenerlo el ${term ? formatDay(term.lastDay) : formatDay(session.heldOn)}`}: ${title}.`)]
}

/** The sheet of a meeting composed with what is known now. What was held is never composed again. */
export const bodyOfSheet = async (context: ReadContext, around: Around, row: Pick<SheetRow, 'meetingOn' | 'remarks'>, decisions: readonly HeldDecision[], held = false): Promise<{ readonly body: DocumentBody; readonly stuck: readonly Stuck[] }> => {
  const calendar = businessCalendar(context.law, context.tx.commune)
  const previous = await sheetStore(context.tx).previous(row.meetingOn)
  const since = previous?.heldOn ?? addDays(row.meetingOn, -WEEK)
  const commune = await communeStore(context.tx).get()
  const titles = new Map(around.modules().flatMap((module) => module.actions ?? []).map((action) => [action.name, action.title]))
  const stuck = await stuckNow(context, around, calendar)
  const asOf: AsOf = context.asOf
  const body = composeSheet({
    meetingOn: row.meetingOn, since, remarks: row.remarks, decisions, held, asOf, stuck, commune: { code: commune?.code ?? context.tx.commune, municipality: commune?.municipality ?? 'Municipalidad', unit: 'Secretaría Comunal de Planificación', ...(commune?.address ? { address: commune.address } : {}) },
    figures: await figuresOf(context, around, previous?.body), changes: await changesSince(context, previous, since, titles), council: await councilLines(context, calendar),
  })
  return { body, stuck }
}
