import { approveMeasurement, planSnapshot, recordMeasurement } from '#plan'
import type { RequestSource } from '#requests'
import { formatDay, formatNumber } from '#kernel'
import { kinds } from '#evidence'

const PERCENT = '%'
const MOST_DECIMALS = 2
/** «188 familias», «50,3 %»: as many decimals as the value has, two at most. */
const quantity = (value: number, unit: string): string => {
  const number = formatNumber(value, Math.min(MOST_DECIMALS, (String(value).split('.')[1] ?? '').length))
  return unit === PERCENT ? `${number}\u00a0%` : `${number} ${unit}`
}

/** Indicators of the plan in force without a measurement dated within the period. An accepted answer is a measurement, approved by who accepted it. */
export const planIndicators: RequestSource = {
  key: 'indicator', title: 'Indicadores del plan', help: () => 'Indicadores sin medición en el período.',
  allowed: (permissions) => permissions.has('plan.read'),
  owed: async (context, period) => (await planSnapshot(context)).indicators
    .filter(({ state }) => !state.measurements.some(({ on }) => on >= period.from && on <= period.to))
    .map(({ state }) => {
      const last = state.measurements.at(-1)
      return {
        subjectId: state.id, unitId: state.unitId, label: `${state.code} ${state.name}`, help: `${state.formula}. ${state.accrual === 'yearly' ? 'Se acumula desde enero de cada año.' : 'Se mide el nivel a la fecha.'}`,
        why: `Sin medición del ${period.title}.`, measure: state.unit, kind: state.unit === PERCENT ? 'percent' : 'number', needsEvidence: false,
        ...(last ? { previous: { value: last.value, text: last.value === null ? 'sin dato' : quantity(last.value, state.unit), on: last.on } } : {}),
      }
    }),
  settle: async (answer, context) => {
    // Who answered measured; who accepts approves: two people, in one act.
    await recordMeasurement.run({
      id: answer.id, indicatorId: answer.subjectId, value: answer.value, measuredOn: answer.on, source: answer.post.slice(0, 300), document: `Respuesta a la SECPLA del ${formatDay(answer.answeredOn)}`, note: answer.comment.slice(0, 1000), fileHash: answer.fileHash,
    }, { ...context, actor: { ...context.actor, accountId: answer.answeredBy } }, undefined)
    if (context.actor.permissions.has('plan.approve')) await approveMeasurement.run({ id: answer.id }, context, undefined)
    return { record: { kind: kinds.indicator, id: answer.subjectId }, factId: answer.id }
  },
}
