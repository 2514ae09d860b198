import type { NarrativeSection } from '../facts.ts'

/**
 * Template of the prose: `{{figure/id|key=value|key=value}}` is a figure, computed with the two dates of the report unless a
 * `period` says otherwise. Amounts and percentages are never typed. Parameters: `side` income|expenditure, `title` (subtítulo),
 * `account` (short code), `area` 1–6, `programme`, `objective`, `project`, `indicator`, `period` (2025-1).
 */
export type Piece = { readonly type: 'text'; readonly text: string } | { readonly type: 'figure'; readonly figure: string; readonly params: Readonly<Record<string, string>> }

/** Figures the prose may name. */
export const narrativeFigures: ReadonlySet<string> = new Set([
  'budget/initial', 'budget/in-force', 'budget/amended', 'budget/committed', 'budget/accrued', 'budget/paid', 'budget/collected', 'budget/payable', 'budget/receivable', 'budget/uncommitted',
  'budget/execution-rate', 'budget/collection-rate', 'budget/share', 'budget/amendment-count', 'budget/fcm-dependence',
  'budget/limit-personnel', 'budget/limit-contract-staff', 'budget/limit-fees', 'budget/limit-grants',
  'plan/indicator-value', 'plan/indicator-target', 'plan/coverage', 'projects/physical-progress', 'projects/planned-progress', 'projects/count', 'projects/contract-amount', 'projects/gender-screened',
])

/** Splits a paragraph into text and figures. Throws when a figure is not in the vocabulary or a mark is left open. */
export const readTemplate = (paragraph: string): Piece[] => {
  const pieces = paragraph.split(/(\{\{[^{}]*\}\})/).filter((part) => part !== '').map((part): Piece => {
    if (!part.startsWith('{{')) return { type: 'text', text: part }
    const [figure = '', ...pairs] = part.slice(2, -2).split('|')
    if (!narrativeFigures.has(figure)) throw new RangeError(`No figure ${figure}`)
    return { type: 'figure', figure, params: Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])) }
  })
  if (pieces.some((piece) => piece.type === 'text' && /[{}]/.test(piece.text))) throw new RangeError(`Open mark in: ${paragraph.slice(0, 60)}`)
  return pieces
}

/** Builds sections from `key | title` and paragraphs divided by a blank line. */
export const sectionsOf = (parts: readonly (readonly [key: string, title: string, text: string])[]): NarrativeSection[] =>
  parts.map(([key, title, text]) => ({ key, title, paragraphs: text.trim().split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim()) }))
