import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Actor, AsOf, Day, FigureValue, TableBlock } from '#kernel'
import { halfYear } from '#kernel'
import { attachmentRows, fileRows, kinds } from '#evidence'
import { scopeOf } from '#platform/actions'
import { berta, carla, dario, ivan, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import type { IndicatorView, MeasurementView, NodeView } from './contract.ts'
import { addIndicator, changeIndicator, retireIndicator, setTarget } from './indicators/change-indicators.ts'
import { approveMeasurement, recordMeasurement } from './measurements/measure.ts'
import { addNode, changeNode, createPlan, linkNode, moveNode, retireNode } from './nodes/change-nodes.ts'
import { planProgress } from './progress/plan-progress.chapter.ts'
import { showIndicator, showObjective, showPlan } from './queries.ts'

/** A unit that only measures. */
const unitHead: Actor = { ...ivan, accountId: '00000000-0000-4000-8000-0000000000aa', name: 'Lidia Coñuecar', unitId: UNIT.community, permissions: new Set(['plan.read', 'plan.measure']) }
const ids = { plan: randomUUID(), axis: randomUUID(), objective: randomUUID(), other: randomUUID(), programme: randomUUID(), water: randomUUID(), books: randomUUID() }
const baseline = { value: 100, year: 2021, source: 'Catastro municipal 2021' }
const indicator = (id: string, over: Record<string, unknown> = {}) => ({ id, nodeId: ids.objective, code: 'I01', name: 'Familias conectadas', unit: 'familias', formula: 'Suma de arranques en servicio', direction: 'up', unitId: UNIT.community, baseline, targets: [{ year: 2026, value: 200 }], ...over })
type Shown = { nodes: NodeView[]; indicators: IndicatorView[]; compliance: { good: number; withData: number; total: number; share: number | null } }

let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const does = town.as(rosa).does
  await does(createPlan, { id: ids.plan, name: 'Plan de prueba 2022–2030', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await does(addNode, { id: ids.axis, planId: ids.plan, kind: 'axis', code: '1', name: 'Agua y salud' })
  await does(addNode, { id: ids.objective, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.1', name: 'Agua segura' })
  await does(addNode, { id: ids.other, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.2', name: 'Salud cercana' })
  await does(addNode, { id: ids.programme, planId: ids.plan, parentId: ids.objective, kind: 'programme', code: '206', name: 'Agua para sectores rurales' })
  await does(addIndicator, indicator(ids.water))
  await does(addIndicator, indicator(ids.books, { code: 'I02', name: 'Préstamos de la biblioteca', unit: 'préstamos', accrual: 'yearly', nodeId: ids.other, targets: [{ year: 2026, value: 1000 }] }))
})
afterAll(() => town.close())

const measure = (over: Record<string, unknown> = {}) => ({ id: randomUUID(), indicatorId: ids.water, value: 170, measuredOn: '2026-06-30', source: 'Oficina de agua rural', document: 'Memorándum 12', ...over })
const figureOf = (id: string, parameters: Record<string, string>, asOf?: AsOf): Promise<FigureValue> => town.as(rosa).reads(({ figures }) => figures.get(id, parameters), asOf)

test('la medición es provisional hasta que otra persona la aprueba, y quien la registró no puede', async () => {
  const input = measure()
  await town.as(ivan).does(recordMeasurement, input)
  expect(await figureOf('plan/indicator-value', { indicator: ids.water })).toMatchObject({ value: 170, status: 'provisional' })
  expect((await town.as(ivan).refused(approveMeasurement, { id: input.id })).status).toBe(403)
  await town.as(rosa).does(approveMeasurement, { id: input.id })
  const value = await figureOf('plan/indicator-value', { indicator: ids.water, label: 'I01 Familias conectadas' })
  expect(value).toMatchObject({ value: 170, status: 'firm', text: '170', title: 'Valor de I01 Familias conectadas' })
  expect((await town.as(rosa).refused(approveMeasurement, { id: input.id })).id).toBe('plan/medicion-ya-aprobada')
  const own = measure({ value: 171, measuredOn: '2026-05-31' })
  await town.as(rosa).does(recordMeasurement, own)
  expect((await town.as(rosa).refused(approveMeasurement, { id: own.id })).id).toBe('registro/misma-persona')
})
test('el avance va de la base a la meta del año, y su ficha nombra el documento', async () => {
  // (170 − 100) / (200 − 100) = 70 %
  const progress = await figureOf('plan/indicator-progress', { indicator: ids.water })
  expect(progress).toMatchObject({ value: 0.7, text: '70,0\u00a0%' })
  expect(progress.lawValues[0]).toMatchObject({ id: 'plan/traffic-light' })
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('plan/indicator-progress', { indicator: ids.water }, { page: 1, size: 10 }))
  expect(trail.records).toMatchObject([{ documentTitle: 'Memorándum 12', documentDate: '2026-06-30', amount: 170 }])
  // Base 31-12-2021 = 100 and goal 31-12-2026 = 200: 1826 days, of which 1642 by 30-06-2026: expected 89,9 %; 70 / 89,9 = 78 %: at risk.
  const { indicator: shown } = await town.as(rosa).asks<{ indicator: IndicatorView; measurements: MeasurementView[] }>(showIndicator, { id: ids.water })
  expect(shown.light).toBe('warning')
  expect(shown.how.at(-1)?.text).toBe('78\u00a0%')
})
test('conocido al: una medición de enero anotada en julio no se conoce en junio, y la corrección del mismo día reemplaza', async () => {
  await town.as(ivan).does(recordMeasurement, measure({ value: 120, measuredOn: '2026-01-31' }))
  await town.as(ivan).does(recordMeasurement, measure({ value: 125, measuredOn: '2026-01-31', document: 'Memorándum 13' }))
  const before: AsOf = { effectiveOn: '2026-02-28' as Day, knownOn: '2026-02-28' as Day }
  await expect(town.as(rosa).reads(({ figures }) => figures.get('plan/indicator-value', { indicator: ids.water }), before)).rejects.toMatchObject({ status: 404 })
  expect((await figureOf('plan/indicator-value', { indicator: ids.water }, { effectiveOn: '2026-02-28' as Day, knownOn: '2026-07-22' as Day })).value).toBe(125)
  expect((await figureOf('plan/indicator-value', { indicator: ids.water })).value).toBe(170)
})
test('la ausencia tiene nombre y no cuenta como cero', async () => {
  await town.as(ivan).does(recordMeasurement, measure({ indicatorId: ids.books, value: null, absence: 'not-applicable' }))
  expect(await figureOf('plan/indicator-value', { indicator: ids.books })).toMatchObject({ value: null, absence: 'not-applicable', text: 'no aplica', status: 'absent' })
  const { compliance } = await town.as(rosa).asks<Shown>(showPlan)
  expect(compliance).toMatchObject({ total: 2, withData: 1 })
  expect((await figureOf('plan/indicators-measured', {})).value).toBe(0.5)
})
test('el archivo de respaldo debe existir y queda entre los documentos del indicador', async () => {
  const fileHash = 'a'.repeat(64)
  expect((await town.as(ivan).refused(recordMeasurement, measure({ measuredOn: '2026-03-31', fileHash }))).status).toBe(404)
  await town.system.database.write(scopeOf(ivan), (tx) => fileRows(tx).add({ hash: fileHash, name: 'memo.pdf', mediaType: 'application/pdf', size: 10, visibility: 'internal', uploadedBy: ivan.accountId, at: '2026-07-22T13:00:00Z' }))
  await town.as(ivan).does(recordMeasurement, measure({ measuredOn: '2026-03-31', value: 140, fileHash }))
  expect(await town.as(ivan).reads(({ tx }) => attachmentRows(tx).of(kinds.indicator, ids.water))).toMatchObject([{ title: 'Memorándum 12', file_hash: fileHash }])
})
test('quién no puede: otra unidad, Control, Finanzas, Secretaría, informática, Visita y la otra comuna', async () => {
  expect((await town.as({ ...unitHead, unitId: UNIT.works }).refused(recordMeasurement, measure())).id).toBe('plan/indicador-de-otra-unidad')
  await town.as(unitHead).does(recordMeasurement, measure({ value: 168, measuredOn: '2026-04-30' }))
  const writes = [
    [createPlan, { id: randomUUID(), name: 'Otro plan', startsOn: '2022-01-01', endsOn: '2030-12-31' }], [addNode, { id: randomUUID(), planId: ids.plan, kind: 'axis', code: '9', name: 'Eje nueve' }],
    [changeNode, { id: ids.axis, version: 1, code: '1', name: 'Agua' }], [moveNode, { id: ids.other, version: 1, parentId: ids.axis, place: 0 }], [retireNode, { id: ids.other, version: 1, on: '2026-07-01', reason: 'Motivo de prueba' }],
    [linkNode, { id: ids.programme, kind: 'project', targetId: 'x' }], [addIndicator, indicator(randomUUID(), { code: 'I09' })], [changeIndicator, { ...indicator(ids.water), version: 1 }], [retireIndicator, { id: ids.water, version: 1, on: '2026-07-01', reason: 'Motivo de prueba' }],
    [setTarget, { indicatorId: ids.water, year: 2027, value: 1 }], [recordMeasurement, measure()], [approveMeasurement, { id: randomUUID() }],
  ] as const
  for (const [action, input] of writes) for (const actor of [carla, tomas, berta, dario, visita]) expect((await town.as(actor).refused(action, input)).status).toBe(403)
  for (const [query, input] of [[showPlan, {}], [showObjective, { id: ids.objective }], [showIndicator, { id: ids.water }]] as const) expect((await town.as(visita).refused(query, input)).status).toBe(403)
  expect((await town.as(stranger).asks<{ plan: unknown; nodes: unknown[] }>(showPlan)).nodes).toEqual([])
  expect((await town.as(stranger).refused(showIndicator, { id: ids.water })).status).toBe(404)
})
test('el árbol tiene un solo orden, los códigos no se repiten y las versiones no se pisan', async () => {
  expect((await town.as(rosa).refused(addNode, { id: randomUUID(), planId: ids.plan, parentId: ids.axis, kind: 'programme', code: '301', name: 'Programa suelto' })).id).toBe('plan/lugar-en-el-arbol')
  expect((await town.as(rosa).refused(addNode, { id: randomUUID(), planId: ids.plan, kind: 'axis', code: '1', name: 'Eje repetido' })).status).toBe(409)
  await town.as(rosa).does(changeNode, { id: ids.axis, version: 1, code: '1', name: 'Agua, salud y cuidado' })
  const conflict = await town.as(ivan).refused(changeNode, { id: ids.axis, version: 1, code: '1', name: 'Otra cosa' })
  expect([conflict.status, (conflict.facts['theirs'] as { name: string }).name]).toEqual([412, 'Agua, salud y cuidado'])
  expect((await town.as(rosa).refused(createPlan, { id: randomUUID(), name: 'Plan corto', startsOn: '2022-01-01', endsOn: '2023-12-31' })).id).toBe('plan/vigencia-corta')
})
test('lo que tiene dependientes no se retira; lo retirado deja de verse desde su fecha', async () => {
  expect((await town.as(rosa).refused(retireNode, { id: ids.axis, version: 2, on: '2026-07-01', reason: 'Motivo de prueba' })).id).toBe('plan/tiene-dependientes')
  const id = randomUUID()
  await town.as(rosa).does(addNode, { id, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.9', name: 'Objetivo pasajero' })
  await town.as(rosa).does(retireNode, { id, version: 1, on: '2026-07-10', reason: 'Se fusionó con el objetivo 1.1' })
  const codes = async (effectiveOn: string) => (await town.as(rosa).asks<Shown>(showPlan, {}, { effectiveOn: effectiveOn as Day, knownOn: '2026-07-22' as Day })).nodes.map(({ code }) => code)
  expect(await codes('2026-07-22')).not.toContain('1.9')
  expect(await codes('2026-07-09')).toContain('1.9')
  expect((await town.as(rosa).refused(changeNode, { id, version: 2, code: '1.9', name: 'Otra vez' })).id).toBe('plan/ya-retirado')
})
test('trasladar y enlazar: el programa se mueve de objetivo y su arista con él', async () => {
  await town.as(rosa).does(moveNode, { id: ids.programme, version: 1, parentId: ids.other, place: 3 })
  const { programmes } = await town.as(rosa).asks<{ programmes: NodeView[] }>(showObjective, { id: ids.other })
  expect(programmes.map(({ code }) => code)).toEqual(['206'])
  expect((await town.as(rosa).does<{ linked: boolean }>(linkNode, { id: ids.programme, kind: 'project', targetId: randomUUID() })).result.linked).toBe(true)
})
test('una meta nueva vale desde que se conoce, y la ficha corregida cambia de versión', async () => {
  await town.as(rosa).does(setTarget, { indicatorId: ids.water, year: 2026, value: 240, reason: 'Ajuste anual' })
  // (170 − 100) / (240 − 100) = 50 %
  expect((await figureOf('plan/indicator-progress', { indicator: ids.water })).value).toBe(0.5)
  const { result } = await town.as(rosa).does<{ version: number }>(changeIndicator, { ...indicator(ids.water), version: 1, name: 'Familias rurales conectadas' })
  expect(result.version).toBe(2)
  const id = randomUUID()
  await town.as(rosa).does(addIndicator, indicator(id, { code: 'I07' }))
  await town.as(rosa).does(retireIndicator, { id, version: 1, on: '2026-07-20', reason: 'Se mide de otra forma' })
  expect((await town.as(rosa).refused(recordMeasurement, measure({ indicatorId: id }))).id).toBe('plan/ya-retirado')
  expect((await town.as(rosa).refused(recordMeasurement, measure({ measuredOn: '2026-08-01' }))).id).toBe('plan/medicion-futura')
})
describe('el capítulo', () => {
  test('da la cuenta junto al porcentaje, dice la regla y suma a mano', async () => {
    const blocks = await town.as(rosa).reads((context) => planProgress.write({ ...context, period: halfYear(2026, 1) }))
    const table = blocks.find((block): block is TableBlock => block.type === 'table')
    expect(table?.rows.map(({ cells }) => cells[1]).flatMap((cell) => (cell?.type === 'text' ? [cell.text] : []))).toEqual(['1 de 1', '0 de 1'])
    expect(table?.notes?.[0]).toContain('90')
    const trail = await town.as(rosa).reads(({ figures }) => figures.trail('plan/objectives-on-track', {}, { page: 1, size: 50 }))
    const share = await figureOf('plan/objectives-on-track', {})
    expect(share.value).toBe(trail.sum / share.records.count)
    expect(trail.records.reduce((sum, { amount }) => sum + amount, 0)).toBe(trail.sum)
  })
})
