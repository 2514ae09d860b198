import type { AsOf, Block, DocumentBody, Inline } from '#kernel'
import { type ManualBlock, manualBlocks } from '../web/pages/manual-blocks.ts'
import type { ManualPage } from './manual.ts'

/** Bold stays bold; the text of a link stays, its address does not help on paper. */
const inline = (text: string): readonly Inline[] =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).filter(Boolean).map((part): Inline => {
    if (part.startsWith('**')) return { type: 'text', text: part.slice(2, -2), marks: ['strong'] }
    if (part.startsWith('`')) return { type: 'text', text: part.slice(1, -1), marks: ['em'] }
    return { type: 'text', text: /^\[([^\]]+)\]/.exec(part)?.[1] ?? part }
  })
const plain = (text: string): string => inline(text).map((one) => ('text' in one ? one.text : '')).join('')

const blockOf = (block: ManualBlock, at: number): readonly Block[] => {
  const id = `g${at}`
  if (block.kind === 'heading') return [{ type: 'heading', id, level: 2, content: inline(block.text) }]
  if (block.kind === 'list') return [{ type: 'list', id, ordered: block.ordered, items: block.items.map(inline) }]
  if (block.kind === 'table') return [{ type: 'table', id, title: 'Tabla', source: '', columns: block.head.map((title, column) => ({ key: `c${column}`, title: plain(title), align: 'left' as const })), rows: block.rows.map((row, line) => ({ id: `${id}r${line}`, cells: block.head.map((_, column) => ({ type: 'text' as const, text: plain(row[column] ?? '') })) })) }]
  if (block.kind === 'code') return block.text.split('\n').map((line, row): Block => ({ type: 'paragraph', id: `${id}l${row}`, content: [{ type: 'text', text: line, marks: ['em'] }] }))
  return [{ type: 'paragraph', id, content: inline(block.text) }]
}
/** A page of the manual as a document that the press of the reports can print. */
export const guideBody = (page: ManualPage, commune: { readonly code: string; readonly municipality: string }, asOf: AsOf): DocumentBody => ({
  schema: 'secplan.document/1', kind: 'guide', title: page.title, commune: { ...commune, unit: 'Secretaría Comunal de Planificación' }, asOf,
  blocks: manualBlocks(page.text).flatMap(blockOf),
})
