import { addDays, type Day, dayInSantiago, formatDay, type Law } from '#kernel'
import { undoTermOver } from '../adoption/problems.ts'

const ID = 'operations/undo-term'
type Recorded = { readonly recorded_at: string; readonly summary: string }

/** The last day on which what was recorded then can be taken back: a setting of the municipality, 90 days unless it says otherwise. */
export const undoableUntil = (law: Law, recordedAt: string): Day => {
  const on = dayInSantiago(new Date(recordedAt))
  return addDays(on, law.number(ID, on))
}
/** Refuses, with the day it ended, when the term to take an entry back is over. */
export const demandUndoTerm = (law: Law, entry: Recorded, today: Day): void => {
  const until = undoableUntil(law, entry.recorded_at)
  if (today > until) throw undoTermOver({ what: entry.summary, days: law.number(ID, dayInSantiago(new Date(entry.recorded_at))), until: formatDay(until) })
}
