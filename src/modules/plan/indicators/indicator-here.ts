import type { ReadContext } from '#platform/actions'
import type { Tx } from '#platform/database'
import { indicatorStore } from './indicator.store.ts'
import type { IndicatorState } from './indicator.ts'

const remembered = new WeakMap<Tx, Map<string, Promise<IndicatorState | undefined>>>()

/** An indicator as of the two dates, read once per transaction: its value, its advance and its goal are three figures of one state. */
export const indicatorHere = async (context: ReadContext, id: string): Promise<IndicatorState | undefined> => {
  const on = context.asOf.effectiveOn
  const knownSeq = await context.knownSeq()
  const known = remembered.get(context.tx) ?? new Map<string, Promise<IndicatorState | undefined>>()
  remembered.set(context.tx, known)
  const key = `${id} ${on} ${knownSeq}`
  const pending = known.get(key) ?? indicatorStore(context.tx).states({ knownSeq, on, ids: [id] }).then(([state]) => state)
  known.set(key, pending)
  return pending
}
