import type { Derivation } from '../model/request.ts'
import type { Dimension } from '../model/structure.ts'
import type { Hierarchy } from './hierarchy.ts'
import { unknownPiece } from './problems.ts'
import { type Chosen, periodsOf } from './select.ts'

/** The period so many before this one, in the order of the data set. */
export const earlierPeriod = (dimension: Dimension, code: string, lag: number): string | undefined => {
  const periods = periodsOf(dimension).filter((period) => period.code !== dimension.total)
  const at = periods.findIndex((period) => period.code === code)
  return at < 0 ? undefined : periods[at - lag]?.code
}
/** Periods a calculation looks at and the table does not show: the base of an index, the one before each for a change. */
export const extraPeriods = (dimension: Dimension, hierarchy: Hierarchy, shown: readonly Chosen[], derive: Derivation | undefined): readonly Chosen[] => {
  if (dimension.role !== 'time' || !derive || (derive.kind !== 'index' && derive.kind !== 'change')) return []
  if (derive.kind === 'index' && !hierarchy.find(derive.base)) throw unknownPiece({ what: 'el período', keys: [derive.base], title: dimension.title })
  const wanted = derive.kind === 'index' ? [derive.base] : shown.flatMap(({ code }) => earlierPeriod(dimension, code.code, derive.lag) ?? [])
  const there = new Set(shown.map(({ code }) => code.code))
  return [...new Set(wanted)].filter((code) => !there.has(code)).flatMap((code) => { const found = hierarchy.find(code); return found ? [{ code: found, members: hierarchy.cover(code) }] : [] })
}
