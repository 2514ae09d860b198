import { type Analytics, columnName, duck, textsOf } from '#platform/analytics'
import type { Dimension } from '../model/structure.ts'
import { isHierarchical } from './hierarchy.ts'
import { placesAbove } from './places-above.ts'
import type { Knowledge } from './resolve.ts'
import type { TableHands, TableVersion } from './table-of.ts'

const found = new WeakMap<Analytics, Map<string, Promise<ReadonlySet<string>>>>()

/** Codes of a dimension that have rows. Files never change: asked once. */
const presentIn = (analytics: Analytics, hash: string, { key }: Dimension): Promise<ReadonlySet<string>> => {
  const known = found.get(analytics) ?? new Map<string, Promise<ReadonlySet<string>>>()
  found.set(analytics, known)
  const name = `${hash} ${key}`
  const asked = known.get(name) ?? analytics.ask(duck`select distinct ${columnName(key)} as code from ${analytics.tableOf(hash)}`).then((answer) => new Set(textsOf(answer, 'code').filter((code) => code !== null)))
  if (known.size > 2000) known.clear()
  known.set(name, asked)
  asked.catch(() => known.delete(name))
  return asked
}
/** What is known of a version beside its structure. Only lists whose codes hang from each other need a look at the file. */
export const knowledgeOf = async ({ analytics, groupings }: Pick<TableHands, 'analytics' | 'groupings'>, { hash, structure }: Pick<TableVersion, 'hash' | 'structure'>): Promise<Knowledge> => {
  const hierarchical = structure.dimensions.filter(isHierarchical)
  const present = new Map(await Promise.all(hierarchical.map(async (dimension) => [dimension.key, await presentIn(analytics, hash, dimension)] as const)))
  return { above: placesAbove, present: ({ key }) => present.get(key), groupings }
}
