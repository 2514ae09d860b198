import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import { carla, ivan, marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { createPlan } from '../nodes/change-nodes.ts'
import { recordMeasurement } from '../measurements/measure.ts'
import { showIndicator, showPlan } from '../queries.ts'
import { adoptPlan, loadPlanImport, undoPlanImport } from './load-plan-import.ts'
import type { PlanImportAnswer } from './plan-import-contract.ts'
import { listPlanImports, showPlanImport } from './plan-imports.query.ts'
import { keepPlanImport, saveNotUnderstood, startPlanImport } from './start-plan-import.ts'

type Shown = { plan: { id: string; name: string } | null; plans: { id: string }[]; nodes: { id: string; kind: string; code: string; name: string; unitId: string | null }[]; indicators: { id: string; code: string; name: string; unitId: string | null }[] }
let town: Town
const ruling = randomUUID()
beforeAll(async () => {
  town = await openTown()
  await town.as(rosa).does(createPlan, { id: ruling, name: 'Plan que rige', startsOn: '2022-01-01', endsOn: '2030-12-31' })
})
afterAll(() => town.close())
const start = async (name: string): Promise<string> => {
  const { services } = town.system
  const { hash, size } = await services.files.put(readFileSync(fileURLToPath(new URL(`../../../../tests/fixtures/plan-import/${name}`, import.meta.url))))
  await services.database.write(scopeOf(ivan), (tx) => fileRows(tx).add({ hash, name, mediaType: 'application/octet-stream', size, visibility: 'internal', uploadedBy: ivan.accountId, at: services.clock.now().toISOString() }))
  return (await town.as(ivan).does<{ id: string }>(startPlanImport, { fileHash: hash })).result.id
}
const show = (id: string) => town.as(ivan).asks<PlanImportAnswer>(showPlanImport, { id })
const plan = (id?: string) => town.as(ivan).asks<Shown>(showPlan, id ? { plan: id } : {})

test('del Word al árbol, del árbol a un borrador que no rige, y de vuelta', async () => {
  const id = await start('matriz-clasica.docx')
  const seen = await show(id)
  expect(seen.preview).toMatchObject({ loadable: true, counts: { axes: 2, objectives: 3, programmes: 4, indicators: 4 } })
  await town.as(ivan).does(keepPlanImport, { id, choices: { name: 'PLADECO de prueba', recipe: 'Consultora Andes' } })
  const planId = randomUUID()
  await town.as(ivan).does(loadPlanImport, { id, planId })
  const loaded = await plan(planId)
  expect(loaded.nodes.map(({ kind }) => kind).sort()).toEqual(['axis', 'axis', 'objective', 'objective', 'objective', 'programme', 'programme', 'programme', 'programme'])
  const sheets = await Promise.all(loaded.indicators.map((one) => town.as(ivan).asks<{ indicator: { unit: string }; baseline: { value: number | null; absence: string | null }; targets: { year: number; value: number }[] }>(showIndicator, { id: one.id })))
  expect(loaded.indicators.map(({ code, unitId }, index) => [code, sheets[index]?.baseline.value, sheets[index]?.targets[0]?.value, sheets[index]?.indicator.unit, unitId])).toEqual([['1.1.I1', 12, 30, 'km', UNIT.works], ['1.1.I2', 40, 85, '%', UNIT.works], ['1.2.I1', null, 1200, 'atenciones', UNIT.community], ['2.1.I1', 18, 5, 'días', UNIT.community]])
  // What rules is still what ruled.
  expect((await plan()).plan?.id).toBe(ruling)
  expect((await show(await start('tabla-cortada.docx'))).preview?.recipe).toBe('Consultora Andes')
  const { record } = await show(id)
  expect(record).toMatchObject({ state: 'loaded', planId, draft: true })
  await town.as(ivan).does(undoPlanImport, { id, version: record.version, reason: 'Documento preliminar' })
  expect((await plan()).plans.map((one) => one.id)).toEqual([ruling])
  expect((await plan(planId)).plan).toBeNull()
  // The codes of its indicators are free: the same document loads again with the same codes.
  const again = await start('matriz-clasica.docx')
  const second = randomUUID()
  await town.as(ivan).does(loadPlanImport, { id: again, planId: second })
  expect((await plan(second)).indicators.map(({ code }) => code)).toEqual(['1.1.I1', '1.1.I2', '1.2.I1', '2.1.I1'])
  // Somebody measures one of its indicators: it no longer goes back.
  await town.as(rosa).does(recordMeasurement, { id: randomUUID(), indicatorId: (await plan(second)).indicators[0]?.id, value: 14, measuredOn: '2026-06-30', source: 'DOM', document: 'Memo 1' })
  const leaned = await town.as(ivan).refused(undoPlanImport, { id: again, version: (await show(again)).record.version, reason: 'Documento preliminar' })
  expect([leaned.id, leaned.message.includes('medición') || JSON.stringify(leaned).includes('medición')]).toEqual(['plan/hechos-se-apoyan', true])
  await town.as(rosa).does(adoptPlan, { id: second, version: 1, agreement: 'Acuerdo N.º 45 de 2026', on: '2026-07-20' })
  expect((await town.as(rosa).refused(adoptPlan, { id: second, version: 2, agreement: 'Acuerdo N.º 45 de 2026', on: '2026-07-20' })).id).toBe('plan/no-es-borrador')
})
test('mientras el árbol tenga un objetivo sin nombre no se carga; al nombrarlo, sí', async () => {
  const id = await start('una-hoja-por-eje.xlsx')
  const seen = await show(id)
  const objective = seen.preview?.tree.find(({ kind }) => kind === 'objective')
  const columns = Object.fromEntries((seen.preview?.tables ?? []).flatMap(({ columns: all }) => all.filter(({ field }) => field === 'objective').map(({ key }) => [key, 'ignored'])))
  await town.as(ivan).does(keepPlanImport, { id, choices: { columns } })
  const without = await show(id)
  expect(without.preview).toMatchObject({ loadable: false })
  const refused = await town.as(ivan).refused(loadPlanImport, { id, planId: randomUUID() })
  expect(refused.id).toBe('plan/arbol-con-pendientes')
  const edits = (without.preview?.tree ?? []).filter(({ placeholder }) => placeholder).map((item) => ({ op: 'change', id: item.id, name: `Objetivo ${item.id}` }))
  await town.as(ivan).does(keepPlanImport, { id, choices: { columns, edits } })
  expect((await show(id)).preview?.loadable).toBe(true)
  expect(objective?.name).toBe('Apoyar a las personas mayores')
})
test('lo que no se entendió se baja con su razón', async () => {
  const id = await start('fichas-de-indicador.docx')
  expect((await town.as(ivan).does<{ hash: string }>(saveNotUnderstood, { id })).result.hash).toMatch(/^[0-9a-f]{64}$/)
})
test('quien no carga planes no puede, y la otra comuna no encuentra la carga', async () => {
  const id = await start('matriz-clasica.docx')
  const writes = [[startPlanImport, { fileHash: 'a'.repeat(64) }], [keepPlanImport, { id, choices: {} }], [saveNotUnderstood, { id }], [loadPlanImport, { id, planId: randomUUID() }], [undoPlanImport, { id, version: 1, reason: 'Prueba' }], [adoptPlan, { id: ruling, version: 1, agreement: 'Acuerdo 1', on: '2026-07-20' }]] as const
  for (const actor of [tomas, carla, marcela]) for (const [action, input] of writes) expect((await town.as(actor).refused(action, input)).status).toBe(403)
  for (const actor of [tomas, carla, marcela]) for (const [query, input] of [[listPlanImports, {}], [showPlanImport, { id }]] as const) expect((await town.as(actor).refused(query, input)).status).toBe(403)
  for (const [action, input] of writes) expect((await town.as(stranger).refused(action, input)).status).toBe(404)
  expect((await town.as(stranger).refused(showPlanImport, { id })).status).toBe(404)
})
