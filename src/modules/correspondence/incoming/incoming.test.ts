import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { addDays, type Day } from '#kernel'
import { stranger } from '../../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { actions, desk, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView, IncomingView } from '../contract.ts'
import { actsWork } from '../work/acts-work.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
})
afterAll(() => town.close())
const letter = (more: Record<string, unknown> = {}) => ({ id: randomUUID(), sender: 'Contraloría Regional de La Araucanía', document: 'Oficio N.º 1.234', receivedOn: '2026-07-20', subject: 'Pide informe sobre una obra', unitId: UNIT.planning, requestKind: 'report-request', ...more })
const register = async (more: Record<string, unknown> = {}) => (await town.as(people.clerk).does<{ id: string; number: number; year: number; dueOn: Day | null }>(actions.registerIncoming, letter(more))).result
const list = (input: Record<string, unknown> = {}) => town.as(people.head).asks<{ letters: IncomingView[]; chosen?: IncomingView }>(queries.listIncoming, input)
const owed = (who: Staff[keyof Staff]) => town.as(who).reads((context) => actsWork(context))

test('cada clase trae el plazo de su ley, contado en días hábiles; el que fija el papel gana', async () => {
  // From Monday 20-07-2026. LBPA 24: ten business days → Monday 03-08. Ley 20.285 art. 14: twenty, with the holiday of Saturday 15-08 → Monday 17-08. LOCM: fifteen calendar days → 04-08.
  expect((await register()).dueOn).toBe('2026-08-03')
  expect((await register({ requestKind: 'transparency' })).dueOn).toBe('2026-08-17')
  expect((await register({ requestKind: 'councillor' })).dueOn).toBe('2026-08-04')
  expect((await register({ requestKind: 'control', dueOn: '2026-07-31' })).dueOn).toBe('2026-07-31')
  expect((await register({ requestKind: 'control' })).dueOn).toBeNull()
  expect((await register({ requestKind: 'report-request', needsAnswer: false })).dueOn).toBeNull()
})
test('los números del libro siguen el orden de llegada y no retroceden de fecha', async () => {
  const [first, second] = [await register(), await register()]
  expect(second.number).toBe(first.number + 1)
  expect((await town.as(people.clerk).refused(actions.registerIncoming, letter({ receivedOn: '2026-07-19' }))).id).toBe('actos/fecha-retrocede')
  expect((await town.as(people.clerk).refused(actions.registerIncoming, letter({ receivedOn: '2026-07-23' }))).id).toBe('actos/fecha-futura')
})
test('la unidad que recibe la debe hasta que su respuesta se notifica', async () => {
  const { id } = await register({ subject: 'Pide antecedentes de la costanera' })
  expect((await owed(people.head)).find((one) => one.id === `correspondence/${id}`)).toMatchObject({ until: '2026-08-03', law: 'Ley 19.880, art. 24', action: 'Responder' })
  expect((await owed(people.works)).some((one) => one.id === `correspondence/${id}`)).toBe(false)
  const answer = await office.signed({ repliesTo: { kind: 'incoming', id }, subject: 'Responde oficio de Contraloría', addressees: ['Contralor Regional'], distribution: [] })
  expect((await list({ id })).chosen).toMatchObject({ state: 'pending', answers: [{ id: answer }] })
  expect((await town.as(people.analyst).asks<ActView>(queries.openAct, { id: answer })).thread.map((link) => link.id)).toEqual([id])
  await town.as(people.clerk).does(actions.notifyAct, { id: randomUUID(), act: answer, version: office.version(answer), addressee: 'Contralor Regional', means: 'platform', notifiedOn: '2026-07-22', receipt: 'Ingreso 998' })
  expect((await list({ id })).chosen).toMatchObject({ state: 'answered', answeredOn: '2026-07-22' })
  expect((await owed(people.head)).some((one) => one.id === `correspondence/${id}`)).toBe(false)
})
test('se deriva a otra unidad y se archiva con motivo; lo terminado no se mueve', async () => {
  const { id } = await register()
  await town.as(people.clerk).does(actions.routeIncoming, { id, version: 1, unitId: UNIT.works, requestKind: 'other', reason: 'Es materia de obras' })
  expect((await owed(people.works)).some((one) => one.id === `correspondence/${id}`)).toBe(true)
  await town.as(people.clerk).does(actions.closeIncoming, { id, version: 2, reason: 'Llegó dos veces, ver el parte anterior' })
  expect((await town.as(people.clerk).refused(actions.closeIncoming, { id, version: 3, reason: 'Otra vez, por si acaso' })).id).toBe('partes/ya-terminada')
  expect((await town.as(people.clerk).refused(actions.routeIncoming, { id, version: 3, unitId: UNIT.works, requestKind: 'other' })).id).toBe('partes/ya-terminada')
  expect((await town.as(people.clerk).refused(actions.routeIncoming, { id, version: 1, unitId: UNIT.works, requestKind: 'other' })).status).toBe(412)
})
test('el nombre de una persona no llega a la bitácora, a la historia ni al buscador', async () => {
  const { id } = await register({ sender: 'Eufemia Quilaqueo Prueba', senderIsPerson: true, subject: 'Solicita reparar luminaria' })
  const scope = { commune: people.clerk.commune, accountId: people.clerk.accountId, clearances: ['public', 'council', 'internal', 'restricted'] as const }
  const found = await town.system.database.read(scope, async (tx) => [
    await tx.one<{ count: number }>(sql`select count(*)::int as count from evidence.entries where body ilike '%Quilaqueo%' or summary ilike '%Quilaqueo%'`),
    await tx.one<{ count: number }>(sql`select count(*)::int as count from evidence.record_versions where data::text ilike '%Quilaqueo%'`),
    await tx.one<{ count: number }>(sql`select count(*)::int as count from evidence.search_lines where title ilike '%Quilaqueo%' or subtitle ilike '%Quilaqueo%'`),
  ])
  expect(found.map((row) => row?.count)).toEqual([0, 0, 0])
  expect((await list({ id })).chosen?.sender).toBe('Eufemia Quilaqueo Prueba')
})
test('otra comuna no ve el libro, ni puede tocarlo', async () => {
  const { id } = await register()
  expect(await town.as(stranger).asks(queries.listIncoming)).toMatchObject({ total: 0 })
  expect((await town.as(stranger).refused(actions.closeIncoming, { id, version: 1, reason: 'No es de mi comuna' })).status).toBe(403)
})
test('en las dos fechas: antes de llegar no estaba', async () => {
  const { id } = await register()
  const on = async (day: string) => (await town.as(people.head).asks<{ letters: IncomingView[] }>(queries.listIncoming, { size: '200' }, { effectiveOn: day, knownOn: '2026-07-22' } as never)).letters.some((row) => row.id === id)
  expect(await on('2026-07-20')).toBe(true)
  expect(await on(addDays('2026-07-20' as Day, -1))).toBe(false)
})
