import type { Day } from '#kernel'
import type { CommitmentState } from '../contract/commitments.ts'

type Event = { readonly name: 'done' | 'moved' | 'handed' | 'reopened'; readonly on: Day; readonly until: Day | null }
/** Where a commitment stands: its last date rules, and what was reopened is owed again. Pure. */
export const standingOfCommitment = (firstUntil: Day, events: readonly Event[], today: Day): { readonly state: CommitmentState; readonly until: Day; readonly doneOn: Day | null } => {
  const until = events.filter((one) => one.until !== null).at(-1)?.until ?? firstUntil
  const last = events.filter(({ name }) => name === 'done' || name === 'reopened').at(-1)
  const doneOn = last?.name === 'done' ? last.on : null
  return { until, doneOn, state: doneOn ? (doneOn <= until ? 'done' : 'done-late') : today > until ? 'late' : 'pending' }
}
