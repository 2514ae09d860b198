import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Drawing, Mark } from '#platform/charts'
import { assetFolder } from '../../asset-folder.ts'
import { fillContours } from './fill.ts'
import { type Pixels, writePng } from './png.ts'
import { type Font, type Point, readFont } from './true-type.ts'

/** Pixels per CSS pixel: 192 dots per inch on paper. */
const SCALE = 2
const TYPE_SIZE = 12
const DASH = [4, 3] as const

let fonts: { readonly regular: Font; readonly bold: Font } | undefined
const loadFonts = (): { regular: Font; bold: Font } => {
  const read = (name: string): Font => readFont(readFileSync(path.join(assetFolder('fonts'), name)))
  return { regular: read('Archivo_400Regular.ttf'), bold: read('Archivo_600SemiBold.ttf') }
}

const colour = (hex: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
const box = (x: number, y: number, width: number, height: number): Point[] => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]
const scaled = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x * SCALE, y * SCALE])

/** The same drawing as picture, for programs that do not read SVG inside Word files. */
export const rasterDrawing = (drawing: Drawing): Buffer => {
  const pixels: Pixels = { width: Math.round(drawing.width * SCALE), height: Math.round(drawing.height * SCALE), rgb: new Uint8Array(Math.round(drawing.width * SCALE) * Math.round(drawing.height * SCALE) * 3).fill(255) }
  for (const mark of drawing.marks) fillContours(pixels, contoursOf(mark).map(scaled), colour(mark.kind === 'line' ? mark.stroke : mark.fill))
  return writePng(pixels)
}

const contoursOf = (mark: Mark): Point[][] => {
  switch (mark.kind) {
    case 'rect': return [box(mark.x, mark.y, mark.width, mark.height)]
    case 'dot': return [Array.from({ length: 24 }, (_, at): Point => [mark.x + mark.radius * Math.cos((at * Math.PI) / 12), mark.y + mark.radius * Math.sin((at * Math.PI) / 12)])]
    case 'line': return mark.points.slice(1).flatMap((to, at) => strokes(mark.points[at] ?? to, to, mark.thickness, mark.dashed === true))
    case 'area': return mark.rings.map((ring) => [...ring])
    case 'label': return letters(mark)
  }
}

/** A segment as a thin box, or as the boxes of its dashes. */
const strokes = (from: Point, to: Point, thickness: number, dashed: boolean): Point[][] => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length === 0) return []
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const half = thickness / 2
  const piece = (start: number, end: number): Point[] =>
    [[start, -half], [end, -half], [end, half], [start, half]].map(([along = 0, across = 0]): Point => [from[0] + ux * along - uy * across, from[1] + uy * along + ux * across])
  if (!dashed) return [piece(0, length)]
  const result: Point[][] = []
  for (let at = 0; at < length; at += DASH[0] + DASH[1]) result.push(piece(at, Math.min(length, at + DASH[0])))
  return result
}

const letters = (mark: Extract<Mark, { kind: 'label' }>): Point[][] => {
  fonts ??= loadFonts()
  const font = mark.bold ? fonts.bold : fonts.regular
  const size = TYPE_SIZE / font.unitsPerEm
  const glyphs = [...mark.text].map((character) => font.glyph(character))
  const total = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * size
  let x = mark.x - (mark.anchor === 'end' ? total : mark.anchor === 'middle' ? total / 2 : 0)
  return glyphs.flatMap((glyph) => {
    const start = x
    x += glyph.advance * size
    return glyph.contours.map((contour) => contour.map(([px, py]): Point => [start + px * size, mark.y - py * size]))
  })
}
