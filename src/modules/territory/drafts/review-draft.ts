import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { communeBoundary } from '../boundaries/shipped-boundaries.ts'
import { DraftInput } from '../contract.ts'
import type { ZoneDefect } from '../zone-file/defect.ts'
import { reviewZones } from '../zone-file/review-zones.ts'
import { draftStore } from './draft.store.ts'

type Answer = { readonly defects: readonly ZoneDefect[] }
/** What would stop the draft as it was saved from being adopted. Nothing is kept. */
export const reviewDraft = defineAction<typeof DraftInput, Answer, Answer>({
  name: 'territory.review-draft', title: 'Revisar el borrador de las zonas', input: DraftInput, allowed: can('territory.edit'),
  prepare: async ({ id }, context) => {
    const draft = await context.read(({ tx }) => draftStore(tx).get(id))
    if (!draft) throw notFound({ what: 'el borrador' })
    return { defects: await reviewZones(draft.zones.map(({ code, name, shape }, at) => ({ at, code, name, shape })), communeBoundary(context.actor.commune)?.shape ?? null) }
  },
  run: async (_input, _context, answer) => ({ result: answer, entry: null }),
})
