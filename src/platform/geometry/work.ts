import type { Position, Shape } from './shape.ts'

/** What may be asked of the geometry worker. Shapes are in degrees; areas come in square metres, distances in metres. */
export type GeometryWork =
  | { readonly ask: 'check'; readonly shape: Shape }
  | { readonly ask: 'repair'; readonly shape: Shape }
  | { readonly ask: 'measure'; readonly shapes: readonly Shape[] }
  | { readonly ask: 'shares'; readonly of: Shape; readonly units: readonly Shape[] }
  | { readonly ask: 'crossings'; readonly shapes: readonly Shape[] }
  | { readonly ask: 'uncovered'; readonly of: Shape; readonly by: readonly Shape[] }
  | { readonly ask: 'union'; readonly shapes: readonly Shape[] }
  | { readonly ask: 'buffer'; readonly around: Shape | Position; readonly metres: number }
  | { readonly ask: 'simplify'; readonly shapes: readonly Shape[]; readonly metres: number }

export type Check = { readonly valid: boolean; /** In Spanish, with the place in degrees. */ readonly reason: string; readonly at: Position | null }
export type Measures = { readonly areaM2: number; readonly middle: Position }
/** A unit touched by the shape: the part of the unit that is inside it (0–1) and that area. */
export type Share = { readonly unit: number; readonly areaM2: number; readonly share: number }
export type Crossing = { readonly one: number; readonly other: number; readonly areaM2: number }
export type Uncovered = { readonly areaM2: number; readonly share: number; readonly shape: Shape | null }

export type GeometryAnswers = {
  readonly check: Check; readonly repair: Shape | null; readonly measure: readonly Measures[]; readonly shares: readonly Share[]; readonly crossings: readonly Crossing[]
  readonly uncovered: Uncovered; readonly union: Shape | null; readonly buffer: Shape; readonly simplify: readonly (Shape | null)[]
}
