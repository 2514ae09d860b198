import { type Block, type FigureValue, type Inline, Problem } from '#kernel'
import type { FigureBook } from '#platform/actions'
import { figureKey } from '#platform/documents'

export type Chip = { readonly key: string; readonly written: FigureValue; /** Undefined when the figure no longer exists. */ readonly live?: FigureValue; readonly blockId: string }

/** Changes each figure of prose blocks, in order, one at a time (one connection behind). Tables and charts pass as they are. */
export const mapFigures = async (blocks: readonly Block[], change: (figure: FigureValue, blockId: string) => Promise<FigureValue>): Promise<Block[]> => {
  const each = async (content: readonly Inline[], blockId: string): Promise<Inline[]> => {
    const made: Inline[] = []
    for (const inline of content) made.push(inline.type === 'figure' ? { ...inline, figure: await change(inline.figure, blockId) } : inline)
    return made
  }
  const made: Block[] = []
  for (const block of blocks) {
    if (block.type === 'list') {
      const items: Inline[][] = []
      for (const item of block.items) items.push(await each(item, block.id))
      made.push({ ...block, items })
    } else made.push(block.type === 'heading' || block.type === 'paragraph' || block.type === 'note' ? { ...block, content: await each(block.content, block.id) } : block)
  }
  return made
}

/** A figure at the dates of the book; undefined when nobody defines it any more or it refuses its parameters. */
export const liveFigure = async (figures: FigureBook, id: string, parameters: Readonly<Record<string, string>>): Promise<FigureValue | undefined> => {
  try {
    return await figures.get(id, parameters)
  } catch (error) {
    if (error instanceof Problem && (error.kind === 'absent' || error.kind === 'input')) return undefined
    throw error
  }
}

/** Looks a figure up by its recipe. */
export type LiveFigures = (id: string, parameters: Readonly<Record<string, string>>) => Promise<FigureValue | undefined>

/** Runs every chip of a narrative again at the dates of the book. The text is untouched; what a chip said stays in `written`. */
export const refreshChips = async (blocks: readonly Block[], figures: LiveFigures): Promise<{ blocks: Block[]; chips: Chip[] }> => {
  const chips: Chip[] = []
  const made = await mapFigures(blocks, async (written, blockId) => {
    const live = await figures(written.recipe.id, written.recipe.parameters)
    chips.push({ key: figureKey(written), written, live, blockId })
    return live ?? written
  })
  return { blocks: made, chips }
}
