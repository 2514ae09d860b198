import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import type { IndicatorView, MeasurementView, NodeView } from './contract.ts'
import { indicatorStore } from './indicators/indicator.store.ts'
import { nodeStore } from './nodes/node.store.ts'
import type { NodeRow } from './nodes/node.ts'
import { assess, type Assessment, quantity } from './progress/assess.ts'
import { figuresHere } from './progress/figures-here.ts'
import { lightRuleOf } from './progress/light-rule.ts'
import { planSnapshot } from './progress/plan-snapshot.ts'
import { compliance, scoreOf } from './progress/score.ts'
import { absenceText } from '#kernel'
import type { IndicatorState, Measurement } from './indicators/indicator.ts'

const measured = (value: number | null, absence: Measurement['absence'], unit: string): string => (value === null ? absenceText[absence ?? 'no-data'] : quantity(value, unit))
export const indicatorView = (state: IndicatorState, assessment: Assessment): IndicatorView => ({
  id: state.id, version: state.version, code: state.code, name: state.name, unit: state.unit, formula: state.formula, direction: state.direction, accrual: state.accrual, unitId: state.unitId, nodeId: state.nodeId, frequency: state.frequency ?? '', verification: state.verification ?? '', retiredOn: state.retiredOn ?? null,
  latestText: assessment.measurement ? measured(assessment.measurement.value, assessment.measurement.absence, state.unit) : absenceText['no-data'], latestOn: assessment.measurement?.on ?? null, approved: assessment.measurement?.approved ?? false,
  targetText: assessment.target ? quantity(assessment.target.value, state.unit) : '', targetYear: assessment.target?.year ?? null,
  progress: assessment.progress, light: assessment.light, rule: assessment.rule, how: assessment.how,
})
const nodeView = (node: NodeRow, score: NodeView['score']): NodeView =>
  ({ id: node.id, version: node.version, planId: node.plan_id, parentId: node.parent_id, kind: node.kind, code: node.code, name: node.name, description: node.description, place: node.place, unitId: node.unit_id, retiredOn: node.retired_on, score })
const measurementViews = async (state: IndicatorState, context: ReadContext): Promise<MeasurementView[]> => {
  const names = await personStore(context.tx).namesOfAccounts(state.measurements.map(({ recordedBy }) => recordedBy))
  return state.measurements.map((one) => ({ ...one, text: measured(one.value, one.absence, state.unit), recordedByName: names.get(one.recordedBy) ?? 'Secplan' })).reverse()
}

export const showPlan = defineQuery({
  name: 'plan.show-plan', title: 'El plan y su cumplimiento', input: z.object({ plan: z.uuid().optional() }), allowed: can('plan.read'),
  run: async ({ plan }, context) => {
    const snapshot = await planSnapshot(context, plan)
    const book = figuresHere(context)
    const own: Record<string, string> = snapshot.plan ? { plan: snapshot.plan.id } : {}
    return {
      figures: { onTrack: await book.get('plan/objectives-on-track', own), good: await book.get('plan/objectives-count', { ...own, light: 'good' }), bad: await book.get('plan/objectives-count', { ...own, light: 'bad' }), measured: await book.get('plan/indicators-measured', own) },
      plan: snapshot.plan, plans: (await nodeStore(context.tx).plans(await context.knownSeq())).map(({ id, name }) => ({ id, name })),
      nodes: snapshot.nodes.map((node) => nodeView(node, snapshot.scores.get(node.id) ?? null)),
      indicators: snapshot.indicators.map(({ state, assessment }) => indicatorView(state, assessment)), compliance: compliance([...snapshot.scores.values()]),
    }
  },
})
export const showObjective = defineQuery({
  name: 'plan.show-objective', title: 'Un objetivo del plan', input: z.object({ id: z.uuid() }), allowed: can('plan.read'),
  run: async ({ id }, context) => {
    const on = context.asOf.effectiveOn
    const knownSeq = await context.knownSeq()
    const [node] = await nodeStore(context.tx).list({ knownSeq, on, ids: [id], retired: true })
    if (node?.kind !== 'objective') throw notFound({ what: 'el objetivo' })
    const tree = await nodeStore(context.tx).list({ knownSeq, on, planId: node.plan_id })
    const rule = lightRuleOf(context.law, on)
    const indicators = (await indicatorStore(context.tx).states({ knownSeq, on, nodeIds: [id] })).map((state) => ({ state, assessment: assess(state, on, rule) }))
    return {
      objective: nodeView(node, scoreOf(indicators.map(({ assessment }) => assessment), rule)), axis: tree.find(({ id: one }) => one === node.parent_id)?.name ?? '', plan: (await nodeStore(context.tx).plan(node.plan_id))?.name ?? '',
      programmes: tree.filter(({ parent_id: parent }) => parent === id).map((programme) => nodeView(programme, null)), indicators: indicators.map(({ state, assessment }) => indicatorView(state, assessment)),
    }
  },
})
export const showIndicator = defineQuery({
  name: 'plan.show-indicator', title: 'Ficha de un indicador', input: z.object({ id: z.uuid() }), allowed: can('plan.read'),
  run: async ({ id }, context) => {
    const on = context.asOf.effectiveOn
    const knownSeq = await context.knownSeq()
    const [state] = await indicatorStore(context.tx).states({ knownSeq, on, ids: [id] })
    if (!state) throw notFound({ what: 'el indicador' })
    const [objective] = await nodeStore(context.tx).list({ knownSeq, on, ids: [state.nodeId], retired: true })
    const book = figuresHere(context)
    const named = { indicator: id, label: `${state.code} ${state.name}`.slice(0, 200) }
    return {
      figures: { value: await book.get('plan/indicator-value', named), progress: await book.get('plan/indicator-progress', named) },
      indicator: indicatorView(state, assess(state, on, lightRuleOf(context.law, on))), baseline: state.baseline, targets: state.targets, measurements: await measurementViews(state, context),
      objective: objective ? { id: objective.id, code: objective.code, name: objective.name } : null,
    }
  },
})
