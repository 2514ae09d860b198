import { afterAll, beforeAll, expect, test } from 'vitest'
import { ivan, marcela, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { createLocalAccount } from './accounts/create-local-account.ts'
import { withdrawAmendment } from './amendments/approve-amendment.ts'
import { draftAmendment } from './amendments/draft-amendment.ts'
import { refuseCertificate } from './certificates/issue-certificate.ts'
import { requestCertificate } from './certificates/request-certificate.ts'
import { registerCollection } from './income/register-collection.ts'
import { registerIncomeAccrual } from './income/register-income-accrual.ts'
import { addLine } from './lines/add-line.ts'
import { reviewMonth } from './months/change-month.ts'
import { createProgramme } from './programmes/create-programme.ts'
import { recordKinds } from './record-kinds.ts'
import { openSmallBudget, small } from './testing/small-budget.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

test('una cuenta de la municipalidad se abre bajo una del clasificador y recibe líneas; sin cuenta de arriba se rechaza', async () => {
  expect((await town.as(ivan).refused(addLine, {})).status).toBe(403)
  expect((await town.as(rosa).refused(addLine, { year: 2026, account: '215-22-05-001-777' })).id).toBe('presupuesto/cuenta-desconocida')
  await town.as(tomas).does(createLocalAccount, { account: '215-22-05-001-777', name: 'Electricidad de postas', decree: '55', on: '2026-01-10' })
  const added = await town.as(rosa).does<{ id: string }>(addLine, { year: 2026, account: '215-22-05-001-777', area: '2', programme: '202' })
  const again = await town.as(rosa).does<{ id: string }>(addLine, { year: 2026, account: '215-22-05-001-777', area: '2', programme: '202' })
  expect(again.result.id).toBe(added.result.id)
  expect((await town.as(tomas).refused(createLocalAccount, { account: '215-99-01-001', name: 'Cuenta suelta', decree: '56', on: '2026-01-10' })).id).toBe('presupuesto/cuenta-desconocida')
  expect((await town.as(rosa).refused(createLocalAccount, {})).status).toBe(403)
})
test('un programa se crea y se resume para el hilo; la otra comuna no lo ve', async () => {
  const { result } = await town.as(rosa).does<{ id: string }>(createProgramme, { code: '202', name: 'Alumbrado público', area: '2', purpose: 'Calles iluminadas' })
  const programme = recordKinds.find(({ kind }) => kind === 'programme')
  const line = recordKinds.find(({ kind }) => kind === 'budget-line')
  expect(await town.as(rosa).reads((context) => programme?.summarise([result.id, 'no-es-un-id'], context) ?? Promise.resolve([]))).toMatchObject([{ title: 'Alumbrado público', step: 'Programa' }])
  expect(await town.as(stranger).reads((context) => programme?.summarise([result.id], context) ?? Promise.resolve([]))).toEqual([])
  // $3.500.000 vigentes, nada devengado.
  expect(await town.as(rosa).reads((context) => line?.summarise([small.services.id], context) ?? Promise.resolve([]))).toMatchObject([{ detail: 'M$\u00a03.500 vigente · M$\u00a00 devengado' }])
  expect((await town.as(ivan).refused(createProgramme, {})).status).toBe(403)
})
test('un ingreso se devenga sin tope y se percibe hasta lo devengado', async () => {
  const licences = small.licences.id
  await town.as(tomas).does(registerIncomeAccrual, { line: licences, amount: 5_000_000, on: '2026-02-01', text: 'Patentes', document: { kind: 'decree', number: '9', date: '2026-02-01' } })
  expect((await town.as(tomas).refused(registerCollection, { line: licences, amount: 5_000_001, on: '2026-02-10', text: 'Cobro', document: { kind: 'receipt', number: '1', date: '2026-02-10' } })).id).toBe('presupuesto/excede-lo-disponible')
  await town.as(tomas).does(registerCollection, { line: licences, amount: 5_000_000, on: '2026-02-10', text: 'Cobro', document: { kind: 'receipt', number: '1', date: '2026-02-10' } })
  expect((await town.as(tomas).refused(registerCollection, { line: small.staff.id, amount: 1, on: '2026-02-10', text: 'Cobro', document: { kind: 'receipt', number: '2', date: '2026-02-10' } })).id).toBe('presupuesto/linea-de-otro-tipo')
  for (const action of [registerIncomeAccrual, registerCollection]) for (const actor of [rosa, ivan, marcela, visita]) expect((await town.as(actor).refused(action, {})).status).toBe(403)
})
test('una solicitud de certificado se rechaza con su razón y ya no se puede tratar', async () => {
  const { result } = await town.as(ivan).does<{ id: string }>(requestCertificate, { line: small.services.id, amount: 1000, purpose: 'Compra menor' })
  await town.as(tomas).does(refuseCertificate, { id: result.id, version: 1, reason: 'No corresponde al programa' })
  expect((await town.as(tomas).refused(refuseCertificate, { id: result.id, version: 2, reason: 'Otra vez lo mismo' })).id).toBe('presupuesto/estado-no-permite')
  expect((await town.as(ivan).refused(refuseCertificate, {})).status).toBe(403)
  expect((await town.as(visita).refused(requestCertificate, {})).status).toBe(403)
  expect((await town.as(stranger).refused(requestCertificate, { line: small.services.id, amount: 1000, purpose: 'De otra comuna' })).status).toBe(404)
})
test('una modificación en borrador se retira; un mes se envía a revisión y no dos veces con la misma versión', async () => {
  const { result } = await town.as(rosa).does<{ id: string }>(draftAmendment, { year: 2026, kind: 'transfer', reason: 'Traspaso que no prospera', lines: [{ line: small.staff.id, amount: -10 }, { line: small.services.id, amount: 10 }] })
  expect((await town.as(ivan).refused(withdrawAmendment, { id: result.id, version: 1 })).status).toBe(403)
  await town.as(rosa).does(withdrawAmendment, { id: result.id, version: 1 })
  expect((await town.as(rosa).refused(withdrawAmendment, { id: result.id, version: 2 })).id).toBe('presupuesto/estado-no-permite')
  await town.as(tomas).does(reviewMonth, { year: 2026, month: 3, version: 0 })
  expect((await town.as(tomas).refused(reviewMonth, { year: 2026, month: 3, version: 0 })).id).toBe('version/cambio-antes')
  expect((await town.as(rosa).refused(reviewMonth, {})).status).toBe(403)
  expect((await town.as(marcela).refused(draftAmendment, {})).status).toBe(403)
})
