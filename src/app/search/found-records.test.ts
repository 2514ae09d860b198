import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, day } from '#kernel'
import { asOfNow } from '#platform/actions'
import { berta, everybody, ivan, marcela, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { issueCertificate } from '../../modules/budget/certificates/issue-certificate.ts'
import { requestCertificate } from '../../modules/budget/certificates/request-certificate.ts'
import { registerAccrual } from '../../modules/budget/spending/register-accrual.ts'
import { registerCommitment } from '../../modules/budget/spending/register-commitment.ts'
import { registerPayment } from '../../modules/budget/spending/register-payment.ts'
import { openSmallBudget, small } from '../../modules/budget/testing/small-budget.ts'
import { assign } from '../../modules/calendar/assignments/assign.ts'
import { recordAgreement } from '../../modules/council/agreements/record-agreement.ts'
import { recordSession } from '../../modules/council/sessions/record-session.ts'
import { modules } from '../modules.ts'
import { foundRecords } from './found-records.ts'

let town: Town
const found = async (actor: Actor, text: string, more: { kind?: string; year?: number } = {}, asOf = asOfNow(town.system.clock)) => (await foundRecords(town.system, modules, actor, asOf, { text, ...more })).flatMap(({ kind, hits }) => hits.map(({ title }) => `${kind}: ${title}`))
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
  const sessionId = randomUUID()
  await town.as(berta).does(recordSession, { id: sessionId, number: 12, kind: 'ordinary', heldOn: '2026-06-03' })
  await town.as(berta).does(recordAgreement, { id: randomUUID(), sessionId, number: '87', title: 'Comodato de la sede de Ñancul', outcome: 'approved', votesFor: 6 })
  const line = small.services.id
  const { result } = await town.as(ivan).does<{ id: string }>(requestCertificate, { line, amount: 1_000_000, purpose: 'Señalética de las garitas rurales' })
  await town.as(tomas).does(issueCertificate, { id: result.id, version: 1, number: '4411', on: '2026-03-02' })
  const step = (number: string, kind: string, text: string) => ({ line, amount: 400_000, on: '2026-03-10', text, document: { kind, number, date: '2026-03-10' } })
  await town.as(tomas).does(registerCommitment, step('OC-9', 'purchase-order', 'Garitas'))
  await town.as(tomas).does(registerAccrual, step('771', 'invoice', 'Garitas'))
  await town.as(tomas).does(registerPayment, step('9321', 'payment-decree', 'Pintura de garitas'))
  await town.as(rosa).does(assign, { id: randomUUID(), text: 'Averiguar el precio de las garitas de Melefquén', askedBy: 'Alcaldía', fileHash: null })
}, 60_000)
afterAll(() => town.close())

describe('lo que no guarda línea de búsqueda se encuentra en sus propias tablas', () => {
  test.each([
    ['nancul comodatos', ['agreement: Acuerdo N.º 87: Comodato de la sede de Ñancul']], ['ÑANCUL', ['agreement: Acuerdo N.º 87: Comodato de la sede de Ñancul']], ['"sede de ñancul"', ['agreement: Acuerdo N.º 87: Comodato de la sede de Ñancul']], ['acuerdo 87', ['agreement: Acuerdo N.º 87: Comodato de la sede de Ñancul']],
    ['4411', ['certificate: Certificado de disponibilidad N.º 4411']], ['senaletica', ['certificate: Certificado de disponibilidad N.º 4411']],
    ['9321', ['payment: Decreto de pago N.º 9321 del 10-03-2026']], ['pinturas garita', ['payment: Decreto de pago N.º 9321 del 10-03-2026']], ['precio de garitas', ['assignment: Averiguar el precio de las garitas de Melefquén']], ['nada de esto', []],
  ])('«%s»', async (text, titles) => { expect(await found(rosa, text)).toEqual(titles) })
  test('por clase, por año y a las fechas que se miran', async () => {
    expect(await found(rosa, 'garitas', { kind: 'payment' })).toHaveLength(1)
    expect(await found(rosa, 'ñancul', { year: 2025 })).toEqual([])
    // The session was held on the 3rd of June: the day before, nothing.
    expect(await found(rosa, 'ñancul', {}, { effectiveOn: day('2026-06-02'), knownOn: asOfNow(town.system.clock).knownOn })).toEqual([])
  })
})
test('cada uno encuentra sólo lo que su pantalla le mostraría', async () => {
  // The councillor reads agreements; the assignment is Rosa's: only she and whoever manages all of them know that it exists.
  expect(await found(marcela, 'ñancul')).toHaveLength(1)
  const knowing = everybody.filter((actor) => actor === rosa || (actor.commune === rosa.commune && actor.permissions.has('calendar.manage')))
  expect(knowing.length).toBeLessThan(everybody.length - 3)
  for (const actor of everybody) expect((await found(actor, 'melefquen')).length).toBe(knowing.includes(actor) ? 1 : 0)
  for (const actor of [visita, stranger]) for (const text of ['ñancul', '4411', '9321', 'melefquen', 'garitas']) expect(await found(actor, text)).toEqual([])
})
