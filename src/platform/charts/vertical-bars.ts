import type { ChartBlock } from '#kernel'
import { verticalFrame } from './frame.ts'
import { keyRow } from './key-row.ts'
import { type Drawing, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { type InkedSeries, constantTarget, inkSeries, oneBarEach } from './series-ink.ts'
import { textWidth } from './text-width.ts'

/** Columns from zero, grouped by category; series of kind line and targets are drawn over them. */
export const drawVerticalBars = (block: ChartBlock, width: number, height: number, palette: Palette): Drawing => {
  const series = inkSeries(block, palette)
  const bars = series.filter((one) => one.role !== 'target' && one.kind !== 'line')
  const over = series.filter((one) => !bars.includes(one))
  const single = oneBarEach(bars, block.categories.length)
  const key = single && over.length === 0 ? { marks: [], height: 0 } : keyRow(single ? over : series, width, palette)
  const slot = (left: number, right: number) => (at: number) => {
    const step = (right - left) / block.categories.length
    return { centre: left + step * (at + 0.5), room: step - 6 }
  }
  const plot = verticalFrame(block, width, height, palette, { top: key.height + 18, right: 2, slot })
  const place = slot(plot.left, plot.right)
  const step = (plot.right - plot.left) / block.categories.length
  const groupWidth = Math.min(step * 0.72, single ? 56 : 44 * bars.length)
  const barWidth = single ? groupWidth : groupWidth / Math.max(1, bars.length)
  const marks: Mark[] = [...key.marks, ...plot.marks]
  const labelled = widest(block, bars) <= (single ? step - 4 : barWidth + 2)
  block.categories.forEach((_, at) => {
    const present = single ? bars.filter((one) => (one.values[at] ?? null) !== null) : bars
    if (present.length === 0) marks.push(label(place(at).centre, plot.y(0) - 5, 'sin dato', 'middle', palette.inkSoft, 'chart-absent'))
    present.forEach((one, order) => {
      const x = place(at).centre - groupWidth / 2 + order * barWidth
      marks.push(...columnMarks(block, one, one.values[at] ?? null, { x, barWidth: barWidth - (single ? 0 : 2), zero: plot.y(0), y: plot.y, labelled, palette }))
    })
  })
  marks.push(rule(plot.left, plot.y(0), plot.right, plot.y(0), palette.axis, 'chart-axis'))
  for (const one of over) marks.push(...overMarks(one, { y: plot.y, centre: (at) => place(at).centre, left: plot.left, right: plot.right }))
  return { width, height, marks }
}

const widest = (block: ChartBlock, bars: readonly InkedSeries[]): number =>
  Math.max(0, ...bars.flatMap((one) => one.values.map((value) => (value === null ? 0 : textWidth(markText(block, value), 12)))))

type Column = { readonly x: number; readonly barWidth: number; readonly zero: number; readonly y: (value: number) => number; readonly labelled: boolean; readonly palette: Palette }

const columnMarks = (block: ChartBlock, one: InkedSeries, value: number | null, column: Column): Mark[] => {
  const middle = column.x + column.barWidth / 2
  if (value === null) return [label(middle, column.zero - 4, 's/d', 'middle', column.palette.inkSoft, 'chart-absent')]
  const [top, bottom] = [column.y(Math.max(0, value)), column.y(Math.min(0, value))]
  const bar: Mark = { kind: 'rect', x: column.x, y: top, width: column.barWidth, height: Math.max(bottom - top, value === 0 ? 0 : 1), fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' }
  if (!column.labelled) return [bar]
  return [bar, label(middle, value < 0 ? bottom + 14 : top - 5, markText(block, value), 'middle', column.palette.ink, 'chart-value')]
}

const overMarks = (one: InkedSeries, place: { y: (value: number) => number; centre: (at: number) => number; left: number; right: number }): Mark[] => {
  const target = one.role === 'target'
  const constant = target ? constantTarget(one) : undefined
  if (constant !== undefined) return [rule(place.left, place.y(constant), place.right, place.y(constant), one.fill, 'chart-target', 1.4, true)]
  return segments(one.values.map((value, at) => (value === null ? null : ([place.centre(at), place.y(value)] as const)))).map((points) => ({
    kind: 'line', points, stroke: one.fill, thickness: target ? 1.4 : 2, dashed: target, role: target ? 'chart-target' : 'chart-line',
  }))
}

/** Cuts a line where a value is missing: a gap is seen, never bridged. */
export const segments = (points: readonly (readonly [number, number] | null)[]): (readonly [number, number])[][] => {
  const result: (readonly [number, number])[][] = []
  let open: (readonly [number, number])[] | undefined
  for (const point of points) {
    if (point === null) open = undefined
    else if (open) open.push(point)
    else {
      open = [point]
      result.push(open)
    }
  }
  return result
}
