import { DatabaseError } from './engine.ts'
import { brokenReference, duplicateRecord, folderNotWritable, valueRefused } from './problems.ts'

/** Spanish names of the constraints a person can run into; modules add theirs with `nameConstraints`. */
const names = new Map<string, string>()
export const nameConstraints = (entries: Readonly<Record<string, string>>): void => {
  for (const [constraint, text] of Object.entries(entries)) names.set(constraint, text)
}

const UNIQUE = '23505'
const FOREIGN_KEY = '23503'
const DISK_FULL = '53100'
/** Characters that do not exist, numbers and dates out of range: what a person sent, not what the program wrote. */
const IMPOSSIBLE_VALUES = new Set(['22021', '22P05', '22003', '22008'])

/** Turns a constraint violation into its problem; anything else comes back unchanged. */
export const translateViolation = (error: unknown): unknown => {
  if (!(error instanceof DatabaseError)) return error
  const what = names.get(error.constraint ?? '') ?? error.constraint ?? 'registro'
  if (error.code === UNIQUE) return duplicateRecord({ what })
  if (error.code === FOREIGN_KEY) return brokenReference({ what })
  if (error.code === DISK_FULL) return folderNotWritable({ folder: 'datos', reason: 'el disco está lleno' })
  if (IMPOSSIBLE_VALUES.has(error.code ?? '')) return valueRefused({})
  return error
}
