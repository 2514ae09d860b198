import type { AsOf, Day } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { ledgerStore } from '#evidence'
import type { ActRow } from '../acts/act.store.ts'
import { ACT } from '../acts/move-act.ts'
import type { ActState } from '../contract.ts'

/** The pair of dates, when somebody looks from a day that is not today. */
export const lookingFrom = ({ asOf, today }: Pick<ReadContext, 'asOf' | 'today'>): AsOf | null => (asOf.knownOn < today || asOf.effectiveOn < today ? asOf : null)
const NUMBERED: readonly ActState[] = ['to-sign', 'to-notify', 'notified', 'annulled']
type Kept = Partial<Omit<ActRow, 'body' | 'finding' | 'addressees'>>

/**
 * The act as it was known on the dates asked: its subject, headings and text are those of the version of then. Whom it is addressed to is not kept
 * in the history (names of people are not), so it is told as today; who may read it is decided by its label of today.
 */
export const actAsKnown = async (context: ReadContext, row: ActRow, state: ActState): Promise<ActRow> => {
  if (!lookingFrom(context)) return row
  const kept = await ledgerStore(context.tx).versionAsOf(ACT, row.id, await context.knownSeq(), context.asOf.effectiveOn as Day)
  if (!kept) return row
  const then = kept.data as Kept
  const issued = NUMBERED.includes(state)
  return { ...row, ...then, id: row.id, state, version: row.version, visibility: row.visibility, content: then.content ?? row.content, body: issued ? row.body : null, addressees: row.addressees, finding: then.signed_on ? row.finding : null }
}
