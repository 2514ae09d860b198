import { type ChartBlock, formatPercent } from '#kernel'
import { type Drawing, LINE_HEIGHT, type Mark, label } from './mark.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { textWidth, wrapText } from './text-width.ts'

type Part = { readonly name: string; readonly emphasis: boolean; readonly values: readonly (number | null)[] }

const THICKNESS = 34

/** One series over many categories means the categories are the parts of one whole. */
const partsOf = (block: ChartBlock): { readonly rows: readonly string[]; readonly parts: readonly Part[] } => {
  const [only] = block.series
  if (block.series.length === 1 && only && block.categories.length > 1)
    return { rows: [''], parts: block.categories.map((name, at) => ({ name, emphasis: false, values: [only.values[at] ?? null] })) }
  return { rows: block.categories, parts: block.series.map((one) => ({ name: one.name, emphasis: one.role === 'subject', values: one.values })) }
}

/** Parts of a whole: bars of the same length in sequential tones, with one emphasis and each part named with its share. */
export const drawStackedBar = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const { rows, parts } = partsOf(block)
  const named = rows.some((row) => row !== '') && rows.length > 1
  const nameRoom = named ? Math.min(Math.max(...rows.map((row) => textWidth(row, 12))) + 8, width * 0.32) : 0
  const marks: Mark[] = []
  let top = 0
  rows.forEach((row, at) => {
    const total = parts.reduce((sum, part) => sum + Math.max(0, part.values[at] ?? 0), 0)
    const names = named ? wrapText(row, nameRoom - 8, 12, 2) : []
    marks.push(...names.map((text, line) => label(nameRoom - 8, top + THICKNESS / 2 + 4 + (line - (names.length - 1) / 2) * LINE_HEIGHT, text, 'end', palette.ink, 'chart-name')))
    let x = nameRoom
    parts.forEach((part, order) => {
      const share = total > 0 ? Math.max(0, part.values[at] ?? 0) / total : 0
      const size = share * (width - nameRoom)
      const fill = fillOf(part, order, parts, palette)
      marks.push({ kind: 'rect', x, y: top, width: Math.max(0, size - 1), height: THICKNESS, fill, role: part.emphasis ? 'chart-subject' : 'chart-part' })
      const text = formatPercent(share, 0)
      if (textWidth(text, 12, true) + 8 <= size) marks.push(label(x + 6, top + THICKNESS / 2 + 4, text, 'start', readableOn(fill), 'chart-part-value', part.emphasis))
      x += size
    })
    top += THICKNESS + 8
  })
  const names = partNames(block, parts, rows.length === 1, width, top, palette)
  return { width, height: names.height, marks: [...marks, ...names.marks] }
}

/** The emphasis takes category 1; the others walk the sequence from dark to light, so neighbours differ in grey too. */
const fillOf = (part: Part, order: number, parts: readonly Part[], palette: Palette): string => {
  if (part.emphasis) return palette.categories[0] ?? palette.ink
  const tones = parts.some((one) => one.emphasis) ? [palette.sequence[2], palette.sequence[1], palette.sequence[0]] : [...palette.sequence].reverse().slice(0, 6)
  return tones[order % tones.length] ?? palette.line
}

const luminance = (hex: string): number =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)

const DARK = '#08201A'
const LIGHT = '#FFFFFF'
/** Whichever of dark and white contrasts more with the part (WCAG 2.2 ratio). */
export const readableOn = (fill: string): string => (1.05 / (luminance(fill) + 0.05) > (luminance(fill) + 0.05) / (luminance(DARK) + 0.05) ? LIGHT : DARK)

const partNames = (block: ChartBlock, parts: readonly Part[], withValue: boolean, width: number, from: number, palette: Palette): { marks: Mark[]; height: number } => {
  const marks: Mark[] = []
  let x = 0
  let y = from + 14
  parts.forEach((part, order) => {
    const value = part.values[0] ?? null
    const text = withValue ? `${part.name}: ${value === null ? 'sin dato' : markText(block, value)}` : part.name
    const room = textWidth(text, 12, part.emphasis) + 36
    if (x > 0 && x + room - 18 > width) {
      x = 0
      y += LINE_HEIGHT + 5
    }
    marks.push({ kind: 'rect', x, y: y - 10, width: 12, height: 12, fill: fillOf(part, order, parts, palette), role: 'chart-key' })
    marks.push(label(x + 18, y, wrapText(text, width - 18, 12, 1, part.emphasis)[0] ?? '', 'start', palette.ink, 'chart-name', part.emphasis))
    x += room
  })
  return { marks, height: y + 8 }
}
