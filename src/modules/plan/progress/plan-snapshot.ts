import type { ReadContext } from '#platform/actions'
import type { Tx } from '#platform/database'
import type { ObjectiveScore } from '../contract.ts'
import { indicatorStore } from '../indicators/indicator.store.ts'
import type { IndicatorState } from '../indicators/indicator.ts'
import { nodeStore, type PlanRow } from '../nodes/node.store.ts'
import type { NodeRow } from '../nodes/node.ts'
import { assess, type Assessment, type LightRule } from './assess.ts'
import { lightRuleOf } from './light-rule.ts'
import { scoreOf } from './score.ts'

export type AssessedIndicator = { readonly state: IndicatorState; readonly assessment: Assessment }
export type PlanSnapshot = {
  readonly plan: PlanRow | null; readonly nodes: readonly NodeRow[]; readonly objectives: readonly NodeRow[]
  readonly indicators: readonly AssessedIndicator[]; readonly scores: ReadonlyMap<string, ObjectiveScore>; readonly rule: LightRule
}
const remembered = new WeakMap<Tx, Map<string, Promise<PlanSnapshot>>>()

const read = async (context: ReadContext, planId: string | undefined): Promise<PlanSnapshot> => {
  const { tx, asOf: { effectiveOn: on }, law } = context
  const knownSeq = await context.knownSeq()
  const rule = lightRuleOf(law, on)
  const plans = await nodeStore(tx).plans(knownSeq)
  const plan = plans.find(({ id, starts_on: start, ends_on: end, draft }) => (planId ? id === planId : !draft && start <= on && end >= on)) ?? (planId ? undefined : plans.find(({ draft }) => !draft))
  if (!plan) return { plan: null, nodes: [], objectives: [], indicators: [], scores: new Map(), rule }
  const nodes = await nodeStore(tx).list({ knownSeq, on, planId: plan.id })
  const objectives = nodes.filter(({ kind }) => kind === 'objective')
  const states = await indicatorStore(tx).states({ knownSeq, on, nodeIds: objectives.map(({ id }) => id) })
  const indicators = states.map((state) => ({ state, assessment: assess(state, on, rule) }))
  const scores = new Map(objectives.map(({ id }) => [id, scoreOf(indicators.filter(({ state }) => state.nodeId === id).map(({ assessment }) => assessment), rule)]))
  return { plan, nodes, objectives, indicators, scores, rule }
}

/**
 * A plan with its indicators assessed as of the two dates: the one asked for, or the one in force on the day.
 * Read once per transaction, day and ledger number, however many figures ask, whether they name the plan or not.
 */
export const planSnapshot = async (context: ReadContext, planId?: string): Promise<PlanSnapshot> => {
  const at = `${context.asOf.effectiveOn} ${await context.knownSeq()}`
  const known = remembered.get(context.tx) ?? new Map<string, Promise<PlanSnapshot>>()
  remembered.set(context.tx, known)
  const inForce = known.get(` ${at}`)
  if (planId && inForce && (await inForce).plan?.id === planId) return inForce
  const key = `${planId ?? ''} ${at}`
  const pending = known.get(key) ?? read(context, planId)
  known.set(key, pending)
  return pending
}
