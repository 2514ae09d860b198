import type { ChartBlock } from '#kernel'
import { keyRow } from './key-row.ts'
import { type Drawing, LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { linear, markText } from './scale.ts'
import { type InkedSeries, allValues, constantTarget, inkSeries, oneBarEach } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

const GAP = 8

/** Categories as rows, longest text readable at the left, the value written at the end of each bar, no axis numbers. */
export const drawHorizontalBars = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const series = inkSeries(block, palette)
  const bars = series.filter((one) => one.role !== 'target')
  const targets = series.filter((one) => one.role === 'target')
  const single = oneBarEach(bars, block.categories.length)
  const key = single ? { marks: [], height: 0 } : keyRow(bars, width, palette)
  const thickness = single ? 16 : 12
  const nameRoom = Math.min(Math.max(...block.categories.map((name) => textWidth(name, 12, true))) + 4, width * 0.4)
  const names = block.categories.map((name) => wrapText(name, nameRoom, 12, 3))
  const valueRoom = Math.max(...allValues(block).map((value) => textWidth(markText(block, value), 12, true)), 0) + 8
  const values = allValues(block)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const left = nameRoom + GAP + (low < 0 ? valueRoom : 0)
  const x = linear([low, high === low ? 1 : high], [left, width - valueRoom - 2])
  const marks: Mark[] = [...key.marks]
  let top = key.height + 2
  const rows = block.categories.map((_, at) => {
    const shown = single ? 1 : bars.length
    const height = Math.max(shown * (thickness + 2) + GAP, (names[at]?.length ?? 1) * LINE_HEIGHT + 4)
    const row = { top, height }
    top += height
    return row
  })
  const footer = targets.map((target) => targetMarks(block, target, { x, top, from: key.height, rows, width, palette }))
  marks.push(...footer.flat())
  marks.push(...block.categories.flatMap((_, at) => rowMarks(block, bars, at, rows[at] ?? { top: 0, height: 0 }, { x, nameRoom, single, thickness, palette, names: names[at] ?? [] })))
  marks.push(rule(x(0), key.height, x(0), top, palette.axis, 'chart-axis'))
  const written = footer.length > 0
  return { width, height: top + (written ? LINE_HEIGHT + 8 : 2), marks }
}

type RowPlace = { readonly x: (value: number) => number; readonly nameRoom: number; readonly single: boolean; readonly thickness: number; readonly palette: Palette; readonly names: readonly string[] }

const rowMarks = (block: ChartBlock, bars: readonly InkedSeries[], at: number, row: { top: number; height: number }, place: RowPlace): Mark[] => {
  const present = place.single ? bars.filter((one) => (one.values[at] ?? null) !== null) : bars
  const emphasis = place.single && bars.length > 1 && present.some((one) => one.emphasis)
  const middle = row.top + row.height / 2
  const firstLine = middle - ((place.names.length - 1) * LINE_HEIGHT) / 2 + 4
  const marks: Mark[] = place.names.map((text, line) => label(place.nameRoom, firstLine + line * LINE_HEIGHT, text, 'end', place.palette.ink, 'chart-name', emphasis))
  const start = middle - (Math.max(1, present.length) * (place.thickness + 2) - 2) / 2
  present.forEach((one, order) => {
    const value = one.values[at] ?? null
    const y = start + order * (place.thickness + 2)
    if (value === null) {
      marks.push(label(place.x(0) + 6, y + place.thickness / 2 + 4, 'sin dato', 'start', place.palette.inkSoft, 'chart-absent'))
      return
    }
    const [from, to] = [place.x(Math.min(0, value)), place.x(Math.max(0, value))]
    marks.push({ kind: 'rect', x: from, y, width: Math.max(to - from, value === 0 ? 0 : 1), height: place.thickness, fill: one.fill, role: one.emphasis ? 'chart-subject' : 'chart-comparison' })
    const end = value < 0 ? from - 5 : to + 5
    const written = markText(block, value)
    const room = textWidth(written, 12, true)
    // A plate of the ground colour keeps the number readable where a dashed target passes behind it.
    marks.push({ kind: 'rect', x: (value < 0 ? end - room : end) - 1, y: y + 1, width: room + 2, height: place.thickness - 2, fill: place.palette.surface, role: 'chart-ground' })
    marks.push(label(end, y + place.thickness / 2 + 4, written, value < 0 ? 'end' : 'start', place.palette.ink, 'chart-value', one.emphasis && bars.length > 1))
  })
  if (present.length === 0) marks.push(label(place.x(0) + 6, middle + 4, 'sin dato', 'start', place.palette.inkSoft, 'chart-absent'))
  return marks
}

type TargetPlace = { readonly x: (value: number) => number; readonly top: number; readonly from: number; readonly rows: readonly { top: number; height: number }[]; readonly width: number; readonly palette: Palette }

/** A target equal for all is one dashed line named at its foot; one that varies is a short tick on each row. */
const targetMarks = (block: ChartBlock, target: InkedSeries, place: TargetPlace): Mark[] => {
  const constant = constantTarget(target)
  const foot = place.top + LINE_HEIGHT
  const write = (x: number, text: string): Mark => {
    const half = textWidth(text, 12) / 2
    const inside = Math.min(Math.max(x, half), place.width - half)
    return label(inside, foot, text, 'middle', place.palette.ink, 'chart-target-name')
  }
  if (constant !== undefined) {
    const at = place.x(constant)
    return [rule(at, place.from, at, place.top + 3, place.palette.ink, 'chart-target', 1.2, true), write(at, `${target.name}: ${markText(block, constant)}`)]
  }
  const ticks = target.values.flatMap((value, at): Mark[] => {
    const row = place.rows[at]
    return value === null || !row ? [] : [rule(place.x(value), row.top + 2, place.x(value), row.top + row.height - 2, place.palette.ink, 'chart-target', 1.6, true)]
  })
  return [...ticks, write(place.width / 2, `Línea segmentada: ${target.name}`)]
}
