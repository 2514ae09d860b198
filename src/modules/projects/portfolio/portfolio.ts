import type { ReadContext } from '#platform/actions'
import type { Tx } from '#platform/database'
import { leftAside } from '../stages/stage.ts'
import { currentStage, type Position, positionOf, type ProjectState } from './project.ts'
import { projectStore } from './project.store.ts'

export type PlacedProject = { readonly state: ProjectState; readonly position: Position }
const remembered = new WeakMap<Tx, Map<string, Promise<PlacedProject[]>>>()

export const alertPointsOf = (context: ReadContext): number => context.law.number('investment/alerts/progress-points', context.asOf.effectiveOn)
/** In the portfolio: neither withdrawn nor lapsed. */
export const inPortfolio = ({ state }: PlacedProject): boolean => !leftAside.includes(currentStage(state).stage)

const read = async (context: ReadContext): Promise<PlacedProject[]> => {
  const on = context.asOf.effectiveOn
  const points = alertPointsOf(context)
  return (await projectStore(context.tx).states({ knownSeq: await context.knownSeq(), on })).map((state) => ({ state, position: positionOf(state, on, points) }))
}
/** Every project the reader may see, as of the two dates; read once per transaction and pair of dates. */
export const portfolioOf = (context: ReadContext): Promise<PlacedProject[]> => {
  const key = `${context.asOf.effectiveOn} ${context.asOf.knownOn}`
  const known = remembered.get(context.tx) ?? new Map<string, Promise<PlacedProject[]>>()
  remembered.set(context.tx, known)
  const pending = known.get(key) ?? read(context)
  known.set(key, pending)
  return pending
}
