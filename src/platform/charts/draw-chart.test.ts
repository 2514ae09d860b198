import type { ChartBlock } from '#kernel'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { axisTexts, drawChart, layOutChart, markText, niceTicks, textWidth } from './index.ts'

const chart = (over: Partial<ChartBlock> = {}): ChartBlock => ({
  type: 'chart', id: 'c', title: 'Título', subtitle: 'Devengado, miles de pesos', kind: 'bars', unit: 'CLP', show: { thousands: true }, categories: ['Enero', 'Febrero', 'Marzo'],
  series: [{ name: 'Devengado', role: 'subject', values: [1_234_567, null, 2_000_000] }], alternative: 'Marzo supera a enero.', source: 'DAF', ...over,
})
const kinds = ['bars', 'horizontal-bars', 'lines', 'stacked-bar', 'pyramid', 'dots', 'slope', 'small-multiples', 'heat'] as const
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

const areas = (block: ChartBlock) => layOutChart(block, { width: 400, theme: 'light' }).marks
test('a pyramid faces two series on one scale, the youngest at the foot, and outlines what they are compared with', () => {
  const block = chart({ kind: 'pyramid', unit: 'count', categories: ['0-4', '5-9'], series: [{ name: 'Hombres', values: [100, 50] }, { name: 'Mujeres', values: [50, 100] }, { name: 'Chile, hombres', values: [60, 60] }, { name: 'Chile, mujeres', values: [60, 60] }] })
  const bars = areas(block).filter((mark) => mark.kind === 'rect' && mark.role === 'chart-subject')
  const [young, old, youngWomen] = bars
  if (young?.kind !== 'rect' || old?.kind !== 'rect' || youngWomen?.kind !== 'rect') throw new Error('three bars expected')
  expect(young.width).toBeCloseTo(2 * youngWomen.width, 5)
  expect(young.width).toBeCloseTo(2 * old.width, 5)
  expect(young.y).toBeGreaterThan(old.y)
  expect(young.x + young.width).toBeLessThan(youngWomen.x)
  expect(texts(drawChart(block, { width: 400, theme: 'light' }))).toContain('Contorno: Chile')
})

const square = (x: number, y: number, size: number): [number, number][] => [[x, y], [x, y + size], [x + size, y + size], [x + size, y]]
// Three squares of 10 km side by side; the first with a hole of 4 km. Values 10, 20 and none; one place without a polygon.
const mapped = chart({
  kind: 'map', unit: 'count', show: undefined, categories: ['Uno', 'Dos', 'Tres', 'Sin forma'], series: [{ name: 'Casos', values: [10, 20, null, 5] }],
  map: { style: 'choropleth', edges: [10], subject: 0, shapes: [[[square(0, 0, 10_000), square(3_000, 3_000, 4_000)]], [[square(10_000, 0, 10_000)]], [[square(20_000, 0, 10_000)]], []] },
})
test('a map keeps proportions, cuts holes, tells the classes, the missing value and the place without polygon', () => {
  const marks = areas(mapped)
  const places = marks.filter((mark) => mark.kind === 'area')
  expect(places).toHaveLength(3)
  const [, , one] = places
  if (one?.kind !== 'area') throw new Error('the subject is drawn last')
  const [border = [], hole = []] = one.rings
  const side = (ring: readonly (readonly [number, number])[]) => Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x))
  const height = (ring: readonly (readonly [number, number])[]) => Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y))
  expect(side(border)).toBeCloseTo(height(border), 5)
  expect(side(hole) / side(border)).toBeCloseTo(0.4, 5)
  const winding = (ring: readonly (readonly [number, number])[]) => Math.sign(ring.reduce((sum, [x, y], at) => { const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]; return sum + x * ny - nx * y }, 0))
  expect(winding(border)).toBe(-winding(hole))
  const said = texts(drawChart(mapped, { width: 400, theme: 'light' }))
  // Known values run from 5 (the place without polygon counts for its class) to 20.
  expect(said).toEqual(expect.arrayContaining(['5 a 10', 'más de 10 a 20', 'sin dato', 'Sin polígono en el mapa: Sin forma']))
  // 30 km over 396 px: a quarter is 7,6 km, so the bar says 5 km and is a sixth of the width.
  expect(said).toContain('5 km')
})
test('proportional symbols: four times the value, twice the radius, smaller over larger', () => {
  const dots = areas({ ...mapped, series: [{ name: 'Casos', values: [4, 16, null, 5] }], map: { ...mapped.map, shapes: mapped.map?.shapes ?? [], style: 'symbols' } }).filter((mark) => mark.kind === 'dot' && (mark.role === 'chart-subject' || mark.role === 'chart-comparison'))
  const [large, small] = dots
  if (large?.kind !== 'dot' || small?.kind !== 'dot') throw new Error('two symbols expected')
  expect(large.radius / small.radius).toBeCloseTo(2, 5)
})
test('a row of tones writes each number and leaves the missing one empty', () => {
  const said = texts(drawChart(chart({ kind: 'heat', unit: 'count', show: undefined }), { width: 680, theme: 'light' }))
  expect(said).toEqual(expect.arrayContaining(['1.234.567', 's/d', '2.000.000']))
})
