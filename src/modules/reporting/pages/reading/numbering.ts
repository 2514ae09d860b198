import type { Block } from '#kernel'

/** Numbers of headings as the document prints them («3», «3.1»). Chapters are first-level headings; `before` counts those already printed. */
export const headingNumbers = (blocks: readonly Block[], before = 0): ReadonlyMap<string, string> => {
  const levels = [before, 0, 0]
  return new Map(blocks.flatMap((block) => {
    if (block.type !== 'heading') return []
    levels[block.level - 1] = (levels[block.level - 1] ?? 0) + 1
    levels.fill(0, block.level)
    return [[block.id, levels.slice(0, block.level).join('.')] as const]
  }))
}

export { objectLabels } from '#kernel'
