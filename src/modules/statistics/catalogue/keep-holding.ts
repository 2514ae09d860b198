import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { fileRows, hangFile } from '#evidence'
import { catalogueKindTitle, KeepHoldingInput, RetireHoldingInput } from '../contract.ts'
import { HOLDING } from '../hrefs.ts'
import { holdingHref } from './holding-href.ts'
import { holdingStore } from './holding.store.ts'

/** Adds a study, plan, map or document to the catalogue: its file, or where it is. */
export const keepHolding = defineAction({
  name: 'statistics.keep-holding', title: 'Agregar al catálogo', input: KeepHoldingInput, allowed: can('statistics.load'),
  run: async (input, context) => {
    const { tx, today, entryId } = context
    const file = input.fileHash ? await fileRows(tx).get(input.fileHash) : undefined
    if (input.fileHash && !file) throw notFound({ what: 'el archivo subido' })
    const row = { id: input.id, kind: input.kind, title: input.title, topic: input.topic, publisher: input.publisher, territory: input.territory, year_from: input.yearFrom, year_to: input.yearTo ?? input.yearFrom, description: input.description, file_hash: input.fileHash, link: input.link, visibility: file?.visibility ?? ('internal' as const), updated_on: today }
    await holdingStore(tx).add(row, entryId)
    if (file) await hangFile(context, { kind: HOLDING, id: input.id }, file, input.title)
    await context.keep({ kind: HOLDING, id: input.id, version: 1, data: row })
    await context.index({ kind: HOLDING, id: input.id, title: input.title, subtitle: [catalogueKindTitle[input.kind], input.publisher].filter(Boolean).join(' · '), href: holdingHref(row), visibility: row.visibility })
    return { result: { id: input.id }, entry: { name: 'holding-kept', summary: `Se agregó al catálogo: ${catalogueKindTitle[input.kind].toLowerCase()} «${input.title}»`, record: { kind: HOLDING, id: input.id } } }
  },
})

/** Takes a card out of the catalogue; its file stays in the evidence. */
export const retireHolding = defineAction({
  name: 'statistics.retire-holding', title: 'Sacar del catálogo', input: RetireHoldingInput, allowed: can('statistics.manage'),
  run: async ({ id, reason }, context) => {
    const store = holdingStore(context.tx)
    const row = await store.get(id)
    if (!row) throw notFound({ what: 'la ficha del catálogo' })
    await store.retire(id, context.entryId)
    return { result: { id }, entry: { name: 'holding-retired', summary: `Se sacó del catálogo «${row.title}»: ${reason}`, record: { kind: HOLDING, id } } }
  },
})
