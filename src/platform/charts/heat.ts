import type { ChartBlock } from '#kernel'
import { classOf, quantileEdges, toneOf } from './classes.ts'
import { classKey } from './class-key.ts'
import { type Drawing, LINE_HEIGHT, type Mark, label } from './mark.ts'
import { readableOn } from './stacked-bar.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { allValues } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

const ROW = 22

/** A table of tones: series as rows, categories as columns, each cell with its number where it fits, and its classes in the key. */
export const drawHeat = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const values = allValues(block)
  const edges = quantileEdges(values)
  const count = edges.length + 1
  const nameRoom = Math.min(Math.max(...block.series.map(({ name }) => textWidth(name, 12))) + 8, width * 0.36)
  const cell = (width - nameRoom) / Math.max(1, block.categories.length)
  const heads = block.categories.map((name) => wrapText(name, cell - 4, 12, 2))
  const every = Math.max(1, Math.ceil((Math.max(...block.categories.map((name) => Math.max(...name.split(' ').map((word) => textWidth(word, 12))))) + 6) / cell))
  const top = (every > 1 ? 1 : Math.max(1, ...heads.map((lines) => lines.length))) * LINE_HEIGHT + 6
  const written = Math.max(0, ...values.map((value) => textWidth(markText(block, value), 12))) + 6 <= cell
  const marks: Mark[] = []
  block.categories.forEach((name, at) => {
    if (at % every !== 0) return
    const lines = every > 1 ? [name] : (heads[at] ?? [])
    const middle = nameRoom + cell * (at + 0.5)
    const half = Math.max(...lines.map((text) => textWidth(text, 12))) / 2
    marks.push(...lines.map((text, line) => label(Math.min(Math.max(middle, half), width - half), top - 8 - (lines.length - 1 - line) * LINE_HEIGHT, text, 'middle', palette.ink, 'chart-name')))
  })
  block.series.forEach((one, row) => {
    const y = top + row * ROW
    const [name = ''] = wrapText(one.name, nameRoom - 8, 12, 1, one.role === 'subject')
    marks.push(label(nameRoom - 8, y + ROW / 2 + 4, name, 'end', palette.ink, 'chart-name', one.role === 'subject'))
    one.values.forEach((value, at) => {
      const x = nameRoom + cell * at
      const fill = value === null ? palette.surface : toneOf(classOf(value, edges), count, palette.sequence)
      marks.push({ kind: 'rect', x: x + 0.5, y: y + 0.5, width: cell - 1, height: ROW - 1, fill, role: value === null ? 'chart-absent' : 'chart-cell' })
      if (value === null) marks.push(label(x + cell / 2, y + ROW / 2 + 4, cell > 26 ? 's/d' : '·', 'middle', palette.inkSoft, 'chart-absent'))
      else if (written) marks.push(label(x + cell / 2, y + ROW / 2 + 4, markText(block, value), 'middle', readableOn(fill), 'chart-value'))
    })
  })
  const bottom = top + block.series.length * ROW + 8
  const key = classKey(block, values, edges, { width, top: bottom, absent: block.series.some(({ values: all }) => all.includes(null)) }, palette)
  return { width, height: bottom + key.height, marks: [...marks, ...key.marks] }
}
