import type { Day } from '#kernel'
import { businessCalendar, isNoticeInTime, latestSessionNotice } from '#calendar'
import type { ReadContext } from '#platform/actions'
import { noticeTooLate } from '../problems.ts'

/** The council received the background in time for the session that agreed (LOCM 81). Throws `noticeTooLate` with the last day it could. */
export const demandNotice = (context: ReadContext, received: Day, session: Day): void => {
  const calendar = businessCalendar(context.law, context.actor.commune)
  if (!isNoticeInTime(received, session, context.law, calendar)) throw noticeTooLate({ received, latest: latestSessionNotice(session, context.law, calendar), session })
}
