import type { Selection } from '../model/request.ts'
import type { Code, Dimension } from '../model/structure.ts'
import type { Hierarchy } from './hierarchy.ts'
import { groupsOf, type LocalGrouping } from './groupings.ts'
import { nothingChosen, unknownPiece } from './problems.ts'

/** A code of the table and the codes of the file that add up to it. */
export type Chosen = { readonly code: Code; readonly members: readonly string[] }

/** Periods in their order: their codes sort as they follow each other («2024», «2024-03», «2024-T1»). */
export const periodsOf = ({ codes }: Dimension): readonly Code[] => [...codes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))

const demandCodes = (dimension: Dimension, wanted: readonly string[], find: (code: string) => Code | undefined): readonly Code[] => {
  const unknown = wanted.filter((code) => !find(code))
  if (unknown.length > 0) throw unknownPiece({ what: unknown.length === 1 ? 'el valor' : 'los valores', keys: unknown, title: dimension.title })
  return [...new Set(wanted)].flatMap((code) => find(code) ?? [])
}
const periodsFrom = (dimension: Dimension, selection: Extract<Selection, { kind: 'latest' | 'from' }>): readonly Code[] => {
  if (dimension.role !== 'time') throw nothingChosen({ dimension: dimension.title, why: 'sólo los períodos tienen últimos y siguientes' })
  const periods = periodsOf(dimension).filter(({ code }) => code !== dimension.total)
  if (selection.kind === 'latest') return periods.slice(-selection.count)
  return periods.filter(({ code }) => code >= selection.code)
}
const codesOf = (dimension: Dimension, hierarchy: Hierarchy, selection: Exclude<Selection, { kind: 'grouping' }>): readonly Code[] => {
  switch (selection.kind) {
    case 'codes': return demandCodes(dimension, selection.codes, hierarchy.find)
    case 'all': return dimension.codes
    case 'latest': case 'from': return periodsFrom(dimension, selection)
    case 'level': return hierarchy.atLevel(selection.level)
    case 'children': return demandCodes(dimension, [selection.of], hierarchy.find).flatMap(({ code }) => hierarchy.childrenOf(code))
  }
}

/** What a selection takes of a dimension, in order, each with the codes of the file that make it. Refuses what does not exist. */
export const select = (dimension: Dimension, hierarchy: Hierarchy, selection: Selection, locals: readonly LocalGrouping[] = []): readonly Chosen[] => {
  if (selection.kind === 'grouping') {
    const groups = groupsOf(dimension, hierarchy, selection.grouping, locals)
    if (!selection.codes) return groups
    const found = new Map(groups.map((group) => [group.code.code, group]))
    return demandCodes(dimension, selection.codes, (code) => found.get(code)?.code).flatMap(({ code }) => found.get(code) ?? [])
  }
  const chosen = codesOf(dimension, hierarchy, selection).map((code) => ({ code, members: hierarchy.cover(code.code) }))
  // A name that groups nothing here is not offered by «all»; one that was named stays, empty.
  const kept = selection.kind === 'codes' ? chosen : chosen.filter(({ members }) => members.length > 0)
  if (kept.length === 0) throw nothingChosen({ dimension: dimension.title, why: 'ningún valor cumple lo pedido' })
  return kept
}
