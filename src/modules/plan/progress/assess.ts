import { absenceText, type Absence, addMonths, type Day, formatDay, formatNumber, formatPercent } from '#kernel'
import type { Light, Step } from '../contract.ts'
import { type Baseline, expectedLevel, type IndicatorState, latestMeasurement, type Measurement, shareOfYear, type Target, targetFor } from '../indicators/indicator.ts'

/** Thresholds of the light: law `plan/traffic-light`, local. `advanceCap` bounds how much one indicator may shine. */
export type LightRule = { readonly green: number; readonly yellow: number; readonly advanceCap: number }
export type Assessment = {
  readonly light: Light
  /** Advance towards the goal of the year, 0 to `advanceCap`; null with its absence. */
  readonly progress: number | null; readonly absence: Absence | null
  /** Advance that the calendar asks for on the day of the measurement, and the ratio between both. */
  readonly expected: number | null; readonly ratio: number | null
  readonly measurement: Measurement | null; readonly target: Target | null
  readonly how: readonly Step[]; readonly rule: string
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
export const quantity = (value: number, unit: string): string => `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}\u00a0${unit}`
export const lightRuleText = ({ green, yellow }: LightRule): string =>
  `En meta si el avance es al menos ${formatPercent(green, 0)} de lo esperado a la fecha; en riesgo desde ${formatPercent(yellow, 0)}; bajo eso, atrasado.`

const reached = (state: IndicatorState, value: number, target: number): boolean =>
  state.direction === 'up' ? value >= target : state.direction === 'down' ? value <= target : value === target

type Advance = { readonly progress: number; readonly expected: number; readonly formula: string; readonly expectation: string }

const keepAdvance = (value: number, target: number): Advance => ({
  progress: target === 0 ? Number(value === 0) : 1 - Math.abs(value - target) / Math.abs(target), expected: 1,
  formula: '1 − |valor − meta| / |meta|', expectation: 'Mantener el nivel de la meta',
})
const yearlyAdvance = (state: IndicatorState, value: number, target: number, on: Day): Advance => {
  const gone = shareOfYear(on)
  const expectation = `Se acumula en el año: a la fecha corresponde ${formatPercent(gone)} de la meta`
  if (state.direction === 'down') return { progress: value <= 0 ? 1 : (target * gone) / value, expected: 1, formula: 'meta a la fecha / valor', expectation }
  return { progress: target === 0 ? 1 : value / target, expected: gone, formula: 'valor / meta del año', expectation }
}
const levelAdvance = (state: IndicatorState, value: number, target: Target, baseline: Baseline | null, on: Day): Advance => {
  const base = baseline?.value ?? null
  if (base === null || baseline === null || base === target.value) {
    const progress = state.direction === 'down' ? (value <= 0 ? 1 : target.value / value) : target.value === 0 ? 1 : value / target.value
    return { progress, expected: 1, formula: state.direction === 'down' ? 'meta / valor' : 'valor / meta', expectation: base === null ? 'Sin línea base: se compara con la meta entera' : 'La meta es sostener la línea base' }
  }
  const due = expectedLevel({ year: baseline.year, value: base }, state.targets, on)
  return {
    progress: (value - base) / (target.value - base), expected: (due - base) / (target.value - base),
    formula: '(valor − base) / (meta − base)', expectation: `En línea recta hasta la meta, el ${formatDay(on)} corresponden ${quantity(Math.round(due * 10) / 10, state.unit)}`,
  }
}

const none = (state: IndicatorState, rule: LightRule, absence: Absence, why: string, measurement: Measurement | null = null, target: Target | null = null): Assessment =>
  ({ light: 'none', progress: null, absence, expected: null, ratio: null, measurement, target, how: [{ label: state.name, text: why }], rule: lightRuleText(rule) })

/**
 * How far an indicator is from its goal as of a day, and the light it deserves, with every step said in words (domain: PLADECO §3).
 * Absence is named and never counts as zero; a measurement older than a year gives no light.
 */
export const assess = (state: IndicatorState, on: Day, rule: LightRule): Assessment => {
  const measurement = latestMeasurement(state, on)
  if (!measurement) return none(state, rule, 'no-data', `Sin mediciones al ${formatDay(on)}`)
  const target = targetFor(state, measurement.on)
  if (measurement.value === null) return none(state, rule, measurement.absence ?? 'no-data', `Medición del ${formatDay(measurement.on)}: ${absenceText[measurement.absence ?? 'no-data']}`, measurement, target)
  if (!target) return none(state, rule, 'not-applicable', 'No tiene metas fijadas', measurement)
  if (addMonths(measurement.on, 12) < on) return none(state, rule, 'no-data', `La última medición, del ${formatDay(measurement.on)}, tiene más de un año`, measurement, target)
  const { value } = measurement
  const advance = state.direction === 'keep' ? keepAdvance(value, target.value)
    : state.accrual === 'yearly' ? yearlyAdvance(state, value, target.value, measurement.on)
      : levelAdvance(state, value, target, state.baseline, measurement.on)
  const progress = clamp(advance.progress, 0, rule.advanceCap)
  const met = reached(state, value, target.value)
  const ratio = clamp(advance.expected > 0 ? advance.progress / advance.expected : advance.progress >= 0 ? 1 : 0, 0, rule.advanceCap)
  const light: Light = met || ratio >= rule.green ? 'good' : ratio >= rule.yellow ? 'warning' : 'bad'
  return {
    light, progress, absence: null, expected: clamp(advance.expected, 0, 1), ratio: met ? Math.max(1, ratio) : ratio, measurement, target, rule: lightRuleText(rule),
    how: [
      { label: 'Valor medido', text: `${quantity(value, state.unit)} al ${formatDay(measurement.on)}${measurement.approved ? '' : ', por aprobar'}` },
      ...(state.baseline ? [{ label: `Línea base ${state.baseline.year}`, text: state.baseline.value === null ? absenceText[state.baseline.absence ?? 'no-data'] : quantity(state.baseline.value, state.unit) }] : []),
      { label: `Meta ${target.year}`, text: quantity(target.value, state.unit) },
      { label: `Avance = ${advance.formula}`, text: formatPercent(progress) },
      { label: 'Esperado a la fecha', text: advance.expectation },
      { label: 'Avance sobre lo esperado', text: met ? 'Meta alcanzada' : formatPercent(ratio, 0) },
    ],
  }
}
