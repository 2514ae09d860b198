import { boxesTouch, boxOf, geometry, partsOf, type Shape, shapeOf } from '#platform/geometry'

/** Less than a square metre is what the rounding of two borders leaves. */
const SLIVER_M2 = 1
const withoutSlivers = async (shape: Shape): Promise<Shape | null> => {
  const { valid } = await geometry({ ask: 'check', shape })
  const sound = valid ? shape : await geometry({ ask: 'repair', shape })
  if (!sound) return null
  const parts = partsOf(sound)
  const measures = await geometry({ ask: 'measure', shapes: parts.map((part) => shapeOf([part])) })
  const kept = parts.filter((_, at) => (measures[at]?.areaM2 ?? 0) >= SLIVER_M2)
  return kept.length > 0 ? shapeOf(kept) : null
}
/** Mends a border that crosses itself, and takes away what already belongs to the zones before it. Null when nothing of it is left. */
export const repairZone = async (shape: Shape, before: readonly Shape[]): Promise<Shape | null> => {
  const { valid } = await geometry({ ask: 'check', shape })
  const sound = valid ? shape : await geometry({ ask: 'repair', shape })
  if (!sound) return null
  const box = boxOf(sound)
  const near = before.filter((other) => boxesTouch(box, boxOf(other)))
  const rest = near.length === 0 ? sound : (await geometry({ ask: 'uncovered', of: sound, by: near })).shape
  return rest && withoutSlivers(rest)
}
