import type { ChartBlock } from '#kernel'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { axisTexts, drawChart, layOutChart, markText, niceTicks, textWidth } from './index.ts'

const chart = (over: Partial<ChartBlock> = {}): ChartBlock => ({
  type: 'chart', id: 'c', title: 'Título', subtitle: 'Devengado, miles de pesos', kind: 'bars', unit: 'CLP', show: { thousands: true }, categories: ['Enero', 'Febrero', 'Marzo'],
  series: [{ name: 'Devengado', role: 'subject', values: [1_234_567, null, 2_000_000] }], alternative: 'Marzo supera a enero.', source: 'DAF', ...over,
})
const kinds = ['bars', 'horizontal-bars', 'lines', 'stacked-bar'] as const
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')

describe('axis', () => {
  test('round steps from zero, four at most', () => {
    expect(niceTicks(0, 5553)).toEqual([0, 2000, 4000, 6000])
    expect(niceTicks(-1.1, 5)).toEqual([-2, 0, 2, 4, 6])
    expect(niceTicks(3, 3)[0]).toBe(0)
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1, 0.001, 1000), (left, right, unit) => {
      const [a, b] = [left * unit, right * unit]
      const ticks = niceTicks(Math.min(a, b), Math.max(a, b))
      expect(ticks.length).toBeLessThanOrEqual(5)
      expect(ticks).toContain(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(a, b) - Math.abs(a - b) * 1e-6)
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(a, b) + Math.abs(a - b) * 1e-6)
    }))
  })
  test('numbers of an axis share their decimals', () => expect(axisTexts([0, 0.5, 1])).toEqual(['0,0', '0,5', '1,0']))
})

describe('numbers on marks', () => {
  // 1.234.567 pesos are 1.235 thousands, rounded half away from zero, and the subtitle says the unit.
  test('es-CL without the unit', () => {
    expect(markText(chart(), 1_234_567)).toBe('1.235')
    expect(markText(chart(), -1_234_567)).toBe('−1.235')
    expect(markText(chart({ show: undefined }), -1_234_567)).toBe('−1.234.567')
    expect(markText(chart({ unit: 'ratio', show: undefined }), 0.298)).toBe('29,8')
  })
})

describe.each(kinds)('%s', (kind) => {
  const block = chart({ kind, series: [{ name: 'Propia & <otra>', role: 'subject', values: [1_234_567, null, 2_000_000] }, { name: 'Comparada', role: 'comparison', values: [5_000, 900_000, 100_000] }, { name: 'Meta', role: 'target', values: [800_000, 800_000, 800_000] }] })
  test('is well-formed, named for those who do not see it, the same each time and redrawn per width', () => {
    const svg = drawChart(block, { width: 680, theme: 'light' })
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => { throw error })
    parser.write(svg).close()
    expect(svg).toContain('role="img" aria-label="Marzo supera a enero."')
    expect(svg).toContain('font-size="12"')
    expect(drawChart(block, { width: 680, theme: 'light' })).toBe(svg)
    expect(drawChart(block, { width: 326, theme: 'light' })).toContain('width="326"')
    expect(svg).not.toMatch(/NaN|undefined|<otra>/)
  })
  test.each([326, 680])('no text leaves a drawing of %i pixels', (width) => {
    for (const mark of layOutChart(block, { width, theme: 'print' }).marks) {
      if (mark.kind !== 'label') continue
      const size = textWidth(mark.text, 12, mark.bold)
      const left = mark.x - (mark.anchor === 'end' ? size : mark.anchor === 'middle' ? size / 2 : 0)
      expect(left, mark.text).toBeGreaterThanOrEqual(-1)
      expect(left + size, mark.text).toBeLessThanOrEqual(width + 1)
    }
  })
})

test('an absent value is named and never drawn as zero', () => {
  const svg = drawChart(chart(), { width: 680, theme: 'light' })
  expect(texts(svg)).toContain('sin dato')
  expect(svg.match(/class="chart-subject"/g)).toHaveLength(2)
})

test('bars begin at zero: twice the value, twice the height', () => {
  const bars = layOutChart(chart({ series: [{ name: 'a', role: 'subject', values: [1000, 2000, 3000] }] }), { width: 680, theme: 'light' }).marks.filter((mark) => mark.kind === 'rect')
  const [one, two] = bars
  expect(two?.kind === 'rect' && one?.kind === 'rect' ? two.height / one.height : 0).toBeCloseTo(2, 6)
})

test('one emphasis: the subject in green, what it is compared with in grey, the target dashed', () => {
  const svg = drawChart(chart({ kind: 'lines', series: [{ name: 'Propia', role: 'subject', values: [1, 2, 3] }, { name: 'Otras', role: 'comparison', values: [2, 2, 2] }, { name: 'Meta', role: 'target', values: [3, 3, 3] }] }), { width: 680, theme: 'light' })
  expect(svg).toMatch(/chart-subject-line"[^>]*stroke="#2A5C54"/)
  expect(svg).toMatch(/chart-comparison-line"[^>]*stroke="#808782"/)
  expect(svg).toMatch(/chart-target"[^>]*stroke-dasharray/)
})

test('a line is cut where a value is missing', () => {
  const lines = layOutChart(chart({ kind: 'lines', categories: ['1', '2', '3', '4', '5'], series: [{ name: 'a', role: 'subject', values: [1, 2, null, 4, 5] }] }), { width: 680, theme: 'light' }).marks.filter((mark) => mark.role === 'chart-subject-line')
  expect(lines).toHaveLength(2)
})
