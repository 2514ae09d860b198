import { formatNumber, formatPercent } from '#kernel'
import type { Better } from './recipe-words.ts'

export type IndicatorRules = { readonly targetTolerance: number; readonly similarTolerance: number; readonly trendDeviation: number; readonly trendPeriods: number; readonly similarCount: number; readonly smallCases: number }
export type Tone = 'good' | 'warning' | 'bad' | 'neutral'
/** What is thought of a number, with the rule by which it is. */
export type Judgement = { readonly tone: Tone; readonly title: string; readonly rule: string }
export type Point = { readonly year: number; readonly value: number }
export type Alert = { readonly kind: 'target' | 'trend'; readonly title: string; readonly rule: string }

/** How far a number falls short of another, as a share of it, in the direction that is wanted; negative when it is better. */
export const shortfall = (value: number, against: number, better: Better): number => {
  if (against === 0) return value === against ? 0 : Number.NaN
  const share = (against - value) / Math.abs(against)
  return better === 'less' ? -share : share
}
const share = (value: number): string => formatPercent(value, Number.isInteger(value * 100) ? 0 : 1)

/** Against its target when it has one; otherwise against the similar communes. What only describes is not judged. */
export const judge = (value: number | null, { better, target, similar, interval }: { better: Better; target: number | null; similar: number | null; interval?: readonly [number, number] | null }, rules: IndicatorRules): Judgement => {
  if (value === null) return { tone: 'neutral', title: 'sin dato', rule: 'No hay un número que juzgar.' }
  if (better === 'neither') return { tone: 'neutral', title: 'describe', rule: 'Ni subir ni bajar es mejor: no se juzga.' }
  if (target !== null) {
    const rule = `En la meta si la alcanza; cerca si le falta hasta ${share(rules.targetTolerance)} de ella; lejos si más. Criterio de la oficina.`
    const short = shortfall(value, target, better)
    if (short <= 0) return { tone: 'good', title: 'en la meta', rule }
    return short <= rules.targetTolerance ? { tone: 'warning', title: 'cerca de la meta', rule } : { tone: 'bad', title: 'lejos de la meta', rule }
  }
  if (similar === null) return { tone: 'neutral', title: 'sin meta', rule: 'No tiene meta ni comunas similares con dato: no se juzga.' }
  const rule = `Sin meta: frente a la mediana de las comunas similares; parecido si difiere hasta ${share(rules.similarTolerance)}. Criterio de la oficina.`
  if (interval && similar >= interval[0] && similar <= interval[1]) return { tone: 'neutral', title: 'no se distingue', rule: 'Sin meta: la mediana de las comunas similares cae dentro del intervalo de la estimación; no se distinguen.' }
  const short = shortfall(value, similar, better)
  if (Math.abs(short) <= rules.similarTolerance) return { tone: 'neutral', title: 'parecido a las similares', rule }
  return short < 0 ? { tone: 'good', title: 'mejor que las similares', rule } : { tone: 'warning', title: 'peor que las similares', rule }
}

/** The straight line of some points by least squares, and the standard deviation of what it leaves. */
export const lineOf = (points: readonly Point[]): { readonly at: (year: number) => number; readonly deviation: number } | undefined => {
  if (points.length < 3) return undefined
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
  const [x, y] = [mean(points.map(({ year }) => year)), mean(points.map(({ value }) => value))]
  const slope = points.reduce((sum, { year, value }) => sum + (year - x) * (value - y), 0) / points.reduce((sum, { year }) => sum + (year - x) ** 2, 0)
  const at = (year: number): number => y + slope * (year - x)
  return { at, deviation: Math.sqrt(points.reduce((sum, { year, value }) => sum + (value - at(year)) ** 2, 0) / (points.length - 2)) }
}

/** What asks for attention: a target missed by more than the tolerance, or a number away from the line of its own past. */
export const alertsOf = (series: readonly Point[], { better, target, decimals }: { better: Better; target: number | null; decimals: number }, rules: IndicatorRules): readonly Alert[] => {
  const last = series.at(-1)
  if (!last) return []
  const alerts: Alert[] = []
  const short = target === null || better === 'neither' ? 0 : shortfall(last.value, target, better)
  if (short > rules.targetTolerance) alerts.push({ kind: 'target', title: `Se aparta de su meta: ${formatNumber(last.value, decimals)} frente a ${formatNumber(target ?? 0, decimals)} (${share(short)})`, rule: `Avisa cuando le falta más de ${share(rules.targetTolerance)} de la meta. Criterio de la oficina.` })
  const past = series.slice(0, -1).slice(-rules.trendPeriods)
  // What only describes (a projection, a share) is not watched: a smooth model always leaves its own line.
  const line = better !== 'neither' && past.length * 2 >= rules.trendPeriods ? lineOf(past) : undefined
  if (line && line.deviation > 0) {
    const [expected, away] = [line.at(last.year), Math.abs(last.value - line.at(last.year)) / line.deviation]
    if (away > rules.trendDeviation) alerts.push({ kind: 'trend', title: `Se aparta de su propia tendencia: ${formatNumber(last.value, decimals)} en ${last.year}; los ${past.length} años anteriores apuntaban a ${formatNumber(expected, decimals)}`, rule: `Avisa a más de ${formatNumber(rules.trendDeviation)} desviaciones de la recta de los ${past.length} años anteriores. Criterio de la oficina.` })
  }
  return alerts
}
