import type { AsOf, Day } from '#kernel'

/** The day that judges what is late and what was held: today, or the day known when the page looks back. The period of the figures does not move it. */
export const standingDay = ({ asOf, today }: { readonly asOf: AsOf; readonly today: Day }): Day => (asOf.knownOn < today ? asOf.knownOn : today)
