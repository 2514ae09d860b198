import type { ChartBlock } from '#kernel'
import { type Drawing, LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { axisTexts, linear, markText, niceTicks, readingFactor } from './scale.ts'
import { allValues, type InkedSeries, inkSeries } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'
import { segments } from './vertical-bars.ts'

const PANEL = 200
const HEIGHT = 118
const GAP = 22

/** Each series its own small panel of lines over the same categories and the same scale, so that heights compare; the last value written at its end. */
export const drawSmallMultiples = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const series = inkSeries({ ...block, series: block.series.map((one) => (one.role === undefined ? { ...one, role: 'comparison' as const } : one)) }, palette)
  const across = Math.max(1, Math.min(series.length, Math.floor((width + GAP) / (PANEL + GAP)) || 1))
  const factor = readingFactor(block)
  const values = allValues(block).map((value) => value * factor)
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values), 3)
  const texts = axisTexts(ticks)
  const axis = Math.max(...texts.map((text) => textWidth(text, 12))) + 8
  const panelWidth = (width - GAP * (across - 1)) / across
  const rows = Math.ceil(series.length / across)
  const panelHeight = HEIGHT + LINE_HEIGHT * 2
  const marks = series.flatMap((one, at) => {
    const place = { left: (at % across) * (panelWidth + GAP), top: Math.floor(at / across) * (panelHeight + 8), width: panelWidth }
    return panel(block, one, place, { ticks, texts, axis, factor }, palette)
  })
  return { width, height: rows * (panelHeight + 8) + 6, marks }
}

type Scale = { readonly ticks: readonly number[]; readonly texts: readonly string[]; readonly axis: number; readonly factor: number }
const panel = (block: ChartBlock, one: InkedSeries, place: { left: number; top: number; width: number }, { ticks, texts, axis, factor }: Scale, palette: Palette): Mark[] => {
  const lastAt = one.values.findLastIndex((value) => value !== null)
  const lastText = lastAt < 0 ? 'sin dato' : markText(block, one.values[lastAt] ?? 0)
  const [left, right] = [place.left + axis, place.left + place.width - textWidth(lastText, 12, true) - 10]
  const [top, bottom] = [place.top + LINE_HEIGHT + 10, place.top + HEIGHT]
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, top])
  const x = (at: number): number => left + ((right - left) * at) / Math.max(1, block.categories.length - 1)
  const [name = ''] = wrapText(one.name, place.width, 12, 1, true)
  const marks: Mark[] = [label(place.left, place.top + 12, name, 'start', one.emphasis ? one.textFill : palette.ink, 'chart-series-name', true)]
  ticks.forEach((tick, at) => marks.push(rule(left, y(tick), right, y(tick), tick === 0 ? palette.axis : palette.line, tick === 0 ? 'chart-axis' : 'chart-grid'), label(left - 6, y(tick) + 4, texts[at] ?? '', 'end', palette.inkSoft, 'chart-tick')))
  const points = one.values.map((value, at) => (value === null ? null : ([x(at), y(value * factor)] as const)))
  for (const run of segments(points)) marks.push({ kind: 'line', points: run, stroke: one.fill, thickness: 2, role: one.emphasis ? 'chart-subject-line' : 'chart-comparison-line' })
  const end = points[lastAt]
  if (end) marks.push({ kind: 'dot', x: end[0], y: end[1], radius: 3.2, fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' }, label(end[0] + 7, end[1] + 4, lastText, 'start', palette.ink, 'chart-value', true))
  else marks.push(label((left + right) / 2, (top + bottom) / 2, 'sin dato', 'middle', palette.inkSoft, 'chart-absent'))
  const [first, final] = [block.categories[0] ?? '', block.categories.at(-1) ?? '']
  marks.push(label(left, bottom + LINE_HEIGHT, first, 'start', palette.inkSoft, 'chart-tick'))
  if (block.categories.length > 1 && textWidth(first, 12) + textWidth(final, 12) + 8 < right - left) marks.push(label(right, bottom + LINE_HEIGHT, final, 'end', palette.inkSoft, 'chart-tick'))
  return marks
}
