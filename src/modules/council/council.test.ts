import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alcaldesa, berta, marcela, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import type { SessionView } from './contract.ts'
import { recordAgreement } from './agreements/record-agreement.ts'
import { changeSession, listSessions, recordSession, sessionById } from './sessions/record-session.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const session = { id: randomUUID(), number: 12, kind: 'ordinary', heldOn: '2026-07-16', note: '' }

test('la secretaria anota la sesión y su acuerdo; la concejala los lee y la otra comuna no', async () => {
  await town.as(berta).does(recordSession, session)
  await town.as(berta).does(recordAgreement, { id: randomUUID(), sessionId: session.id, number: '87', title: 'Modificación presupuestaria N.º 9', outcome: 'rejected', votesFor: 2, votesAgainst: 4 })
  const seen = await town.as(marcela).asks<{ sessions: SessionView[]; years: string[] }>(listSessions, { year: '2026' })
  expect(seen.sessions.map(({ number, agreements }) => [number, agreements.map(({ number: agreement, outcome, votesAgainst }) => [agreement, outcome, votesAgainst])])).toEqual([[12, [['87', 'rejected', 4]]]])
  expect((await town.as(marcela).asks<{ total: number }>(listSessions, { year: '2025' })).total).toBe(0)
  expect((await town.as(stranger).asks<{ total: number }>(listSessions)).total).toBe(0)
})
test('el número no se repite en el año, ni se anota lo que no ha ocurrido', async () => {
  expect((await town.as(berta).refused(recordSession, { ...session, id: randomUUID(), heldOn: '2026-06-04' })).id).toBe('concejo/sesion-repetida')
  expect((await town.as(berta).refused(recordSession, { ...session, id: randomUUID(), number: 13, heldOn: '2026-07-23' })).id).toBe('concejo/sesion-futura')
})
test('solo la secretaria anota, y una corrección parte de la última versión', async () => {
  for (const person of [alcaldesa, marcela, visita]) expect((await town.as(person).refused(recordSession, session)).status).toBe(403)
  expect((await town.as(marcela).refused(changeSession, { ...session, version: 1 })).status).toBe(403)
  await town.as(berta).does(changeSession, { ...session, version: 1, note: 'Acta aprobada el 30-07-2026' })
  expect((await town.as(berta).refused(changeSession, { ...session, version: 1 })).status).toBe(412)
  expect(await town.as(berta).reads((context) => sessionById(context, session.id))).toMatchObject({ version: 2, note: 'Acta aprobada el 30-07-2026' })
})
