import type { Block, Inline } from '#kernel'
import type { ActKind, TemplateView } from '../contract.ts'

/** Words of the moment a template is filled with. */
export type Setting = { readonly municipality: string; readonly commune: string; readonly unit: string; readonly cite: (key: string) => string; /** A term of law in its number of days. */ readonly term: (id: string) => string; readonly affected?: string }
export type Template = TemplateView & {
  /** Laws of the VISTOS by their key in `correspondence/citations`. */
  readonly text: readonly string[]
  readonly distribution?: readonly string[]
  readonly signerRole?: string
}
export type NewTemplate = { readonly key: string; readonly kind: ActKind; readonly title: string; readonly summary: string; readonly subject: string; readonly fields?: TemplateView['fields']; readonly text: string; readonly distribution?: readonly string[]; readonly signerRole?: string }
export const template = ({ fields = [], text, ...rest }: NewTemplate): Template => ({ ...rest, fields, text: text.trim().split(/\n\s*\n/) })

const STRONG = /\*\*(.+?)\*\*/g
/** «**VISTOS:** …» as runs of text. */
const inlineOf = (text: string): Inline[] => {
  const found: Inline[] = []
  let at = 0
  for (const match of text.matchAll(STRONG)) {
    if (match.index > at) found.push({ type: 'text', text: text.slice(at, match.index) })
    found.push({ type: 'text', text: match[1] ?? '', marks: ['strong'] })
    at = match.index + match[0].length
  }
  if (at < text.length) found.push({ type: 'text', text: text.slice(at) })
  return found
}

/** `{{name}}` is a field or a word of the setting, `{{cite:key}}` a norm as it is cited on the day. A field nobody filled stays as «[label]», to be written. */
const filled = (text: string, { fields }: Pick<Template, 'fields'>, values: Readonly<Record<string, string>>, setting: Setting): string =>
  text.replace(/\{\{([\w:/-]+)\}\}/g, (_whole, name: string) => {
    if (name.startsWith('cite:')) return setting.cite(name.slice(5))
    if (name.startsWith('term:')) return setting.term(name.slice(5))
    if (name === 'municipality' || name === 'commune' || name === 'unit') return setting[name]
    if (name === 'affected') return setting.affected ?? '[acto que se modifica]'
    const field = fields.find(({ key }) => key === name)
    return values[name]?.trim() || `[${field?.label.toLowerCase() ?? name}]`
  })

/** Blocks of a piece: «## » a heading, lines «1. » or «- » a list, else a paragraph. */
const blockOf = (text: string, id: string): Block => {
  if (text.startsWith('## ')) return { type: 'heading', id, level: 3, content: inlineOf(text.slice(3)) }
  const lines = text.split('\n').map((line) => line.trim())
  if (lines.every((line) => /^\d+\. /.test(line))) return { type: 'list', id, ordered: true, items: lines.map((line) => inlineOf(line.replace(/^\d+\. /, ''))) }
  if (lines.every((line) => line.startsWith('- '))) return { type: 'list', id, ordered: false, items: lines.map((line) => inlineOf(line.slice(2))) }
  return { type: 'paragraph', id, content: inlineOf(lines.join(' ')) }
}

/** The starting text of an act as blocks, and its subject. Pure. */
export const fillTemplate = (chosen: Template, values: Readonly<Record<string, string>>, setting: Setting): { readonly subject: string; readonly content: readonly Block[] } => ({
  subject: filled(chosen.subject, chosen, values, setting),
  content: chosen.text.map((piece, index) => blockOf(filled(piece, chosen, values, setting), `t-${index + 1}`)),
})
export const plainBlocks = (text: string, prefix = 't'): readonly Block[] => text.trim().split(/\n\s*\n/).map((piece, index) => blockOf(piece, `${prefix}-${index + 1}`))
