import { afterAll, beforeAll, expect, test } from 'vitest'
import type { day } from '#kernel'
import { ivan, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { decree, invoice, openSmallBudget, order, small } from '../testing/small-budget.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { requestCertificate } from '../certificates/request-certificate.ts'
import { openBudget } from '../lines/open-budget.ts'
import { undoEntry } from '../movements/undo-entry.ts'
import { registerAccrual } from './register-accrual.ts'
import { registerCommitment } from './register-commitment.ts'
import { registerPayment } from './register-payment.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

const line = small.services.id
const value = (id: string, parameters: Record<string, string> = {}, asOf?: { effectiveOn: ReturnType<typeof day>; knownOn: ReturnType<typeof day> }) =>
  town.as(rosa).reads(async ({ figures }) => (await figures.get(`budget/${id}`, { year: '2026', ...parameters })).value, asOf)

test('el presupuesto abierto equilibra y otro que no equilibra se rechaza', async () => {
  expect(await value('adjusted')).toBe(10_000_000)
  expect(await value('income-budgeted')).toBe(10_000_000)
  const problem = await town.as(tomas).refused(openBudget, { year: 2027, agreement: '1', decreeNumber: '1', decreeOn: '2026-12-20', lines: [{ account: '115-03-01', amount: 5 }, { account: '215-22-05', amount: 4 }] })
  expect(problem.id).toBe('presupuesto/no-equilibra')
})
test('Rosa no puede abrir el presupuesto ni pagar; Iván y Visita tampoco', async () => {
  expect((await town.as(rosa).refused(openBudget, {})).status).toBe(403)
  for (const actor of [rosa, ivan, visita]) expect((await town.as(actor).refused(registerPayment, {})).status).toBe(403)
  for (const action of [registerCommitment, registerAccrual]) expect((await town.as(ivan).refused(action, {})).status).toBe(403)
})
test('certificado, orden, factura y pago: cada paso usa lo que deja el anterior', async () => {
  const asked = await town.as(ivan).does<{ id: string }>(requestCertificate, { line, amount: 900_000, purpose: 'Consumo de alumbrado de enero' })
  expect(await value('precommitted')).toBe(0)
  await town.as(tomas).does(issueCertificate, { id: asked.result.id, version: 1, number: '15', on: '2026-01-05' })
  expect(await value('precommitted')).toBe(900_000)
  await town.as(tomas).does(registerCommitment, { line, amount: 800_000, on: '2026-01-10', text: 'Suministro eléctrico', document: order('OC-1', '2026-01-10'), certificate: asked.result.id, chain: 'c1' })
  expect(await value('precommitted')).toBe(0)
  expect(await value('committed')).toBe(800_000)
  const over = await town.as(tomas).refused(registerAccrual, { line, amount: 800_001, on: '2026-01-20', text: 'Factura', document: invoice('88', '2026-01-20'), chain: 'c1' })
  expect(over.id).toBe('presupuesto/excede-lo-disponible')
  await town.as(tomas).does(registerAccrual, { line, amount: 700_000, on: '2026-01-20', text: 'Factura de enero', document: invoice('88', '2026-01-20'), chain: 'c1' })
  const paid = await town.as(tomas).does<{ movement: string }>(registerPayment, { line, amount: 650_000, on: '2026-01-31', text: 'Pago factura 88', document: decree('345', '2026-01-31'), chain: 'c1' })
  expect(await value('paid')).toBe(650_000)
  // Deuda exigible: 700.000 devengado − 650.000 pagado = 50.000.
  expect(await value('outstanding-debt')).toBe(50_000)
  expect(await value('execution-rate', { title: '22' })).toBeCloseTo(0.2, 10)
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('budget/paid', { year: '2026' }, { page: 1, size: 10 }))
  expect(trail.records.map(({ documentTitle, amount }) => [documentTitle, amount])).toEqual([['Decreto de pago N.º 345 del 31-01-2026', 650_000]])
  expect(paid.entry?.id).toBeDefined()
})
test('no se paga más de lo devengado, ni en un día en que aún no se devengaba', async () => {
  expect((await town.as(tomas).refused(registerPayment, { line, amount: 50_001, on: '2026-02-10', text: 'Pago', document: decree('400', '2026-02-10') })).id).toBe('presupuesto/excede-lo-disponible')
  expect((await town.as(tomas).refused(registerPayment, { line, amount: 10_000, on: '2026-01-02', text: 'Pago', document: decree('400', '2026-01-02') })).id).toBe('presupuesto/excede-lo-disponible')
})
test('el saldo final de caja no se ejecuta, y un proveedor con RUT errado se rechaza', async () => {
  expect((await town.as(tomas).refused(registerCommitment, { line: small.closing.id, amount: 10, on: '2026-02-01', text: 'Nada', document: order('1', '2026-02-01') })).id).toBe('presupuesto/no-se-ejecuta')
  expect((await town.as(tomas).refused(registerPayment, { line, amount: 1000, on: '2026-02-01', text: 'Pago', document: decree('2', '2026-02-01'), supplierRut: '69.191.100-5' })).id).toBe('presupuesto/rut-no-valido')
})
test('quien pide el certificado no lo emite', async () => {
  const asked = await town.as(tomas).does<{ id: string }>(requestCertificate, { line, amount: 1000, purpose: 'Prueba de segregación' })
  expect((await town.as(tomas).refused(issueCertificate, { id: asked.result.id, version: 1, number: '16', on: '2026-02-05' })).id).toBe('presupuesto/misma-persona')
})
test('deshacer el devengo con un pago apoyado en él se rechaza con sus dependientes; deshacer el pago y luego el devengo se puede', async () => {
  const services = town.as(tomas)
  await services.does(registerCommitment, { line, amount: 100_000, on: '2026-03-01', text: 'Reparación', document: order('OC-2', '2026-03-01'), chain: 'c2' })
  const accrual = await services.does(registerAccrual, { line, amount: 100_000, on: '2026-03-05', text: 'Factura 90', document: invoice('90', '2026-03-05'), chain: 'c2' })
  const payment = await services.does(registerPayment, { line, amount: 100_000, on: '2026-03-06', text: 'Pago 90', document: decree('401', '2026-03-06'), chain: 'c2' })
  const refused = await services.refused(undoEntry, { entryId: accrual.entry?.id, reason: 'Factura anulada' })
  expect(refused.id).toBe('presupuesto/hechos-se-apoyan')
  expect(refused.facts['dependants']).toMatchObject([{ line, later: 1 }])
  const before = await value('paid')
  await services.does(undoEntry, { entryId: payment.entry?.id, reason: 'Pago mal imputado' })
  expect(await value('paid')).toBe((before ?? 0) - 100_000)
  await services.does(undoEntry, { entryId: accrual.entry?.id, reason: 'Factura anulada' })
  expect((await services.refused(undoEntry, { entryId: accrual.entry?.id, reason: 'Otra vez' })).id).toBe('presupuesto/nada-que-deshacer')
  expect((await town.as(ivan).refused(undoEntry, {})).status).toBe(403)
})
test('la otra comuna no ve nada', async () => {
  const seen = await town.as(stranger).reads(async ({ figures }) => (await figures.get('budget/adjusted', { year: '2026' })))
  expect(seen).toMatchObject({ value: null, status: 'absent' })
})
