import { addBusinessDays, type BusinessCalendar } from '#calendar'
import { type Day, latest } from '#kernel'
import type { RequestHabits } from '../practices.ts'

/** Last day of a link made today for a request that is due on a day: it outlives it some business days, so that who is late may still answer. */
export const expiryOf = (dueOn: Day, today: Day, calendar: BusinessCalendar, { linkGrace }: Pick<RequestHabits, 'linkGrace'>): Day => addBusinessDays(latest(dueOn, today), linkGrace, calendar)

export type LinkRow = { readonly endedBy: 'used' | 'revoked' | null; readonly expiresOn: Day }
/** What a link allows on a day. A used one only says that the answer arrived. */
export const linkStands = (link: LinkRow | undefined, today: Day): 'open' | 'used' | 'dead' => {
  if (!link || link.endedBy === 'revoked') return 'dead'
  if (link.endedBy === 'used') return 'used'
  return today <= link.expiresOn ? 'open' : 'dead'
}
