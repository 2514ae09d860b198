import type { ChartBlock } from '#kernel'
import { type Drawing, LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { linear, markText, readingFactor } from './scale.ts'
import { allValues, type InkedSeries, inkSeries } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'
import { segments } from './vertical-bars.ts'

const TOP = 26
const GAP = 15

/** Each series a line from the first moment to the last, named at both ends with its value; the order of the places is the story. */
export const drawSlope = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const series = inkSeries(block, palette)
  const height = Math.max(240, TOP + series.length * (GAP + 4) + 30)
  const valueRoom = Math.max(...allValues(block).map((value) => textWidth(markText(block, value), 12)), 0) + 12
  const nameRoom = Math.min(Math.max(...series.map(({ name }) => textWidth(name, 12, true))), width * 0.32)
  const [left, right] = [valueRoom + 6, width - valueRoom - nameRoom - 8]
  const factor = readingFactor(block)
  const values = allValues(block).map((value) => value * factor)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = linear(low === high ? [low - 1, high + 1] : [low, high], [height - 16, TOP + 10])
  const x = (at: number): number => (block.categories.length === 1 ? left : left + ((right - left) * at) / (block.categories.length - 1))
  const marks: Mark[] = block.categories.flatMap((name, at): Mark[] => {
    const [text = ''] = wrapText(name, (right - left) / Math.max(1, block.categories.length - 1) + 40, 12, 1, true)
    const half = textWidth(text, 12, true) / 2
    return [rule(x(at), TOP - 4, x(at), height - 4, palette.line, 'chart-grid'), label(Math.min(Math.max(x(at), half), width - half), 14, text, 'middle', palette.ink, 'chart-name', true)]
  })
  for (const one of [...series].sort((a, b) => Number(a.emphasis) - Number(b.emphasis))) marks.push(...lineMarks(one, x, (value) => y(value * factor)))
  marks.push(...endMarks(series, 0, (value) => y(value * factor), (one, value) => [label(x(0) - 8, 0, markText(block, value), 'end', palette.ink, 'chart-value', one.emphasis)], height))
  const lastAt = block.categories.length - 1
  marks.push(...endMarks(series, lastAt, (value) => y(value * factor), (one, value) => {
    const text = one.values[lastAt] === null ? 's/d' : markText(block, value)
    const [name = ''] = wrapText(one.name, nameRoom, 12, 1, one.emphasis)
    return [label(right + 8, 0, text, 'start', palette.ink, 'chart-value', one.emphasis), label(right + 8 + valueRoom - 4, 0, name, 'start', one.textFill, 'chart-series-name', one.emphasis)]
  }, height))
  return { width, height, marks }
}

const lineMarks = (one: InkedSeries, x: (at: number) => number, y: (value: number) => number): Mark[] => {
  const points = one.values.map((value, at) => (value === null ? null : ([x(at), y(value)] as const)))
  return [
    ...segments(points).map((run): Mark => ({ kind: 'line', points: run, stroke: one.fill, thickness: one.emphasis ? 2.6 : 1.5, dashed: one.role === 'target', role: one.emphasis ? 'chart-subject-line' : 'chart-comparison-line' })),
    ...points.flatMap((point): Mark[] => (point ? [{ kind: 'dot', x: point[0], y: point[1], radius: one.emphasis ? 4 : 3, fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' }] : [])),
  ]
}
/** Labels of one end, from top to bottom, never over one another. At the last moment a series without value is named at the height of the last one it had. */
const endMarks = (series: readonly InkedSeries[], at: number, y: (value: number) => number, write: (one: InkedSeries, value: number) => readonly Mark[], height: number): Mark[] => {
  const ends = series.flatMap((one) => { const value = one.values[at] ?? (at > 0 ? one.values.findLast((known) => known !== null) : undefined) ?? null; return value === null ? [] : [{ one, value, wanted: y(value) }] }).sort((a, b) => a.wanted - b.wanted)
  const tops: number[] = []
  let floor = TOP - 2
  for (const { wanted } of ends) { const top = Math.max(wanted, floor); tops.push(top); floor = top + LINE_HEIGHT }
  let ceiling = height - 2
  for (let index = tops.length - 1; index >= 0; index--) { tops[index] = Math.min(tops[index] ?? 0, ceiling); ceiling = (tops[index] ?? 0) - LINE_HEIGHT }
  return ends.flatMap(({ one, value }, index) => write(one, value).map((mark): Mark => (mark.kind === 'label' ? { ...mark, y: (tops[index] ?? 0) + 4 } : mark)))
}
