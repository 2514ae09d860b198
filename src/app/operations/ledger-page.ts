import { can } from '#kernel'
import { defineQuery, type ModuleDefinition, type ReadContext, type RecordKind } from '#platform/actions'
import { sql } from '#platform/database'
import { type EntryRow, ledgerStore, undoableUntil } from '#evidence'
import { personStore } from '#registry'
import { z } from 'zod'

export type LedgerLine = {
  readonly seq: number; readonly id: string; readonly at: string; readonly effectiveOn: string; readonly who: string; readonly office: string | null
  readonly what: string; readonly action: string; readonly record?: { readonly title: string; readonly href: string }; readonly undoes: number | null; readonly undoneBy: number | null
  /** How it can be taken back: on the page of its record, or here. */
  readonly undo?: 'page' | 'here'
  /** Last day to take it back, where there is a term. */
  readonly undoUntil?: string
}
const SIZE = 50
/** Pages of the ledger looked through for what can still be undone. */
const LOOK = 10

const recordsOf = async (entries: readonly EntryRow[], kinds: ReadonlyMap<string, RecordKind>, context: ReadContext) => {
  const ids = new Map<string, Set<string>>()
  for (const { record_kind: kind, record_id: id } of entries) if (kind && id) ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  const found = new Map<string, { title: string; href: string }>()
  for (const [kind, known] of ids) for (const { id, title, href } of (await kinds.get(kind)?.summarise([...known], context)) ?? []) found.set(`${kind} ${id}`, { title, href })
  return found
}
/** Entries that moved the budget: the ones that can be taken back with an opposite. */
const movedBudget = async ({ tx, actor }: ReadContext, entries: readonly EntryRow[]): Promise<ReadonlySet<string>> => {
  if (!actor.permissions.has('budget.undo')) return new Set()
  const rows = await tx.all<{ entry_id: string }>(sql`select distinct entry_id from budget.movements where commune = ${tx.commune} and entry_id = any (${entries.map(({ id }) => id)}::uuid[])`)
  return new Set(rows.map(({ entry_id: id }) => id))
}

/** The ledger as a page reads it: who and what by name, the record it is about, and whether it was undone. */
export const readLedger = (modules: () => readonly ModuleDefinition[]) => defineQuery({
  name: 'system.read-ledger',
  title: 'Bitácora',
  help: 'Los asientos de la bitácora, del más nuevo al más antiguo, con quién, en qué cargo y sobre qué registro.',
  input: z.object({ before: z.coerce.number().int().positive().optional(), text: z.string().max(200).default(''), undoable: z.string().max(5).default('') }),
  allowed: can('evidence.audit'),
  run: async ({ before, text, undoable: only }, context) => {
    const store = ledgerStore(context.tx)
    const wide = only ? SIZE * LOOK : SIZE
    const found = await store.list({ knownSeq: await context.knownSeq(), before, size: wide + 1, text: text.trim() || undefined })
    const entries = found.slice(0, wide)
    const kinds = new Map(modules().flatMap((module) => module.records ?? []).map((kind) => [kind.kind, kind]))
    const names = await personStore(context.tx).namesOfAccounts(entries.map(({ account_id: id }) => id))
    const records = await recordsOf(entries, kinds, context)
    const undone = new Map((await context.tx.all<{ seq: number; undoes: number }>(sql`select seq, undoes from evidence.entries where commune = ${context.tx.commune} and undoes = any (${entries.map(({ seq }) => seq)}::bigint[])`)).map((row) => [row.undoes, row.seq]))
    const moved = await movedBudget(context, entries)
    const lines = entries.map((entry): LedgerLine => {
      const record = records.get(`${entry.record_kind} ${entry.record_id}`)
      const undoable = entry.undoes === null && !undone.has(entry.seq)
      return {
        seq: entry.seq, id: entry.id, at: entry.recorded_at, effectiveOn: entry.effective_on, who: names.get(entry.account_id) ?? 'Secplan', office: entry.office, what: entry.summary, action: entry.action,
        record, undoes: entry.undoes, undoneBy: undone.get(entry.seq) ?? null, ...(undoable ? undoOf(entry, context, moved, record !== undefined) : {}),
      }
    })
    const shown = only ? lines.filter((line) => line.undo !== undefined).slice(0, SIZE) : lines
    // A page of what can be undone may end before what was looked at.
    const last = shown.length === SIZE ? shown.at(-1)?.seq : entries.at(-1)?.seq
    return { lines: shown, next: found.length > wide || shown.length === SIZE ? (last ?? null) : null }
  },
})

/** Loads, amendments and deliveries go back on their own page, which knows what else goes with them. */
const OWN_PAGE = new Set(['adoption', 'balance-import', 'amendment', 'carry-over', 'report'])
/** Loads and adopted folders have a term; a single movement goes back while its month is open. */
const withTerm = new Set(['balance-import', 'adoption'])
const undoOf = (entry: EntryRow, { actor, law, today }: ReadContext, moved: ReadonlySet<string>, hasPage: boolean): { undo?: 'page' | 'here'; undoUntil?: string } => {
  const until = withTerm.has(entry.record_kind ?? '') ? undoableUntil(law, entry.recorded_at) : undefined
  if (until && today > until) return {}
  const term = until ? { undoUntil: until } : {}
  if (entry.name === 'folder-adopted') return actor.permissions.has('evidence.attach') && hasPage ? { undo: 'page', ...term } : {}
  if (moved.has(entry.id)) return { undo: hasPage && OWN_PAGE.has(entry.record_kind ?? '') ? 'page' : 'here', ...term }
  return entry.name === 'report-delivered' && hasPage && actor.permissions.has('reporting.deliver') ? { undo: 'page' } : {}
}
