import type { Allowed } from './define.ts'
import type { ReadContext, RecordRef } from './context.ts'

/** A record that may answer to what was written. */
export type Candidate = RecordRef & { readonly title: string; readonly subtitle: string; readonly href: string; readonly year?: number }
/** What was asked: `stems` narrow a question to the database (folded, each one contained in the text); nothing when only a phrase was written. */
export type Asked = { readonly text: string; readonly stems: readonly string[]; readonly year?: number }
/**
 * How the search reaches records that keep no search line: they are asked of their own tables as the reader, at both dates of the context, so that
 * nobody learns of what their screen would not show. What comes back is weighed by the search, which knows words, accents and phrases.
 */
export type Finder = {
  readonly kind: string
  /** «Acuerdos del Concejo». */
  readonly title: string
  readonly allowed: Allowed
  readonly find: (asked: Asked, context: ReadContext) => Promise<readonly Candidate[]>
}
