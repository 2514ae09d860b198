import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { sql } from '#platform/database'
import { scopeOf } from '#platform/actions'
import { stranger } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { correspondence } from '../../app/modules.ts'
import type { SessionRecord } from './contract/agenda.ts'
import type { RequestsView } from './contract/requests.ts'
import { actions, called, people, type People, queries, uploaded } from './council.fixture.ts'

let town: Town
let who: People
beforeAll(async () => {
  town = await openTown()
  who = await people(town)
})
afterAll(() => town.close())
const letters = correspondence.actions
const asked = correspondence.queries
const councillor = (index = 0) => who.councillors[index] ?? who.mayor
const personId = (index = 0): string => who.councillors[index]?.personId ?? ''
const requests = async () => (await town.as(who.clerk).asks<RequestsView>(queries.listRequests)).requests
const show = (id: string, knownOn = day('2026-07-22')) => town.as(who.clerk).asks<SessionRecord>(queries.showSession, { id }, { effectiveOn: day('2026-07-22'), knownOn })
const incoming = (more: object = {}) => ({ id: randomUUID(), sender: 'Marcela Quidel Leal, concejala', senderIsPerson: true, document: 'Carta sin número', receivedOn: '2026-07-22', subject: 'Pide el estado del puente de Lliuco', unitId: UNIT.planning, requestKind: 'councillor', councillor: { request: randomUUID(), person: personId(), basis: 'be-informed' }, ...more })
const opened = (id: string) => town.as(who.clerk).asks<{ act: { version: number; state: string; addressees: readonly string[] } }>(asked.openAct, { id })
const step = async (actor: typeof who.clerk, action: (typeof letters)[keyof typeof letters], id: string, input: object = {}) => town.as(actor).does(action, { id, version: (await opened(id)).act.version, ...input })
/** The letter of an answer from its draft to its notification, by those who take each step. Returns the notification. */
const walk = async (act: string): Promise<string> => {
  await step(who.head, letters.saveAct, act, { subject: 'Responde por el puente de Lliuco', signerRole: 'mayor', addressees: (await opened(act)).act.addressees, distribution: [], references: [], restricted: false, content: [{ type: 'paragraph', id: 'p1', content: [{ type: 'text', text: 'El puente tiene financiamiento aprobado.' }] }] })
  await step(who.head, letters.sendAct, act)
  await step(who.clerk, letters.numberAct, act, { actOn: '2026-07-22' })
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const { fileRows } = await import('#evidence')
  const { hash, size } = await town.system.services.files.put(png)
  await town.system.database.write(scopeOf(who.clerk), (tx) => fileRows(tx).add({ hash, name: 'firmado.png', mediaType: 'image/png', size, visibility: 'internal', uploadedBy: who.clerk.accountId, at: '2026-07-22T13:40:00Z' }))
  await step(who.clerk, letters.signAct, act, { mode: 'scan', file: hash, signedOn: '2026-07-22' })
  const notification = randomUUID()
  const { act: now } = await opened(act)
  await town.as(who.clerk).does(letters.notifyAct, { id: notification, act, version: now.version, addressee: now.addressees[0], means: 'in-person', notifiedOn: '2026-07-22' })
  return notification
}

test('la carta de un concejal se registra una vez: el libro de partes comienza su solicitud, con unidad y plazo', async () => {
  const input = incoming()
  await town.as(who.clerk).does(letters.registerIncoming, input)
  const one = (await requests()).find(({ id }) => id === input.councillor.request)
  expect(one).toMatchObject({ state: 'pending', subject: input.subject, askedOn: '2026-07-22', document: 'Carta sin número', person: { id: personId() }, incoming: { title: expect.stringMatching(/^Parte N\.º \d+ de 2026$/), href: `/actos/partes?carta=${input.id}` } })
  expect(one?.unit?.id).toBe(UNIT.planning)
  // The same letter does not begin two requests, nor one of who is not a councillor.
  expect((await town.as(who.clerk).refused(letters.registerIncoming, incoming({ councillor: { request: randomUUID(), person: who.works.personId, basis: 'be-informed' } }))).id).toBe('concejo/no-es-concejal')
  expect((await town.as(who.clerk).refused(letters.registerIncoming, incoming({ councillor: { request: randomUUID(), person: personId(), basis: 'no-existe' } }))).status).toBe(400)
  expect((await town.as(who.head).refused(letters.registerIncoming, incoming())).status).toBe(403)
  expect((await town.as(stranger).refused(letters.registerIncoming, incoming())).status).toBeGreaterThanOrEqual(403)
})
test('derivada después como petición de concejal, también la comienza; otra vez no la repite', async () => {
  const { councillor: asks, ...plain } = incoming({ requestKind: 'other' })
  await town.as(who.clerk).does(letters.registerIncoming, plain)
  const before = (await requests()).length
  await town.as(who.clerk).does(letters.routeIncoming, { id: plain.id, version: 1, unitId: UNIT.works, requestKind: 'councillor', councillor: asks })
  await town.as(who.clerk).does(letters.routeIncoming, { id: plain.id, version: 2, unitId: UNIT.planning, requestKind: 'councillor', councillor: { ...asks, request: randomUUID() } })
  expect((await requests()).length).toBe(before + 1)
  expect((await requests()).find(({ id }) => id === asks.request)?.unit?.id).toBe(UNIT.works)
})
test('la pregunta se contesta con su carta firmada y notificada: solicitud y parte terminan juntos, y la concejala la lee; si la notificación fue un error, todo vuelve', async () => {
  const input = incoming({ subject: 'Pide las obras del puente de Lliuco' })
  await town.as(who.clerk).does(letters.registerIncoming, input)
  const act = randomUUID()
  await town.as(who.head).does(actions.draftAnswer, { id: randomUUID(), request: input.councillor.request, act })
  const notification = await walk(act)
  const stand = async () => ({ request: (await requests()).find(({ id }) => id === input.councillor.request)?.state, letter: (await town.as(who.clerk).asks<{ chosen: { state: string } }>(asked.listIncoming, { id: input.id })).chosen.state, read: (await town.as(councillor()).asks<{ acts: { id: string; why: string }[] }>(asked.listReceived)).acts.filter(({ id }) => id === act).map(({ why }) => why), other: (await town.as(councillor(1)).asks<{ total: number }>(asked.listReceived)).total })
  expect(await stand()).toEqual({ request: 'answered', letter: 'answered', read: ['answer'], other: 0 })
  await town.as(who.clerk).does(letters.withdrawNotification, { notification, reason: 'Se entregó en otra oficina' })
  expect(await stand()).toEqual({ request: 'pending', letter: 'pending', read: [], other: 0 })
  const { act: now } = await opened(act)
  await town.as(who.clerk).does(letters.notifyAct, { id: randomUUID(), act, version: now.version, addressee: now.addressees[0], means: 'in-person', notifiedOn: '2026-07-22' })
  expect(await stand()).toEqual({ request: 'answered', letter: 'answered', read: ['answer'], other: 0 })
})
test('contestada a mano y reabierta, el libro de partes la sigue', async () => {
  const input = incoming({ subject: 'Pide copia del convenio' })
  await town.as(who.clerk).does(letters.registerIncoming, input)
  const state = async () => (await town.as(who.clerk).asks<{ chosen: { state: string } }>(asked.listIncoming, { id: input.id })).chosen.state
  await town.as(who.clerk).does(actions.recordAnswer, { id: randomUUID(), request: input.councillor.request, answeredOn: '2026-07-22', document: 'Oficio 300' })
  expect(await state()).toBe('answered')
  await town.as(who.clerk).does(actions.reopenRequest, { id: randomUUID(), request: input.councillor.request, reason: 'El oficio era de otra petición' })
  expect(await state()).toBe('pending')
})
test('un acto en la carpeta: sin firma no se envía; firmado llega a los seis y a nadie más', async () => {
  const session = await called(town, who, '2026-08-06', 60, [{ title: 'Informe del plan', matter: 'report' }])
  const act = randomUUID()
  const request = incoming({ subject: 'Otra consulta del puente' })
  await town.as(who.clerk).does(letters.registerIncoming, request)
  await town.as(who.head).does(actions.draftAnswer, { id: randomUUID(), request: request.councillor.request, act })
  const document = randomUUID()
  await town.as(who.head).does(actions.putInFolder, { id: document, sessionId: session.id, pointId: session.points[0], title: 'Oficio que responde', record: { kind: 'act', id: act, title: '', href: '/' } })
  expect((await town.as(who.clerk).refused(actions.sendFolder, { id: randomUUID(), sessionId: session.id, means: 'platform' })).id).toBe('actos/no-va-al-concejo')
  await walk(act)
  await town.as(who.clerk).does(actions.sendFolder, { id: randomUUID(), sessionId: session.id, means: 'platform' })
  for (let index = 0; index < 6; index += 1) expect((await town.as(councillor(index)).asks<{ acts: { id: string }[] }>(asked.listReceived)).acts.map(({ id }) => id)).toContain(act)
  // The councillor's link opens the copy; the office's, the act.
  const link = async (actor: typeof who.clerk) => (await town.as(actor).asks<SessionRecord>(queries.showSession, { id: session.id })).points[0]?.documents[0]?.href
  expect([await link(councillor()), await link(who.clerk)]).toEqual([`/actos/recibidos/${act}`, `/actos/${act}`])
})
test('cambiar el día de una sesión: se cuentan de nuevo los cinco días, se dice qué ya no alcanza, y lo que se sabía antes sigue', async () => {
  // Thursday 6-08: 31-07, 3, 4, 5 and 6-08 are counted; the last day is Thursday 30-07.
  const session = await called(town, who, '2026-08-07', 61, [{ title: 'Modificación presupuestaria N.º 11', matter: 'budget-amendment' }])
  await town.as(who.head).does(actions.putInFolder, { id: randomUUID(), sessionId: session.id, pointId: session.points[0], title: 'Oficio y cuadro', fileHash: await uploaded(town, who.head, 'cuadro') })
  expect((await show(session.id)).points[0]).toMatchObject({ standing: 'to-send', term: { lastDay: '2026-07-31' } })
  const move = { id: session.id, version: 1, heldOn: '2026-07-28', startsAt: '09:00', place: 'Gimnasio municipal', reason: 'El salón está en obras' }
  for (const actor of [who.head, who.works, who.mayor, councillor()]) expect((await town.as(actor).refused(actions.moveSession, move)).status).toBe(403)
  expect((await town.as(stranger).refused(actions.moveSession, move)).status).toBeGreaterThanOrEqual(403)
  expect((await town.as(who.clerk).refused(actions.moveSession, { ...move, reason: '' })).status).toBe(400)
  expect((await town.as(who.clerk).refused(actions.moveSession, { ...move, heldOn: '2026-07-21' })).status).toBeGreaterThanOrEqual(400)
  // For Tuesday 28-07 they count 22, 23, 24, 27 and 28: the last day was Tuesday 21.
  expect((await town.as(who.clerk).does<{ late: readonly string[] }>(actions.moveSession, move)).result.late).toEqual(['Modificación presupuestaria N.º 11'])
  const moved = await show(session.id)
  expect(moved.session).toMatchObject({ heldOn: '2026-07-28', startsAt: '09:00', place: 'Gimnasio municipal', version: 2 })
  expect(moved.points[0]).toMatchObject({ standing: 'missed', term: { lastDay: '2026-07-21' } })
  expect(moved.nextPossible?.day).toBeDefined()
  expect((await town.as(who.clerk).refused(actions.sendFolder, { id: randomUUID(), sessionId: session.id })).id).toBe('concejo/fuera-de-plazo')
  expect((await town.as(who.clerk).refused(actions.moveSession, move)).status).toBe(412)
  const back = await town.as(who.clerk).does<{ late: readonly string[] }>(actions.moveSession, { ...move, version: 2, heldOn: '2026-08-07', reason: 'El salón se desocupó antes' })
  expect(back.result.late).toEqual([])
  expect((await show(session.id)).points[0]?.standing).toBe('to-send')
  const entry = await town.system.database.asOwner((tx) => tx.one<{ summary: string }>(sql`select summary from evidence.entries where name = 'session-moved' and record_id = ${session.id} order by seq limit 1`))
  expect(entry?.summary).toContain('pasa al 28-07-2026, 09:00. El salón está en obras. Un punto ya no alcanza con sus antecedentes')
})
test('lugar y hora se leen como se sabían en cada fecha', async () => {
  const { councilStore } = await import('./sessions/session.store.ts')
  const session = await called(town, who, '2026-08-13', 62)
  const seq = async () => (await town.system.database.asOwner((tx) => tx.one<{ n: number }>(sql`select max(seq)::int as n from evidence.entries where commune = ${who.clerk.commune}`)))?.n ?? 0
  const before = await seq()
  await town.as(who.clerk).does(actions.moveSession, { id: session.id, version: 1, heldOn: '2026-08-14', startsAt: '18:00', place: 'Escuela de Huiscapi', reason: 'Sesión en terreno' })
  const read = (known: number) => town.system.database.read(scopeOf(who.clerk), (tx) => councilStore(tx).known(session.id, known))
  expect(await read(before)).toMatchObject({ heldOn: '2026-08-13', startsAt: '15:30', place: 'Salón Consistorial' })
  expect(await read(await seq())).toMatchObject({ heldOn: '2026-08-14', startsAt: '18:00', place: 'Escuela de Huiscapi' })
  expect((await town.system.database.read(scopeOf(who.clerk), (tx) => councilStore(tx).called({ knownSeq: before, after: day('2026-07-22') }))).find(({ id }) => id === session.id)?.heldOn).toBe('2026-08-13')
})
test('un acuse anotado por error se corrige o se retira con su razón; quien no lleva la carpeta no puede', async () => {
  const session = await called(town, who, '2026-08-20', 63, [{ title: 'Modificación presupuestaria N.º 12', matter: 'budget-amendment' }])
  await town.as(who.head).does(actions.putInFolder, { id: randomUUID(), sessionId: session.id, pointId: session.points[0], title: 'Oficio y cuadro', fileHash: await uploaded(town, who.head, 'otro cuadro') })
  const sending = randomUUID()
  await town.as(who.clerk).does(actions.sendFolder, { id: sending, sessionId: session.id, means: 'paper' })
  await town.as(who.clerk).does(actions.recordReceipts, { sending, people: who.councillors.map((one) => one.personId), receivedOn: '2026-07-22' })
  expect((await show(session.id)).points[0]?.standing).toBe('in-time')
  const wrong = { id: randomUUID(), sending, person: personId(), receivedOn: null, reason: 'El recibo no lleva su firma' }
  for (const actor of [who.head, who.mayor, councillor()]) expect((await town.as(actor).refused(actions.correctReceipt, wrong)).status).toBe(403)
  expect((await town.as(stranger).refused(actions.correctReceipt, wrong)).status).toBeGreaterThanOrEqual(403)
  expect((await town.as(who.clerk).refused(actions.correctReceipt, { ...wrong, receivedOn: '2026-07-21' })).id).toBe('concejo/acuse-antes-del-envio')
  await town.as(who.clerk).does(actions.correctReceipt, wrong)
  const now = await show(session.id)
  expect([now.points[0]?.standing, now.sendings[0]?.receipts.filter(({ receivedOn }) => receivedOn === null).length]).toEqual(['waiting', 1])
  expect((await town.as(who.clerk).refused(actions.correctReceipt, { ...wrong, id: randomUUID() })).status).toBe(404)
  await town.as(councillor()).does(actions.acknowledgeFolder, { sending })
  expect((await show(session.id)).points[0]?.standing).toBe('in-time')
})
