import type { Block, FigureDisplay, FigureValue, HeadingBlock, Inline, Mark, NoteBlock, TextInline } from '#kernel'
import type { Mark as PmMark, Node } from 'prosemirror-model'
import { narrative } from './schema.ts'

/** Blocks people write; tables and charts are computed and never enter the editor. */
export type NarrativeBlock = Extract<Block, { type: 'heading' | 'paragraph' | 'list' | 'note' }>
export const isNarrative = (block: Block): block is NarrativeBlock => ['heading', 'paragraph', 'list', 'note'].includes(block.type)

const marksOf = (inline: TextInline): PmMark[] => (inline.marks ?? []).map((mark) => narrative.mark(mark))
const nodeOfInline = (inline: Inline): Node => {
  if (inline.type === 'figure') return narrative.node('figure', { figure: inline.figure, show: inline.show ?? null })
  if (inline.type === 'reference') return narrative.node('reference', { target: inline.target, text: inline.text })
  return narrative.text(inline.text, inline.type === 'link' ? [narrative.mark('link', { href: inline.href })] : marksOf(inline))
}
const nodesOf = (content: readonly Inline[]): Node[] => content.filter((inline) => inline.type === 'figure' || inline.text !== '').map(nodeOfInline)

const nodeOf = (block: NarrativeBlock): Node => {
  switch (block.type) {
    case 'heading': return narrative.node('heading', { id: block.id, level: block.level }, nodesOf(block.content))
    case 'paragraph': return narrative.node('paragraph', { id: block.id, author: block.author ?? null }, nodesOf(block.content))
    case 'list': return narrative.node('list', { id: block.id, ordered: block.ordered }, block.items.map((item) => narrative.node('item', null, nodesOf(item))))
    case 'note': return narrative.node('note', { id: block.id, tone: block.tone, title: block.title ?? null }, nodesOf(block.content))
  }
}

/** The document of a section. One without blocks opens as an empty paragraph. */
export const documentOf = (blocks: readonly NarrativeBlock[]): Node => narrative.node('doc', null, blocks.length ? blocks.map(nodeOf) : [narrative.node('paragraph')])

/** Marks in one order, so that equal text is equal JSON. */
const ORDER: readonly Mark[] = ['strong', 'em']
const inlineOf = (node: Node): Inline => {
  if (node.type.name === 'figure') {
    const show = node.attrs['show'] as FigureDisplay | null
    return { type: 'figure', figure: node.attrs['figure'] as FigureValue, ...(show ? { show } : {}) }
  }
  if (node.type.name === 'reference') return { type: 'reference', text: String(node.attrs['text']), target: String(node.attrs['target']) }
  const text = node.text ?? ''
  const link = node.marks.find(({ type }) => type.name === 'link')
  if (link) return { type: 'link', text, href: String(link.attrs['href']) }
  const marks = ORDER.filter((mark) => node.marks.some(({ type }) => type.name === mark))
  return { type: 'text', text, ...(marks.length ? { marks } : {}) }
}
const contentOf = (node: Node): Inline[] => node.children.map(inlineOf)

const blockOf = (node: Node): NarrativeBlock => {
  const id = String(node.attrs['id'])
  switch (node.type.name) {
    case 'heading': return { type: 'heading', id, level: node.attrs['level'] as HeadingBlock['level'], content: contentOf(node) }
    case 'list': return { type: 'list', id, ordered: Boolean(node.attrs['ordered']), items: node.children.map(contentOf) }
    case 'note': return { type: 'note', id, tone: node.attrs['tone'] as NoteBlock['tone'], ...(node.attrs['title'] ? { title: String(node.attrs['title']) } : {}), content: contentOf(node) }
    default: return { type: 'paragraph', id, content: contentOf(node), ...(node.attrs['author'] ? { author: String(node.attrs['author']) } : {}) }
  }
}
const isBlank = (block: NarrativeBlock): boolean => (block.type === 'list' ? block.items.every((item) => item.length === 0) : block.content.length === 0)

/** What is stored of a document: its blocks without the empty ones, which nobody wants on paper. */
export const blocksOf = (document: Node): NarrativeBlock[] => document.children.map(blockOf).filter((block) => !isBlank(block))

/** Text of a value whatever the order of its keys: what comes back from storage is ordered otherwise. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value).filter(([, inside]) => inside !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inside]) => `${JSON.stringify(name)}:${canonical(inside)}`).join(',')}}`
}
/** True when two texts say the same with the same figures. */
export const sameBlocks = (a: readonly NarrativeBlock[], b: readonly NarrativeBlock[]): boolean => canonical(a) === canonical(b)
