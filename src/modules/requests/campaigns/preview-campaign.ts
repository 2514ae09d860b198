import { businessCalendar } from '#calendar'
import { can } from '#kernel'
import { defineQuery, type QueryDefinition } from '#platform/actions'
import { stableId } from '#evidence'
import { practised, unitStore } from '#registry'
import { addresseeViews, findAddressees } from '../addressees/find-addressees.ts'
import { type AskedView, PreviewInput, type PreviewAnswer } from '../contract.ts'
import type { RequestSource } from '../sources/source.ts'
import { demandPeriod, owedNow } from './asked.ts'
import { requestHabits } from '../practices.ts'
import { suggestedDue } from './schedule.ts'

/** Before anything is opened: what would be asked, of whom, and until when. */
export const previewCampaign = (sources: readonly RequestSource[]): QueryDefinition<typeof PreviewInput, PreviewAnswer> => defineQuery({
  name: 'requests.preview-campaign', title: 'Lo que se pediría en un período', input: PreviewInput, allowed: can('requests.manage'),
  run: async ({ period: id }, context) => {
    const period = demandPeriod(id)
    const owed = await owedNow(context, sources, period)
    const asked: AskedView[] = owed.map(({ source, thing }) => ({
      id: stableId(context.tx.commune, 'asked', `${period.id} ${source.key} ${thing.subjectId}`), source: source.key, sourceTitle: source.title, subjectId: thing.subjectId, unitId: thing.unitId, label: thing.label, help: thing.help, why: thing.why,
      kind: thing.kind, measure: thing.measure, needsEvidence: thing.needsEvidence, previousText: thing.previous?.text ?? '', previousOn: thing.previous?.on ?? null,
    }))
    const units = (await unitStore(context.tx).list()).filter(({ active }) => active)
    const addressees = await findAddressees(context, units.map((unit) => unit.id), context.today)
    const views = await addresseeViews(context, units.flatMap((unit) => { const one = addressees.get(unit.id); return one ? [one] : [] }))
    const habits = await practised(context, requestHabits)
    const usable = sources.filter((source) => source.allowed(context.actor.permissions))
    return {
      period: period.id, periodTitle: period.title, suggestedDue: suggestedDue(period, context.today, businessCalendar(context.law, context.tx.commune), habits), today: context.today, termDays: habits.term, asked,
      units: units.map(({ id: unitId, name }, index) => ({ id: unitId, name, addressee: views[index] ?? null })),
      sources: usable.map(({ key, title, help }) => ({ key, title, help: help(habits), count: asked.filter(({ source }) => source === key).length })),
    }
  },
})
