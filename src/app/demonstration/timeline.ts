import type { EntryDraft } from '#platform/actions'
import type { Database, Scope, Tx } from '#platform/database'
import { appendEntries, type PastEntry } from '#evidence'

/** What happened, to be appended in the order in which it was recorded. Rows of each entry are written before, without waiting. */
export const newTimeline = (database: Database, scope: Scope) => {
  const pending: PastEntry[] = []
  return {
    add: (entry: { id: string; action: string; accountId: string; office?: string; recordedAt: string; effectiveOn: string; draft: EntryDraft }): string => {
      pending.push(entry)
      return entry.id
    },
    /** Appends everything recorded up to an instant (all of it when absent). */
    appendUpTo: async (instant?: string): Promise<number> => {
      const limit = instant ? new Date(instant).getTime() : Number.POSITIVE_INFINITY
      pending.sort((a, b) => new Date(a.recordedAt).getTime() - new Date(b.recordedAt).getTime())
      const end = pending.findIndex(({ recordedAt }) => new Date(recordedAt).getTime() > limit)
      const part = pending.splice(0, end < 0 ? pending.length : end)
      if (part.length) await database.write(scope, (tx: Tx) => appendEntries(tx, part))
      return part.length
    },
  }
}
export type Timeline = ReturnType<typeof newTimeline>
