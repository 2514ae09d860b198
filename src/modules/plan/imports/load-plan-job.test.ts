import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelled, runQuery, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { evidence, fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { runJob } from '../../budget/testing/run-job.ts'
import { carla, ivan, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { showPlan } from '../queries.ts'
import { loadPlanImport, undoPlanImport } from './load-plan-import.ts'
import { loadPlanJob } from './load-plan-job.ts'
import type { PlanImportAnswer } from './plan-import-contract.ts'
import { showPlanImport } from './plan-imports.query.ts'
import { startPlanImport } from './start-plan-import.ts'

/** 400 rows: 4 axes of 10 objectives each, a programme and an indicator a row, so 4 + 40 + 400 + 400 elements. */
const ROWS = 400
const ELEMENTS = { axes: 4, objectives: 40, programmes: ROWS, indicators: ROWS }
let town: Town
let fileHash = ''
beforeAll(async () => {
  town = await openTown()
  const rows = Array.from({ length: ROWS }, (_, index) => { const axis = 1 + Math.floor(index / 100); const objective = `${axis}.${1 + Math.floor((index % 100) / 10)}`; return { cells: [`Eje ${axis}: territorio ${['norte', 'sur', 'este', 'oeste'][axis - 1] ?? ''}`, `Objetivo ${objective}: cuidar el agua ${objective}`, `Programa número ${index}`, `Metros instalados ${index}`, '12 m', '30 m al 2032', 'DOM', 'Actas'] } })
  const bytes = await writeWorkbook([{ name: 'Plan', columns: ['Eje', 'Objetivo', 'Programa', 'Indicador', 'Línea base', 'Meta', 'Unidad responsable', 'Medio de verificación'].map((title) => ({ title, format: 'text' as const })), rows }])
  const { services } = town.system
  const { hash, size } = await services.files.put(bytes)
  fileHash = hash
  await services.database.write(scopeOf(ivan), (tx) => fileRows(tx).add({ hash, name: 'grande.xlsx', mediaType: 'application/octet-stream', size, visibility: 'internal', uploadedBy: ivan.accountId, at: services.clock.now().toISOString() }))
})
afterAll(() => town.close())
const searched = () => { const found = evidence.queries?.find(({ name }) => name === 'evidence.search'); if (!found) throw new Error('sin búsqueda'); return found }
const start = async (): Promise<string> => (await town.as(ivan).does<{ id: string }>(startPlanImport, { fileHash })).result.id
const order = async (id: string, planId: string) => (await town.as(ivan).does<{ job: string }>(loadPlanImport, { id, planId })).result.job
/** The job as the queue holds it, run at once; `stop` cancels at that share. */
const run = async (job: string, stop?: number): Promise<readonly number[]> => {
  const row = await town.system.services.database.read(scopeOf(ivan), (tx) => tx.one<{ input: unknown }>(sql`select input from platform.jobs where commune = ${tx.commune} and id = ${job}`))
  const shares: number[] = []
  await runJob(town, ivan, loadPlanJob, row?.input, { ...(stop === undefined ? {} : { cancelAt: stop }), onProgress: (share) => { shares.push(share); return Promise.resolve() } })
  return shares
}
const end = (job: string) => town.system.services.database.write(scopeOf(ivan), (tx) => tx.run(sql`update platform.jobs set state = 'done' where commune = ${tx.commune} and id = ${job}`))
const left = (planId: string) => town.system.services.database.read(scopeOf(ivan), (tx) => tx.one<{ nodes: number; plans: number }>(sql`select (select count(*) from plan.nodes where commune = ${tx.commune} and plan_id = ${planId})::int as nodes, (select count(*) from plan.plans where commune = ${tx.commune} and id = ${planId})::int as plans`))
const show = (id: string) => town.as(ivan).asks<PlanImportAnswer>(showPlanImport, { id })

test('un plan grande se encarga a un trabajo; una segunda orden sigue al primero, y detenido no deja nada', async () => {
  const id = await start()
  const planId = randomUUID()
  const job = await order(id, planId)
  expect(job).toMatch(/^[0-9a-f-]{36}$/)
  expect(await order(id, randomUUID())).toBe(job)
  expect((await show(id)).job).toBe(job)
  await expect(run(job, 0.6)).rejects.toMatchObject({ id: cancelled.definition.id })
  expect(await left(planId)).toEqual({ nodes: 0, plans: 0 })
  expect((await show(id)).record.state).toBe('reading')
  await end(job)
})
test('completo: todo aparece con su asiento y en pasos cortos, y se deshace entero', async () => {
  const id = await start()
  const planId = randomUUID()
  const job = await order(id, planId)
  const shares = await run(job)
  // 844 elements in pieces of 250: the nodes alone take 1 + 1 + 2 steps, and each step tells where it goes.
  expect(shares.length).toBeGreaterThan(10)
  expect([...shares].sort((a, b) => a - b)).toEqual(shares)
  const { record } = await show(id)
  expect(record).toMatchObject({ state: 'loaded', planId, counts: ELEMENTS })
  const loaded = await town.as(ivan).asks<{ nodes: unknown[]; indicators: { code: string; name: string }[] }>(showPlan, { plan: planId })
  expect([loaded.nodes.length, loaded.indicators.length]).toEqual([444, 400])
  const found = await runQuery<{ counts: { kind: string; count: number }[] }>(town.system.services, ivan, searched(), { text: '"metros instalados 399"' })
  expect(found.counts).toEqual([{ kind: 'indicator', count: 1 }])
  // The same order again, as after a fall: it is already done.
  await run(job)
  expect((await left(planId))?.nodes).toBe(444)
  await end(job)
  await town.as(ivan).does(undoPlanImport, { id, version: record.version, reason: 'Documento preliminar' })
  expect((await town.as(ivan).asks<{ plan: unknown }>(showPlan, { plan: planId })).plan).toBeNull()
})
test('quien no carga planes no lo encarga, y en otra comuna no existe', async () => {
  const id = await start()
  expect((await town.as(carla).refused(loadPlanImport, { id, planId: randomUUID() })).status).toBe(403)
  expect((await town.as(stranger).refused(loadPlanImport, { id, planId: randomUUID() })).status).toBe(404)
})
