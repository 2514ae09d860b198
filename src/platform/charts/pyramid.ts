import type { ChartBlock } from '#kernel'
import { type Drawing, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { axisTexts, linear, niceTicks, readingFactor } from './scale.ts'
import { type InkedSeries, inkSeries } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

const ROW = 17
const BAR = 14
const TOP = 24
const FOOT = 22

/**
 * Two series face each other on one scale, the first category at the foot (the youngest), its names between both. A third and a fourth series,
 * what the first two are compared with, are drawn as an outline in the same sides.
 */
export const drawPyramid = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const inked = inkSeries({ ...block, series: block.series.map((one, at) => (at < 2 ? { ...one, role: undefined } : { ...one, role: 'comparison' })) }, palette)
  const [left, right, ...behind] = inked
  const gutter = Math.max(...block.categories.map((name) => textWidth(name, 12))) + 16
  const side = (width - gutter) / 2
  const factor = readingFactor(block)
  const most = Math.max(0, ...block.series.flatMap(({ values }) => values.map((value) => (value ?? 0) * factor)))
  const ticks = niceTicks(0, most, width < 480 ? 2 : 3)
  const scale = linear([0, ticks.at(-1) ?? 1], [0, side - 6])
  const bottom = TOP + block.categories.length * ROW
  const half = (start: number, way: 1 | -1) => ({ start, way, at: (value: number) => start + way * scale(value * factor) })
  const halves = [half(side, -1), half(side + gutter, 1)] as const
  const marks: Mark[] = []
  for (const { start, way } of halves) marks.push(...gridOf(ticks, { start, way, scale, bottom, width }, palette))
  marks.push(...block.categories.map((name, at) => label(width / 2, rowTop(block, at) + BAR - 2, name, 'middle', palette.ink, 'chart-name')))
  ;[left, right].forEach((one, order) => {
    const place = halves[order]
    if (one && place) marks.push(...sideMarks(block, one, place, palette), ...nameMarks(one, order, place, side, palette))
  })
  behind.slice(0, 2).forEach((one, order) => { const place = halves[order]; if (place) marks.push(outline(block, one, place, palette)) })
  if (behind[0]) marks.push(rule(0, bottom + FOOT + 10, 16, bottom + FOOT + 10, palette.ink, 'chart-comparison-line', 1.6), label(22, bottom + FOOT + 14, `Contorno: ${comparisonName(behind)}`, 'start', palette.ink, 'chart-name'))
  return { width, height: bottom + FOOT + (behind[0] ? 22 : 0), marks }
}

type Half = { readonly start: number; readonly way: 1 | -1; readonly at: (value: number) => number }
const rowTop = ({ categories }: ChartBlock, at: number): number => TOP + (categories.length - 1 - at) * ROW
/** «Chile, hombres» and «Chile, mujeres» share «Chile»; otherwise both are said. */
const comparisonName = (behind: readonly InkedSeries[]): string => {
  const heads = behind.map(({ name }) => name.split(', ')[0])
  return heads.length > 1 && heads[0] === heads[1] ? (heads[0] ?? '') : behind.map(({ name }) => name).join(' y ')
}

const gridOf = (ticks: readonly number[], { start, way, scale, bottom, width }: { start: number; way: 1 | -1; scale: (value: number) => number; bottom: number; width: number }, palette: Palette): Mark[] => {
  const texts = axisTexts(ticks)
  return ticks.flatMap((tick, at): Mark[] => {
    const x = start + way * scale(tick)
    const room = textWidth(texts[at] ?? '', 12) / 2
    return [rule(x, TOP - 4, x, bottom, tick === 0 ? palette.axis : palette.line, tick === 0 ? 'chart-axis' : 'chart-grid'), label(Math.min(Math.max(x, room), width - room), bottom + 16, texts[at] ?? '', 'middle', palette.inkSoft, 'chart-tick')]
  })
}
const sideMarks = (block: ChartBlock, one: InkedSeries, place: Half, palette: Palette): Mark[] =>
  one.values.flatMap((value, at): Mark[] => {
    const y = rowTop(block, at)
    if (value === null) return [label(place.start + place.way * 6, y + BAR - 3, 'sin dato', place.way === 1 ? 'start' : 'end', palette.inkSoft, 'chart-absent')]
    const size = Math.abs(place.at(value) - place.start)
    return [{ kind: 'rect', x: place.way === 1 ? place.start : place.start - size, y, width: size, height: BAR, fill: one.fill, role: 'chart-subject' }]
  })
const nameMarks = (one: InkedSeries, order: number, place: Half, room: number, palette: Palette): Mark[] => {
  const [text = ''] = wrapText(one.name, room - 8, 12, 1, true)
  return [label(order === 0 ? 0 : place.start + room, 12, text, order === 0 ? 'start' : 'end', one.textFill === palette.ink ? palette.ink : one.textFill, 'chart-series-name', true)]
}
const outline = (block: ChartBlock, one: InkedSeries, place: Half, palette: Palette): Mark => {
  const points = one.values.flatMap((value, at): (readonly [number, number])[] => {
    const y = rowTop(block, at)
    const x = place.at(value ?? 0)
    return [[x, y + ROW - 1.5], [x, y - 1.5]]
  })
  return { kind: 'line', points, stroke: palette.ink, thickness: 1.4, role: 'chart-comparison-line' }
}
