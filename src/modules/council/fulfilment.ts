import { type Day, yearOf } from '#kernel'
import type { DutyAct, DutyStart, FulfilmentProvider, ReadContext } from '#platform/actions'
import { z } from 'zod'
import { dutyStore } from './duties.store.ts'
import { sessionHref, sessionTitle } from './sessions/record-session.ts'
import { councilStore } from './sessions/session.store.ts'

const Matters = z.array(z.object({ key: z.string(), majority: z.string() }))
const Submission = z.object({ day: z.string() })
/** Matters that other duties of the calendar hold. */
const ELSEWHERE = new Set(['budget', 'budget-amendment'])
const standingOf = async (context: ReadContext): Promise<{ knownSeq: number; on: Day }> => ({ knownSeq: await context.knownSeq(), on: context.asOf.knownOn < context.today ? context.asOf.knownOn : context.today })
const votedMatters = (context: ReadContext, on: Day): string[] => Matters.parse(context.law.table('council/matters', on)).filter(({ key, majority }) => majority !== 'none' && !ELSEWHERE.has(key)).map(({ key }) => key)
/** Last day on which the mayor submits the budget of the next year: a vote after it is the one of LOCM 82 a. */
const submission = (context: ReadContext, on: Day): Day => `${yearOf(on)}-${Submission.parse(context.law.record('calendar/duties/bud-01', on)).day}` as Day

const acts = async (context: ReadContext): Promise<readonly DutyAct[]> => {
  const standing = await standingOf(context)
  const store = dutyStore(context.tx)
  const sessions = await councilStore(context.tx).list({ ...standing, kind: 'ordinary' })
  return [
    ...sessions.map((one) => ({ duty: 'con-s', period: one.heldOn.slice(0, 7), on: one.heldOn, title: sessionTitle(one), number: String(one.number), href: sessionHref(one.id) })),
    ...(await store.amendments(standing)).flatMap((one) => (one.receivedOn ? [{ duty: 'bud-m', period: one.id, on: one.receivedOn, title: 'Antecedentes recibidos por los concejales', href: sessionHref(one.id) }] : [])),
    ...(await store.budgets(standing)).filter(({ on }) => on > submission(context, on)).map((one) => ({ duty: 'bud-04', period: String(yearOf(one.on)), on: one.on, title: one.title, number: one.number, href: sessionHref(one.sessionId) })),
    ...(await store.unvoted(standing, votedMatters(context, standing.on))).flatMap((one) => (one.agreement && one.agreedOn && one.agreedSession ? [{ duty: 'con-20', period: one.id, on: one.agreedOn, title: 'Acuerdo del Concejo', number: one.agreement, href: sessionHref(one.agreedSession) }] : [])),
  ]
}
/** Sessions with an amendment on their agenda run the term of its background; a point left without a vote, the term to decide. */
const starts = async (context: ReadContext): Promise<readonly DutyStart[]> => {
  const standing = await standingOf(context)
  const store = dutyStore(context.tx)
  return [
    ...(await store.amendments(standing)).map((one) => ({ duty: 'bud-m', id: one.id, on: one.heldOn, title: sessionTitle(one), href: sessionHref(one.id) })),
    ...(await store.unvoted(standing, votedMatters(context, standing.on))).map((one) => ({ duty: 'con-20', id: one.id, on: one.on, title: one.title, href: sessionHref(one.sessionId) })),
  ]
}
/** What the council's desk proves: its ordinary sessions, alone; and with what others may also declare, background received, the budget voted and points decided. */
export const councilFulfils: FulfilmentProvider = { duties: ['con-s'], shared: ['bud-m', 'bud-04', 'con-20'], acts, starts }
