import type { LocalRow } from '../desk/desk.store.ts'
import type { LocalDutyView } from '../contract.ts'
import { DutyRule } from '../duties/duty-rule.ts'

/** The rule of a duty that the municipality adds, in the shape of those of the law. */
export const localRule = (input: LocalDutyView): Readonly<Record<string, unknown>> => ({
  trigger: input.trigger, owner: input.owner, evidence: input.evidence, prepares: [], receives: [], weight: 3, ...(input.deputy ? { deputy: input.deputy } : {}), ...(input.consequence ? { consequence: input.consequence } : {}),
  ...(input.day ? { day: input.day } : {}), ...(input.date ? { date: input.date } : {}), ...(input.offset ? { offset: input.offset, unit: input.unit } : {}),
})
/** What the form needs to correct it. */
export const localInput = (row: LocalRow): LocalDutyView => {
  const rule = DutyRule.parse(row.rule)
  return {
    id: row.id, title: row.title, trigger: rule.trigger as LocalDutyView['trigger'], day: rule.day ?? null, date: rule.date ?? null, offset: rule.offset ?? null, unit: rule.unit === 'calendar-days' ? 'calendar-days' : 'business-days', owner: rule.owner, deputy: rule.deputy ?? '',
    evidence: rule.evidence, consequence: rule.consequence ?? '', norm: row.norm, article: row.article ?? '', startsOn: row.startsOn, endsOn: row.endsOn, version: row.version,
  }
}
