import { addDays, can, dayFrom, monthOf, yearOf } from '#kernel'
import { defineQuery } from '#platform/actions'
import { businessCalendar, businessDaysBetween, latestSessionNotice } from '#calendar'
import { z } from 'zod'
import { commitmentsNow } from '../commitments/list-commitments.query.ts'
import type { DeskSession, DeskView } from '../contract/desk.ts'
import { requestsNow } from '../requests/list-requests.query.ts'
import { folderTerm } from '../rules/folder-term.ts'
import { citation, lawLine, matterOn } from '../rules/matters.ts'
import { sessionHref, sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { pointsOf } from '../sessions/show-session.query.ts'
import { uncertified } from './uncertified.ts'

const SHOWN = 3
/** The desk of the council: the next sessions with what must be in each folder and by which day, what waits for a certificate, and what is owed to councillors. */
export const showDesk = defineQuery({
  name: 'council.show-desk', title: 'Mesa del Concejo', input: z.object({}), allowed: can('council.read'),
  run: async (_input, context): Promise<DeskView> => {
    const { tx, law, today } = context
    const knownSeq = await context.knownSeq()
    const calendar = businessCalendar(law, tx.commune)
    const store = councilStore(tx)
    const called = (await store.called({ knownSeq, after: addDays(today, -1) })).slice(0, SHOWN)
    const sessions: DeskSession[] = []
    for (const session of called) {
      const { points, sendings, receipts } = await pointsOf(context, session, knownSeq, calendar)
      const folderBy = latestSessionNotice(session.heldOn, law, calendar)
      sessions.push({
        id: session.id, title: sessionTitle(session), href: sessionHref(session.id), heldOn: session.heldOn, startsAt: session.startsAt, place: session.place, daysLeft: businessDaysBetween(today, session.heldOn, calendar), folderBy, folderDaysLeft: businessDaysBetween(today, folderBy, calendar), points,
        unsent: points.flatMap(({ documents }) => documents).filter(({ sentOn }) => sentOn === null).length, receipts: { received: receipts.length, asked: sendings.reduce((sum, { recipients }) => sum + recipients.length, 0) },
      })
    }
    const requests = await requestsNow(context)
    const commitments = await commitmentsNow(context)
    const open = requests.filter(({ answeredOn }) => answeredOn === null).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    const owed = commitments.filter(({ doneOn }) => doneOn === null)
    const first = called[0]
    const term = folderTerm(first?.heldOn ?? today, matterOn(law, 'budget-amendment', first?.heldOn ?? today), today, law, calendar)
    const start = dayFrom(yearOf(today), monthOf(today), 1)
    const held = (await store.list({ knownSeq, on: today, kind: 'ordinary', year: today.slice(0, 4) })).filter(({ heldOn }) => heldOn >= start).length
    return {
      sessions, certify: await uncertified(context), requests: open, commitments: owed,
      counts: { requestsLate: open.filter(({ state }) => state === 'late').length, requestsOpen: open.length, commitmentsLate: owed.filter(({ state }) => state === 'late').length, commitmentsOpen: owed.length },
      rule: { days: term?.days ?? 0, counted: term?.counted ?? [], law: term ? citation(term.law) : '' },
      month: { held, asked: law.number('council/ordinary-sessions-per-month', today), law: citation(lawLine(law.at('council/ordinary-sessions-per-month', today))) },
    }
  },
})
