import type { UnitView } from '../../contract.ts'

export type Branch = { readonly unit: UnitView; readonly depth: number }

/** Units in the order of the organisation chart, each under its own; an orphan or a circle goes to the end, at the root. */
export const treeOf = (units: readonly UnitView[]): readonly Branch[] => {
  const under = (parent: string | null, depth: number): Branch[] => units.filter(({ parent_id: own }) => own === parent).flatMap((unit) => [{ unit, depth }, ...under(unit.id, depth + 1)])
  const reached = under(null, 0)
  const seen = new Set(reached.map(({ unit }) => unit.id))
  return [...reached, ...units.filter(({ id }) => !seen.has(id)).map((unit) => ({ unit, depth: 0 }))]
}
