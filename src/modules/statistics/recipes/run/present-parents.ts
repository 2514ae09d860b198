import type { Code } from '../../model/structure.ts'
import type { ListCode } from '../model/code-list.ts'
import { listIndex } from './list-index.ts'

/** Where a table brings regions and communes but no provinces, the parent of a commune is its region: the nearest one that is there. Otherwise the parent stays as the list says. */
export const presentParents = (codes: readonly Code[], list: readonly ListCode[] | undefined): Code[] => {
  const present = new Set(codes.map(({ code }) => code))
  const index = list && listIndex(list)
  return codes.map((one) => {
    let above = one.parent
    for (let steps = 0; above !== undefined && !present.has(above) && steps < 10; steps++) above = index?.byCode(above)?.parent
    return above === undefined || above === one.parent ? one : { ...one, parent: above }
  })
}
