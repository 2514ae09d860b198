import type { ZoneDraftView } from '../../contract.ts'
import { partsOf, type Position, type Shape } from '../../shapes.ts'

/** A zone under the pencil: rings without their closing point. */
export type Sketch = { readonly id: string; readonly code: string; readonly name: string; readonly note: string; readonly parts: readonly (readonly (readonly Position[])[])[] }
export type Drawing = { readonly zones: readonly Sketch[]; readonly past: readonly (readonly Sketch[])[]; readonly future: readonly (readonly Sketch[])[] }
const REMEMBERED = 100

export const sketchOf = ({ shape, ...zone }: ZoneDraftView): Sketch => ({ ...zone, parts: shape ? partsOf(shape).map((part) => part.map((ring) => ring.slice(0, -1))) : [[[]]] })
const closed = (ring: readonly Position[]): readonly Position[] => (ring[0] ? [...ring, ring[0]] : ring)
/** A shape needs three corners; a sketch without them has none yet. */
export const shapeOf = ({ parts }: Sketch): Shape | null => {
  const whole = parts.filter(([border]) => (border?.length ?? 0) >= 3).map((part) => part.filter((ring) => ring.length >= 3).map(closed))
  return whole.length === 0 ? null : whole.length === 1 && whole[0] ? { type: 'Polygon', coordinates: whole[0] } : { type: 'MultiPolygon', coordinates: whole }
}
/** The border being edited: that of the first part. */
export const borderOf = (zone: Sketch | undefined): readonly Position[] => zone?.parts[0]?.[0] ?? []
const withBorder = (zone: Sketch, border: readonly Position[]): Sketch => ({ ...zone, parts: [[border, ...(zone.parts[0]?.slice(1) ?? [])], ...zone.parts.slice(1)] })

export const begin = (zones: readonly Sketch[]): Drawing => ({ zones, past: [], future: [] })
/** A change that can be taken back. */
export const change = (drawing: Drawing, zones: readonly Sketch[]): Drawing => ({ zones, past: [...drawing.past.slice(-REMEMBERED), drawing.zones], future: [] })
export const undo = (drawing: Drawing): Drawing => { const last = drawing.past.at(-1); return last ? { zones: last, past: drawing.past.slice(0, -1), future: [drawing.zones, ...drawing.future] } : drawing }
export const redo = (drawing: Drawing): Drawing => { const [next, ...future] = drawing.future; return next ? { zones: next, past: [...drawing.past, drawing.zones], future } : drawing }
const edit = (drawing: Drawing, id: string, work: (border: readonly Position[]) => readonly Position[]): Drawing => change(drawing, drawing.zones.map((zone) => (zone.id === id ? withBorder(zone, work(borderOf(zone))) : zone)))
export const addVertex = (drawing: Drawing, id: string, after: number, position: Position): Drawing => edit(drawing, id, (border) => [...border.slice(0, after + 1), position, ...border.slice(after + 1)])
export const moveVertex = (drawing: Drawing, id: string, at: number, position: Position): Drawing => edit(drawing, id, (border) => border.map((old, index) => (index === at ? position : old)))
export const removeVertex = (drawing: Drawing, id: string, at: number): Drawing => edit(drawing, id, (border) => border.filter((_, index) => index !== at))

/** The nearest corner of any zone within reach, so that neighbours share their border exactly; else the position itself. */
export const snapped = (position: Position, zones: readonly Sketch[], reach: number, distance: (one: Position, other: Position) => number, but?: Position): Position => {
  const near = zones.flatMap(({ parts }) => parts.flat(2)).filter((corner) => corner !== but).map((corner) => ({ corner, far: distance(corner, position) })).filter(({ far }) => far <= reach).sort((a, b) => a.far - b.far)[0]
  return near?.corner ?? position
}
