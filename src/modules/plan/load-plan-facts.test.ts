import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AsOf, Day } from '#kernel'
import { defineAction, runAction, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { COMMUNE, rosa } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import type { IndicatorView } from './contract.ts'
import { loadPlanFacts, type PlanLoad } from './load-plan-facts.ts'
import { showIndicator, showPlan } from './queries.ts'

const day = (text: string) => text as Day
const facts: PlanLoad = {
  name: 'Plan cargado', from: day('2022-01-01'), to: day('2030-12-31'), agreement: 'Acuerdo 1', note: '',
  axes: [{ code: '1', name: 'Agua' }], objectives: [{ code: '1.1', axis: '1', name: 'Agua segura', description: 'Llevar agua' }], programmes: [{ code: '206', name: 'Agua rural', objectiveCode: '1.1', purpose: 'Entregar agua', unit: 'DAF' }],
  indicators: [{ code: 'I01', objective: '1.1', name: 'Familias', unit: 'familias', formula: 'Suma', direction: 'up', baseline: { value: 100, year: 2021, source: 'Catastro' }, targets: [{ year: 2026, value: 200 }],
    measurements: [{ value: 150, on: day('2025-12-31'), recordedAt: '2026-01-12T15:40:00-03:00', source: 'Unidad', document: 'Memorándum 1', approved: true }, { value: 170, on: day('2026-06-30'), recordedAt: '2026-07-10T15:40:00-03:00', source: 'Unidad', document: 'Memorándum 2', approved: false }] }],
}
/** Posts an entry with an id chosen before, as a load does at its end. */
const postEntry = defineAction({ name: 'plan.test-post', title: 'Cerrar la carga', input: z.object({}), allowed: () => true, run: async () => ({ result: {}, entry: { name: 'plan-loaded', summary: 'Se cargó un plan' } }) })
const entries = { base: randomUUID(), measured: randomUUID(), approved: randomUUID() }

let town: Town
let indicator = ''
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const loaded = await town.system.database.write(scopeOf(rosa), (tx) => loadPlanFacts(tx, facts, {
    entryId: entries.base, on: day('2022-01-01'), entryFor: (what) => (what === 'measurement' ? entries.measured : entries.approved), recordedBy: rosa.accountId, approvedBy: rosa.accountId, unitId: () => undefined,
  }))
  indicator = loaded.indicators.get('I01') ?? ''
})
afterAll(() => town.close())
const post = (entryId: string) => runAction(town.system.services, rosa, postEntry, {}, { entryId })
const shown = (asOf?: AsOf) => town.as(rosa).asks<{ indicator: IndicatorView; measurements: { approved: boolean; document: string }[] }>(showIndicator, { id: indicator }, asOf)

test('lo cargado no existe hasta que su asiento se cierra, y aparece de una vez', async () => {
  expect((await town.as(rosa).asks<{ nodes: unknown[] }>(showPlan)).nodes).toEqual([])
  await post(entries.base)
  const { nodes, indicators } = await town.as(rosa).asks<{ nodes: { code: string }[]; indicators: IndicatorView[] }>(showPlan)
  expect(nodes.map(({ code }) => code).sort()).toEqual(['1', '1.1', '206'])
  expect(indicators).toMatchObject([{ code: 'I01', latestText: 'sin dato', light: 'none' }])
})
test('las mediciones llegan con su asiento y la aprobación con el suyo', async () => {
  await post(entries.measured)
  expect((await shown()).measurements.map(({ document, approved }) => `${document} ${approved}`)).toEqual(['Memorándum 2 false', 'Memorándum 1 false'])
  await post(entries.approved)
  expect((await shown()).measurements.map(({ approved }) => approved)).toEqual([false, true])
  // Half of the way: (150 − 100) / (200 − 100).
  expect((await shown({ effectiveOn: day('2026-03-31'), knownOn: day('2026-07-22') })).indicator.progress).toBe(0.5)
})
test('una carga que no se cerró se puede borrar; la cerrada, no', async () => {
  const lost = randomUUID()
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await tx.run(sql`insert into plan.targets (commune, indicator_id, year, entry_id, value) values (${COMMUNE}, ${indicator}, 2027, ${lost}, 300)`)
    expect(await tx.run(sql`delete from plan.targets where commune = ${COMMUNE} and entry_id = ${lost}`)).toBe(1)
  })
  await expect(town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`delete from plan.measurements where commune = ${COMMUNE} and entry_id = ${entries.measured}`))).rejects.toThrow(/append-only/)
})
test('el programa cuelga de su objetivo en el hilo y en la búsqueda', async () => {
  const lines = await town.system.database.read(scopeOf(rosa), (tx) => tx.all<{ kind: string; title: string }>(sql`select kind, title from evidence.search_lines where commune = ${COMMUNE} order by kind`))
  expect(lines).toEqual([{ kind: 'indicator', title: 'I01 Familias' }, { kind: 'objective', title: '1.1 Agua segura' }, { kind: 'plan-programme', title: '206 Agua rural' }])
  const edges = await town.system.database.read(scopeOf(rosa), (tx) => tx.all<{ relation: string; to_kind: string }>(sql`select relation, to_kind from evidence.edges where commune = ${COMMUNE} order by relation`))
  expect(edges).toEqual([{ relation: 'includes', to_kind: 'plan-programme' }, { relation: 'measured-by', to_kind: 'indicator' }])
})
