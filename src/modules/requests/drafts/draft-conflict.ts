import type { Given } from '../items/answer-rule.ts'

/** What two people may differ in; the name of a file follows from the file. */
const FIELDS = ['value', 'text', 'noNews', 'comment', 'fileHash'] as const
export const sameWords = (one: Given, other: Given): boolean => FIELDS.every((field) => one[field] === other[field])

/**
 * May something written over the mark `base` be kept? `kept` is the draft in place. Not when another saving came between: unless it says the
 * very same, as when an answer of the network was lost and the page tries again.
 */
export const fits = (base: string | null, written: Given, kept: (Given & { readonly revision: string }) | undefined): boolean =>
  (kept?.revision ?? null) === base || (kept !== undefined && sameWords(kept, written))
