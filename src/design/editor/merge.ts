import { type NarrativeBlock, sameBlocks } from './blocks.ts'

export type Side = 'mine' | 'theirs'
/** One paragraph of two versions. Missing on a side: that side does not have it. `suggested`: the side that changed it, when only one did. */
export type MergeRow = { readonly id: string; readonly mine?: NarrativeBlock; readonly theirs?: NarrativeBlock; readonly same: boolean; readonly suggested?: Side }

const bare = (block: NarrativeBlock | undefined): NarrativeBlock[] => (block ? [block.type === 'paragraph' ? { type: 'paragraph', id: block.id, content: block.content } : block] : [])
const equal = (a: NarrativeBlock | undefined, b: NarrativeBlock | undefined): boolean => sameBlocks(bare(a), bare(b))

/** Both versions in one reading order: theirs, with what only I have after the paragraph that precedes it in mine. */
const order = (mine: readonly NarrativeBlock[], theirs: readonly NarrativeBlock[]): string[] => {
  const ids = theirs.map(({ id }) => id)
  mine.forEach(({ id }, index) => {
    if (ids.includes(id)) return
    const before = mine[index - 1]
    ids.splice(before ? ids.indexOf(before.id) + 1 : 0, 0, id)
  })
  return ids
}

/**
 * Compares what I wrote with what another person stored, paragraph by paragraph, over the version both started from.
 * A paragraph changed by one side only is suggested from that side; changed by both, nobody decides but the person.
 */
export const compareVersions = (base: readonly NarrativeBlock[], mine: readonly NarrativeBlock[], theirs: readonly NarrativeBlock[]): MergeRow[] => {
  const find = (blocks: readonly NarrativeBlock[], id: string) => blocks.find((block) => block.id === id)
  return order(mine, theirs).map((id): MergeRow => {
    const [was, own, other] = [find(base, id), find(mine, id), find(theirs, id)]
    const same = equal(own, other)
    const suggested: Side | undefined = same ? undefined : equal(was, own) ? 'theirs' : equal(was, other) ? 'mine' : undefined
    return { id, same, ...(own ? { mine: own } : {}), ...(other ? { theirs: other } : {}), ...(suggested ? { suggested } : {}) }
  })
}

/** The text that results of choosing a side for each row; rows without choice take mine, so that nothing typed is lost. */
export const mergeVersions = (rows: readonly MergeRow[], chosen: Readonly<Record<string, Side>>): NarrativeBlock[] =>
  rows.flatMap((row) => {
    const side = row.same ? 'mine' : (chosen[row.id] ?? row.suggested ?? 'mine')
    const block = row[side]
    return block ? [block] : []
  })
