import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { alcaldesa, berta, marcela, rosa, stranger, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { SessionView } from '../contract.ts'
import { listSessions, recordSession } from '../sessions/record-session.ts'
import { correctAgreement, recordAgreement } from './record-agreement.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const session = { id: randomUUID(), number: 12, kind: 'ordinary', heldOn: '2026-07-16', note: '' }
const [id, other] = [randomUUID(), randomUUID()]
const noted = { number: '87', title: 'Aprueba la subvención a bomberos', outcome: 'approved', votesFor: 5, votesAgainst: 1, abstentions: 0 }
const corrected = { id, version: 1, ...noted, number: '78', votesFor: 4, abstentions: 1, reason: 'El acta N.º 12 dice 78 y cuatro votos' }
const seen = async (knownOn = day('2026-07-22')) => (await town.as(marcela).asks<{ sessions: SessionView[] }>(listSessions, {}, { effectiveOn: day('2026-07-22'), knownOn })).sessions[0]?.agreements ?? []

test('un acuerdo se lee de nuevo con su razón y la lectura anterior queda a la vista', async () => {
  await town.as(berta).does(recordSession, session)
  await town.as(berta).does(recordAgreement, { id, sessionId: session.id, ...noted })
  for (const person of [alcaldesa, marcela, rosa, visita]) expect((await town.as(person).refused(correctAgreement, corrected)).status).toBe(403)
  expect((await town.as(berta).refused(correctAgreement, { ...corrected, reason: '' })).errors.map(({ pointer }) => pointer)).toEqual(['/reason'])
  expect((await town.as(berta).refused(correctAgreement, { ...corrected, ...noted })).id).toBe('concejo/acuerdo-igual')
  expect((await town.as(stranger).refused(correctAgreement, corrected)).status).toBe(403)
  await town.as(berta).does(correctAgreement, corrected)
  expect(await seen()).toMatchObject([{ id, version: 2, number: '78', votesFor: 4, older: [{ version: 1, number: '87', votesFor: 5, reason: corrected.reason }] }])
  expect((await town.as(berta).refused(correctAgreement, { ...corrected, title: 'Otra lectura' })).status).toBe(412)
})
test('dos acuerdos de una sesión no se leen con el mismo número; el que quedó libre se puede anotar', async () => {
  await town.as(berta).does(recordAgreement, { id: other, sessionId: session.id, ...noted, title: 'Aprueba el aseo' })
  expect((await town.as(berta).refused(correctAgreement, { ...corrected, version: 2, number: '87' })).id).toBe('concejo/acuerdo-repetido')
  expect((await town.as(berta).refused(recordAgreement, { id: randomUUID(), sessionId: session.id, ...noted, number: '78' })).id).toBe('concejo/acuerdo-repetido')
  expect((await seen()).map(({ number }) => number)).toEqual(['78', '87'])
})
test('en una fecha anterior a anotarse no se conoce ninguna lectura', async () => {
  expect(await seen(day('2026-07-21'))).toEqual([])
})
test('lo conocido antes de la corrección sigue diciendo lo anterior', async () => {
  // Lo anotado se fecha dos días antes que su corrección, como si el reloj hubiera avanzado entre ambos.
  await town.system.database.asOwner(async (tx) => {
    await tx.raw('alter table evidence.entries disable trigger all', [])
    await tx.raw(`update evidence.entries set recorded_at = '2026-07-20T12:00:00Z' where seq <= 2`, [])
    await tx.raw('alter table evidence.entries enable trigger all', [])
  })
  const first = async (knownOn: string) => (await seen(day(knownOn))).filter((one) => one.id === id).map(({ number, older }) => [number, older.length])
  expect(await first('2026-07-19')).toEqual([])
  expect(await first('2026-07-21')).toEqual([['87', 0]])
  expect(await first('2026-07-22')).toEqual([['78', 1]])
})
