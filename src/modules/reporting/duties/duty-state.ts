import type { Day } from '#kernel'
import type { DutyState } from '../contract.ts'

/** Issued is not enough: only a delivery fulfils. Late when it was delivered after the date. Pure. */
export const dutyState = (facts: { readonly due: Day; readonly today: Day; readonly issued: boolean; readonly deliveredOn?: Day }): { state: DutyState; late: boolean } => {
  if (facts.deliveredOn) return { state: 'fulfilled', late: facts.deliveredOn > facts.due }
  if (facts.today > facts.due) return { state: 'overdue', late: true }
  return { state: facts.issued ? 'issued' : 'pending', late: false }
}
