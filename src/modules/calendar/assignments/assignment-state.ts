import type { Actor } from '#kernel'
import type { AssignmentState } from '../contract.ts'
import type { AnswerRow, AssignmentRow } from './assignment.store.ts'

/** The state after its answers: what was returned and sent again is asked once more. Pure. */
export const stateOf = (answers: readonly Pick<AnswerRow, 'kind'>[]): AssignmentState => {
  const last = answers.at(-1)?.kind
  return last === undefined || last === 'sent-again' ? 'asked' : last
}
/** Which answers each state admits, and whose they are. */
const NEXT: Record<AssignmentState, readonly { readonly kind: AnswerRow['kind']; readonly who: 'owner' | 'asker' }[]> = {
  asked: [{ kind: 'accepted', who: 'owner' }, { kind: 'done', who: 'owner' }, { kind: 'returned', who: 'owner' }],
  accepted: [{ kind: 'done', who: 'owner' }, { kind: 'returned', who: 'owner' }],
  returned: [{ kind: 'sent-again', who: 'asker' }],
  done: [{ kind: 'sent-again', who: 'asker' }],
}
/** May this person answer so? `owner` is whom it was asked of (any member of the unit), `asker` who wrote it down. */
export const admits = (state: AssignmentState, kind: AnswerRow['kind'], who: { readonly owner: boolean; readonly asker: boolean }): boolean =>
  NEXT[state].some((next) => next.kind === kind && who[next.who])

export const isOwner = (row: Pick<AssignmentRow, 'forAccountId' | 'forUnitId'>, actor: Actor, units: ReadonlySet<string>): boolean =>
  row.forAccountId ? row.forAccountId === actor.accountId : row.forUnitId !== null && units.has(row.forUnitId)
/** Seen by who asked, who owes it and who administers the calendar: an assignment is between people. */
export const mayRead = (row: AssignmentRow, actor: Actor, units: ReadonlySet<string>): boolean =>
  row.accountId === actor.accountId || isOwner(row, actor, units) || actor.permissions.has('calendar.manage')
