import { type Day, dayInSantiago, type FigureValue, formatDay } from '#kernel'
import { changePoints } from '../figures/change-points.ts'
import type { EntryLine } from '../figures/entries-between.ts'
import type { Look, Recipe } from '../figures/figure-at.ts'
import type { ChangedFigure } from '../contract.ts'

export type Change = { readonly recipe: Recipe; readonly effectiveOn: Day; readonly before: FigureValue; readonly now: FigureValue; readonly watermark: number }
const LOOKS = 14
const same = (a: FigureValue | undefined, b: FigureValue | undefined) => a?.value === b?.value

/**
 * The entries that took a figure from one value to another: first the days on which it moved, then the entry within the day. A figure
 * that reads only by dates is explained by the day, with how many entries were recorded on it.
 */
export const explainChange = async (look: Look, entries: readonly EntryLine[], change: Change): Promise<ChangedFigure['entries']> => {
  const { recipe, effectiveOn, watermark } = change
  const days = [...new Set(entries.map(({ recorded_at: at }) => dayInSantiago(at)))].map((day) => ({ day, entries: entries.filter(({ recorded_at: at }) => dayInSantiago(at) === day) }))
  const atDay = (index: number) => look(recipe, { effectiveOn, knownOn: days[index]?.day ?? change.now.recipe.asOf.knownOn })
  const moved = await changePoints<FigureValue | undefined>(days.map((_, index) => index), change.before, same, atDay, { budget: LOOKS, end: change.now })
  const lines: ChangedFigure['entries'][number][] = []
  for (const [index, point] of moved.entries()) {
    const day = days[point.at]
    if (!day) continue
    const earlier = moved[index - 1]?.value ?? change.before
    const start = (day.entries[0]?.seq ?? 1) - 1
    const atEntry = (seq: number) => look(recipe, { effectiveOn, knownOn: day.day }, seq)
    const readsEntries = same(await atEntry(Math.max(start, watermark)), earlier)
    const found = readsEntries ? await changePoints<FigureValue | undefined>(day.entries.map(({ seq }) => seq), earlier, same, atEntry, { budget: LOOKS, end: point.value }) : []
    for (const one of found) {
      const entry = day.entries.find(({ seq }) => seq === one.at)
      if (entry) lines.push({ seq: entry.seq, at: entry.recorded_at, summary: entry.summary, text: one.value?.text ?? '' })
    }
    const last = day.entries.at(-1)
    if (found.length === 0 && last) lines.push({ seq: last.seq, at: last.recorded_at, summary: day.entries.length === 1 ? last.summary : `${day.entries.length} asientos registrados el ${formatDay(day.day)}`, text: point.value?.text ?? '' })
  }
  return lines
}
