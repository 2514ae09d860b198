import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#kernel'
import { checkCurve, checkReport, dayProgrammedFor, delayDays, gapPoints, programmedShare } from './curve.ts'

/** Demonstration curve of the riverside works: end of April 27 %, of May 38 %, of June 50 %. */
const curve = [{ month: '2026-04', share: 0.27 }, { month: '2026-05', share: 0.38 }, { month: '2026-06', share: 0.5 }]
const on = (day: string) => day as Day

describe('la curva programada', () => {
  test('parte de cero el fin del mes anterior, va en línea recta entre fines de mes y se queda en el último', () => {
    expect(programmedShare(curve, on('2026-03-31'))).toBe(0)
    expect(programmedShare(curve, on('2026-01-01'))).toBe(0)
    expect(programmedShare(curve, on('2026-04-30'))).toBe(0.27)
    // 15 of 30 days of April: half of 27 %.
    expect(programmedShare(curve, on('2026-04-15'))).toBeCloseTo(0.135, 10)
    // 10 of the 30 days of June: 38 + 12 · 10/30 = 42 %.
    expect(programmedShare(curve, on('2026-06-10'))).toBeCloseTo(0.42, 10)
    expect(programmedShare(curve, on('2026-12-31'))).toBe(0.5)
    expect(programmedShare([], on('2026-06-30'))).toBeNull()
  })
  test('los días de atraso se cuentan desde que la curva pedía lo hecho', () => {
    // 37,4 % was asked 10,4/11 of the way through May: 29,3 days, so 30 May; to 30 June there are 31 days.
    expect(dayProgrammedFor(curve, 0.374)).toBe('2026-05-30')
    expect(delayDays(curve, { on: on('2026-06-30'), share: 0.374 })).toBe(31)
    expect(delayDays(curve, { on: on('2026-06-30'), share: 0.5 })).toBe(0)
    expect(delayDays([], { on: on('2026-06-30'), share: 0.5 })).toBeNull()
    expect(gapPoints(0.374, 0.5)).toBe(-12.6)
  })
  test('no retrocede ni repite meses', () => {
    expect(() => checkCurve([{ month: '2026-05', share: 0.3 }, { month: '2026-06', share: 0.2 }])).toThrow(/retrocede/)
    expect(() => checkCurve([{ month: '2026-05', share: 0.3 }, { month: '2026-05', share: 0.3 }])).toThrow(/repite/)
    expect(checkCurve([{ month: '2026-06', share: 0.5 }, { month: '2026-05', share: 0.3 }]).map(({ month }) => month)).toEqual(['2026-05', '2026-06'])
  })
  test('lo programado nunca baja con los días y no sale de 0 a 1', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }).map((list) => [...list].sort((a, b) => a - b).map((share, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}`, share })))
    fc.assert(fc.property(shares, fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 60 }), (points, start, step) => {
      const dayAt = (count: number) => addDays(on('2026-01-01'), count)
      const [before, after] = [programmedShare(points, dayAt(start)) ?? 0, programmedShare(points, dayAt(start + step)) ?? 0]
      return before >= 0 && after <= 1 && after >= before - 1e-12
    }))
  })
})
describe('el informe de avance', () => {
  const known = [{ on: on('2026-04-30'), share: 0.2 }, { on: on('2026-06-30'), share: 0.4 }]
  const report = (over: Record<string, unknown> = {}) => ({ on: on('2026-05-31'), share: 0.3, evidence: 'Libro de obra', cause: '', ...over })
  test('se acepta entre el anterior y el siguiente', () => expect(() => checkReport(report(), known)).not.toThrow())
  test('no retrocede contra el anterior ni adelanta al siguiente, salvo con causa', () => {
    expect(() => checkReport(report({ share: 0.19 }), known)).toThrow(/retrocede/)
    expect(() => checkReport(report({ share: 0.41 }), known)).toThrow(/retrocede/)
    expect(() => checkReport(report({ share: 0.19, cause: 'Se demolió un tramo mal ejecutado' }), known)).not.toThrow()
  })
  test('pide respaldo', () => {
    expect(() => checkReport(report({ evidence: '  ' }), known)).toThrow(/respaldo/)
    expect(() => checkReport(report({ evidence: '', fileHash: 'a'.repeat(64) }), known)).not.toThrow()
  })
})
