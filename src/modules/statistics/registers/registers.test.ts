import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { ivan, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { versionOf } from '../datasets/version-of.ts'
import { tableOf } from '../tables/table-of.ts'
import { compactRegisterJob, observationsOf, postRegisterVersion } from './compact-register.ts'
import { createRegister, recordRegister, retireRegister } from './register-actions.ts'
import type { RegistersAnswer, RegisterView } from './register-contract.ts'
import { periodsUntil } from './register-periods.ts'
import { listRegisters, showRegister } from './register-queries.ts'

test('los períodos terminados desde que el registro comienza', () => {
  expect(periodsUntil(day('2026-04-01'), 'month', day('2026-07-22')).map(({ id }) => id)).toEqual(['2026-04', '2026-05', '2026-06'])
  expect(periodsUntil(day('2025-11-15'), 'quarter', day('2026-07-22')).map(({ id }) => id)).toEqual(['2026-T1', '2026-T2'])
})
test('cero es cero, no aplica no es un número y lo que nadie dijo es otra cosa', () => {
  const { measures, statuses } = observationsOf({ fields: [{ key: 'a', title: 'A', unit: 'u', decimals: 0 }, { key: 'b', title: 'B', unit: 'u', decimals: 0 }] }, [{ period: '2026-04', field: 'a', value: 0 }, { period: '2026-04', field: 'b', value: null }, { period: '2026-05', field: 'a', value: 3 }], { code: '99001', name: 'Villa Prueba' })
  expect(measures).toEqual({ a: [0, 3], b: [null, null] })
  expect(statuses).toEqual({ a: [null, null], b: ['not-applicable', 'not-received'] })
})
describe.each(engines)('registros propios en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  const id = randomUUID()
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    await town.as(ivan).does(createRegister, { id, title: 'Permisos de edificación', counted: 'Permisos otorgados', unitId: UNIT.works, periodicity: 'month', startsOn: '2026-04-01', fields: [{ key: 'permits', title: 'Permisos', unit: 'permisos' }] })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const record = (period: string, value: number | null, reason = '') => town.as(ivan).does<{ changed: number }>(recordRegister, { id: randomUUID(), registerId: id, period, values: [{ field: 'permits', value }], reason })
  const compact = (reason: string) => compactRegisterJob.run({
    actor: ivan, jobId: 'prueba', input: { registerId: id, reason }, read: (work) => town.as(ivan).reads(work), act: async (action, input) => (await town.as(ivan).does(action, input)).result as never, database: town.system.database, files: town.system.services.files, analytics: town.system.services.analytics, progress: async () => {},
  })
  test('cada período se responde una vez y es una serie que sirve en cualquier cuadro', async () => {
    expect((await town.as(tomas).asks<RegistersAnswer>(listRegisters)).pending.map(({ period, unitName }) => [period, unitName])).toEqual([['2026-04', 'Dirección de Obras Municipales'], ['2026-05', 'Dirección de Obras Municipales'], ['2026-06', 'Dirección de Obras Municipales']])
    await record('2026-04', 12)
    await record('2026-05', 0)
    await record('2026-06', null)
    expect((await town.as(tomas).asks<RegistersAnswer>(listRegisters)).pending).toEqual([])
    await compact('Se agregó junio de 2026')
    const hands = { analytics: town.system.services.analytics, asOf: { effectiveOn: day('2026-07-22'), knownOn: day('2026-07-22') }, versionOf: (dataset: string, version: 'latest' | number) => town.as(ivan).reads((context) => versionOf(context, dataset, version)) }
    const cube = await tableOf(hands, { dataset: id, version: 'latest', measures: ['permits'], variables: [{ dimension: 'period', select: { kind: 'all' }, place: 'row' }], measurePlace: 'column', totals: { rows: false, columns: false }, hideEmpty: false })
    expect([...cube.values].slice(0, 2)).toEqual([12, 0])
    expect(cube.statuses.get(2)).toBe('not-applicable')
  })
  test('corregir pide motivo, conserva lo anterior y es otra versión; lo mismo otra vez no lo es', async () => {
    await expect(record('2026-04', 14)).rejects.toMatchObject({ id: 'estadistica/registro-correccion' })
    expect((await record('2026-04', 12)).result.changed).toBe(0)
    await record('2026-04', 14, 'Faltaban dos permisos del 30 de abril')
    await compact('Se corrigió abril')
    await compact('Nada nuevo')
    const view = await town.as(rosa).asks<RegisterView>(showRegister, { id })
    expect(view.periods.map(({ values }) => values['permits'])).toEqual([14, 0, null])
    expect(view.revisions).toMatchObject([{ before: 12, after: 14, reason: 'Faltaban dos permisos del 30 de abril' }])
    expect(await town.as(rosa).reads(async (context) => (await versionOf(context, id, 'latest')).number)).toBe(2)
  })
  test('quién puede, qué períodos, y la otra comuna', async () => {
    await expect(record('2026-07', 1)).rejects.toMatchObject({ id: 'estadistica/registro-periodo' })
    for (const action of [createRegister, recordRegister, retireRegister, postRegisterVersion]) expect((await town.as(tomas).refused(action, {})).status, action.name).toBe(403)
    expect((await town.as(ivan).refused(retireRegister, {})).status).toBe(403)
    expect((await town.as(stranger).asks<RegistersAnswer>(listRegisters)).registers).toEqual([])
    expect((await town.as(stranger).refused(showRegister, { id })).status).toBe(404)
    expect((await town.as(stranger).refused(recordRegister, { id: randomUUID(), registerId: id, period: '2026-04', values: [{ field: 'permits', value: 1 }] })).status).toBe(404)
    expect((await town.as(stranger).refused(retireRegister, { id, version: 1, reason: 'Otra comuna no puede' })).status).toBe(404)
    expect((await town.as(stranger).refused(postRegisterVersion, { registerId: id, hash: 'a'.repeat(64), rows: 1, structure: observationsOf({ fields: [{ key: 'permits', title: 'Permisos', unit: 'permisos', decimals: 0 }] }, [{ period: '2026-04', field: 'permits', value: 1 }], { code: '99002', name: 'Otro' }).structure, reason: 'x' })).status).toBe(404)
    expect((await town.as(stranger).refused(createRegister, { id: randomUUID(), title: 'Ajeno', unitId: UNIT.works, periodicity: 'month', startsOn: '2026-04-01', fields: [{ key: 'a', title: 'Algo', unit: 'u' }] })).status).toBe(400)
    await town.as(rosa).does(retireRegister, { id, version: 1, reason: 'Se reemplaza por otro registro' })
    expect((await town.as(rosa).asks<RegistersAnswer>(listRegisters)).registers[0]?.retired).toBe(true)
    expect((await town.as(rosa).refused(retireRegister, { id, version: 1, reason: 'Con una versión vieja' })).status).toBe(412)
  })
})
