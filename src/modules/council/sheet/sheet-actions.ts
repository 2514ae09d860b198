import { can, type DocumentFrame, type DocumentBody, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound, type PrepareContext, versionMoved } from '#platform/actions'
import { fingerprint, renderDocx, renderPdf, verificationCode } from '#platform/documents'
import { assign } from '#calendar'
import { fileRows } from '#evidence'
import { communeStore, unitStore } from '#registry'
import { type HeldDecision, HoldSheetInput, OpenSheetInput, SaveSheetInput, SheetFileInput } from '../contract/sheet.ts'
import { dateTaken, dayOutOfRange, outcomesMissing, sheetHeld, sheetRepeated } from '../problems.ts'
import { type Around, bodyOfSheet } from './gather-sheet.ts'
import { type SheetRow, sheetStore } from './sheet.store.ts'
import type { z } from 'zod'

export const SHEET = 'council-sheet'
const allowed = can('council.sheet')
const words = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
const frameOf = (body: DocumentBody, held: boolean, heldOn: string | undefined, demonstration: boolean): DocumentFrame => {
  const print = fingerprint(body)
  return { state: held ? 'issued' : 'draft', ...(heldOn ? { issuedOn: heldOn } : {}), fingerprint: print, verificationCode: verificationCode(print), paper: 'letter', demonstration }
}
const render = async (format: 'pdf' | 'docx', body: DocumentBody, frame: DocumentFrame): Promise<Uint8Array> => (format === 'pdf' ? renderPdf(body, frame) : renderDocx(body, frame))
const fileName = (row: Pick<SheetRow, 'meetingOn'>, format: 'pdf' | 'docx'): string => `Pauta alcaldía ${formatDay(row.meetingOn)}.${format}`
const keepFile = async (context: ActionContext, row: Pick<SheetRow, 'meetingOn'>, format: 'pdf' | 'docx', file: { hash: string; size: number }): Promise<void> => {
  await fileRows(context.tx).add({ hash: file.hash, size: file.size, name: fileName(row, format), mediaType: words[format], visibility: 'restricted', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
}
const needOpen = (row: SheetRow | undefined, version: number): SheetRow => {
  if (!row) throw notFound({ what: 'la pauta' })
  if (row.state === 'held') throw sheetHeld({ on: formatDay(row.heldOn ?? row.meetingOn) })
  if (row.version !== version) throw versionMoved({ what: `Pauta del ${formatDay(row.meetingOn)}`, yours: version, current: row.version }, { facts: { theirs: { remarks: row.remarks, decisions: row.decisions.map(({ question }) => question).join('; ') } } })
  return row
}

export const openSheet = defineAction({
  name: 'council.open-sheet', title: 'Comenzar la pauta de una reunión', input: OpenSheetInput, allowed,
  run: async (input, context) => {
    if (input.meetingOn < context.today) throw dateTaken({ on: formatDay(input.meetingOn) }, { errors: [{ pointer: '/meetingOn', message: 'Esa fecha ya pasó' }] })
    const store = sheetStore(context.tx)
    const other = (await store.open()) ?? (await store.list(Number.MAX_SAFE_INTEGER)).find(({ meetingOn }) => meetingOn === input.meetingOn)
    if (other) throw sheetRepeated({ on: formatDay(other.meetingOn) })
    await store.add({ ...input, entryId: context.entryId })
    await context.keep({ kind: SHEET, id: input.id, version: 1, data: { meetingOn: input.meetingOn } })
    return { result: { id: input.id, version: 1 }, entry: { name: 'sheet-opened', summary: `Pauta de la reunión con la alcaldía del ${formatDay(input.meetingOn)}, comenzada`, record: { kind: SHEET, id: input.id } } }
  },
})
/** The opening note and the decisions asked, whole. The words stay in the sheet: the ledger counts them. */
export const saveSheet = defineAction({
  name: 'council.save-sheet', title: 'Guardar la pauta', input: SaveSheetInput, allowed,
  run: async (input, context) => {
    const store = sheetStore(context.tx)
    const row = needOpen(await store.hold(input.id), input.version)
    await store.save(input)
    await context.keep({ kind: SHEET, id: row.id, version: row.version + 1, data: { meetingOn: row.meetingOn, decisions: input.decisions.length } })
    return { result: { id: row.id, version: row.version + 1 }, entry: { name: 'sheet-saved', summary: `Pauta del ${formatDay(row.meetingOn)}: ${input.decisions.length === 1 ? 'una decisión pedida' : `${input.decisions.length} decisiones pedidas`}`, record: { kind: SHEET, id: row.id } } }
  },
})
type Made = { readonly row: Pick<SheetRow, 'meetingOn'>; readonly hash: string; readonly size: number }
/** The sheet as PDF or Word: what is kept when it was held, else composed now. Rendering is done before the transaction. */
export const sheetFile = (around: Around) => defineAction<typeof SheetFileInput, { hash: string }, Made>({
  name: 'council.make-sheet-file', title: 'Preparar la pauta en PDF o Word', input: SheetFileInput, allowed, perMinute: 30,
  prepare: async ({ id, format }, context) => {
    const { row, body, demonstration } = await context.read(async (read) => {
      const found = await sheetStore(read.tx).get(id)
      if (!found) throw notFound({ what: 'la pauta' })
      return { row: found, body: found.body ?? (await bodyOfSheet(read, around, found, found.decisions)).body, demonstration: (await communeStore(read.tx).get())?.demonstration ?? false }
    })
    const kept = format === 'pdf' ? row.pdfHash : row.docxHash
    if (kept) return { row, hash: kept, size: 0 }
    const stored = await context.files.put(await render(format, body, frameOf(body, false, undefined, demonstration)))
    return { row, ...stored }
  },
  run: async ({ format }, context, made) => {
    if (made.size > 0) await keepFile(context, made.row, format, made)
    return { result: { hash: made.hash }, entry: null }
  },
})
type Frozen = { readonly body: DocumentBody; readonly decisions: readonly HeldDecision[]; readonly pdf: { hash: string; size: number }; readonly docx: { hash: string; size: number } }
const freeze = async (input: z.output<typeof HoldSheetInput>, context: PrepareContext, around: Around): Promise<Frozen> => {
  const { body, decisions, demonstration } = await context.read(async (read) => {
    const row = needOpen(await sheetStore(read.tx).get(input.id), input.version)
    if (input.heldOn > read.today) throw dayOutOfRange({ what: 'La reunión no puede ser de un día que no llega' }, { errors: [{ pointer: '/heldOn', message: 'Esa fecha aún no llega' }] })
    const missing = row.decisions.findIndex(({ id }) => !input.outcomes.some((one) => one.id === id))
    if (missing >= 0 || input.outcomes.length !== row.decisions.length) throw outcomesMissing({}, { errors: [{ pointer: `/outcomes/${Math.max(0, missing)}`, message: 'Marque lo que se decidió' }] })
    const names = await unitStore(read.tx).names()
    const settled = row.decisions.map((one): HeldDecision => {
      const outcome = input.outcomes.find(({ id }) => id === one.id)
      if (!outcome) return one
      const unit = outcome.unitId ? names.get(outcome.unitId) : undefined
      if (outcome.unitId && !unit) throw notFound({ what: 'la unidad a la que se encarga' })
      return { ...one, result: outcome.result, words: outcome.words, ...(unit ? { unit, assignment: outcome.assignment, until: outcome.until } : {}) }
    })
    return { body: (await bodyOfSheet(read, around, row, settled, true)).body, decisions: settled, demonstration: (await communeStore(read.tx).get())?.demonstration ?? false }
  })
  const frame = frameOf(body, true, input.heldOn, demonstration)
  return { body, decisions, pdf: await context.files.put(await renderPdf(body, frame)), docx: await context.files.put(await renderDocx(body, frame)) }
}
/** The meeting was held: each decision with an owner becomes an assignment, and the sheet is frozen as it was seen, with its two files. */
export const holdSheet = (around: Around) => defineAction<typeof HoldSheetInput, { id: string; version: number; assignments: number }, Frozen>({
  name: 'council.hold-sheet', title: 'Cerrar la pauta con lo decidido', help: 'Queda fija, con sus archivos. Lo decidido con responsable pasa a encargos.', input: HoldSheetInput, allowed, perMinute: 30,
  prepare: (input, context) => freeze(input, context, around),
  run: async (input, context, frozen) => {
    const store = sheetStore(context.tx)
    const row = needOpen(await store.hold(input.id), input.version)
    let assignments = 0
    for (const decision of frozen.decisions) {
      const outcome = input.outcomes.find(({ id }) => id === decision.id)
      if (!outcome?.unitId) continue
      await assign.run(assign.input.parse({ id: outcome.assignment, text: `${decision.question}${outcome.words ? `\n${outcome.words}` : ''}\nPauta del ${formatDay(row.meetingOn)}.`, askedBy: 'Alcaldía', forUnit: outcome.unitId, until: outcome.until }), context, undefined)
      await context.link({ from: { kind: SHEET, id: row.id }, relation: 'decides', to: { kind: 'assignment', id: outcome.assignment } })
      assignments += 1
    }
    await keepFile(context, row, 'pdf', frozen.pdf)
    await keepFile(context, row, 'docx', frozen.docx)
    await store.freeze({ id: row.id, version: row.version, decisions: frozen.decisions, body: frozen.body, fingerprint: fingerprint(frozen.body), pdfHash: frozen.pdf.hash, docxHash: frozen.docx.hash, heldOn: input.heldOn })
    await context.keep({ kind: SHEET, id: row.id, version: row.version + 1, data: { meetingOn: row.meetingOn, heldOn: input.heldOn, assignments } })
    return { result: { id: row.id, version: row.version + 1, assignments }, entry: { name: 'sheet-held', summary: `Reunión con la alcaldía del ${formatDay(input.heldOn)}: ${frozen.decisions.length === 1 ? 'una decisión' : `${frozen.decisions.length} decisiones`}, ${assignments === 1 ? 'un encargo' : `${assignments} encargos`}`, effectiveOn: input.heldOn, record: { kind: SHEET, id: row.id }, facts: { fingerprint: fingerprint(frozen.body), pdf: frozen.pdf.hash, docx: frozen.docx.hash } } }
  },
})
