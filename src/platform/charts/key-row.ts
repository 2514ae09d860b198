import { LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import type { InkedSeries } from './series-ink.ts'
import { textWidth } from './text-width.ts'

const SWATCH = 12

/** The names of the series above the drawing, only when the marks cannot carry them. Returns the marks and the height used. */
export const keyRow = (series: readonly InkedSeries[], width: number, palette: Palette): { readonly marks: Mark[]; readonly height: number } => {
  const marks: Mark[] = []
  let x = 0
  let y = 12
  for (const one of series) {
    const line = one.role === 'target' || one.kind === 'line'
    const room = SWATCH + 6 + textWidth(one.name, 12, one.emphasis) + 18
    if (x > 0 && x + room > width) {
      x = 0
      y += LINE_HEIGHT + 3
    }
    if (line) marks.push(rule(x, y - 4, x + SWATCH + 4, y - 4, one.fill, 'chart-key', 1.5, one.role === 'target'))
    else marks.push({ kind: 'rect', x, y: y - 10, width: SWATCH, height: SWATCH, fill: one.fill, role: 'chart-key' })
    marks.push(label(x + SWATCH + (line ? 10 : 6), y, one.name, 'start', palette.ink, 'chart-name', one.emphasis))
    x += room + (line ? 4 : 0)
  }
  return { marks, height: series.length ? y + 12 : 0 }
}
