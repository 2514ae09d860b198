import type { ChartBlock, ChartShape } from '#kernel'
import { classOf, quantileEdges, toneOf } from './classes.ts'
import { classKey } from './class-key.ts'
import { type Drawing, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { markText } from './scale.ts'
import { readableOn } from './stacked-bar.ts'
import { allValues } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

type Point = readonly [number, number]
const MOST_HEIGHT = 460
const MOST_RADIUS = 26
const STEPS = [1, 2, 5] as const

/** Twice the signed area: positive when the ring turns to the left. */
const turn = (ring: readonly Point[]): number => ring.reduce((sum, [x, y], at) => { const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]; return sum + x * ny - nx * y }, 0)
/** Border to the left, holes to the right: whoever fills by turns and whoever fills by parity draw the same. */
const oriented = (shape: ChartShape): readonly (readonly Point[])[] => shape.map((ring, at) => (turn(ring) > 0 === (at === 0) ? ring : [...ring].reverse()))
/** Where a name or a symbol goes: the middle of the largest part. */
const middleOf = (parts: readonly ChartShape[]): Point | undefined => {
  const ring = parts.map((part) => part[0] ?? []).sort((a, b) => Math.abs(turn(b)) - Math.abs(turn(a)))[0]
  if (!ring || ring.length === 0) return undefined
  const area = turn(ring)
  if (area === 0) return ring[0]
  let [cx, cy] = [0, 0]
  ring.forEach(([x, y], at) => { const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]; const cross = x * ny - nx * y; cx += (x + nx) * cross; cy += (y + ny) * cross })
  return [cx / (3 * area), cy / (3 * area)]
}

/**
 * Places in tones of their class, or with circles whose area is the value. The drawing keeps the proportions of the plane,
 * its scale bar is honest, and a category without a shape is named beneath.
 */
export const drawMap = (block: ChartBlock, width: number, palette: Palette): Drawing => {
  const map = block.map ?? { shapes: [], style: 'choropleth' as const }
  const points = map.shapes.flat(3) as readonly Point[]
  if (points.length === 0) return { width, height: 30, marks: [label(0, 18, 'Ningún lugar tiene polígono: vea la tabla.', 'start', palette.inkSoft, 'chart-absent')] }
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) { west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y) }
  const factor = Math.min((width - 4) / (east - west || 1), MOST_HEIGHT / (north - south || 1))
  const left = (width - (east - west) * factor) / 2
  const place = ([x, y]: Point): Point => [left + (x - west) * factor, 4 + (north - y) * factor]
  const bottom = 8 + (north - south) * factor
  const values = block.series[0]?.values ?? []
  const known = allValues({ ...block, series: block.series.slice(0, 1) })
  const edges = map.edges ?? quantileEdges(known)
  const filled = map.style === 'choropleth'
  const marks: Mark[] = []
  const order = map.shapes.map((_, at) => at).sort((a, b) => Number(a === map.subject) - Number(b === map.subject))
  const fillOf = (at: number): string => { const value = values[at] ?? null; return !filled ? palette.line : value === null ? palette.surface : toneOf(classOf(value, edges), edges.length + 1, palette.sequence) }
  for (const at of order) {
    const value = values[at] ?? null
    const fill = fillOf(at)
    for (const part of map.shapes[at] ?? []) {
      const rings = oriented(part).map((ring) => ring.map(place))
      marks.push({ kind: 'area', rings, fill, role: value === null ? 'chart-absent' : 'chart-place' })
      for (const ring of rings) marks.push({ kind: 'line', points: [...ring, ring[0] ?? [0, 0]], stroke: at === map.subject ? palette.ink : value === null && filled ? palette.inkSoft : palette.surface, thickness: at === map.subject ? 2 : 0.7, role: at === map.subject ? 'chart-subject-line' : 'chart-border' })
    }
  }
  if (!filled) marks.push(...symbolMarks(block, map.shapes, values, place, palette))
  const most = Math.max(0, ...known)
  marks.push(...nameMarks(block, map.shapes, place, factor, { fillOf, radiusAt: (at) => (filled ? 0 : radiusOf(values[at] ?? 0, most)) }, palette))
  const scale = scaleBar(factor, width, bottom + 14, palette)
  const key = filled ? classKey(block, known, edges, { width, top: bottom + 22, absent: values.some((value, at) => value === null && (map.shapes[at]?.length ?? 0) > 0) }, palette) : symbolKey(block, known, bottom + 24, palette)
  const lost = block.categories.filter((_, at) => (map.shapes[at]?.length ?? 0) === 0)
  const said = lost.length === 0 ? [] : wrapText(`Sin polígono en el mapa: ${lost.join(', ')}`, width, 12, 3)
  const foot = bottom + 22 + key.height
  marks.push(...scale, ...key.marks, ...said.map((text, at) => label(0, foot + 16 + at * 15, text, 'start', palette.inkSoft, 'chart-absent')))
  return { width, height: foot + said.length * 15 + 6, marks }
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
const touches = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
/** Names only where they fit inside their place and over no other name; the subject always, on a plate. Under the circle when there is one. */
const nameMarks = (block: ChartBlock, shapes: readonly (readonly ChartShape[])[], place: (point: Point) => Point, factor: number, look: { readonly fillOf: (at: number) => string; readonly radiusAt: (at: number) => number }, palette: Palette): Mark[] => {
  const taken: Box[] = []
  const order = shapes.map((_, at) => at).sort((a, b) => Number(b === block.map?.subject) - Number(a === block.map?.subject))
  return order.flatMap((at): Mark[] => {
    const parts = shapes[at] ?? []
    const [middle, ring] = [middleOf(parts), parts.flatMap((part) => part[0] ?? [])]
    if (!middle || ring.length === 0) return []
    const subject = at === block.map?.subject
    const name = block.categories[at] ?? ''
    const size = textWidth(name, 12, subject)
    const xs = ring.map(([x]) => x)
    if (!subject && size > (Math.max(...xs) - Math.min(...xs)) * factor * 0.82) return []
    const [x, centre] = place(middle)
    const y = centre + 4 + (look.radiusAt(at) > 0 ? look.radiusAt(at) + 10 : 0)
    const box = { left: x - size / 2 - 2, right: x + size / 2 + 2, top: y - 11, bottom: y + 4 }
    if (!subject && taken.some((other) => touches(box, other))) return []
    taken.push(box)
    const plate: Mark[] = subject ? [{ kind: 'rect', x: box.left, y: box.top, width: box.right - box.left, height: 15, fill: palette.surface, role: 'chart-ground' }] : []
    return [...plate, label(x, y, name, 'middle', subject ? palette.ink : readableOn(look.fillOf(at)), 'chart-name', subject)]
  })
}
const radiusOf = (value: number, most: number): number => (most > 0 ? Math.sqrt(Math.max(0, value) / most) * MOST_RADIUS : 0)
/** Largest first, so that the small ones are seen over them. */
const symbolMarks = (block: ChartBlock, shapes: readonly (readonly ChartShape[])[], values: readonly (number | null)[], place: (point: Point) => Point, palette: Palette): Mark[] => {
  const most = Math.max(0, ...allValues({ ...block, series: block.series.slice(0, 1) }))
  return shapes.map((parts, at) => ({ at, value: values[at] ?? null, middle: middleOf(parts) })).sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).flatMap(({ at, value, middle }): Mark[] => {
    if (value === null || !middle || value <= 0) return []
    const [x, y] = place(middle)
    return [{ kind: 'dot', x, y, radius: radiusOf(value, most) + 1, fill: palette.surface, role: 'chart-ground' }, { kind: 'dot', x, y, radius: radiusOf(value, most), fill: at === block.map?.subject ? (palette.categories[0] ?? palette.ink) : (palette.categories[2] ?? palette.ink), role: at === block.map?.subject ? 'chart-subject' : 'chart-comparison' }]
  })
}
const symbolKey = (block: ChartBlock, known: readonly number[], top: number, palette: Palette): { marks: Mark[]; height: number } => {
  const most = Math.max(0, ...known)
  const sizes = [most, most / 4].filter((value) => value > 0)
  let x = 0
  const marks = sizes.flatMap((value): Mark[] => {
    const radius = radiusOf(value, most)
    const text = markText(block, value)
    const dot: Mark = { kind: 'dot', x: x + radius, y: top + MOST_RADIUS, radius, fill: palette.categories[2] ?? palette.ink, role: 'chart-key' }
    const written = label(x + radius * 2 + 6, top + MOST_RADIUS + 4, text, 'start', palette.ink, 'chart-tick')
    x += radius * 2 + textWidth(text, 12) + 26
    return [dot, written]
  })
  return { marks, height: sizes.length > 0 ? MOST_RADIUS * 2 + 8 : 0 }
}
/** A bar of a round number of kilometres or metres, a quarter of the drawing at most. */
const scaleBar = (factor: number, width: number, y: number, palette: Palette): Mark[] => {
  const most = width / 4 / factor
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-6)))
  const metres = (STEPS.filter((step) => step * power <= most).at(-1) ?? 1) * power
  const size = metres * factor
  const text = metres >= 1000 ? `${metres / 1000} km` : `${Math.round(metres)} m`
  return [rule(width - size - 2, y, width - 2, y, palette.ink, 'chart-axis', 1.5), rule(width - size - 2, y - 4, width - size - 2, y, palette.ink, 'chart-axis', 1.5), rule(width - 2, y - 4, width - 2, y, palette.ink, 'chart-axis', 1.5), label(width - size - 8, y + 1, text, 'end', palette.inkSoft, 'chart-tick')]
}
