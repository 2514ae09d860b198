import { boxOf, type Shape } from '#platform/geometry'

/** Those whose box meets the box of a shape: only they may overlap it. */
export const boxesTouching = <T extends { readonly shape: Shape }>(shape: Shape, others: readonly T[]): readonly T[] => {
  const box = boxOf(shape)
  return others.filter((other) => { const its = boxOf(other.shape); return its.west <= box.east && box.west <= its.east && its.south <= box.north && box.south <= its.north })
}
