import type { Dimension } from '../model/structure.ts'
import { ageGroups, type Group } from './ages.ts'
import type { Hierarchy } from './hierarchy.ts'
import { cannotBeGrouped } from './problems.ts'

/** A grouping of the office's own: sectors of unidades vecinales, a macrozone. For dimensions of its list, or the one of its key. */
export type LocalGrouping = { readonly key: string; readonly title: string; readonly list?: string; readonly dimension?: string; readonly groups: readonly { readonly code: string; readonly label: string; readonly codes: readonly string[] }[] }

const fits = ({ list, dimension }: LocalGrouping, of: Dimension): boolean => (dimension === undefined || dimension === of.key) && (list === undefined || list === of.list)

/** The codes of a dimension gathered by ages, by a level above them, or by a grouping of the office. */
export const groupsOf = (dimension: Dimension, hierarchy: Hierarchy, key: string, locals: readonly LocalGrouping[] = []): readonly Group[] => {
  if (key === 'age-5' || key === 'age-large' || key === 'age-dependency') {
    const { groups, crossing } = ageGroups(dimension.codes.filter(({ code }) => code !== dimension.total), key === 'age-5' ? 'age-5' : 'age-large')
    if (groups.length === 0) throw cannotBeGrouped({ dimension: dimension.title, why: 'los valores no son edades' })
    if (crossing.length > 0) throw cannotBeGrouped({ dimension: dimension.title, why: `«${crossing[0]}» queda entre dos grupos` })
    return groups
  }
  const local = locals.find((one) => one.key === key && fits(one, dimension))
  if (local) {
    const groups = local.groups.map(({ code, label, codes }) => ({ code: { code, label }, members: [...new Set(codes.flatMap(hierarchy.cover))] })).filter(({ members }) => members.length > 0)
    if (groups.length === 0) throw cannotBeGrouped({ dimension: dimension.title, why: `ningún valor está en la agrupación «${local.title}»` })
    return groups
  }
  const above = hierarchy.atLevel(key).map((code) => ({ code, members: hierarchy.cover(code.code) })).filter(({ members }) => members.length > 0)
  if (above.length === 0) throw cannotBeGrouped({ dimension: dimension.title, why: `no se conoce la agrupación «${key}»` })
  return above
}
