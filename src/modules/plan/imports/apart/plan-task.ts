import type { ReadPlan } from '../plan-import-contract.ts'

/** What is wrong with a document, for the server to say in words. */
export type PlanFault = 'large' | 'bomb' | 'protected' | 'old' | 'cut' | 'malformed' | 'outside'
export type PlanRead = { readonly plan: ReadPlan } | { readonly fault: PlanFault }
