import { type Desk, useGeos, wordsOfGeos } from './geos.ts'
import { onGlobe, onPlane, type Plane, planeOf } from './plane.ts'
import { type Box, boxesTouch, boxOf, type Position, type Shape } from './shape.ts'
import type { Check, Crossing, GeometryAnswers, GeometryWork, Measures, Share, Uncovered } from './work.ts'

const CURVE_STEPS = 24
const around = (shapes: readonly Shape[]): Box => {
  const boxes = shapes.map(boxOf)
  return { west: Math.min(...boxes.map(({ west }) => west)), south: Math.min(...boxes.map(({ south }) => south)), east: Math.max(...boxes.map(({ east }) => east)), north: Math.max(...boxes.map(({ north }) => north)) }
}
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/self-intersection|ring self/i, 'El borde se cruza consigo mismo'], [/hole lies outside/i, 'Un hueco queda fuera del polígono'], [/nested (holes|shells)/i, 'Un polígono queda dentro de otro'],
  [/too few points/i, 'Un borde tiene menos de tres vértices distintos'], [/duplicate rings/i, 'Hay dos bordes iguales'], [/interior is disconnected/i, 'El interior queda cortado en partes'],
]
/** What is wrong with a shape and where, in degrees. GEOS reasons on degrees: crossings do not depend on the projection. */
const check = (desk: Desk, shape: Shape): Check => {
  if (desk.geos.GEOSisValid(desk.put(shape)) === 1) return { valid: true, reason: '', at: null }
  const words = wordsOfGeos()
  const [, x, y] = /at or near point (-?[\d.e+-]+) (-?[\d.e+-]+)/.exec(words) ?? []
  const reason = REASONS.find(([pattern]) => pattern.test(words))?.[1] ?? 'La figura no es un polígono correcto'
  return { valid: false, reason, at: x && y ? [Number(x), Number(y)] : null }
}
const valid = (desk: Desk, shape: Shape): number => { const pointer = desk.put(shape); return desk.geos.GEOSisValid(pointer) === 1 ? pointer : desk.keep(desk.geos.GEOSMakeValid(pointer)) }
const flat = (desk: Desk, shape: Shape, plane: Plane): number => valid(desk, onPlane(shape, plane))
const globe = (shape: Shape | null, plane: Plane): Shape | null => shape && onGlobe(shape, plane)

const measure = (desk: Desk, shapes: readonly Shape[]): Measures[] => shapes.map((shape) => {
  const plane = planeOf(boxOf(shape))
  const pointer = flat(desk, shape, plane)
  return { areaM2: desk.area(pointer), middle: plane.toGlobe(desk.middle(pointer)) }
})
const shares = (desk: Desk, of: Shape, units: readonly Shape[]): Share[] => {
  const box = boxOf(of)
  const plane = planeOf(box)
  const subject = flat(desk, of, plane)
  return units.flatMap((unit, at): Share[] => {
    if (!boxesTouch(box, boxOf(unit))) return []
    const pointer = flat(desk, unit, plane)
    const areaM2 = desk.area(desk.keep(desk.geos.GEOSIntersection(subject, pointer)))
    const whole = desk.area(pointer)
    return areaM2 > 0 && whole > 0 ? [{ unit: at, areaM2, share: Math.min(1, areaM2 / whole) }] : []
  })
}
const crossings = (desk: Desk, shapes: readonly Shape[]): Crossing[] => {
  if (shapes.length === 0) return []
  const plane = planeOf(around(shapes))
  const boxes = shapes.map(boxOf)
  const pointers = shapes.map((shape) => flat(desk, shape, plane))
  return pointers.flatMap((one, at) => pointers.slice(at + 1).flatMap((other, step): Crossing[] => {
    const [a, b] = [boxes[at], boxes[at + 1 + step]]
    if (!a || !b || !boxesTouch(a, b)) return []
    const areaM2 = desk.area(desk.keep(desk.geos.GEOSIntersection(one, other)))
    return areaM2 > 0 ? [{ one: at, other: at + 1 + step, areaM2 }] : []
  }))
}
const unionOf = (desk: Desk, shapes: readonly Shape[], plane: Plane): number => desk.keep(desk.geos.GEOSUnaryUnion(desk.collect(shapes.map((shape) => flat(desk, shape, plane)))))
const uncovered = (desk: Desk, of: Shape, by: readonly Shape[]): Uncovered => {
  const plane = planeOf(boxOf(of))
  const subject = flat(desk, of, plane)
  const whole = desk.area(subject)
  const rest = by.length === 0 ? subject : desk.keep(desk.geos.GEOSDifference(subject, unionOf(desk, by, plane)))
  const areaM2 = desk.area(rest)
  return { areaM2, share: whole > 0 ? areaM2 / whole : 0, shape: globe(desk.take(rest), plane) }
}
const isPosition = (around: Shape | Position): around is Position => Array.isArray(around)
const buffer = (desk: Desk, about: Shape | Position, metres: number): Shape => {
  const plane = planeOf(isPosition(about) ? { west: about[0], east: about[0], south: about[1], north: about[1] } : boxOf(about))
  if (isPosition(about)) {
    const [x, y] = plane.toPlane(about)
    const ring = Array.from({ length: CURVE_STEPS * 4 }, (_, at): Position => { const angle = (at * Math.PI) / (CURVE_STEPS * 2); return [x + metres * Math.cos(angle), y + metres * Math.sin(angle)] })
    return onGlobe({ type: 'Polygon', coordinates: [[...ring, ring[0] ?? [x, y]]] }, plane)
  }
  const grown = globe(desk.take(desk.keep(desk.geos.GEOSBuffer(flat(desk, about, plane), metres, CURVE_STEPS))), plane)
  if (!grown) throw new Error('an empty buffer')
  return grown
}
/** Neighbours are simplified together: their common border stays common. */
const simplify = (desk: Desk, shapes: readonly Shape[], metres: number): (Shape | null)[] => {
  if (shapes.length === 0) return []
  const plane = planeOf(around(shapes))
  const coverage = desk.keep(desk.geos.GEOSCoverageSimplifyVW(desk.collect(shapes.map((shape) => flat(desk, shape, plane))), metres, 0))
  return desk.parts(coverage).map((part) => globe(desk.take(part), plane))
}

/** Does one piece of geometry work. Runs in the worker; throws what GEOS says when a shape cannot be worked with. */
export const doWork = <Ask extends GeometryWork['ask']>(work: Extract<GeometryWork, { ask: Ask }>): Promise<GeometryAnswers[Ask]> => {
  const any = work as GeometryWork
  return useGeos((desk): GeometryAnswers[keyof GeometryAnswers] => {
    switch (any.ask) {
      case 'check': return check(desk, any.shape)
      case 'repair': return desk.take(desk.keep(desk.geos.GEOSMakeValid(desk.put(any.shape))))
      case 'measure': return measure(desk, any.shapes)
      case 'shares': return shares(desk, any.of, any.units)
      case 'crossings': return crossings(desk, any.shapes)
      case 'uncovered': return uncovered(desk, any.of, any.by)
      case 'union': { if (any.shapes.length === 0) return null; const plane = planeOf(around(any.shapes)); return globe(desk.take(unionOf(desk, any.shapes, plane)), plane) }
      case 'buffer': return buffer(desk, any.around, any.metres)
      case 'simplify': return simplify(desk, any.shapes, any.metres)
    }
  }) as Promise<GeometryAnswers[Ask]>
}
