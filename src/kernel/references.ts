import type { Block, Inline } from './block.ts'

/** «Tabla 3», «Gráfico 1»: the label of each table and chart of a whole document, by the id of its block. */
export const objectLabels = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  let [tables, charts] = [0, 0]
  return new Map(blocks.flatMap((block): (readonly [string, string])[] => (block.type === 'table' ? [[block.id, `Tabla ${++tables}`]] : block.type === 'chart' ? [[block.id, `Gráfico ${++charts}`]] : [])))
}

/** A label inside a sentence: «tabla 3». What is no longer in the document says so, so that nobody reads another number. */
export const referenceText = (label: string | undefined, before: string): string =>
  label ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : before.startsWith('(') ? before : `(${before}, que ya no está en el documento)`

/** The same blocks with every cross reference saying the number its table or chart has in this document. */
export const numberReferences = (blocks: readonly Block[]): Block[] => {
  const labels = objectLabels(blocks)
  const each = (content: readonly Inline[]): readonly Inline[] => content.map((inline) => (inline.type === 'reference' ? { ...inline, text: referenceText(labels.get(inline.target), inline.text) } : inline))
  return blocks.map((block) => {
    if (block.type === 'list') return { ...block, items: block.items.map(each) }
    return block.type === 'heading' || block.type === 'paragraph' || block.type === 'note' ? { ...block, content: each(block.content) } : block
  })
}
