import { type Block, type HeadingBlock, sortKey } from '#kernel'
import type { ChapterPart } from '../contract.ts'

export type WrittenSection = { readonly key: string; readonly title: string; readonly beside?: string; readonly blocks: readonly Block[] }

const plain = (block: HeadingBlock): string => block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
const names = (block: HeadingBlock, section: Omit<WrittenSection, 'blocks'>): boolean =>
  block.id === section.beside || block.id.split(/[^a-z0-9]+/i).includes(section.key) || sortKey(plain(block)) === sortKey(section.title)
const heading = (id: string, level: 1 | 2, text: string): HeadingBlock => ({ type: 'heading', id, level, content: [{ type: 'text', text }] })

/**
 * Puts what people wrote beside what was computed: each section after the heading that names it (by id or title), a section alone
 * at the start of its chapter, the rest at the end under their own heading. The chapter's own first-level heading gives way to the report's.
 */
export const chapterParts = (chapter: { key: string; title: string }, computed: readonly Block[], sections: readonly WrittenSection[]): ChapterPart[] => {
  const body = computed.filter((block, index) => !(block.type === 'heading' && block.level === 1 && (index === 0 || sortKey(plain(block)) === sortKey(chapter.title))))
  const parts: ChapterPart[] = []
  let run: Block[] = [heading(`chapter-${chapter.key}`, 1, chapter.title)]
  const flush = () => { if (run.length) parts.push({ type: 'blocks', blocks: run }); run = [] }
  const write = (section: WrittenSection) => { flush(); parts.push({ type: 'narrative', key: section.key }) }
  const placed = new Set<string>()
  const opening = sections.filter((section) => section.key === chapter.key || sections.length === 1)
  for (const section of opening) { write(section); placed.add(section.key) }
  for (const block of body) {
    run.push(block)
    const section = block.type === 'heading' && block.level > 1 ? sections.find((one) => !placed.has(one.key) && names(block, one)) : undefined
    if (section) { write(section); placed.add(section.key) }
  }
  for (const section of sections.filter(({ key }) => !placed.has(key))) { run.push(heading(`section-${section.key}`, 2, section.title)); write(section) }
  flush()
  return parts
}

/** Blocks of a chapter in reading order; an empty section leaves no heading of its own behind. */
export const blocksOf = (parts: readonly ChapterPart[], sections: ReadonlyMap<string, readonly Block[]>): Block[] =>
  parts.flatMap((part, index): readonly Block[] => {
    if (part.type === 'narrative') return sections.get(part.key) ?? []
    const next = parts[index + 1]
    const last = part.blocks.at(-1)
    const orphan = next?.type === 'narrative' && last?.id === `section-${next.key}` && (sections.get(next.key) ?? []).length === 0
    return orphan ? part.blocks.slice(0, -1) : part.blocks
  })

/** Ids must be unique in a document and short enough for Word: a repeated one gets a counter. */
export const uniqueIds = (blocks: readonly Block[]): Block[] => {
  const seen = new Map<string, number>()
  return blocks.map((block) => {
    const count = seen.get(block.id) ?? 0
    seen.set(block.id, count + 1)
    if (count === 0) return block
    const id = `${block.id.slice(0, 52)}.${count + 1}`
    seen.set(id, 1)
    return { ...block, id }
  })
}
