import { type Block, type FigureValue, type Inline, Problem } from '#kernel'
import type { FigureBook } from '#platform/actions'

/** Text of a template and its marks: `{{figure/id|key=value|key=value}}`. */
export type Piece = { readonly type: 'text'; readonly text: string } | { readonly type: 'figure'; readonly id: string; readonly parameters: Readonly<Record<string, string>> }

/** Splits a paragraph. Throws RangeError when a mark is left open. */
export const readMarks = (text: string): Piece[] =>
  text.split(/(\{\{[^{}]*\}\})/).filter((part) => part !== '').map((part): Piece => {
    if (!part.startsWith('{{')) {
      if (/\{\{|\}\}/.test(part)) throw new RangeError(`Marca sin cerrar: ${part.slice(0, 60)}`)
      return { type: 'text', text: part }
    }
    const [id = '', ...pairs] = part.slice(2, -2).split('|')
    return { type: 'figure', id: id.trim(), parameters: Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()])) }
  })

export type Translate = (id: string, parameters: Readonly<Record<string, string>>) => { readonly id: string; readonly parameters: Readonly<Record<string, string>> }
const SHOWN_IN_THOUSANDS = 1_000_000
const chip = (figure: FigureValue): Inline => ({ type: 'figure', figure, ...(figure.unit === 'CLP' && Math.abs(figure.value ?? 0) >= SHOWN_IN_THOUSANDS ? { show: { thousands: true } } : {}) })

/**
 * Prose with marks as blocks with figure chips, computed at the dates of the book. `## ` begins a heading, `- ` a list item, a blank
 * line divides paragraphs. Ids are `<prefix>-<n>`. An unknown figure throws `ausente/cifra`, unless `missing` is `text`: then its mark stays as text.
 */
export const narrativeToBlocks = async (text: string | readonly string[], options: { readonly prefix: string; readonly figures: FigureBook; readonly missing?: 'refuse' | 'text'; /** Names of the prose as names of figures. */ readonly translate?: Translate }): Promise<Block[]> => {
  const paragraphs = (typeof text === 'string' ? text.split(/\n\s*\n/) : text).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '')
  const inlines = async (source: string): Promise<Inline[]> => {
    const made: Inline[] = []
    for (const piece of readMarks(source)) made.push(piece.type === 'text' ? piece : await found(piece))
    return made
  }
  const found = async ({ id, parameters }: Extract<Piece, { type: 'figure' }>): Promise<Inline> => {
    const asked = options.translate?.(id, parameters) ?? { id, parameters }
    try {
      return chip(await options.figures.get(asked.id, asked.parameters))
    } catch (error) {
      if (options.missing === 'text' && error instanceof Problem && (error.kind === 'absent' || error.kind === 'input')) return { type: 'text', text: '[cifra por agregar]' }
      throw error
    }
  }
  const blocks: Block[] = []
  for (const paragraph of paragraphs) {
    const id = `${options.prefix}-${blocks.length + 1}`
    const lines = paragraph.split('\n').map((line) => line.trim())
    if (paragraph.startsWith('## ')) blocks.push({ type: 'heading', id, level: 2, content: await inlines(paragraph.slice(3)) })
    else if (lines.every((line) => line.startsWith('- '))) {
      const items: Inline[][] = []
      for (const line of lines) items.push(await inlines(line.slice(2)))
      blocks.push({ type: 'list', id, ordered: false, items })
    } else blocks.push({ type: 'paragraph', id, content: await inlines(lines.join(' ')) })
  }
  return blocks
}
