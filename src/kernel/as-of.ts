import type { Day } from './day.ts'

/**
 * The two dates of every question. `effectiveOn` («vigente al»): facts that took effect up to that day.
 * `knownOn` («conocido al»): facts recorded up to the end of that day in Santiago.
 */
export type AsOf = { readonly effectiveOn: Day; readonly knownOn: Day }
