import type { X509Certificate } from 'node:crypto'
import type { Block, FigureValue, Inline } from '#kernel'
import { type AnyFigure, figureBook, type FigureBook, type ReadContext } from '#platform/actions'
import { figureKey, figuresOf } from '#platform/documents'

/** The figures of the other modules, as the application hands them over. */
export type ActCatalog = { readonly figures: ReadonlyMap<string, AnyFigure>; readonly version: string; readonly publicAddress: () => string | undefined; /** Root certificates the municipality trusts, for electronic signatures. */ readonly anchors: () => Promise<readonly X509Certificate[]>; /** Address that mails leave from; empty without a mail server. */ readonly mailFrom: () => string }
export const bookOfActs = (catalog: ActCatalog, context: ReadContext): FigureBook => figureBook(catalog.figures, context, catalog.version)

const mapInlines = async (content: readonly Inline[], change: (figure: FigureValue) => Promise<FigureValue>): Promise<Inline[]> => {
  const made: Inline[] = []
  for (const inline of content) made.push(inline.type === 'figure' ? { ...inline, figure: await change(inline.figure) } : inline)
  return made
}
const mapBlock = async (block: Block, change: (figure: FigureValue) => Promise<FigureValue>): Promise<Block> => {
  if (block.type === 'list') {
    const items: Inline[][] = []
    for (const item of block.items) items.push(await mapInlines(item, change))
    return { ...block, items }
  }
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'note' ? { ...block, content: await mapInlines(block.content, change) } : block
}

/** Figures already stored keep the value they were written with; any other is computed here: nobody can send a number of their own. */
export const trustedBlocks = async (blocks: readonly Block[], stored: readonly Block[], book: FigureBook): Promise<Block[]> => {
  const known = new Map(figuresOf(stored).map((figure) => [`${figureKey(figure)}=${figure.value}`, figure]))
  const made: Block[] = []
  for (const block of blocks) made.push(await mapBlock(block, async (sent) => known.get(`${figureKey(sent)}=${sent.value}`) ?? book.get(sent.recipe.id, sent.recipe.parameters)))
  return made
}

/** What each figure of a draft says now, by its key; a figure that the reader may not see or that no longer exists is left out. */
export const liveChips = async (blocks: readonly Block[], book: FigureBook): Promise<Record<string, FigureValue>> => {
  const found: Record<string, FigureValue> = {}
  for (const figure of figuresOf(blocks)) {
    const key = figureKey(figure)
    if (found[key]) continue
    const now = await book.get(figure.recipe.id, figure.recipe.parameters).catch(() => undefined)
    if (now) found[key] = now
  }
  return found
}
