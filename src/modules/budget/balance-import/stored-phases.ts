import type { Phase } from './fields.ts'

/** Phases whose value is stored; debt and balance are computed from them. */
export const storedPhases = ['initial', 'modification', 'adjusted', 'precommitment', 'commitment', 'accrued', 'paid', 'collected'] as const satisfies readonly Phase[]
