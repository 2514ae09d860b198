import type { Day } from '#kernel'
import type { ItemState, RequestState } from '../contract.ts'

/** Does it still take answers? While its campaign is open, or while a reopening of its own lasts. */
export const isLocked = (request: { readonly campaignState: 'open' | 'closed'; readonly reopened: boolean; readonly dueOn: Day }, today: Day): boolean =>
  request.campaignState === 'closed' && !(request.reopened && today <= request.dueOn)

/**
 * Where a whole request stands. `silent` means that the due date passed and not one thing was sent: «sin novedad» is an answer,
 * silence is not. What was returned and not sent again weighs more than what waits for review.
 */
export const requestState = (items: readonly ItemState[], dueOn: Day, today: Day): RequestState => {
  const has = (state: ItemState): boolean => items.includes(state)
  if (items.length > 0 && items.every((state) => state === 'accepted')) return 'done'
  if (has('returned')) return 'returned'
  const sent = has('sent') || has('accepted')
  if (sent && !has('owed') && !has('draft')) return 'sent'
  if (!sent && today > dueOn) return 'silent'
  return sent || has('draft') ? 'started' : 'owed'
}
