import type { TreeEdit, TreeItem, TreeKind } from './plan-import-contract.ts'

const hangsFrom: Record<TreeKind, TreeKind | null> = { axis: null, objective: 'axis', programme: 'objective', indicator: 'objective' }
/** The items that hang from one, itself included. */
export const branchOf = (tree: readonly TreeItem[], id: string): ReadonlySet<string> => {
  const found = new Set([id])
  for (let grew = true; grew;) { grew = false; for (const item of tree) if (item.parent && found.has(item.parent) && !found.has(item.id)) { found.add(item.id); grew = true } }
  return found
}
/** The tree after what the person corrected, in order. A correction of something that is no longer there does nothing. */
export const editTree = (tree: readonly TreeItem[], edits: readonly TreeEdit[]): readonly TreeItem[] => edits.reduce<readonly TreeItem[]>((now, edit) => {
  const item = now.find(({ id }) => id === edit.id)
  if (!item) return now
  if (edit.op === 'drop') { const branch = branchOf(now, edit.id); return now.filter(({ id }) => !branch.has(id)) }
  if (edit.op === 'move') {
    const parent = edit.parent === null ? null : now.find(({ id }) => id === edit.parent)
    if ((parent?.kind ?? null) !== hangsFrom[item.kind]) return now
    return now.map((one) => (one.id === edit.id ? { ...one, parent: edit.parent } : one))
  }
  if (edit.op === 'split') return now.flatMap((one) => (one.id !== edit.id ? [one] : edit.names.map((name, index) => ({ ...one, id: index === 0 ? one.id : `${one.id}/${index + 1}`, name, code: index === 0 ? one.code : '', doubts: index === 0 ? one.doubts : ['Se separó a mano: revise su base y su meta.'] }))))
  return now.map((one) => (one.id === edit.id ? { ...one, ...(edit.name ? { name: edit.name, placeholder: false } : {}), ...(edit.code !== undefined ? { code: edit.code } : {}), ...(edit.unitId !== undefined ? { unitId: edit.unitId } : {}) } : one))
}, tree)
