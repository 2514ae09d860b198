import { createHash } from 'node:crypto'
import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import type { Catalog } from '../catalog.ts'

/** What one installation remembers: enough for the few people who write at once, without holding more than some megabytes. */
const KEPT = 12
const memories = new WeakMap<Catalog, Map<string, unknown>>()

/**
 * The seal of the newest entry up to a ledger number. Whatever is written, in whatever module, moves it; with `floors`, only what is
 * written below the reports: a saved sentence changes no figure.
 */
const sealOf = async (context: ReadContext, upTo: number, floors: boolean): Promise<string> => {
  const { tx } = context
  const only = floors ? sql`and action not like 'reporting.%'` : sql``
  return (await tx.one<{ hash: string }>(sql`select hash from evidence.entries where commune = ${tx.commune} and seq <= ${upTo} ${only} order by seq desc limit 1`))?.hash ?? ''
}

/** Two people share what is remembered only when nothing tells apart what they may see. */
const eyesOf = ({ actor }: ReadContext): string =>
  [actor.accountId, actor.unitId ?? '', ...[...actor.clearances].sort(), ...[...actor.permissions].sort()].join(' ')

/** Inside an action the ledger has not moved yet though rows have: nothing is remembered there. */
const inAction = (context: ReadContext): boolean => 'entryId' in context

/**
 * Makes something once for a seal of the ledger, for these eyes, today, and remembers it while nothing is written. `name` says what is
 * made and of what. The answer is shared: nobody writes in it.
 */
export const remembered = async <T>(catalog: Catalog, context: ReadContext, name: readonly (string | number)[], make: () => Promise<T>, scope: { readonly floors?: boolean; readonly upTo?: number } = {}): Promise<T> => {
  if (inAction(context)) return make()
  const own = memories.get(catalog) ?? new Map<string, unknown>()
  memories.set(catalog, own)
  const seal = await sealOf(context, scope.upTo ?? Number.MAX_SAFE_INTEGER, scope.floors ?? false)
  const key = createHash('sha256').update([context.tx.commune, seal, context.today, eyesOf(context), ...name].join('\n')).digest('hex')
  const known = own.get(key) as T | undefined
  const made = known ?? (await make())
  own.delete(key)
  own.set(key, made)
  for (const oldest of own.keys()) if (own.size > KEPT) own.delete(oldest)
  return made
}
