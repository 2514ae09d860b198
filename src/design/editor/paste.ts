import { Fragment, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { narrative } from './schema.ts'

/** Takes from pasted HTML what never belongs in prose: style sheets, comments and office marks; each row of a table becomes a line. */
export const cleanHtml = (html: string): string => html
  .replace(/<!--[\s\S]*?-->/g, '')
  .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1>/gi, '')
  .replace(/<\/?(o|w|v|m):[^>]*>/gi, '')
  .replace(/<\/t[dh]>\s*<t[dh]\b[^>]*>/gi, ' · ')
  .replace(/<tr\b[^>]*>/gi, '<p>').replace(/<\/tr>/gi, '</p>')
  .replace(/<\/?(table|tbody|thead|tfoot|colgroup|col|td|th)\b[^>]*>/gi, '')

/** Characters a document cannot carry, and the spaces word processors leave. Figures and ids pass. */
const cleanText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u200b\ufeff\u00ad]/g, '').replace(/[\t\r\n]+/g, ' ')
const cleanFragment = (fragment: Fragment): Fragment => Fragment.from(fragment.content.flatMap((node) => {
  if (!node.isText) return [node.copy(cleanFragment(node.content))]
  const text = cleanText(node.text ?? '')
  return text ? [narrative.text(text, node.marks)] : []
}))

/** Paste and drop clean to the schema: what is not a block or a mark of it leaves only its text. */
export const cleanPaste = (): Plugin => new Plugin({
  props: {
    transformPastedHTML: cleanHtml,
    transformPasted: (slice) => new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd),
  },
})
