import type { FigureValue, Inline } from '#kernel'
import { figureText } from './figure-text.ts'
import type { FigureTag, Run } from './typeset.ts'

/** Recipe and parameters in one line, the same wherever the figure appears: `budget/spent;period=2026-1`. */
export const figureKey = (figure: FigureValue): string =>
  [figure.recipe.id, ...Object.entries(figure.recipe.parameters).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)].join(';')

export const figureTag = (figure: FigureValue): FigureTag => ({
  id: figure.recipe.id, key: figureKey(figure), title: figure.title, provisional: figure.status === 'provisional', absent: figure.value === null,
})

/** Addresses a document may lead to. Anything else (`javascript:`, `data:`, `file:`) is printed as plain text. */
export const safeAddress = (href: string): boolean => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href)

/** Characters XML 1.0 cannot carry would break the Word file; they never mean anything in prose. */
export const printable = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

export const setRun = (inline: Inline): Run => {
  if (inline.type === 'figure') return { kind: 'figure', text: printable(figureText(inline.figure, inline.show)), figure: figureTag(inline.figure) }
  if (inline.type === 'link' && safeAddress(inline.href)) return { kind: 'link', text: printable(inline.text), href: inline.href }
  if (inline.type === 'reference') return { kind: 'reference', text: printable(inline.text), target: inline.target }
  const marks = inline.type === 'text' ? (inline.marks ?? []) : []
  return { kind: 'text', text: printable(inline.text), strong: marks.includes('strong'), em: marks.includes('em') }
}

export const plainText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')
