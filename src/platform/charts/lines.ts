import type { ChartBlock } from '#kernel'
import { verticalFrame } from './frame.ts'
import { type Drawing, LINE_HEIGHT, type Mark, label } from './mark.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { type InkedSeries, inkSeries } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'
import { segments } from './vertical-bars.ts'

const MOST_ROOM = 150

/** Lines over time; each carries its name and last value at its right end, spread apart when they would touch. */
export const drawLines = (block: ChartBlock, width: number, height: number, palette: Palette): Drawing => {
  const series = inkSeries(block, palette)
  const nameRoom = Math.min(Math.max(...series.map((one) => textWidth(one.name, 12, true))) + 2, Math.min(MOST_ROOM, width * 0.3))
  const last = Math.max(0, ...series.map((one) => textWidth(lastText(block, one), 12)))
  const right = Math.max(nameRoom, last) + 14
  const slot = (left: number, to: number) => {
    const step = (to - left - 16) / Math.max(1, block.categories.length - 1)
    return (at: number) => ({ centre: block.categories.length === 1 ? (left + to) / 2 : left + 8 + step * at, room: step - 4 })
  }
  const plot = verticalFrame(block, width, height, palette, { top: 14, right, slot })
  const place = slot(plot.left, plot.right)
  const marks: Mark[] = [...plot.marks]
  for (const one of series) marks.push(...lineMarks(one, (at) => place(at).centre, plot.y))
  marks.push(...endLabels(block, series, plot.right + 8, nameRoom, plot, palette))
  return { width, height, marks }
}

const lastValue = (one: InkedSeries): number | null => one.values.findLast((value) => value !== null) ?? null
const lastText = (block: ChartBlock, one: InkedSeries): string => {
  const value = lastValue(one)
  return value === null ? 'sin dato' : markText(block, value)
}

const lineMarks = (one: InkedSeries, centre: (at: number) => number, y: (value: number) => number): Mark[] => {
  const target = one.role === 'target'
  const points = one.values.map((value, at) => (value === null ? null : ([centre(at), y(value)] as const)))
  const runs = segments(points)
  const lines = runs.map((run): Mark => ({ kind: 'line', points: run, stroke: one.fill, thickness: target ? 1.4 : one.emphasis ? 2.4 : 1.8, dashed: target, role: target ? 'chart-target' : one.emphasis ? 'chart-subject-line' : 'chart-comparison-line' }))
  const end = points.findLast((point) => point !== null)
  const lonely = runs.filter((run) => run.length === 1).flat()
  const dots = (target || !end ? lonely : [...lonely, end]).map(([x, at]): Mark => ({ kind: 'dot', x, y: at, radius: 3.2, fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' }))
  return [...lines, ...dots]
}

/** Two lines of text per series; blocks are pushed down in order, then up from the floor, so none covers another. */
const endLabels = (block: ChartBlock, series: readonly InkedSeries[], x: number, room: number, plot: { y: (value: number) => number; bottom: number; top: number }, palette: Palette): Mark[] => {
  const blocks = series
    .map((one) => ({ one, names: wrapText(one.name, room, 12, 2, true), value: lastValue(one) }))
    .map((item) => ({ ...item, wanted: plot.y(item.value ?? 0), size: (item.names.length + 1) * LINE_HEIGHT + 4 }))
    .sort((a, b) => a.wanted - b.wanted || a.one.index - b.one.index)
  let floor = plot.top - 12
  const tops = blocks.map((item) => {
    const top = Math.max(item.wanted - item.size / 2, floor)
    floor = top + item.size
    return top
  })
  let ceiling = plot.bottom + LINE_HEIGHT
  for (let at = blocks.length - 1; at >= 0; at--) {
    tops[at] = Math.min(tops[at] ?? 0, ceiling - (blocks[at]?.size ?? 0))
    ceiling = tops[at] ?? 0
  }
  return blocks.flatMap((item, at) => [
    ...item.names.map((text, line) => label(x, (tops[at] ?? 0) + 12 + line * LINE_HEIGHT, text, 'start', item.one.textFill, 'chart-series-name', true)),
    label(x, (tops[at] ?? 0) + 12 + item.names.length * LINE_HEIGHT, lastText(block, item.one), 'start', palette.ink, 'chart-value'),
  ])
}
