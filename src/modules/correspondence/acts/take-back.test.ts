import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stranger } from '../../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { actions, at, desk, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView } from '../contract.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
})
afterAll(() => town.close())
const open = (id: string) => town.as(people.clerk).asks<ActView>(queries.openAct, { id })
const reason = 'Se subió el papel de otro oficio'
const proofOf = async (hash: string) => {
  const { actProofs } = await import('../queries/proofs.ts')
  return town.system.database.read({ commune: people.clerk.commune, accountId: people.clerk.accountId, clearances: ['public'] }, (tx) => actProofs(tx).find({ hash }))
}
const notified = async (id: string, more: object = {}) => {
  const notification = randomUUID()
  await town.as(people.clerk).does(actions.notifyAct, { id: notification, act: id, version: (await open(id)).act.version, addressee: 'Director Regional de Vialidad', means: 'in-person', notifiedOn: '2026-07-22', ...more })
  return notification
}

test('quien redacta retira lo enviado hasta que tiene número; otra persona no, y numerado ya no', async () => {
  const id = await office.draft(people.analyst)
  await office.step(people.analyst, actions.sendAct, id)
  const version = office.version(id)
  expect((await town.as(people.colleague).refused(actions.recallAct, { id, version, reason })).id).toBe('actos/no-es-quien-redacta')
  expect((await town.as(stranger).refused(actions.recallAct, { id, version, reason })).status).toBe(404)
  await office.step(people.analyst, actions.recallAct, id, { reason: 'Falta un antecedente por citar' })
  expect((await open(id)).act.state).toBe('draft')
  expect((await open(id)).events.at(-1)).toMatchObject({ name: 'act-recalled', reason: 'Falta un antecedente por citar' })
  await office.step(people.analyst, actions.sendAct, id)
  // The visas begin again: the head has to grant it anew.
  expect((await open(id)).circuit.find(({ state }) => state === 'here')?.title).toContain('Jefatura')
  const numbered = await office.toSign()
  expect((await town.as(people.analyst).refused(actions.recallAct, { id: numbered, version: office.version(numbered), reason })).id).toBe('actos/estado-no-permite')
})
test('un ejemplar equivocado se retira antes de notificar: el acto vuelve a esperar su firma y el archivo ya no lo prueba', async () => {
  const id = await office.signed()
  const { act } = await open(id)
  expect((await proofOf(act.signedFile ?? ''))?.act_id).toBe(id)
  expect((await town.as(people.analyst).refused(actions.withdrawSignature, { id, version: act.version, reason })).id).toBe('actos/no-es-quien-firma')
  expect((await town.as(stranger).refused(actions.withdrawSignature, { id, version: act.version, reason })).status).toBe(404)
  await office.step(people.clerk, actions.withdrawSignature, id, { reason })
  expect((await open(id)).act).toMatchObject({ state: 'to-sign', signedOn: null, signedFile: null, finding: null, number: act.number })
  // Other acts of this file share the same picture: only this one loses it.
  expect((await proofOf(act.signedFile ?? ''))?.act_id).not.toBe(id)
  await office.step(people.clerk, actions.signAct, id, { mode: 'scan', file: await office.file(people.clerk, office.png), signedOn: '2026-07-22' })
  expect((await proofOf(act.signedFile ?? ''))?.act_id).toBe(id)
  await notified(id)
  const after = await open(id)
  expect((await town.as(people.clerk).refused(actions.withdrawSignature, { id, version: after.act.version, reason })).id).toBe('actos/estado-no-permite')
  expect(after.may.unsign).not.toBe(true)
})
test('una notificación anotada por error se retira con su motivo; con acuse o pasado el plazo, no', async () => {
  const id = await office.signed()
  const first = await notified(id)
  expect((await open(id)).act.state).toBe('notified')
  expect((await town.as(people.mayor).refused(actions.withdrawNotification, { notification: first, reason })).status).toBe(403)
  expect((await town.as(stranger).refused(actions.withdrawNotification, { notification: first, reason })).status).toBe(404)
  // 22-07-2026 plus the 90 days of the municipality is 20-10-2026.
  await expect(at(town, '2026-10-21T13:00:00Z').does(people.clerk, actions.withdrawNotification, { notification: first, reason })).rejects.toMatchObject({ id: 'actos/notificacion-firme', detail: 'Podía retirarse hasta el 20-10-2026.' })
  await town.as(people.clerk).does(actions.withdrawNotification, { notification: first, reason: 'Fue a otra dirección regional' })
  const back = await open(id)
  expect(back.act.state).toBe('to-notify')
  expect(back.notifications[0]).toMatchObject({ withdrawn: { on: '2026-07-22', reason: 'Fue a otra dirección regional' }, withdrawable: 'Ya se retiró.' })
  expect((await town.as(people.clerk).refused(actions.withdrawNotification, { notification: first, reason })).id).toBe('actos/notificacion-firme')
  const second = await notified(id, { receipt: 'Ingreso 4.512' })
  expect((await town.as(people.clerk).refused(actions.withdrawNotification, { notification: second, reason })).detail).toBe('Tiene acuse de recibo.')
})
test('retirada la notificación de una respuesta, lo recibido vuelve a estar pendiente; lo archivado por error se reabre', async () => {
  const letter = randomUUID()
  await town.as(people.clerk).does(actions.registerIncoming, { id: letter, sender: 'SEREMI de Obras Públicas', receivedOn: '2026-07-22', subject: 'Pide estado del camino', unitId: UNIT.planning, requestKind: 'report-request' })
  const shown = async () => (await town.as(people.clerk).asks<{ chosen: { state: string; version: number; answeredOn: string | null } }>(queries.listIncoming, { id: letter })).chosen
  const answer = await office.signed({ repliesTo: { kind: 'incoming', id: letter } })
  const notification = await notified(answer)
  expect(await shown()).toMatchObject({ state: 'answered', answeredOn: '2026-07-22' })
  await town.as(people.clerk).does(actions.withdrawNotification, { notification, reason })
  expect(await shown()).toMatchObject({ state: 'pending', answeredOn: null })
  expect((await town.as(people.clerk).refused(actions.reopenIncoming, { id: letter, version: (await shown()).version, reason })).id).toBe('partes/no-archivada')
  await town.as(people.clerk).does(actions.closeIncoming, { id: letter, version: (await shown()).version, reason: 'Se contestó por teléfono' })
  expect((await town.as(people.head).refused(actions.reopenIncoming, { id: letter, version: (await shown()).version, reason })).status).toBe(403)
  expect((await town.as(stranger).refused(actions.reopenIncoming, { id: letter, version: 1, reason })).status).toBeGreaterThanOrEqual(403)
  await town.as(people.clerk).does(actions.reopenIncoming, { id: letter, version: (await shown()).version, reason: 'La respuesta debe ser escrita' })
  expect(await shown()).toMatchObject({ state: 'pending' })
})
