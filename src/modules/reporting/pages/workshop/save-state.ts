import type { ApiProblem, NarrativeBlock } from '#design'

/** Two versions of a section, and the one both started from. */
export type Conflict = { readonly base: readonly NarrativeBlock[]; readonly theirs: readonly NarrativeBlock[]; readonly theirVersion: number; readonly detail: string }
/** Where what is written stands. */
export type SaveState =
  | { readonly kind: 'clean' } | { readonly kind: 'writing' } | { readonly kind: 'saving' } | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem } | { readonly kind: 'conflict'; readonly conflict: Conflict }

const order: readonly SaveState['kind'][] = ['conflict', 'failed', 'saving', 'writing', 'saved', 'clean']
/** The worst of several sections is what the head of the report says. */
export const worstOf = (states: readonly SaveState[]): SaveState['kind'] => order.find((kind) => states.some((state) => state.kind === kind)) ?? 'clean'
