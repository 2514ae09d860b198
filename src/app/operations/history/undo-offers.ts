import type { Day } from '#kernel'
import type { ModuleDefinition, ReadContext, UndoableEntry, Undoing } from '#platform/actions'
import { undoableUntil } from '#evidence'

/** What a person may do about an entry: the action that takes it back, what it needs, and until when. */
export type UndoOffer = { readonly action: string; readonly title: string; readonly says: string; readonly reason: boolean; readonly until: Day; readonly input: Readonly<Record<string, unknown>> }
type Known = { readonly seq: number; readonly id: string; readonly name: string; readonly recorded_at: string; readonly record_kind: string | null; readonly record_id: string | null; readonly body: string; readonly undone_by: number | null }

const entryOf = (row: Known): UndoableEntry | undefined => (row.record_kind && row.record_id ? { id: row.id, seq: row.seq, name: row.name, record: { kind: row.record_kind, id: row.record_id }, facts: (JSON.parse(row.body) as { facts?: Record<string, unknown> }).facts ?? {} } : undefined)
/**
 * The offers to take back for the rows of a history, newest first: what this reader may undo, within the term, still as the entry left it.
 * Nothing is offered to who looks from another day: undoing is done today.
 */
export const undoOffers = async (modules: readonly ModuleDefinition[], rows: readonly Known[], context: ReadContext): Promise<ReadonlyMap<number, UndoOffer>> => {
  const { actor, law, today, asOf } = context
  const offers = new Map<number, UndoOffer>()
  if (asOf.knownOn < today || asOf.effectiveOn < today) return offers
  const actions = new Map(modules.flatMap((module) => module.actions ?? []).map((action) => [action.name, action]))
  const known = new Map(modules.flatMap((module) => module.undoings ?? []).flatMap((undoing) => undoing.of.map((name) => [name, undoing] as const)))
  const seen = new Set<Undoing>()
  for (const row of rows) {
    const undoing = known.get(row.name)
    const action = undoing && actions.get(undoing.action)
    const entry = entryOf(row)
    if (!undoing || !action || !entry || row.undone_by !== null) continue
    const first = !seen.has(undoing)
    seen.add(undoing)
    const until = undoableUntil(law, row.recorded_at)
    if ((undoing.newest && !first) || today > until || !action.allowed(actor)) continue
    const input = await undoing.input(entry, context)
    if (input) offers.set(row.seq, { action: action.name.replace('.', '/'), title: action.title, says: undoing.says, reason: undoing.reason, until, input })
  }
  return offers
}
