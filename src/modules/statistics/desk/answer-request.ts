import { randomUUID } from 'node:crypto'
import { can, counted, formatDay } from '#kernel'
import { type ActionContext, defineAction, inputRefused, notFound, type PrepareContext, type ReadContext } from '#platform/actions'
import { letterheadArms, renderPdf } from '#platform/documents'
import { writeWorkbook } from '#platform/spreadsheets'
import { fileRows, hangFile } from '#evidence'
import { communeStore } from '#registry'
import type { z } from 'zod'
import { datasetStore } from '../datasets/dataset.store.ts'
import { demandExport } from '../datasets/restricted-access.ts'
import { versionOf } from '../datasets/version-of.ts'
import { tableSheet } from '../exports/table-sheet.ts'
import type { Cube } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { tableOf, type TableHands } from '../tables/table-of.ts'
import { clockOf } from './clock.ts'
import { dataRequestStore, type DataRequestRow } from './data-request.store.ts'
import { AnswerDataInput, type TableChanges } from './desk-contract.ts'
import { dataRequestTitle } from './desk-hrefs.ts'
import { causeMissing, emptyAnswer } from './desk-problems.ts'
import { askedBy } from './desk-view.ts'
import { heldRequest } from './held-request.ts'
import { letterFrame, letterOf } from './letter.ts'
import { changesOf } from './table-changes.ts'

type Stored = { readonly hash: string; readonly size: number }
type Made = { readonly title: string; readonly request: TableRequest; readonly datasetId: string; readonly version: number; readonly changes: TableChanges | null }
type Prepared = { readonly workbook: Stored | undefined; readonly letter: Stored; readonly tables: readonly Made[] }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The tables with their numbers: those asked now, and those of the earlier answer at the newest version beside what was delivered. */
const tablesOf = async ({ tables, againOf }: z.output<typeof AnswerDataInput>, context: PrepareContext): Promise<{ cube: Cube; made: Made }[]> => {
  const asOf = await context.read((read) => Promise.resolve(read.asOf))
  const hands: TableHands = { analytics: context.analytics, asOf, versionOf: async (id, version) => context.read(async (read) => {
    const dataset = await datasetStore(read.tx).get(id)
    if (dataset) demandExport(dataset)
    return versionOf(read, id, version)
  }) }
  const earlier = againOf ? await context.read((read) => dataRequestStore(read.tx).tables([againOf])) : []
  const answered: { cube: Cube; made: Made }[] = []
  const frozen = (title: string, request: TableRequest, cube: Cube, changes: TableChanges | null) => ({ cube: { ...cube, title }, made: { title, request: { ...request, version: cube.source.version }, datasetId: request.dataset, version: cube.source.version, changes } })
  for (const { title, request } of tables) answered.push(frozen(title, request, await tableOf(hands, request), null))
  for (const { title, request, version } of earlier) {
    const [before, now] = [await tableOf(hands, { ...request, version }), await tableOf(hands, { ...request, version: 'latest' })]
    answered.push(frozen(title, request, now, changesOf(before, now)))
  }
  return answered
}
const causeText = (context: ReadContext, cause: string): string => {
  const found = context.law.table('statistics/refusal-causes', context.today).find((one) => one['cause'] === cause)
  if (cause && !found) throw inputRefused({ what: 'la respuesta' }, { errors: [{ pointer: '/cause', message: 'Elija una causa de la lista' }] })
  return found ? `artículo ${String(found['article'])}, ${String(found['title']).toLowerCase()}` : ''
}
/** What the letter says around its tables, read in one short transaction. */
const letterFacts = (requestId: string, cause: string) => async (read: ReadContext) => {
  const row = await dataRequestStore(read.tx).get(requestId)
  if (!row) throw notFound({ what: 'la solicitud de datos' })
  const commune = await communeStore(read.tx).get()
  const term = clockOf(row.requester)
  return { row, commune, cause: causeText(read, cause), law: term ? read.law.at(term, row.receivedOn).norm : '', asOf: read.asOf, today: read.today }
}
/** Composes, prints and stores the letter. Slow: before the transaction. */
export const storedLetter = async (context: PrepareContext, requestId: string, given: { readonly note: string; readonly cause: string; readonly verdict: 'full' | 'partial' | 'refused'; readonly tables: readonly { cube: Cube; changes: TableChanges | null }[]; readonly files: number }): Promise<Stored> => {
  const { row, commune, cause, law, asOf, today } = await context.read(letterFacts(requestId, given.cause))
  const municipality = commune?.municipality ?? ''
  const addressee = row.requester === 'citizen' ? `A quien presentó la ${dataRequestTitle(row.number, row.year).toLowerCase().replace('n.º', 'N.º')}` : askedBy(row)
  const body = letterOf({ ...given, title: dataRequestTitle(row.number, row.year), addressee, receivedOn: row.receivedOn, asked: row.asked, cause, law, asOf, commune: { code: commune?.code ?? '', municipality, unit: 'Secretaría Comunal de Planificación' } })
  const arms = await letterheadArms(context.files, commune?.letterhead ?? null, municipality)
  return context.files.put(await renderPdf(body, letterFrame(body, today, commune?.demonstration ?? false), arms ? { arms } : {}))
}
/** Names a stored file and hangs it on the question, as evidence of what was delivered. */
export const hangStored = async (context: ActionContext, row: DataRequestRow, stored: Stored, given: { readonly title: string; readonly end: 'xlsx' | 'pdf' }): Promise<void> => {
  await fileRows(context.tx).add({ hash: stored.hash, size: stored.size, name: `${given.title} ${row.number}-${row.year}.${given.end}`, mediaType: given.end === 'pdf' ? 'application/pdf' : XLSX, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
  const file = await fileRows(context.tx).get(stored.hash)
  if (file) await hangFile(context, { kind: 'data-request', id: row.id }, file, given.title)
}

/** Prepares the answer: tables with their version fixed, a workbook and a letter, stored by their fingerprint. It can be prepared again until it is delivered. */
export const answerRequest = defineAction<typeof AnswerDataInput, { id: string; tables: number; changed: number }, Prepared>({
  name: 'statistics.answer-request', title: 'Preparar la respuesta a una solicitud de datos', help: 'Los cuadros quedan con la versión de los datos fija; la planilla y la carta se guardan con su huella.', input: AnswerDataInput, allowed: can('statistics.load'), perMinute: 20,
  prepare: async (input, context) => {
    if (input.verdict === 'partial' && (!input.cause || input.note.length === 0)) throw causeMissing({}, { errors: [{ pointer: input.cause ? '/note' : '/cause', message: input.cause ? 'Diga qué se reserva y por qué' : 'Elija la causa legal' }] })
    const tables = await tablesOf(input, context)
    if (tables.length === 0 && input.fileHashes.length === 0 && !input.note) throw emptyAnswer({})
    const workbook = tables.length > 0 ? await context.files.put(await writeWorkbook(tables.map(({ cube }) => tableSheet(cube)))) : undefined
    return { workbook, letter: await storedLetter(context, input.requestId, { ...input, tables: tables.map(({ cube, made }) => ({ cube, changes: made.changes })), files: input.fileHashes.length }), tables: tables.map(({ made }) => made) }
  },
  run: async ({ id, requestId, againOf, note, verdict, cause, fileHashes }, context, { workbook, letter, tables }) => {
    const { row, title, record } = await heldRequest(context, requestId, 'answered')
    const store = dataRequestStore(context.tx)
    await store.addStep({ id, requestId, kind: 'answered', on: context.today, accountId: context.actor.accountId, reason: note, verdict, cause: verdict === 'partial' ? cause : '', workbook: workbook?.hash ?? null, letter: letter.hash, againOf }, context.entryId)
    for (const [position, table] of tables.entries()) await store.addTable({ ...table, id: randomUUID(), stepId: id, position }, context.entryId)
    if (workbook) await hangStored(context, row, workbook, { title: 'Cuadros entregados', end: 'xlsx' })
    await hangStored(context, row, letter, { title: 'Carta de respuesta', end: 'pdf' })
    for (const hash of fileHashes) {
      const file = await fileRows(context.tx).get(hash)
      if (!file) throw notFound({ what: 'el archivo adjunto' })
      await hangFile(context, record, file, file.name)
    }
    const changed = tables.reduce((sum, { changes }) => sum + (changes ? changes.changed + changes.added + changes.gone : 0), 0)
    return { result: { id, tables: tables.length, changed }, entry: { name: 'data-request-answered', summary: `${title}: respuesta preparada el ${formatDay(context.today)}, con ${counted(tables.length, 'cuadro', 'cuadros')}${verdict === 'partial' ? ', en parte reservada' : ''}`, record, facts: { tables: tables.map(({ datasetId, version }) => ({ datasetId, version })), workbook: workbook?.hash ?? null, letter: letter.hash, verdict } } }
  },
})
