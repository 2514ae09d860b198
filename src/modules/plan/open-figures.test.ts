import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ivan, rosa, stranger } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { addIndicator } from './indicators/change-indicators.ts'
import { approveMeasurement, recordMeasurement } from './measurements/measure.ts'
import { addNode, createPlan } from './nodes/change-nodes.ts'

const ids = { plan: randomUUID(), axis: randomUUID(), objective: randomUUID(), water: randomUUID() }
let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const does = town.as(rosa).does
  await does(createPlan, { id: ids.plan, name: 'Plan de prueba 2022–2030', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await does(addNode, { id: ids.axis, planId: ids.plan, kind: 'axis', code: '1', name: 'Agua y salud' })
  await does(addNode, { id: ids.objective, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.1', name: 'Agua segura' })
  await does(addIndicator, { id: ids.water, nodeId: ids.objective, code: 'I01', name: 'Familias conectadas', unit: 'familias', formula: 'Suma de arranques en servicio', direction: 'up', baseline: { value: 100, year: 2021, source: 'Catastro 2021' }, targets: [{ year: 2024, value: 150 }, { year: 2026, value: 200 }, { year: 2028, value: 300 }] })
  for (const [value, measuredOn] of [[130, '2025-12-31'], [170, '2026-06-30']] as const) {
    const id = randomUUID()
    await town.as(ivan).does(recordMeasurement, { id, indicatorId: ids.water, value, measuredOn, source: 'Oficina de agua rural', document: `Memorándum ${measuredOn}` })
    await does(approveMeasurement, { id })
  }
})
afterAll(() => town.close())
const figure = (id: string, parameters: Record<string, string> = {}, actor = rosa) => town.as(actor).reads(({ figures }) => figures.get(`plan/${id}`, parameters))

test('la meta es la del año de la fecha o del período, y si ese año no tiene, la siguiente', async () => {
  // Metas 2024: 150; 2026: 200; 2028: 300. En 2025 vale la de 2026.
  expect((await figure('indicator-target', { indicator: ids.water })).value).toBe(200)
  expect((await figure('indicator-target', { indicator: ids.water, period: '2024' })).value).toBe(150)
  expect((await figure('indicator-target', { indicator: ids.water, period: '2025-2' })).value).toBe(200)
})
test('un indicador o un objetivo se nombran por su código, y el período fija hasta qué día se mide', async () => {
  expect((await figure('indicator-value', { indicator: 'I01' })).value).toBe(170)
  expect((await figure('indicator-value', { indicator: 'I01', period: '2025-2' })).value).toBe(130)
  // En 2026 el objetivo se mide contra su meta; el código y el identificador dicen lo mismo.
  expect((await figure('objective-score', { objective: '1.1' })).value).toBe((await figure('objective-score', { objective: ids.objective })).value)
  await expect(figure('indicator-value', { indicator: 'I99' })).rejects.toMatchObject({ kind: 'absent' })
  await expect(figure('indicator-value', { indicator: 'I01' }, stranger)).rejects.toMatchObject({ kind: 'absent' })
})
test('un parámetro desconocido o un período mal escrito se rechazan', async () => {
  await expect(figure('indicator-target', { indicator: 'I01', year: '2026' })).rejects.toMatchObject({ id: 'entrada/datos-no-validos' })
  await expect(figure('indicators-measured', { period: 'junio' })).rejects.toMatchObject({ id: 'entrada/datos-no-validos' })
})
