import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, day } from '#kernel'
import type { AnyAction } from '#platform/actions'
import { berta, ivan, stranger } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { calendar, modules } from '../../app/modules.ts'
import { actions as council, called, people, type People, uploaded } from '../council/council.fixture.ts'
import { addTestVersion, described } from '../statistics/testing/small-dataset.ts'
import type { BoardView, DutyRecord, YearView } from './contract.ts'

/** Duties that the acts of other modules fulfil: nobody types twice what the council's desk and the book of parts already know. */
const query = (name: string) => { const found = calendar.module.queries?.find((one) => one.name === `calendar.${name}`); if (!found) throw new Error(name); return found }
const action = (name: string): AnyAction => { const found = modules.flatMap(({ actions = [] }) => actions).find((one) => one.name === name); if (!found) throw new Error(name); return found }
let town: Town
let who: People
let clerk: Actor
beforeAll(async () => {
  town = await openTown()
  who = await people(town)
  clerk = who.clerk
})
afterAll(() => town.close())
const duty = (key: string, actor: Actor = berta, on = '2026-07-22') => town.as(actor).asks<DutyRecord>(query('duty'), { key }, { effectiveOn: day(on), knownOn: day(on) })
const keys = async (code: string, actor: Actor = berta) => (await town.as(actor).asks<YearView>(query('year'), { year: 2026, duty: code })).duties.map(({ key }) => key)

test('bud-m: una modificación en la tabla corre el plazo de sus antecedentes, y el último acuse lo cumple', async () => {
  const file = await uploaded(town, who.head, 'antecedentes de la modificación')
  const session = await called(town, who, '2026-07-29', 57, [{ title: 'Modificación presupuestaria N.º 10 de 2026', matter: 'budget-amendment' }])
  const key = `bud-m.${session.id}`
  expect(await keys('bud-m')).toEqual([key])
  // Five business days before Wednesday 29: 28, 27, 24, 23 and Wednesday 22 July.
  expect((await duty(key)).duty).toMatchObject({ due: '2026-07-22', state: 'due-soon', event: 'Sesión ordinaria N.º 57, 29-07-2026' })
  const sending = randomUUID()
  await town.as(who.head).does(council.putInFolder, { id: randomUUID(), sessionId: session.id, pointId: session.points[0], title: 'Oficio y anexo', fileHash: file })
  await town.as(clerk).does(council.sendFolder, { id: sending, sessionId: session.id, means: 'email' })
  const [first, ...rest] = who.councillors.map(({ personId }) => personId)
  await town.as(clerk).does(council.recordReceipts, { sending, people: [first], receivedOn: '2026-07-22' })
  expect((await duty(key)).duty.state).toBe('due-soon')
  await town.as(clerk).does(council.recordReceipts, { sending, people: rest, receivedOn: '2026-07-22' })
  expect((await duty(key)).duty).toMatchObject({ state: 'fulfilled', acts: [{ on: '2026-07-22', title: 'Antecedentes recibidos por los concejales' }] })
  expect(await keys('bud-m', stranger)).toEqual([])
  await expect(duty(key, stranger)).rejects.toMatchObject({ status: 404 })
})
test('lo que no pasa por el escritorio del Concejo también se declara a mano', async () => {
  expect((await duty('bud-04.2026')).may.declare).toBe(true)
  expect((await duty('sin-01.2026')).may.declare).toBe(true)
  expect((await duty('con-s.2026-07')).may.declare).toBe(false)
})
test('tra-02: una solicitud de acceso del libro de partes corre su plazo sin nombrar a nadie; cerrada con su respuesta, se cumple', async () => {
  const id = randomUUID()
  const letter = { id, sender: 'Juan Persona Reservada', senderIsPerson: true, document: 'MU139T0000050', receivedOn: '2026-07-20', subject: 'Pide contratos de áridos', unitId: UNIT.planning, requestKind: 'transparency' }
  const { result } = await town.as(clerk).does<{ number: number; year: number }>(action('correspondence.register-incoming'), letter)
  const key = `tra-02.${id}`
  // Twenty business days after Monday 20 July, with the holiday of Saturday 15 August: Monday 17 August.
  const seen = await duty(key)
  expect(seen.duty).toMatchObject({ due: '2026-08-17', event: `Ingreso ${result.number} de 2026` })
  expect(JSON.stringify(seen)).not.toMatch(/Persona Reservada|áridos/)
  expect(await keys('tra-02', stranger)).toEqual([])
})
test('el tablero pide prueba de lo que los módulos ya prueban, y sólo lo que no tiene módulo dice que no está', async () => {
  const board = await town.as(berta).asks<BoardView>(query('mandate'))
  const state = (code: string) => board.functions.find((one) => one.code === code)
  // The letter of a person is not correspondence with an institution.
  for (const code of ['G5', 'G6', 'G7']) expect(state(code)?.state, code).toBe('overdue')
  expect(board.functions.filter((one) => one.state === 'unavailable').map(({ code }) => code)).toEqual(['G4', 'G11', 'G12', 'G13', 'I2', 'I3', 'I6', 'S1', 'S2', 'S3', 'S4', 'S6'])
  expect(state('G6')?.parameters).toEqual(['prueba de no más de 12 meses', 'prueba de no más de 6 meses'])
  expect(state('G3')?.parameters).toEqual(['al menos 80\u00a0%'])
  await town.as(clerk).does(action('correspondence.register-incoming'), { id: randomUUID(), sender: 'Contraloría Regional', document: 'Oficio 1.234', receivedOn: '2026-07-21', subject: 'Pide informe', unitId: UNIT.planning, requestKind: 'report-request' })
  const after = (await town.as(berta).asks<BoardView>(query('mandate'))).functions.find(({ code }) => code === 'G5')
  expect(after).toMatchObject({ state: 'on-track', proofs: [{ text: 'Oficio recibido de una institución, 21-07-2026', holds: true }], next: '2026-10-21' })
  expect((await town.as(stranger).asks<BoardView>(query('mandate'))).functions.find(({ code }) => code === 'G5')?.state).toBe('overdue')
})
test('I4: una versión de un conjunto de datos prueba que se centralizan; la de otra comuna y la de hace más de doce meses, no', async () => {
  const i4 = async (actor: Actor = berta) => (await town.as(actor).asks<BoardView>(query('mandate'))).functions.find(({ code }) => code === 'I4')
  const id = randomUUID()
  await town.as(ivan).does(action('statistics.create-dataset'), { id, ...described('proyeccion', 'Proyección comunal') })
  await addTestVersion(town, ivan, { datasetId: id, number: 1, effectiveOn: day('2025-07-21') })
  expect((await i4())?.state).toBe('overdue')
  await addTestVersion(town, ivan, { datasetId: id, number: 2, effectiveOn: day('2026-07-01') })
  // Twelve months from 1 July 2026.
  expect(await i4()).toMatchObject({ state: 'on-track', next: '2027-07-01', proofs: [{ holds: true }] })
  expect((await i4(stranger))?.state).toBe('overdue')
})
