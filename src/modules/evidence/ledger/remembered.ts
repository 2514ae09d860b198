import { createHash } from 'node:crypto'
import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'

/** What one memory holds: enough for the few people who work at once, without holding more than some megabytes. */
const KEPT = 12
const memories = new WeakMap<object, Map<string, Map<string, unknown>>>()
const seals = new WeakMap<ReadContext, Map<string, Promise<string>>>()

/** `shelf`: things of one kind, which push only each other out, `kept` at most. `floors`: only what is written below the reports counts, since a saved sentence changes no figure. `upTo`: the newest ledger number that counts. */
export type MemoryScope = { readonly floors?: boolean; readonly upTo?: number; readonly shelf?: string; readonly kept?: number }

/** The seal of the newest entry up to a ledger number. Whatever an action writes, in whatever module, moves it. */
const readSeal = async ({ tx }: ReadContext, upTo: number, floors: boolean): Promise<string> => {
  const only = floors ? sql`and action not like 'reporting.%'` : sql``
  return (await tx.one<{ hash: string }>(sql`select hash from evidence.entries where commune = ${tx.commune} and seq <= ${upTo} ${only} order by seq desc limit 1`))?.hash ?? ''
}
/** Read once in a request. */
const sealOf = (context: ReadContext, { upTo = Number.MAX_SAFE_INTEGER, floors = false }: MemoryScope): Promise<string> => {
  const own = seals.get(context) ?? new Map<string, Promise<string>>()
  seals.set(context, own)
  const key = `${upTo} ${floors}`
  const seal = own.get(key) ?? readSeal(context, upTo, floors)
  own.set(key, seal)
  return seal
}

/** Two people share what is remembered only when nothing tells apart what they may see. */
const eyesOf = ({ actor }: ReadContext): string =>
  [actor.accountId, actor.unitId ?? '', ...actor.offices.map(({ role, unitId }) => `${role}/${unitId ?? ''}`).sort(), ...[...actor.clearances].sort(), ...[...actor.permissions].sort()].join(' ')

/** Inside an action the ledger has not moved yet though rows have: nothing is remembered there. */
const inAction = (context: ReadContext): boolean => 'entryId' in context

/**
 * Makes something once for a seal of the ledger, for these eyes, today, and remembers it while nothing is written. `memory` is the object
 * whose life bounds what is remembered; `name` says what is made and of what. The answer is shared: nobody writes in it.
 */
export const remembered = async <T>(memory: object, context: ReadContext, name: readonly (string | number)[], make: () => Promise<T>, scope: MemoryScope = {}): Promise<T> => {
  if (inAction(context)) return make()
  const shelves = memories.get(memory) ?? new Map<string, Map<string, unknown>>()
  memories.set(memory, shelves)
  const own = shelves.get(scope.shelf ?? '') ?? new Map<string, unknown>()
  shelves.set(scope.shelf ?? '', own)
  const key = createHash('sha256').update([context.tx.commune, await sealOf(context, scope), context.today, eyesOf(context), ...name].join('\n')).digest('hex')
  const known = own.get(key) as T | undefined
  const made = known ?? (await make())
  own.delete(key)
  own.set(key, made)
  for (const oldest of own.keys()) if (own.size > (scope.kept ?? KEPT)) own.delete(oldest)
  return made
}
