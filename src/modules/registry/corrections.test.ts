import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerStore } from '#evidence'
import { dario, ivan, rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { createUnit, deactivateUnit } from './units/change-units.ts'
import { reopenUnit } from './units/reopen-unit.ts'
import { showSupplier } from './queries.ts'
import { addSupplier } from './suppliers/change-suppliers.ts'
import { correctSupplierRut } from './suppliers/correct-rut.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const company = { name: 'Áridos del Cautín Ltda.', kind: 'legal', activity: 'Áridos', city: 'Temuco' }
// Dígitos por módulo 11: 76.086.428-5, 77.123.456-9 (serie 2…7: 6·2+5·3+4·4+3·5+2·6+1·7+7·2+7·3 = 112; 112 mod 11 = 2; 11 − 2 = 9).
const why = { reason: 'Se transpusieron dos números al digitar', source: 'Cédula RUT del SII' }

test('el RUT mal escrito se corrige con razón y documento; el anterior queda en la historia', async () => {
  const id = randomUUID()
  await town.as(rosa).does(addSupplier, { id, ...company, rut: '76.086.428-5' })
  expect((await town.as(visita).refused(correctSupplierRut, { id, version: 1, rut: '77.123.456-9', ...why })).status).toBe(403)
  expect((await town.as(dario).refused(correctSupplierRut, { id, version: 1, rut: '77.123.456-9', ...why })).status).toBe(403)
  expect((await town.as(stranger).refused(correctSupplierRut, { id, version: 1, rut: '77.123.456-9', ...why })).status).toBe(404)
  expect((await town.as(rosa).refused(correctSupplierRut, { id, version: 1, rut: '77.123.456-8', ...why })).id).toBe('registro/rut-no-valido')
  expect((await town.as(rosa).refused(correctSupplierRut, { id, version: 1, rut: '76.086.428-5', ...why })).id).toBe('registro/rut-igual')
  expect((await town.as(rosa).refused(correctSupplierRut, { id, version: 1, rut: '77.123.456-9', source: why.source, reason: '' })).errors.map(({ pointer }) => pointer)).toEqual(['/reason'])
  await town.as(rosa).does(correctSupplierRut, { id, version: 1, rut: '77.123.456-9', ...why })
  expect(await town.as(ivan).asks(showSupplier, { id })).toMatchObject({ supplier: { rut: '77123456-9', version: 2 } })
  expect((await town.as(rosa).refused(correctSupplierRut, { id, version: 1, rut: '76.086.428-5', ...why })).status).toBe(412)
  const versions = await town.as(rosa).reads(({ tx }) => ledgerStore(tx).versions('supplier', id))
  expect(versions.map(({ data }) => [data['rut'], data['reason']])).toEqual([['77123456-9', why.reason], ['76086428-5', undefined]])
})
test('el RUT de otro proveedor no se toma: se dice de quién es y qué hacer', async () => {
  const other = randomUUID()
  await town.as(rosa).does(addSupplier, { id: other, ...company, name: 'Áridos del Sur SpA', rut: '76.086.428-5' })
  const problem = await town.as(rosa).refused(correctSupplierRut, { id: other, version: 1, rut: '77.123.456-9', ...why })
  expect([problem.id, problem.status]).toEqual(['registro/rut-de-otro-proveedor', 409])
  expect(problem.detail).toContain('Áridos del Cautín')
})
test('una unidad cerrada se reabre desde un día, con su razón, cuando la superior está vigente', async () => {
  const [above, below] = [randomUUID(), randomUUID()]
  await town.as(dario).does(createUnit, { id: above, code: 'TUR', name: 'Departamento de Turismo', kind: 'department' })
  await town.as(dario).does(createUnit, { id: below, code: 'FER', name: 'Oficina de Ferias', kind: 'office', parentId: above })
  await town.as(dario).does(deactivateUnit, { id: below, version: 1 })
  await town.as(dario).does(deactivateUnit, { id: above, version: 1 })
  const input = { id: below, version: 2, on: '2026-07-22', reason: 'Reglamento interno, decreto 45 de 2026' }
  expect((await town.as(rosa).refused(reopenUnit, input)).status).toBe(403)
  expect((await town.as(dario).refused(reopenUnit, input)).id).toBe('registro/unidad-superior-cerrada')
  // Se cerró el 22-07-2026, el día del reloj: ni antes de cerrarse ni mañana.
  for (const on of ['2026-07-21', '2026-07-23']) expect((await town.as(dario).refused(reopenUnit, { ...input, id: above, on })).id).toBe('registro/reapertura-fuera-de-fecha')
  await town.as(dario).does(reopenUnit, { ...input, id: above })
  await town.as(dario).does(reopenUnit, input)
  expect((await town.as(dario).refused(reopenUnit, { ...input, version: 3 })).id).toBe('registro/unidad-vigente')
  const [last] = await town.as(dario).reads(({ tx }) => ledgerStore(tx).versions('unit', below))
  expect(last).toMatchObject({ version: 3, effective_on: '2026-07-22', data: { active: true, reason: input.reason } })
})
