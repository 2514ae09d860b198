import { shippedLists } from '../code-lists/shipped-lists.ts'
import type { Code, Dimension } from '../model/structure.ts'

const above = new Map<string, readonly Code[]>()
/** A list that comes with the program, as codes with their parents. */
const listed = (key: string): readonly Code[] => {
  const known = above.get(key) ?? (shippedLists().find((list) => list.key === key)?.codes ?? []).map(({ code, label, parent, level }): Code => ({ code, label, ...(parent ? { parent } : {}), ...(level ? { level } : {}) }))
  above.set(key, known)
  return known
}
let communes: ReadonlySet<string> | undefined
const isCommune = (code: string): boolean => (communes ??= new Set(listed('cut').filter(({ level }) => level === 'commune').map(({ code: one }) => one))).has(code)

/** What stands above the communes of a dimension, so that any list of communes can be gathered by province, region or the whole country. */
export const placesAbove = ({ role, codes }: Dimension): readonly Code[] => {
  if (role !== 'place' || !codes.some(({ code }) => isCommune(code))) return []
  const own = new Set(codes.map(({ code }) => code))
  // A commune the data does not have is not a part that is missing: it is not in the list at all.
  return listed('cut').filter(({ code, level }) => level !== 'commune' || own.has(code))
}
