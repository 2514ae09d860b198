import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { type Actor, day } from '#kernel'
import { readDocxFigures } from '#platform/documents'
import { stranger } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { calendar, modules } from '../../app/modules.ts'
import type { SessionRecord } from './contract/agenda.ts'
import type { CommitmentsView } from './contract/commitments.ts'
import type { DeskView } from './contract/desk.ts'
import type { RequestsView } from './contract/requests.ts'
import type { SheetView } from './contract/sheet.ts'
import { actions, called, people, type People, queries, uploaded } from './council.fixture.ts'
import { councilWork } from './work.ts'

let town: Town
let who: People
let first: Awaited<ReturnType<typeof called>>
let late: Awaited<ReturnType<typeof called>>
beforeAll(async () => {
  town = await openTown()
  who = await people(town)
  late = await called(town, who, '2026-07-28', 56, [{ title: 'Modificación presupuestaria N.º 9 de 2026', matter: 'budget-amendment' }])
  first = await called(town, who, '2026-07-29', 57, [{ title: 'Modificación presupuestaria N.º 10 de 2026', matter: 'budget-amendment' }, { title: 'Cuenta del alcalde', matter: 'account' }])
})
afterAll(() => town.close())
const show = (id: string, actor = who.clerk, knownOn = day('2026-07-22')) => town.as(actor).asks<SessionRecord>(queries.showSession, { id }, { effectiveOn: day('2026-07-22'), knownOn })
const everybodyElse = () => [who.works, who.control, who.technician]

test('un día tarde se rechaza con 422: dice el último día, los días contados y la próxima sesión posible', async () => {
  const file = await uploaded(town, who.head, 'oficio')
  const problem = await town.as(who.head).refused(actions.putInFolder, { id: randomUUID(), sessionId: late.id, pointId: late.points[0], title: 'Oficio conductor', fileHash: file })
  expect(problem).toMatchObject({ id: 'concejo/fuera-de-plazo', status: 422, law: { article: '81' } })
  expect(problem.detail).toContain('el último día era el 21-07-2026; se cuentan 22-07, 23-07, 24-07, 27-07, 28-07. Hoy es 22-07-2026')
  expect(problem.detail).toContain('La próxima sesión posible es la sesión ordinaria N.º 57, 29-07-2026, con antecedentes hasta el 22-07-2026')
  expect(problem.facts).toMatchObject({ lastDay: '2026-07-21', next: { id: first.id } })
  expect((await show(late.id)).points[0]).toMatchObject({ standing: 'missed', term: { days: 5, left: -1 } })
  expect((await show(late.id)).nextPossible).toMatchObject({ day: '2026-07-29' })
  // Lo que la ley no pide con anticipación entra el mismo día.
  const other = await called(town, who, '2026-07-27', 55, [{ title: 'Cuenta de la comisión de salud', matter: 'account' }])
  await town.as(who.head).does(actions.putInFolder, { id: randomUUID(), sessionId: other.id, pointId: other.points[0], title: 'Minuta', fileHash: file })
})
test('la carpeta llega: puesta, enviada a los seis y recibida, con el día de cada uno; el concejal acusa recibo él mismo', async () => {
  const file = await uploaded(town, who.head, 'antecedentes de la modificación')
  const [document, other, sending] = [randomUUID(), randomUUID(), randomUUID()]
  await town.as(who.head).does(actions.putInFolder, { id: document, sessionId: first.id, pointId: first.points[0], title: 'Oficio y anexo', fileHash: file })
  await town.as(who.head).does(actions.putInFolder, { id: other, sessionId: first.id, pointId: first.points[1], title: 'Borrador equivocado', fileHash: file })
  expect((await town.as(stranger).refused(actions.putInFolder, { id: randomUUID(), sessionId: first.id, pointId: first.points[0], title: 'Oficio', fileHash: file })).status).toBe(404)
  for (const actor of [...everybodyElse(), who.councillors[0] ?? who.works]) {
    expect((await town.as(actor).refused(actions.putInFolder, { id: randomUUID(), sessionId: first.id, pointId: first.points[0], title: 'Oficio', fileHash: file })).status, actor.name).toBeGreaterThanOrEqual(403)
    expect((await town.as(actor).refused(actions.withdrawFromFolder, { document: other, reason: 'No corresponde' })).status).toBeGreaterThanOrEqual(403)
    expect((await town.as(actor).refused(actions.sendFolder, { id: randomUUID(), sessionId: first.id })).status).toBe(403)
  }
  await town.as(who.head).does(actions.withdrawFromFolder, { document: other, reason: 'Era otro documento' })
  expect((await town.as(who.clerk).refused(actions.putInFolder, { id: randomUUID(), sessionId: first.id, pointId: first.points[0], title: 'Nada' })).id).toBe('concejo/antecedente-vacio')
  await town.as(who.clerk).does(actions.sendFolder, { id: sending, sessionId: first.id, means: 'email' })
  expect((await town.as(who.clerk).refused(actions.sendFolder, { id: randomUUID(), sessionId: first.id })).id).toBe('concejo/carpeta-sin-novedad')
  expect((await town.as(who.head).refused(actions.withdrawFromFolder, { document, reason: 'Ya no va' })).id).toBe('concejo/antecedente-enviado')
  const [self, ...rest] = who.councillors
  if (!self) throw new Error('sin concejales')
  expect((await show(first.id, self)).sendings[0]).toMatchObject({ mine: true })
  await town.as(self).does(actions.acknowledgeFolder, { sending })
  expect((await town.as(self).refused(actions.acknowledgeFolder, { sending })).status).toBe(409)
  expect((await town.as(who.clerk).refused(actions.acknowledgeFolder, { sending })).status).toBe(403)
  expect((await town.as(who.clerk).refused(actions.recordReceipts, { sending, people: [rest[0]?.personId], receivedOn: '2026-07-21' })).id).toBe('concejo/acuse-antes-del-envio')
  expect((await show(first.id)).points[0]?.standing).toBe('waiting')
  await town.as(who.clerk).does(actions.recordReceipts, { sending, people: rest.map(({ personId }) => personId), receivedOn: '2026-07-22', note: 'Recibos firmados' })
  const seen = await show(first.id)
  expect(seen.points.map(({ standing, documents }) => [standing, documents.length])).toEqual([['in-time', 1], ['no-term', 0]])
  expect(seen.sendings[0]?.receipts.map(({ receivedOn }) => receivedOn)).toEqual(Array(6).fill('2026-07-22'))
  // El archivo lo abre un concejal, que no ve lo interno.
  expect((await town.as(self).asks<{ documents: { title: string }[] }>((modules.flatMap(({ queries: own }) => own ?? []).find(({ name }) => name === 'evidence.record-documents')) ?? queries.showSession, { kind: 'session', id: first.id })).documents.map(({ title }) => title)).toContain('Punto 1. Oficio y anexo')
  expect((await town.as(stranger).refused(queries.showSession, { id: first.id })).status).toBe(404)
})
test('la tabla se guarda entera, se deshace con la anterior y no pierde un punto con antecedentes', async () => {
  const [one, two] = first.points
  const base = [{ id: one, title: 'Modificación presupuestaria N.º 10 de 2026', matter: 'budget-amendment' }, { id: two, title: 'Cuenta del alcalde', matter: 'account' }]
  for (const actor of [...everybodyElse(), who.mayor]) expect((await town.as(actor).refused(actions.saveAgenda, { sessionId: first.id, version: 1, points: base })).status).toBeGreaterThanOrEqual(403)
  await town.as(who.head).does(actions.saveAgenda, { sessionId: first.id, version: 1, points: [...base].reverse() })
  const turned = await show(first.id)
  expect([turned.agendaVersion, ...turned.points.map(({ title }) => title)]).toEqual([2, 'Cuenta del alcalde', 'Modificación presupuestaria N.º 10 de 2026'])
  expect(turned.previousPoints.map(({ title }) => title)).toEqual(base.map(({ title }) => title))
  expect((await town.as(who.head).refused(actions.saveAgenda, { sessionId: first.id, version: 1, points: base })).status).toBe(412)
  expect((await town.as(who.head).refused(actions.saveAgenda, { sessionId: first.id, version: 2, points: base.slice(1) })).id).toBe('concejo/punto-en-uso')
  expect((await town.as(who.head).refused(actions.saveAgenda, { sessionId: first.id, version: 2, points: [...base, { id: randomUUID(), title: 'Punto con registro ajeno', matter: 'other', record: { kind: 'amendment', id: randomUUID(), title: '', href: '/' } }] })).status).toBe(404)
  await town.as(who.head).does(actions.saveAgenda, { sessionId: first.id, version: 2, points: base })
  // Lo conocido ayer no tiene sesión ni tabla.
  expect((await town.as(who.clerk).asks<{ sessions: unknown[] }>(queries.showDesk)).sessions.length).toBeGreaterThan(0)
  await expect(show(first.id, who.clerk, day('2026-07-21'))).rejects.toMatchObject({ status: 404 })
})
test('votos por concejal: el resultado sale del quórum; sin quórum, con votos de más o empate fingido se rechaza; se certifica como acto', async () => {
  const session = { id: randomUUID(), number: 50, kind: 'ordinary', heldOn: '2026-07-09' }
  await town.as(who.clerk).does(actions.recordSession, session)
  const points = [{ id: randomUUID(), title: 'Contrato de aseo por tres años', matter: 'contract' }, { id: randomUUID(), title: 'Subvención a bomberos', matter: 'grants' }, { id: randomUUID(), title: 'Cuenta del alcalde', matter: 'account' }]
  await town.as(who.clerk).does(actions.saveAgenda, { sessionId: session.id, version: 0, points })
  const ids = who.councillors.map(({ personId }) => personId)
  const votes = (...list: string[]) => list.map((vote, index) => ({ personId: ids[index], vote }))
  const vote = (more: object) => ({ id: randomUUID(), sessionId: session.id, pointId: points[0]?.id, number: '80', title: 'Aprueba el contrato de aseo', votes: votes('for', 'for', 'for', 'against', 'abstain'), ...more })
  for (const actor of [...everybodyElse(), who.head, who.mayor]) { expect((await town.as(actor).refused(actions.recordVote, vote({}))).status).toBe(403); expect((await town.as(actor).refused(actions.recordAttendance, { id: randomUUID(), sessionId: session.id, present: [] })).status).toBe(403) }
  await town.as(who.clerk).does(actions.recordAttendance, { id: randomUUID(), sessionId: session.id, present: ids.slice(0, 3) })
  expect((await town.as(who.clerk).refused(actions.recordVote, vote({ votes: votes('for', 'for', 'for') }))).id).toBe('concejo/sin-quorum')
  await town.as(who.clerk).does(actions.recordAttendance, { id: randomUUID(), sessionId: session.id, present: ids.slice(0, 5) })
  expect((await town.as(who.clerk).refused(actions.recordVote, vote({ votes: votes('for', 'for', 'for', 'for', 'for', 'for') }))).id).toBe('concejo/votos-no-calzan')
  expect((await town.as(who.clerk).refused(actions.recordVote, vote({ casting: 'for' }))).id).toBe('concejo/dirimente-sin-empate')
  expect((await town.as(who.clerk).refused(actions.recordVote, vote({ pointId: points[2]?.id }))).id).toBe('concejo/no-se-vota')
  // Tres de cinco presentes no bastan: el contrato pide cuatro de seis en ejercicio.
  expect((await town.as(who.clerk).does(actions.recordVote, vote({}))).result).toMatchObject({ outcome: 'rejected', needed: 4 })
  const agreement = randomUUID()
  expect((await town.as(who.clerk).does(actions.recordVote, vote({ id: agreement, number: '81', pointId: points[1]?.id, title: 'Otorga la subvención' }))).result).toMatchObject({ outcome: 'approved', needed: 3 })
  expect((await town.as(who.clerk).refused(actions.recordVote, vote({ number: '82' }))).id).toBe('concejo/punto-en-uso')
  expect((await town.as(who.clerk).refused(actions.correctAgreement, { id: agreement, version: 1, number: '81', title: 'Otorga la subvención', outcome: 'approved', votesFor: 5, votesAgainst: 0, abstentions: 0, reason: 'El acta dice otra cosa' })).id).toBe('concejo/votos-no-calzan')
  await town.as(who.clerk).does(actions.correctAgreement, { id: agreement, version: 1, number: '81', title: 'Otorga la subvención', outcome: 'approved', votesFor: 4, votesAgainst: 1, abstentions: 0, votes: votes('for', 'for', 'for', 'against', 'for'), reason: 'El acta dice cuatro a favor' })
  const record = await show(session.id)
  expect(record.attendance).toMatchObject({ met: true, needed: 4, inOffice: 6 })
  expect(record.agreements.map(({ number, outcome, votes: list, version }) => [number, outcome, list.filter((one) => one.vote === 'for').length, version])).toEqual([['80', 'rejected', 3, 1], ['81', 'approved', 4, 2]])
  const act = randomUUID()
  expect((await town.as(who.head).refused(actions.certifyAgreement, { agreement, act })).status).toBe(403)
  expect((await town.as(who.clerk).asks<DeskView>(queries.showDesk)).certify.map(({ number }) => number)).toEqual(['80', '81'])
  await town.as(who.clerk).does(actions.certifyAgreement, { agreement, act })
  expect((await town.as(who.clerk).refused(actions.certifyAgreement, { agreement, act: randomUUID() })).id).toBe('concejo/acuerdo-con-certificado')
  expect((await show(session.id)).agreements[1]?.certificates).toMatchObject([{ id: act, state: 'draft' }])
  expect((await town.as(who.clerk).asks<DeskView>(queries.showDesk)).certify.map(({ number }) => number)).toEqual(['80'])
})
test('la solicitud de un concejal: plazo contado, derivada, con carta; de otra unidad se niega; contestada por su carta', async () => {
  const [asker] = who.councillors
  if (!asker) throw new Error('sin concejales')
  const [request, asked] = [randomUUID(), randomUUID()]
  const input = { id: request, personId: asker.personId, basis: 'be-informed', channel: 'letter', document: 'Carta de 02-07-2026', askedOn: '2026-07-02', subject: 'Estado de los caminos rurales de Huiscapi', unitId: UNIT.works }
  for (const actor of [...everybodyElse(), who.head, asker]) expect((await town.as(actor).refused(actions.registerRequest, input)).status).toBe(403)
  expect((await town.as(who.clerk).refused(actions.registerRequest, { ...input, personId: who.works.personId })).id).toBe('concejo/no-es-concejal')
  await town.as(who.clerk).does(actions.registerRequest, input)
  await town.as(asker).does(actions.askForReport, { id: asked, basis: 'written-report', subject: 'Gasto en horas extraordinarias' })
  for (const actor of [who.clerk, who.works]) expect((await town.as(actor).refused(actions.askForReport, { id: randomUUID(), basis: 'be-informed', subject: 'Algo que saber' })).status).toBe(403)
  const list = (actor: Actor = who.clerk) => town.as(actor).asks<RequestsView>(queries.listRequests)
  expect((await list()).requests.map(({ number, state, dueOn }) => [number, state, dueOn])).toEqual([[1, 'late', '2026-07-17'], [2, 'to-assign', '2026-08-06']])
  expect((await list(stranger)).requests).toEqual([])
  expect((await town.as(who.works).reads(councilWork)).map(({ id }) => id)).toContain(`council/request/${request}`)
  expect((await town.as(who.community).reads(councilWork)).map(({ id }) => id)).not.toContain(`council/request/${request}`)
  expect((await town.as(who.clerk).reads(councilWork)).map(({ id }) => id)).toContain(`council/request/${asked}`)
  expect((await town.as(who.community).refused(actions.draftAnswer, { id: randomUUID(), request, act: randomUUID() })).id).toBe('concejo/es-de-otra-unidad')
  expect((await town.as(asker).refused(actions.recordAnswer, { id: randomUUID(), request, answeredOn: '2026-07-22', document: 'Oficio 1' })).status).toBe(403)
  for (const actor of [who.works, who.head]) { expect((await town.as(actor).refused(actions.extendRequest, { id: randomUUID(), request, until: '2026-07-31', reason: 'Falta el catastro' })).status).toBe(403); expect((await town.as(actor).refused(actions.assignRequest, { id: randomUUID(), request, unitId: UNIT.planning })).status).toBe(403) }
  const act = randomUUID()
  await town.as(who.works).does(actions.draftAnswer, { id: randomUUID(), request, act })
  expect((await list()).requests.find(({ id }) => id === request)).toMatchObject({ state: 'late', acts: [{ id: act, state: 'draft' }] })
  // La carta notificada contesta la solicitud, con su día, por la misma anotación.
  const reaction = modules.flatMap(({ reactions }) => reactions ?? []).find(({ id }) => id === 'council.answered-by-act')
  const entry = await town.as(who.clerk).does(actions.assignRequest, { id: randomUUID(), request: asked, unitId: UNIT.community })
  await town.system.database.write({ commune: who.clerk.commune, accountId: who.clerk.accountId, clearances: ['public', 'council', 'internal'] }, async (tx) => {
    await reaction?.run({ id: entry.entry?.id ?? '', seq: 1, record: { kind: 'act', id: act }, facts: {} }, { tx, today: day('2026-07-22') } as never)
    await reaction?.run({ id: entry.entry?.id ?? '', seq: 1, record: { kind: 'act', id: act }, facts: {} }, { tx, today: day('2026-07-22') } as never)
  })
  expect((await list()).requests.find(({ id }) => id === request)).toMatchObject({ state: 'answered-late', answeredOn: '2026-07-22', events: [{ name: 'assigned' }, { name: 'drafted' }, { name: 'answered', actId: act }] })
  await town.as(who.clerk).does(actions.reopenRequest, { id: randomUUID(), request, reason: 'No respondió lo pedido' })
  expect((await town.as(who.clerk).refused(actions.reopenRequest, { id: randomUUID(), request, reason: 'No respondió lo pedido' })).id).toBe('concejo/solicitud-no-admite')
  await town.as(who.clerk).does(actions.extendRequest, { id: randomUUID(), request, until: '2026-07-31', reason: 'El Concejo lo aceptó' })
  await town.as(who.works).does(actions.recordAnswer, { id: randomUUID(), request, answeredOn: '2026-07-22', document: 'Oficio N.º 12 de 22-07-2026' })
  expect((await list()).requests.find(({ id }) => id === request)).toMatchObject({ state: 'answered', extended: true, dueOn: '2026-07-31' })
})
test('un compromiso se sigue hasta cumplirse, con su unidad y su plazo', async () => {
  const id = randomUUID()
  const input = { id, words: 'Entregar el catastro de luminarias', promisedOn: '2026-07-09', unitId: UNIT.works, until: '2026-07-17' }
  for (const actor of [...everybodyElse(), who.community]) expect((await town.as(actor).refused(actions.promise, input)).status).toBe(403)
  await town.as(who.head).does(actions.promise, input)
  const list = () => town.as(who.clerk).asks<CommitmentsView>(queries.listCommitments)
  expect((await list()).commitments[0]).toMatchObject({ state: 'late', daysLeft: -3 })
  expect((await town.as(who.community).refused(actions.keepCommitment, { id: randomUUID(), commitment: id, on: '2026-07-22', note: 'Entregado hoy' })).id).toBe('concejo/es-de-otra-unidad')
  for (const actor of [who.works, ...everybodyElse()]) { expect((await town.as(actor).refused(actions.moveCommitment, { id: randomUUID(), commitment: id, until: '2026-07-31', reason: 'Falta un sector entero' })).status).toBe(403); expect((await town.as(actor).refused(actions.reopenCommitment, { id: randomUUID(), commitment: id, reason: 'No se entregó' })).status).toBe(403) }
  await town.as(who.clerk).does(actions.moveCommitment, { id: randomUUID(), commitment: id, until: '2026-07-24', reason: 'Falta un sector entero' })
  await town.as(who.works).does(actions.keepCommitment, { id: randomUUID(), commitment: id, on: '2026-07-22', note: 'Entregado en oficina de partes' })
  expect((await list()).commitments[0]).toMatchObject({ state: 'done', firstUntil: '2026-07-17', until: '2026-07-24' })
  await town.as(who.clerk).does(actions.reopenCommitment, { id: randomUUID(), commitment: id, reason: 'Faltaba la mitad' })
  expect((await list()).commitments[0]).toMatchObject({ state: 'pending' })
})
test('la pauta es de la alcaldía, la administración y la SECPLA', async () => {
  const [id, meeting] = [randomUUID(), '2026-07-22']
  for (const actor of [...everybodyElse(), who.clerk, who.councillors[0] ?? who.works]) {
    for (const [action, input] of [[actions.openSheet, { id, meetingOn: meeting }], [actions.saveSheet, { id, version: 1 }], [actions.holdSheet, { id, version: 1, heldOn: meeting, outcomes: [] }], [actions.sheetFile, { id, format: 'pdf' }]] as const) expect((await town.as(actor).refused(action, input)).status, actor.name).toBe(403)
    expect((await town.as(actor).refused(queries.showSheet, {})).status).toBe(403)
  }
})
test('la pauta llena cabe en dos páginas en PDF, se lee igual en Word, lo decidido pasa a encargos y queda fija', async () => {
  const [id, meeting, assignment] = [randomUUID(), '2026-07-22', randomUUID()]
  const long = 'Obra que espera la visación de otra unidad desde hace varias semanas y cuyo atraso se arrastra en el sistema con un nombre largo'
  for (let index = 0; index < 14; index += 1) await town.as(who.head).does(actions.promise, { id: randomUUID(), words: `${long} ${index}`, promisedOn: '2026-06-01', unitId: UNIT.works, until: '2026-06-30' })
  await town.as(who.head).does(actions.openSheet, { id, meetingOn: meeting })
  expect((await town.as(who.head).refused(actions.openSheet, { id: randomUUID(), meetingOn: '2026-07-27' })).id).toBe('concejo/pauta-repetida')
  const decisions = Array.from({ length: 6 }, (_one, index) => ({ id: randomUUID(), question: `¿Se prioriza la obra ${index + 1} con saldo inicial de caja? ${'Detalle de la decisión. '.repeat(7)}`.slice(0, 158), proposal: `Propuesta ${index + 1}: sí, con cargo al subtítulo 31. ${'Razón. '.repeat(24)}`.slice(0, 158) }))
  await town.as(who.head).does(actions.saveSheet, { id, version: 1, remarks: 'Nota de apertura. '.repeat(22).trim(), decisions })
  expect((await town.as(who.head).refused(actions.saveSheet, { id, version: 1, remarks: '', decisions })).status).toBe(412)
  const outcomes = decisions.map((one, index) => ({ id: one.id, result: 'yes', words: 'Se hace antes de agosto con lo que hay disponible.', assignment: index === 0 ? assignment : randomUUID(), unitId: index === 0 ? UNIT.works : null, until: index === 0 ? '2026-07-31' : null }))
  expect((await town.as(who.mayor).refused(actions.holdSheet, { id, version: 2, heldOn: meeting, outcomes: outcomes.slice(1) })).id).toBe('concejo/decisiones-sin-respuesta')
  const { result } = await town.as(who.mayor).does<{ assignments: number }>(actions.holdSheet, { id, version: 2, heldOn: meeting, outcomes })
  expect(result.assignments).toBe(1)
  const { sheet } = await town.as(who.mayor).asks<SheetView>(queries.showSheet, { id })
  if (!sheet?.files.pdf || !sheet.files.docx) throw new Error('la pauta no dejó sus archivos')
  const pdf = await town.system.services.files.get(sheet.files.pdf)
  const docx = await town.system.services.files.get(sheet.files.docx)
  if (!pdf || !docx) throw new Error('faltan los archivos')
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  expect(proxy.numPages).toBeLessThanOrEqual(2)
  const text = (await extractText(proxy, { mergePages: true })).text.replace(/\s+/g, ' ')
  for (const words of ['Pauta de la reunión con la alcaldía, 22-07-2026', 'Qué está detenido, y por quién', '¿Se prioriza la obra 6', 'Aprobada', 'hasta el 31-07-2026']) expect(text).toContain(words)
  const word = JSON.stringify(await readDocxFigures(new Uint8Array(docx)))
  for (const words of ['Qué cambió desde', '¿Se prioriza la obra 1', 'Dirección de Obras Municipales, hasta el 31-07-2026']) expect(word).toContain(words)
  // Fija: lo que pasa después no la cambia, y no se guarda más.
  await town.as(who.head).does(actions.promise, { id: randomUUID(), words: 'Otra cosa atrasada', promisedOn: '2026-06-01', unitId: UNIT.works, until: '2026-06-20' })
  expect((await town.as(who.head).asks<SheetView>(queries.showSheet, { id })).sheet?.body).toEqual(sheet.body)
  expect((await town.as(stranger).asks<SheetView>(queries.showSheet)).sheet).toBeNull()
  for (const [action, input] of [[actions.saveSheet, { id, version: 3, decisions: [] }], [actions.holdSheet, { id, version: 3, heldOn: meeting, outcomes: [] }], [actions.sheetFile, { id, format: 'pdf' }]] as const) expect((await town.as(stranger).refused(action, input)).status).toBe(404)
  expect((await town.as(who.head).does<{ hash: string }>(actions.sheetFile, { id, format: 'pdf' })).result.hash).toBe(sheet.files.pdf)
  expect((await town.as(who.head).refused(actions.saveSheet, { id, version: 3, remarks: '', decisions })).id).toBe('concejo/pauta-cerrada')
  const assignments = calendar.module.queries?.find(({ name }) => name === 'calendar.assignments')
  if (!assignments) throw new Error('sin encargos')
  expect((await town.as(who.works).asks<{ assignments: { id: string; text: string; until?: string }[] }>(assignments, { whose: 'mine' })).assignments).toMatchObject([{ id: assignment, until: '2026-07-31' }])
}, 60_000)
