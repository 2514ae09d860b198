import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelled, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { fileRows } from '#evidence'
import { runJob } from '../../budget/testing/run-job.ts'
import { carla, ivan, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { createProject } from '../portfolio/change-projects.ts'
import { listProjects } from '../queries.ts'
import type { ProjectImportAnswer } from './import-contract.ts'
import { loadListJob } from './load-list-job.ts'
import { loadProjectImport } from './load-project-import.ts'
import { showProjectImport } from './project-imports.query.ts'
import { startProjectImport } from './start-project-import.ts'
import { undoProjectImport } from './undo-project-import.ts'

const ROWS = 450
let town: Town
const known = randomUUID()
beforeAll(async () => {
  town = await openTown()
  await town.as(ivan).does(createProject, { id: known, code: 'k1', name: 'Sede vecinal conocida', totalCost: 1, since: '2026-01-10' })
})
afterAll(() => town.close())
const start = async (mark: string): Promise<string> => {
  const { services } = town.system
  const text = ['Código;Nombre;Comuna;Estado;Costo M$', `k1;Sede vecinal conocida;Villa Prueba;Ejecución;${mark === 'a' ? 20 : 30}`, ...Array.from({ length: ROWS }, (_, index) => `${mark}${index};Obra ${mark}${String(index).padStart(4, '0')} de ${['agua', 'luz', 'techo'][index % 3] ?? ''} número ${index * 7919};Villa Prueba;Idea;${index + 1}`)].join('\n')
  const { hash, size } = await services.files.put(Buffer.from(text))
  await services.database.write(scopeOf(ivan), (tx) => fileRows(tx).add({ hash, name: 'lista.csv', mediaType: 'text/csv', size, visibility: 'internal', uploadedBy: ivan.accountId, at: services.clock.now().toISOString() }))
  return (await town.as(ivan).does<{ id: string }>(startProjectImport, { fileHash: hash })).result.id
}
const show = (id: string) => town.as(ivan).asks<ProjectImportAnswer>(showProjectImport, { id })
const order = async (id: string) => (await town.as(ivan).does<{ job: string }>(loadProjectImport, { id, watermark: (await show(id)).watermark })).result.job
const run = async (job: string, stop?: number): Promise<void> => {
  const row = await town.system.services.database.read(scopeOf(ivan), (tx) => tx.one<{ input: unknown }>(sql`select input from platform.jobs where commune = ${tx.commune} and id = ${job}`))
  await runJob(town, ivan, loadListJob, row?.input, stop === undefined ? {} : { cancelAt: stop })
}
const rows = async () => (await town.system.services.database.read(scopeOf(ivan), (tx) => tx.one<{ rows: number }>(sql`select count(*)::int as rows from projects.projects where commune = ${tx.commune} and undone_entry is null`)))?.rows
const names = async () => (await town.as(ivan).asks<{ total?: number; projects: { id: string; cost: number | null }[] }>(listProjects, { size: 200 })).projects

test('detenida a la mitad no deja ni un proyecto, y el conocido sigue como estaba', async () => {
  const id = await start('a')
  const job = await order(id)
  expect((await show(id)).job).toBe(job)
  expect(await order(id)).toBe(job)
  await expect(run(job, 0.5)).rejects.toMatchObject({ id: cancelled.definition.id })
  expect(await rows()).toBe(1)
  expect((await names()).find((one) => one.id === known)?.cost).toBe(1)
  await town.system.services.database.write(scopeOf(ivan), (tx) => tx.run(sql`update platform.jobs set state = 'cancelled' where commune = ${tx.commune} and id = ${job}`))
})
test('completa entra entera con su asiento, cambia el conocido, y se deshace entera', async () => {
  const id = await start('b')
  await run(await order(id))
  expect(await rows()).toBe(1 + ROWS)
  // The list says 30 M$: thirty thousand pesos.
  const state = await show(id)
  expect(state.record).toMatchObject({ state: 'loaded', counts: { new: ROWS, changed: 1 } })
  const changed = async () => (await town.as(ivan).asks<{ projects: { id: string; cost: number | null }[] }>(listProjects, { text: 'conocida' })).projects[0]?.cost
  expect(await changed()).toBe(30_000)
  await town.as(ivan).does(undoProjectImport, { id, version: state.record.version, reason: 'Era un borrador de lista' })
  expect(await rows()).toBe(1)
  expect(await changed()).toBe(1)
})
test('la cartera que se movió mientras se preparaba detiene la carga, que no deja nada', async () => {
  const id = await start('c')
  const job = await order(id)
  await town.as(ivan).does(createProject, { id: randomUUID(), code: 'otro', name: 'Otro proyecto que llegó', totalCost: 5, since: '2026-01-10' })
  await expect(run(job)).rejects.toMatchObject({ status: 409 })
  expect(await rows()).toBe(2)
})
test('quien no carga listas no la encarga, y en otra comuna no existe', async () => {
  const id = await start('d')
  const { watermark } = await show(id)
  expect((await town.as(carla).refused(loadProjectImport, { id, watermark })).status).toBe(403)
  expect((await town.as(stranger).refused(loadProjectImport, { id, watermark })).status).toBe(404)
})
