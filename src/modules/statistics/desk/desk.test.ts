import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { closePress } from '#platform/documents'
import { carla, ivan, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { addTestVersion, described } from '../testing/small-dataset.ts'
import { answerRequest } from './answer-request.ts'
import { captureRequest } from './capture-request.ts'
import type { DataRequestView, SimilarView } from './desk-contract.ts'
import { type DataRequestsAnswer, listDataRequests, showDataRequest, similarRequests } from './desk-queries.ts'
import { deskEvidence, deskWork } from './desk-work.ts'
import { refuseRequest } from './refuse-request.ts'
import { assignDataRequest, cancelRequest, deliverAnswer, extendRequest, rateAnswer, suppressRequester, undoRequestStep } from './request-steps.ts'
import { deskYear, issueDeskReport } from './year-report.ts'

describe.each(engines)('mesa de solicitudes de datos en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  let dataset = ''
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    dataset = randomUUID()
    await town.as(ivan).does(createDataset, { id: dataset, ...described('poblacion', 'Población') })
    await town.as(ivan).does(shareDataset, { id: dataset, version: 1 })
    await addTestVersion(town, ivan, { datasetId: dataset, number: 1, persons: { 2023: 100, 2024: 110 } })
  })
  afterAll(async () => {
    await town.close()
    await closePress()
    await drop()
  })
  const capture = async (given: Record<string, unknown> = {}, who = ivan): Promise<string> => {
    const id = randomUUID()
    await town.as(who).does(captureRequest, { id, channel: 'phone', requester: 'unit', unitId: UNIT.works, asked: 'Población por año de la comuna', receivedOn: '2026-07-20', ...given })
    return id
  }
  const show = (id: string, who = ivan) => town.as(who).asks<DataRequestView>(showDataRequest, { id })
  const table = () => ({ title: 'Población por año', request: { dataset, version: 'latest', measures: ['persons'], variables: [{ dimension: 'year', select: { kind: 'all' }, place: 'row' }] } })
  const answer = (requestId: string, given: Record<string, unknown> = {}) => town.as(ivan).does<{ tables: number; changed: number }>(answerRequest, { id: randomUUID(), requestId, tables: [table()], note: '', ...given })
  const deliver = (requestId: string, on = '2026-07-22') => town.as(ivan).does(deliverAnswer, { id: randomUUID(), requestId, on, receiverPost: 'Directora de Obras', means: 'correo' })

  test('se pregunta, se asigna, se responde con su versión fija, se entrega y se evalúa', async () => {
    const id = await capture({ assignTo: ivan.accountId })
    expect(await show(id)).toMatchObject({ state: 'working', mine: true, undoable: null })
    await answer(id)
    const ready = await show(id)
    const step = ready.steps.find(({ kind: what }) => what === 'answered')
    expect(step?.tables).toMatchObject([{ title: 'Población por año', version: 1, changes: null, request: { version: 1 } }])
    expect([step?.letter, step?.workbook].map((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toEqual([true, true])
    expect((await town.system.services.files.get(step?.letter ?? ''))?.subarray(0, 4).toString()).toBe('%PDF')
    expect((await town.as(ivan).refused(deliverAnswer, { id: randomUUID(), requestId: id, on: '2026-07-21', receiverPost: 'Directora', means: 'correo' })).id).toBe('estadistica/fecha-no-cabe')
    await deliver(id)
    await town.as(ivan).does(rateAnswer, { id: randomUUID(), requestId: id, rating: 5 })
    // Del lunes 20 al miércoles 22 de julio: dos días hábiles.
    expect(await show(id)).toMatchObject({ state: 'delivered', days: 2, onTime: true, closedOn: '2026-07-22' })
    expect((await town.as(ivan).refused(answerRequest, { id: randomUUID(), requestId: id, note: 'otra vez' })).id).toBe('estadistica/solicitud-no-admite')
  })
  test('la misma pregunta se responde otra vez con la última versión y dice qué cambió', async () => {
    const first = await capture({ asked: 'Habitantes de la comuna según año, serie completa' })
    await answer(first)
    await deliver(first)
    // Se corrige 2024 y llega 2025: una cifra igual, una corregida, una nueva.
    await addTestVersion(town, ivan, { datasetId: dataset, number: 2, persons: { 2023: 100, 2024: 112, 2025: 120 }, reason: 'El INE corrigió' })
    const second = await capture({ asked: 'Serie completa de habitantes por año' })
    const { similar } = await town.as(ivan).asks<{ similar: readonly SimilarView[] }>(similarRequests, { text: 'Serie completa de habitantes por año', not: second })
    expect(similar[0]).toMatchObject({ kind: 'request', id: first })
    const { result } = await answer(second, { tables: [], againOf: similar[0]?.step })
    expect(result).toMatchObject({ tables: 1, changed: 2 })
    expect((await show(second)).steps.at(-1)?.tables[0]).toMatchObject({ version: 2, changes: { fromVersion: 1, toVersion: 2, equal: 1, changed: 1, added: 1, gone: 0, largest: [{ before: 110, after: 112 }] } })
    // Lo entregado antes sigue diciendo su versión.
    expect((await show(first)).steps.find(({ kind: what }) => what === 'answered')?.tables[0]?.version).toBe(1)
  })
  test('transparencia: plazo de ley, una sola prórroga, denegación con causa', async () => {
    const id = await capture({ requester: 'citizen', unitId: null, name: 'Juana Pérez', contact: 'juana@correo.cl', asked: 'Listado de beneficiarios con su dirección', receivedOn: '2026-07-01' })
    // Desde el 1-7: 2, 3 (2); 6-10 (7); 13-15, 17 (11; el 16 es feriado); 20-24 (16); 27-30 (20).
    expect(await show(id)).toMatchObject({ dueOn: '2026-07-30', extension: 10, name: 'Juana Pérez', clock: { days: 20, confidence: 'M' } })
    await town.as(ivan).does(extendRequest, { id: randomUUID(), requestId: id, reason: 'Hay que reunir datos de tres unidades' })
    // 31 (1); 3-7 (6); 10-13 (10).
    expect(await show(id)).toMatchObject({ dueOn: '2026-08-13', extension: 0 })
    expect((await town.as(ivan).refused(extendRequest, { id: randomUUID(), requestId: id, reason: 'Una segunda vez no cabe' })).id).toBe('estadistica/prorroga-no-cabe')
    expect((await town.as(ivan).refused(refuseRequest, { id: randomUUID(), requestId: id, cause: 'persons', reason: 'Contiene direcciones' })).status).toBe(403)
    expect((await town.as(rosa).refused(refuseRequest, { id: randomUUID(), requestId: id, cause: 'inventada', reason: 'Contiene direcciones' })).status).toBe(400)
    await town.as(rosa).does(refuseRequest, { id: randomUUID(), requestId: id, cause: 'persons', reason: 'Contiene direcciones de personas' })
    const refused = await show(id)
    expect(refused).toMatchObject({ state: 'refused', onTime: true })
    expect(refused.steps.at(-1)?.cause).toContain('21 N.º 2')
    expect((await town.as(ivan).refused(answerRequest, { id: randomUUID(), requestId: id, note: 'x', verdict: 'partial' })).id).toBe('estadistica/falta-causa')
  })
  test('el nombre no está en la bitácora y se suprime', async () => {
    const id = await capture({ requester: 'citizen', unitId: null, name: 'Nombre Secretísimo', asked: 'Cuántos adultos mayores hay' })
    const rows = await town.as(carla).reads(async ({ tx }) => tx.all(await import('#platform/database').then(({ sql }) => sql`select e::text as whole from evidence.entries e where commune = ${tx.commune}`)))
    expect(JSON.stringify(rows)).not.toContain('Secretísimo')
    expect((await town.as(ivan).refused(suppressRequester, { requestId: id, reason: 'Lo pidió su titular' })).status).toBe(403)
    const keeper = { ...rosa, permissions: new Set([...rosa.permissions, 'registry.suppress']) }
    expect((await town.as({ ...stranger, permissions: keeper.permissions }).refused(suppressRequester, { requestId: id, reason: 'Lo pidió su titular' })).status).toBe(404)
    await town.as(keeper).does(suppressRequester, { requestId: id, reason: 'Lo pidió su titular' })
    expect((await show(id)).name).toBe('Persona suprimida')
  })
  test('quien no atiende pide para una unidad y ve lo suyo; nadie de otra comuna ve nada', async () => {
    const own = await capture({}, tomas)
    expect((await show(own, tomas)).mayAttend).toBe(false)
    expect((await town.as(tomas).refused(captureRequest, { id: randomUUID(), channel: 'page', requester: 'citizen', name: 'Otra', asked: 'Población por edad', receivedOn: '2026-07-20' })).id).toBe('estadistica/solicitud-de-otro')
    const other = await capture()
    expect((await town.as(tomas).refused(showDataRequest, { id: other })).status).toBe(404)
    expect((await town.as(tomas).asks<DataRequestsAnswer>(listDataRequests)).lines.map(({ id }) => id)).toEqual([own])
    for (const action of [assignDataRequest, extendRequest, answerRequest, deliverAnswer, refuseRequest, cancelRequest, undoRequestStep, issueDeskReport]) expect((await town.as(tomas).refused(action, {})).status, action.name).toBe(403)
    expect((await town.as(visita).refused(captureRequest, {})).status).toBe(403)
    expect((await town.as(visita).refused(rateAnswer, {})).status).toBe(403)
    expect((await town.as(stranger).asks<DataRequestsAnswer>(listDataRequests)).lines).toEqual([])
    expect((await town.as(stranger).refused(showDataRequest, { id: other })).status).toBe(404)
    const given = { id: randomUUID(), requestId: other, account: rosa.accountId, reason: 'Motivo bastante largo', note: 'x', on: '2026-07-22', receiverPost: 'Alguien', means: 'correo', cause: 'persons', rating: 3 }
    for (const action of [assignDataRequest, extendRequest, answerRequest, deliverAnswer, refuseRequest, cancelRequest, rateAnswer]) expect((await town.as(stranger).refused(action, given)).status, action.name).toBe(404)
    expect((await town.as(rosa).refused(captureRequest, { id: randomUUID(), channel: 'page', requester: 'unit', unitId: UNIT.works, asked: 'Mañana', receivedOn: '2026-07-23' })).id).toBe('estadistica/fecha-no-cabe')
  })
  test('se deshace el último paso y solo el último; anulada no cuenta', async () => {
    const id = await capture()
    await town.as(ivan).does(assignDataRequest, { id: randomUUID(), requestId: id, account: ivan.accountId })
    await answer(id, { tables: [], note: 'Está en la página del INE' })
    const { undoable, steps } = await show(id)
    expect(undoable).toBe(steps.at(-1)?.id)
    expect((await town.as(stranger).refused(undoRequestStep, { id: undoable })).status).toBe(404)
    await town.as(ivan).does(undoRequestStep, { id: undoable })
    expect((await show(id)).steps.some(({ kind: what }) => what === 'answered')).toBe(false)
    await town.as(ivan).does(cancelRequest, { id: randomUUID(), requestId: id, reason: 'Se ingresó dos veces' })
    expect((await show(id)).state).toBe('cancelled')
    expect((await town.as(ivan).refused(answerRequest, { id: randomUUID(), requestId: id })).id).toBe('estadistica/respuesta-vacia')
  })
  test('el trabajo lleva su fecha, el mandato su parte y el año su informe', async () => {
    const id = await capture({ requester: 'body', unitId: null, organisation: 'Contraloría', asked: 'Ejecución de programas', receivedOn: '2026-07-20', assignTo: ivan.accountId })
    const work = await town.as(ivan).reads((context) => deskWork(context))
    // Diez hábiles desde el 20-7: 21-24 (4), 27-31 (9), 3-8 (10).
    expect(work.find((one) => one.id.endsWith(id))).toMatchObject({ until: '2026-08-03', weight: 7, law: 'Ley 19.880, art. 24' })
    expect(await town.as(tomas).reads((context) => deskWork(context))).toEqual([])
    const { shares } = await town.as(rosa).reads((context) => deskEvidence.evidence({ from: day('2026-01-01'), to: day('2026-07-22') }, context))
    expect(shares?.[0]).toMatchObject({ fact: 'statistics.requests-on-time', met: 3, total: 3 })
    const { table: year } = await town.as(rosa).asks<{ table: { rows: { id: string; cells: { value?: number }[] }[] } }>(deskYear, { year: '2026' })
    // Tres de unidad sin cerrar ni anular se cuentan abiertas; las entregadas son dos y una denegada.
    expect(year.rows.find(({ id: row }) => row === 'total')?.cells.slice(2, 4).map(({ value }) => value)).toEqual([2, 1])
    const { result } = await town.as(ivan).does<{ files: { hash: string; end: string }[] }>(issueDeskReport, { year: '2026' })
    expect(result.files.map(({ end }) => end)).toEqual(['pdf', 'docx', 'xlsx'])
    expect((await town.as(stranger).asks<{ total: number }>(deskYear, { year: '2026' })).total).toBe(0)
  })
})
