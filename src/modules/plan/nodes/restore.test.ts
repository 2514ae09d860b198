import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { addIndicator, retireIndicator } from '../indicators/change-indicators.ts'
import { showIndicator, showObjective, showPlan } from '../queries.ts'
import { addNode, createPlan, retireNode } from './change-nodes.ts'
import { restoreIndicator, restoreNode } from './restore.ts'

let town: Town
const [plan, axis, objective, indicator] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const retirement = { on: '2026-07-22', reason: 'Se fundió con otro' }
beforeAll(async () => {
  town = await openTown()
  await town.as(rosa).does(createPlan, { id: plan, name: 'Plan que rige', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await town.as(rosa).does(addNode, { id: axis, planId: plan, kind: 'axis', code: '1', name: 'Territorio' })
  await town.as(rosa).does(addNode, { id: objective, planId: plan, parentId: axis, kind: 'objective', code: '1.1', name: 'Agua segura' })
  await town.as(rosa).does(addIndicator, { id: indicator, nodeId: objective, code: 'I1', name: 'Familias con agua', unit: 'familias', formula: 'Suma de familias', direction: 'up', accrual: 'level', baseline: { value: 10, year: 2021, source: 'Censo' } })
})
afterAll(() => town.close())
const codes = async () => { const seen = await town.as(rosa).asks<{ nodes: { code: string }[]; indicators: { code: string }[] }>(showPlan, { plan }); return [...seen.nodes, ...seen.indicators].map(({ code }) => code).sort() }

test('un indicador y un objetivo retirados vuelven, con su historia', async () => {
  await town.as(rosa).does(retireIndicator, { id: indicator, version: 1, ...retirement })
  await town.as(rosa).does(retireNode, { id: objective, version: 1, ...retirement })
  expect(await codes()).toEqual(['1'])
  expect((await town.as(rosa).asks<{ indicator: { retiredOn: string | null } }>(showIndicator, { id: indicator })).indicator.retiredOn).toBe('2026-07-22')
  // What hangs does not come back before what holds it.
  expect((await town.as(rosa).refused(restoreIndicator, { id: indicator })).id).toBe('plan/ya-retirado')
  await town.as(rosa).does(restoreNode, { id: objective })
  await town.as(rosa).does(restoreIndicator, { id: indicator })
  expect(await codes()).toEqual(['1', '1.1', 'I1'])
  expect((await town.as(rosa).asks<{ objective: { retiredOn: string | null } }>(showObjective, { id: objective })).objective.retiredOn).toBeNull()
  expect((await town.as(rosa).refused(restoreNode, { id: objective })).id).toBe('plan/no-esta-retirado')
  // It can be retired again, and comes back again.
  await town.as(rosa).does(retireIndicator, { id: indicator, version: 3, ...retirement })
  expect(await codes()).toEqual(['1', '1.1'])
  await town.as(rosa).does(restoreIndicator, { id: indicator })
  expect(await codes()).toEqual(['1', '1.1', 'I1'])
})
test('el término de noventa días se respeta', async () => {
  const other = randomUUID()
  await town.as(rosa).does(addNode, { id: other, planId: plan, parentId: axis, kind: 'objective', code: '1.2', name: 'Riego seguro' })
  await town.as(rosa).does(retireNode, { id: other, version: 1, ...retirement })
  const { clock } = town.system.services
  const now = clock.now()
  const later = new Date(now.getTime() + 92 * 86_400_000)
  Object.assign(clock, { now: () => later })
  try { expect((await town.as(rosa).refused(restoreNode, { id: other })).status).toBe(409) } finally { Object.assign(clock, { now: () => now }) }
  await town.as(rosa).does(restoreNode, { id: other })
})
test('quien no elabora el plan no puede, y en otra comuna no existe', async () => {
  for (const actor of [tomas, marcela]) for (const action of [restoreNode, restoreIndicator]) expect((await town.as(actor).refused(action, { id: objective })).status).toBe(403)
  for (const action of [restoreNode, restoreIndicator]) expect((await town.as(stranger).refused(action, { id: action === restoreNode ? objective : indicator })).status).toBe(404)
})
