import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { Uuid } from '../contract.ts'

const Draft = z.object({
  step: z.string().max(20), readJob: z.string().max(60).default(''), previewJob: z.string().max(60).default(''), loadJob: z.string().max(60).default(''),
  choices: z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length < 100_000, 'Lo elegido es demasiado largo'),
})

/** Keeps what the person has decided of a load under way, so that going back, another computer or a closed window lose nothing. Not a fact: it leaves no entry, and once loaded nothing is kept. */
export const keepImportDraft = defineAction({
  name: 'budget.keep-import-draft', title: 'Guardar lo decidido de una carga en revisión', input: z.object({ id: Uuid, draft: Draft }), allowed: can('budget.import'), perMinute: 240,
  run: async ({ id, draft }, context) => {
    const own = await context.tx.one<{ state: string }>(sql`select state from budget.imports where commune = ${context.tx.commune} and id = ${id} and account_id = ${context.actor.accountId}`)
    if (!own) throw notFound({ what: 'una carga suya en revisión' })
    await context.tx.run(sql`update budget.imports set choices = ${JSON.stringify(draft)}::jsonb where commune = ${context.tx.commune} and id = ${id} and state in ('reading', 'cancelled', 'staged')`)
    return { result: { id }, entry: null }
  },
})
