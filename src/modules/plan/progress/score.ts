import { formatPercent } from '#kernel'
import type { Light, ObjectiveScore } from '../contract.ts'
import type { Assessment, LightRule } from './assess.ts'

/**
 * The state of an objective from its indicators: the plain average of each one's advance over what was expected (at most 1 each,
 * so that one brilliant indicator does not hide another). Those without data are counted apart, never as zero.
 */
export const scoreOf = (assessments: readonly Assessment[], rule: LightRule): ObjectiveScore => {
  const ratios = assessments.flatMap(({ ratio }) => (ratio === null ? [] : [Math.min(1, ratio)]))
  const text = `Promedio del avance sobre lo esperado de los indicadores con dato; en meta desde ${formatPercent(rule.green, 0)}, en riesgo desde ${formatPercent(rule.yellow, 0)}.`
  if (ratios.length === 0) return { light: 'none', score: null, measured: 0, total: assessments.length, rule: text }
  const score = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  const light: Light = score >= rule.green ? 'good' : score >= rule.yellow ? 'warning' : 'bad'
  return { light, score, measured: ratios.length, total: assessments.length, rule: text }
}

/** How many objectives stand under each light, with the share on track over those that have data. */
export const compliance = (scores: readonly ObjectiveScore[]) => {
  const count = (light: Light): number => scores.filter((score) => score.light === light).length
  const withData = scores.length - count('none')
  return { good: count('good'), warning: count('warning'), bad: count('bad'), none: count('none'), total: scores.length, withData, share: withData === 0 ? null : count('good') / withData }
}
