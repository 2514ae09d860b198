import { type Day, dayInSantiago, type FigureValue, formatDay } from '#kernel'
import { changePoints } from '../figures/change-points.ts'
import type { EntryLine } from '../figures/entries-between.ts'
import type { atMost, Recipe } from '../figures/figure-at.ts'
import type { ChangedFigure } from '../contract.ts'

export type Change = { readonly recipe: Recipe; readonly effectiveOn: Day; readonly before: FigureValue; readonly now: FigureValue; readonly watermark: number }
/** Points of the ledger a question may look at for all its figures: days, and entries within them. */
export type Looks = { readonly days: ReturnType<typeof atMost>; readonly entries: ReturnType<typeof atMost> }
const LOOKS = 14
const same = (a: FigureValue | undefined, b: FigureValue | undefined) => a?.value === b?.value

export type RecordedDay = { readonly day: Day; readonly entries: readonly EntryLine[] }
/** Entries in order, by the day in Santiago they were recorded on: once for all the figures of an answer, for a year has thousands. */
export const byDay = (entries: readonly EntryLine[]): RecordedDay[] => {
  const days = new Map<Day, EntryLine[]>()
  for (const entry of entries) {
    const day = dayInSantiago(entry.recorded_at)
    const found = days.get(day)
    if (found) found.push(entry)
    else days.set(day, [entry])
  }
  return [...days].map(([day, found]) => ({ day, entries: found }))
}

/**
 * The entries that took a figure from one value to another: first the days on which it moved, then the entry within the day. A figure
 * that reads only by dates is explained by the day, with how many entries were recorded on it. Where the looks are spent, by all the
 * entries up to the day: never by one that was not seen to move it.
 */
export const explainChange = async (looks: Looks, days: readonly RecordedDay[], change: Change): Promise<ChangedFigure['entries']> => {
  const { recipe, effectiveOn, watermark } = change
  const atDay = (index: number) => looks.days.look(recipe, { effectiveOn, knownOn: days[index]?.day ?? change.now.recipe.asOf.knownOn })
  const moved = await changePoints<FigureValue | undefined>(days.map((_, index) => index), change.before, same, atDay, { budget: LOOKS, end: change.now })
  const lines: ChangedFigure['entries'][number][] = []
  for (const [index, point] of moved.entries()) {
    const day = days[point.at]
    if (!day) continue
    const last = day.entries.at(-1)
    const text = point.value?.text ?? ''
    if (looks.days.spent() && last) {
      const upTo = days.slice(0, point.at + 1).reduce((sum, one) => sum + one.entries.length, 0)
      lines.push({ seq: last.seq, at: last.recorded_at, summary: upTo === 1 ? last.summary : `${upTo} asientos registrados hasta el ${formatDay(day.day)}`, text })
      continue
    }
    if (day.entries.length === 1 && last) {
      lines.push({ seq: last.seq, at: last.recorded_at, summary: last.summary, text })
      continue
    }
    const earlier = moved[index - 1]?.value ?? change.before
    const start = (day.entries[0]?.seq ?? 1) - 1
    const atEntry = (seq: number) => looks.entries.look(recipe, { effectiveOn, knownOn: day.day }, seq)
    const readsEntries = same(await atEntry(Math.max(start, watermark)), earlier)
    const found = readsEntries ? await changePoints<FigureValue | undefined>(day.entries.map(({ seq }) => seq), earlier, same, atEntry, { budget: LOOKS, end: point.value }) : []
    // A search cut short would blame the last entry it knows: the day is what is certain.
    const certain = looks.entries.spent() ? [] : found
    for (const one of certain) {
      const entry = day.entries.find(({ seq }) => seq === one.at)
      if (entry) lines.push({ seq: entry.seq, at: entry.recorded_at, summary: entry.summary, text: one.value?.text ?? '' })
    }
    if (certain.length === 0 && last) lines.push({ seq: last.seq, at: last.recorded_at, summary: `${day.entries.length} asientos registrados el ${formatDay(day.day)}`, text })
  }
  return lines
}
