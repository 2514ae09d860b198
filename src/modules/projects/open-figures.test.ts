import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosa, stranger } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { createProject } from './portfolio/change-projects.ts'
import { changeStage } from './stages/change-stage.ts'

const works = randomUUID()
const project = (id: string, over: Record<string, unknown>) => ({ id, code: 'costanera', bip: '', name: 'Mejoramiento costanera río Cruces', totalCost: 1_000_000, since: '2026-03-01', ...over })
let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const does = town.as(rosa).does
  await does(createProject, project(works, { bip: '40031207-0', genderMarker: 0 }))
  await does(createProject, project(randomUUID(), { code: 'multicancha', name: 'Construcción multicancha Molco', genderMarker: 2, genderNote: 'Horario y camarines para mujeres' }))
  await does(createProject, project(randomUUID(), { code: 'sede', name: 'Construcción sede social Molco' }))
  const left = randomUUID()
  await does(createProject, project(left, { code: 'plaza', name: 'Reposición plaza de armas', since: '2026-04-01' }))
  await does(changeStage, { id: left, stage: 'withdrawn', on: '2026-05-01', reason: 'Desistida por el Concejo' })
})
afterAll(() => town.close())
const figure = (id: string, parameters: Record<string, string> = {}, actor = rosa) => town.as(actor).reads(({ figures }) => figures.get(`projects/${id}`, parameters))

test('los revisados son los que tienen marcador, también cuando es cero, sobre la cartera sin desistidos', async () => {
  // Cartera: costanera (0), multicancha (2), sede (sin revisar); la plaza se desistió. 2 de 3.
  expect((await figure('gender-screened')).value).toBe(2 / 3)
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('projects/gender-screened', {}, { page: 1, size: 10 }))
  expect([trail.total, trail.sum]).toEqual([3, 2])
  expect((await figure('gender-screened', {}, stranger)).value).toBeNull()
})
test('un proyecto se nombra por su código, su BIP o su identificador', async () => {
  for (const name of ['costanera', '40031207-0', works]) expect((await figure('total-cost', { project: name })).value).toBe(1_000_000)
  await expect(figure('total-cost', { project: 'puente' })).rejects.toMatchObject({ kind: 'absent' })
})
test('el período fija hasta qué día; lo desconocido se rechaza', async () => {
  // Al 30 de abril la plaza todavía estaba en cartera: 4; hoy 3.
  expect([(await figure('count-by-stage', { period: '2026-04' })).value, (await figure('count-by-stage')).value]).toEqual([4, 3])
  await expect(figure('count-by-stage', { etapa: 'execution' })).rejects.toMatchObject({ id: 'entrada/datos-no-validos' })
})
