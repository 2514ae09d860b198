import type { Block, Inline } from '#kernel'

const BLANK = /\[[^\]\n]{2,120}\]/g
const textOf = (content: readonly Inline[]): string => content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
export const blockText = (block: Block): string => {
  switch (block.type) {
    case 'heading': case 'paragraph': case 'note': return textOf(block.content)
    case 'list': return block.items.map(textOf).join('\n')
    default: return ''
  }
}
/** What a template left to be written, «[nombre de la obra]», still standing in the text. */
export const blanksOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap((block) => blockText(block).match(BLANK) ?? [])
