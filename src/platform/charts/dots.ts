import type { ChartBlock } from '#kernel'
import { keyRow } from './key-row.ts'
import { type Drawing, LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { axisTexts, linear, markText, niceTicks, readingFactor } from './scale.ts'
import { allValues, inkSeries } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

const ROW = 24
const RADIUS = 5

/** Each category a row and each series a dot in it, joined by a line: gaps between women and men, between the commune and the country. */
export const drawDots = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const series = inkSeries(block, palette)
  const key = series.length > 1 ? keyRow(series.map((one) => ({ ...one, kind: 'bar' as const })), width, palette) : { marks: [], height: 0 }
  const nameRoom = Math.min(Math.max(...block.categories.map((name) => textWidth(name, 12))) + 4, width * 0.42)
  const factor = readingFactor(block)
  const values = allValues(block).map((value) => value * factor)
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)]
  const ticks = niceTicks(low, high, width < 480 ? 3 : 4)
  const edge = Math.max(...allValues(block).map((value) => textWidth(markText(block, value), 12)), 0) + RADIUS + 6
  const x = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [nameRoom + 10 + (low < 0 ? edge : 4), width - edge])
  const names = block.categories.map((name) => wrapText(name, nameRoom, 12, 2))
  const heights = names.map((lines) => Math.max(ROW, lines.length * LINE_HEIGHT + 8))
  const top = key.height + 4
  const bottom = top + heights.reduce((sum, height) => sum + height, 0)
  const texts = axisTexts(ticks)
  const marks: Mark[] = [...key.marks]
  ticks.forEach((tick, at) => {
    const half = textWidth(texts[at] ?? '', 12) / 2
    marks.push(rule(x(tick), top, x(tick), bottom, tick === 0 ? palette.axis : palette.line, tick === 0 ? 'chart-axis' : 'chart-grid'), label(Math.min(x(tick), width - half), bottom + 16, texts[at] ?? '', 'middle', palette.inkSoft, 'chart-tick'))
  })
  let y = top
  block.categories.forEach((_, at) => {
    const height = heights[at] ?? ROW
    const middle = y + height / 2
    const lines = names[at] ?? []
    marks.push(...lines.map((text, line) => label(nameRoom, middle + 4 + (line - (lines.length - 1) / 2) * LINE_HEIGHT, text, 'end', palette.ink, 'chart-name')))
    const present = series.flatMap((one) => { const value = one.values[at] ?? null; return value === null ? [] : [{ one, value, x: x(value * factor) }] }).sort((a, b) => a.x - b.x)
    const [first, last] = [present[0], present.at(-1)]
    if (!first || !last) marks.push(label(nameRoom + 16, middle + 4, 'sin dato', 'start', palette.inkSoft, 'chart-absent'))
    else {
      if (present.length > 1) marks.push(rule(first.x, middle, last.x, middle, palette.inkSoft, 'chart-gap', 1.6))
      marks.push(...present.map(({ one, x: place }): Mark => (one.role === 'target' ? rule(place, middle - 8, place, middle + 8, palette.ink, 'chart-target', 1.8) : { kind: 'dot', x: place, y: middle, radius: RADIUS, fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' })))
      marks.push(label(last.x + RADIUS + 4, middle + 4, markText(block, last.value), 'start', palette.ink, 'chart-value'))
      if (present.length > 1 && first.x - RADIUS - 4 - textWidth(markText(block, first.value), 12) > nameRoom + 6) marks.push(label(first.x - RADIUS - 4, middle + 4, markText(block, first.value), 'end', palette.ink, 'chart-value'))
    }
    y += height
  })
  return { width, height: bottom + 22, marks }
}
