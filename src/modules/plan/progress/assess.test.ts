import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { IndicatorState, Measurement } from '../indicators/indicator.ts'
import { expectedLevel, shareOfYear } from '../indicators/indicator.ts'
import { assess, type LightRule, lightRuleText } from './assess.ts'
import { compliance, scoreOf } from './score.ts'

const rule: LightRule = { green: 0.9, yellow: 0.6, advanceCap: 1.2 }
const on = '2026-12-31' as Day
const measurement = (value: number | null, day = '2026-12-31', over: Partial<Measurement> = {}): Measurement =>
  ({ id: 'm', on: day as Day, value, absence: value === null ? 'reserved' : null, source: 'Unidad', document: 'Memorándum', fileHash: null, note: '', approved: true, recordedBy: '', recordedAt: '', ...over })
const anIndicator = (over: Partial<IndicatorState> = {}): IndicatorState => ({
  id: 'i', version: 1, nodeId: 'n', code: 'I01', name: 'Indicador', unit: 'u', formula: 'f', direction: 'up', accrual: 'level', unitId: null,
  baseline: { value: 100, absence: null, year: 2021, source: 'Catastro' }, targets: [{ year: 2026, value: 200 }], measurements: [measurement(150)], ...over,
})

describe('el avance hacia la meta', () => {
  test('sube: (valor − base) / (meta − base)', () => {
    expect(assess(anIndicator(), on, rule)).toMatchObject({ progress: 0.5, expected: 1, ratio: 0.5, light: 'bad' })
    expect(assess(anIndicator({ measurements: [measurement(190)] }), on, rule)).toMatchObject({ progress: 0.9, light: 'good' })
    expect(assess(anIndicator({ measurements: [measurement(160)] }), on, rule)).toMatchObject({ progress: 0.6, light: 'warning' })
  })
  test('baja: la misma fórmula sirve cuando la meta es menor que la base', () => {
    // (80 − 100) / (50 − 100) = 0,4
    expect(assess(anIndicator({ direction: 'down', targets: [{ year: 2026, value: 50 }], measurements: [measurement(80)] }), on, rule)).toMatchObject({ progress: 0.4, light: 'bad' })
    expect(assess(anIndicator({ direction: 'down', targets: [{ year: 2026, value: 50 }], measurements: [measurement(45)] }), on, rule)).toMatchObject({ progress: 1.1, light: 'good' })
  })
  test('se mantiene: cerca de la meta', () => {
    // 1 − |190 − 200| / 200 = 0,95
    expect(assess(anIndicator({ direction: 'keep', measurements: [measurement(190)] }), on, rule).progress).toBeCloseTo(0.95, 10)
    expect(assess(anIndicator({ direction: 'keep', measurements: [measurement(200)] }), on, rule)).toMatchObject({ progress: 1, light: 'good' })
  })
  test('acumula en el año: a mitad de año se espera la mitad de la meta', () => {
    // 30-06-2026 is day 181 of 365. 90 of 200 is 45 %, over 49,6 % expected: 90,7 %, on target.
    expect(shareOfYear('2026-06-30' as Day)).toBeCloseTo(181 / 365, 12)
    expect(shareOfYear('2024-12-31' as Day)).toBe(1)
    const half = assess(anIndicator({ accrual: 'yearly', measurements: [measurement(90, '2026-06-30')] }), on, rule)
    expect(half).toMatchObject({ progress: 0.45, light: 'good' })
    expect(half.ratio).toBeCloseTo(0.45 / (181 / 365), 12)
  })
  test('lo esperado va en línea recta por las metas de los años', () => {
    const targets = [{ year: 2025, value: 120 }, { year: 2026, value: 193 }]
    expect(expectedLevel({ year: 2021, value: 100 }, targets, '2025-12-31' as Day)).toBe(120)
    // 181 of 365 days between 120 and 193: 120 + 73 · 181/365 = 156,2.
    expect(expectedLevel({ year: 2021, value: 100 }, targets, '2026-06-30' as Day)).toBeCloseTo(156.2, 10)
    expect(expectedLevel({ year: 2021, value: 100 }, targets, '2030-01-01' as Day)).toBe(193)
    expect(expectedLevel({ year: 2021, value: 100 }, targets, '2020-01-01' as Day)).toBe(100)
  })
  test('sin línea base o con la meta igual a la base se compara con la meta entera', () => {
    expect(assess(anIndicator({ baseline: null }), on, rule).progress).toBe(0.75)
    expect(assess(anIndicator({ baseline: { value: 200, absence: null, year: 2021, source: '' } }), on, rule).progress).toBe(0.75)
  })
})
describe('la ausencia', () => {
  test('se nombra: sin medición, reservada, sin metas, o vieja', () => {
    expect(assess(anIndicator({ measurements: [] }), on, rule)).toMatchObject({ progress: null, absence: 'no-data', light: 'none' })
    expect(assess(anIndicator({ measurements: [measurement(null)] }), on, rule)).toMatchObject({ absence: 'reserved', light: 'none' })
    expect(assess(anIndicator({ targets: [] }), on, rule)).toMatchObject({ absence: 'not-applicable', light: 'none' })
    expect(assess(anIndicator({ measurements: [measurement(150, '2025-12-30')] }), on, rule)).toMatchObject({ absence: 'no-data', light: 'none' })
    expect(assess(anIndicator({ measurements: [measurement(150, '2025-12-31')] }), on, rule).light).not.toBe('none')
  })
  test('una medición posterior a la fecha no se mira', () => expect(assess(anIndicator(), '2026-12-30' as Day, rule).measurement).toBeNull())
})
describe('propiedades', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 })
  const any = fc.record({ value: number, base: number, target: number, direction: fc.constantFrom('up' as const, 'down' as const, 'keep' as const), accrual: fc.constantFrom('level' as const, 'yearly' as const) })
  const of = ({ value, base, target, direction, accrual }: { value: number; base: number; target: number; direction: 'up' | 'down' | 'keep'; accrual: 'level' | 'yearly' }) =>
    assess(anIndicator({ direction, accrual, baseline: { value: base, absence: null, year: 2021, source: '' }, targets: [{ year: 2026, value: target }], measurements: [measurement(value)] }), on, rule)
  test('el avance está entre 0 y el tope, siempre con su explicación y su luz', () => {
    fc.assert(fc.property(any, (given) => {
      const { progress, light, how } = of(given)
      return progress !== null && progress >= 0 && progress <= rule.advanceCap && light !== 'none' && how.length >= 4
    }))
  })
  test('al alcanzar la meta nunca hay rojo', () => {
    fc.assert(fc.property(any, (given) => {
      const met = given.direction === 'up' ? given.value >= given.target : given.direction === 'down' ? given.value <= given.target : given.value === given.target
      return !met || of(given).light === 'good'
    }))
  })
  test('bajar es subir en el espejo, como nivel', () => {
    fc.assert(fc.property(number, number, number, (value, base, target) => {
      fc.pre(base !== target)
      const up = of({ value, base, target, direction: 'up', accrual: 'level' }).progress
      const down = of({ value: -value, base: -base, target: -target, direction: 'down', accrual: 'level' }).progress
      return up !== null && down !== null && Math.abs(up - down) < 1e-9
    }))
  })
})
describe('el cumplimiento de los objetivos', () => {
  const ratio = (value: number | null) => ({ ...assess(anIndicator(), on, rule), ratio: value })
  test('promedia los que tienen dato, cada uno con tope de 1, y cuenta los otros aparte', () => {
    // (1 + 0,8) / 2 = 0,9; the one without data does not pull it down.
    expect(scoreOf([ratio(1.2), ratio(0.8), ratio(null)], rule)).toMatchObject({ score: 0.9, light: 'good', measured: 2, total: 3 })
    expect(scoreOf([ratio(0.5), ratio(0.69)], rule)).toMatchObject({ light: 'bad' })
    expect(scoreOf([ratio(null)], rule)).toMatchObject({ score: null, light: 'none', measured: 0, total: 1 })
  })
  test('el porcentaje lleva su cuenta y su total', () => {
    const scores = [scoreOf([ratio(1)], rule), scoreOf([ratio(0.7)], rule), scoreOf([ratio(0.1)], rule), scoreOf([], rule)]
    expect(compliance(scores)).toEqual({ good: 1, warning: 1, bad: 1, none: 1, total: 4, withData: 3, share: 1 / 3 })
    expect(compliance([scoreOf([], rule)]).share).toBeNull()
  })
  test('la regla se escribe entera', () => expect(lightRuleText(rule)).toBe('En meta si el avance es al menos 90\u00a0% de lo esperado a la fecha; en riesgo desde 60\u00a0%; bajo eso, atrasado.'))
})
