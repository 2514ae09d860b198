import { type ActionContext, type Allowed, defineAction, notFound, type RecordRef } from '#platform/actions'
import { defineProblem } from '#kernel'
import { z } from 'zod'
import { ledgerStore } from './ledger.store.ts'

export const alreadyReversed = defineProblem({
  id: 'bitacora/ya-deshecho', kind: 'conflict',
  title: 'Eso ya se deshizo',
  detail: () => 'El asiento tiene su contrario: no se deshace dos veces.',
  remedy: 'Recargue la página para ver cómo quedó.',
})

/**
 * The step that takes back a fact that was added by one entry: readers leave out what an entry undoes, and what was known before is still known.
 * `after` writes again what lives beside the fact (a search line). It is a step of undoing a load, never offered by itself.
 */
export const reverseFact = (given: { readonly name: string; readonly title: string; readonly allowed: Allowed; readonly adds: string; readonly after?: (context: ActionContext, record: RecordRef) => Promise<void> }) => defineAction({
  name: given.name, title: given.title, input: z.object({ entryId: z.uuid(), reason: z.string().max(400) }), allowed: given.allowed,
  run: async ({ entryId, reason }, context) => {
    const store = ledgerStore(context.tx)
    const entry = await store.byId(entryId)
    if (entry?.action !== given.adds) throw notFound({ what: 'el asiento' })
    if (await store.undoneBy(entry.seq)) throw alreadyReversed({})
    const record = entry.record_kind && entry.record_id ? { kind: entry.record_kind, id: entry.record_id } : undefined
    if (record) await given.after?.(context, record)
    return { result: { entryId }, entry: { name: `${entry.name}-undone`, undoes: entry.seq, summary: `Se deshizo «${entry.summary}»: ${reason}`, ...(record ? { record } : {}) } }
  },
})
