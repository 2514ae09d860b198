import type { Day } from '#kernel'
import type { ReadContext } from './context.ts'

/** Who acts for a unit on a day because its head is away: named by decree, or deputy in a recorded absence. The cause is nobody's business. */
export type StandIn = {
  readonly unitId: string
  /** Post of who acts, and the post that is away: «Inspectora de Obras», «Director de Obras». */
  readonly post: string
  readonly absentPost: string
  /** Unit of who acts; null when that person belongs to none. */
  readonly actingUnitId: string | null
  readonly until?: Day
}
/** The one register of absences, asked by whoever must know who acts today. Three queries at most. */
export type StandInProvider = (context: ReadContext, on: Day) => Promise<readonly StandIn[]>
