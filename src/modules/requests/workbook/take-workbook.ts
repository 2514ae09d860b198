import { defineAction, type PrepareContext, type ReadContext } from '#platform/actions'
import { readSheets, type Workbook } from '#platform/spreadsheets'
import { requestToWrite, demandOpen } from '../answers/access.ts'
import { answerStore } from '../answers/answer.store.ts'
import { keepDrafts } from '../answers/keep-drafts.ts'
import { uploadStore } from '../answers/upload.store.ts'
import { campaignStore } from '../campaigns/campaign.store.ts'
import { TakeWorkbookByLinkInput, TakeWorkbookInput, type WorkbookAnswer } from '../contract.ts'
import { behindLink } from '../links/by-link.ts'
import { fileNotSent, linkNotValid, requestOfOtherUnit } from '../problems.ts'
import { matchRows, type Matched } from './match-rows.ts'

const SMALL = { bytes: 8_000_000, rows: 5_000, cells: 200_000, seconds: 20 }
/** Reads the file in its own process, before any transaction; only one that was sent for this very request. */
const readFor = async ({ files, read }: PrepareContext, fileHash: string, demand: (context: ReadContext) => Promise<string>): Promise<Workbook> => {
  const known = await read(async (context) => (await uploadStore(context.tx).names(await demand(context))).has(fileHash))
  if (!known) throw fileNotSent({})
  return readSheets({ path: files.pathOf(fileHash) }, SMALL)
}
const compare = async (context: ReadContext, requestId: string, book: Workbook): Promise<Matched> => {
  const store = answerStore(context.tx)
  const drafts = new Map((await store.drafts([requestId])).map((draft) => [draft.itemId, draft]))
  const settled = new Set((await store.latest([requestId], { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn })).filter(({ verdict }) => verdict !== 'returned').map(({ itemId }) => itemId))
  const items = (await store.items([requestId])).map((item) => ({ ...item, draft: drafts.get(item.id) ?? null, settled: settled.has(item.id) }))
  return matchRows(book, { requestId, secret: await campaignStore(context.tx).signingKey(requestId), items })
}
const take = async (context: ReadContext, requestId: string, book: Workbook, accept: readonly { itemId: string; base: string | null }[] | null): Promise<WorkbookAnswer> => {
  const { rows, missing, written } = await compare(context, requestId, book)
  const bases = new Map((accept ?? []).map(({ itemId, base }) => [itemId, base]))
  // Over the mark that was compared: what came in between is told, not lost.
  const chosen = [...written.values()].flatMap((one) => (bases.has(one.itemId) ? [{ ...one, base: bases.get(one.itemId) ?? null }] : []))
  const { saved, conflicts } = chosen.length > 0 ? await keepDrafts(context, requestId, chosen, 'workbook') : { saved: [], conflicts: [] }
  return { rows, missing, taken: saved.length, conflicts }
}

/** Compares a returned workbook; with `accept`, the chosen rows go to the draft, and the rest changes nothing. */
export const takeWorkbook = defineAction({
  name: 'requests.take-workbook', title: 'Leer la planilla devuelta', help: 'Primero compara fila por fila; después usted elige qué toma.', input: TakeWorkbookInput, perMinute: 30,
  unless: [requestOfOtherUnit], allowed: (actor) => actor.permissions.has('requests.answer') || actor.permissions.has('requests.manage'),
  prepare: ({ requestId, fileHash }, context) => readFor(context, fileHash, async (read) => (await requestToWrite(read, requestId)).row.id),
  run: async ({ requestId, accept }, context, book) => {
    await requestToWrite(context, requestId)
    return { result: await take(context, requestId, book, accept), entry: null }
  },
})
export const takeWorkbookByLink = defineAction({
  name: 'requests.take-workbook-by-link', title: 'Leer la planilla devuelta, por enlace', input: TakeWorkbookByLinkInput, anonymous: true, allowed: () => true, perMinute: 10,
  prepare: ({ commune, token, fileHash }, context) => readFor(context, fileHash, async (read) => (await behindLink(read, { commune, token })).row.id),
  run: async ({ accept, ...given }, context, book) => {
    const { row, used } = await behindLink(context, given)
    if (used) throw linkNotValid({})
    demandOpen(context, row)
    return { result: await take(context, row.id, book, accept), entry: null }
  },
})
