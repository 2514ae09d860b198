import type { ChartBlock } from '#kernel'
import { toneOf } from './classes.ts'
import { LINE_HEIGHT, type Mark, label } from './mark.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { textWidth } from './text-width.ts'

const SWATCH = 14

/** «10,3 a 15,7», «más de 15,7 a 21,1»: the limits of each class as they are rounded on the drawing. */
const classTexts = (block: ChartBlock, values: readonly number[], edges: readonly number[]): string[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const write = (value: number): string => markText(block, value)
  return [...edges, high].map((upper, at) => {
    const lower = edges[at - 1]
    if (lower === undefined) return low === upper ? write(upper) : `${write(low)} a ${write(upper)}`
    return `más de ${write(lower)} a ${write(upper)}`
  })
}

/** The tones of the classes with their limits, wrapped over as many lines as they need. */
export const classKey = (block: ChartBlock, values: readonly number[], edges: readonly number[], place: { readonly width: number; readonly top: number; readonly absent: boolean }, palette: Palette): { readonly marks: Mark[]; readonly height: number } => {
  const count = edges.length + 1
  const items = values.length === 0 ? [] : classTexts(block, values, edges).map((text, at) => ({ text, fill: toneOf(at, count, palette.sequence) }))
  if (place.absent) items.push({ text: 'sin dato', fill: palette.surface })
  const marks: Mark[] = []
  let [x, y] = [0, place.top + 14]
  for (const { text, fill } of items) {
    const room = SWATCH + 6 + textWidth(text, 12) + 16
    if (x > 0 && x + room > place.width + 12) { x = 0; y += LINE_HEIGHT + 5 }
    // What has no number is empty with a border: no tone of the scale can be taken for it.
    if (fill === palette.surface) marks.push({ kind: 'rect', x, y: y - 11, width: SWATCH, height: SWATCH, fill: palette.inkSoft, role: 'chart-key' })
    const inset = fill === palette.surface ? 1 : 0
    marks.push({ kind: 'rect', x: x + inset, y: y - 11 + inset, width: SWATCH - inset * 2, height: SWATCH - inset * 2, fill, role: 'chart-key' }, label(x + SWATCH + 6, y, text, 'start', palette.ink, 'chart-tick'))
    x += room
  }
  return { marks, height: items.length > 0 ? y - place.top + 10 : 0 }
}
