import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { day } from '#kernel'
import { scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import { readSheets } from '#platform/spreadsheets'
import { carla, ivan, marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { changeStage } from '../stages/change-stage.ts'
import { createProject } from '../portfolio/change-projects.ts'
import { listProjects, showProject } from '../queries.ts'
import type { ProjectImportAnswer, ProjectImportChoices } from './import-contract.ts'
import { loadProjectImport } from './load-project-import.ts'
import { listProjectImports, showProjectImport } from './project-imports.query.ts'
import { keepProjectImport, saveRejectedProjects, startProjectImport } from './start-project-import.ts'
import { undoProjectImport } from './undo-project-import.ts'

let town: Town
const known = { plaza: randomUUID(), bridge: randomUUID() }
const project = (id: string, over: object) => ({ id, code: 'x', name: 'Proyecto de prueba', totalCost: 1, since: '2026-01-10', ...over })
beforeAll(async () => {
  town = await openTown()
  await town.as(rosa).does(createProject, project(known.plaza, { code: 'plaza', bip: '40031207-0', name: 'Reposición plaza de armas de Villa Prueba', place: 'Villa Prueba', totalCost: 200_000_000 }))
  await town.as(rosa).does(createProject, project(known.bridge, { code: 'puente', name: 'Construcción puente peatonal estero Quilque', place: 'Quilque', totalCost: 90_000_000 }))
})
afterAll(() => town.close())

const start = async (text: string): Promise<string> => {
  const { services } = town.system
  const { hash, size } = await services.files.put(Buffer.from(text))
  await services.database.write(scopeOf(ivan), (tx) => fileRows(tx).add({ hash, name: 'cartera.csv', mediaType: 'text/csv', size, visibility: 'internal', uploadedBy: ivan.accountId, at: services.clock.now().toISOString() }))
  return (await town.as(ivan).does<{ id: string }>(startProjectImport, { fileHash: hash })).result.id
}
const show = (id: string) => town.as(ivan).asks<ProjectImportAnswer>(showProjectImport, { id })
const decide = async (id: string, choices: Partial<ProjectImportChoices>) => { await town.as(ivan).does(keepProjectImport, { id, choices }); return show(id) }
const portfolio = async () => (await town.as(ivan).asks<{ projects: { id: string; code: string; name: string; cost: number | null; stage: string; sources: { code: string }[] }[] }>(listProjects, { size: 200 })).projects

const LIST = ['Código BIP;Nombre;Comuna;Estado;Fuente;Monto M$', '40031207;REPOSICION PLAZA DE ARMAS DE VILLA PRUEBA;Villa Prueba;En ejecución;FNDR;250.000', ';Construcción puente peatonal sobre estero Quilque;Quilque;Diseño;Municipal;90.000', 'CVC-AD-39;Sede vecinal Los Aromos;Villa Prueba / Quilque;Idea;Municipal;45,500', ';;Quilque;Idea;Municipal;1'].join('\n')

test('de la lista a la cartera: por código cambia, el parecido se decide a mano, lo nuevo entra y lo malo se baja con su razón; y vuelve entero', async () => {
  const before = await portfolio()
  const id = await start(LIST)
  const seen = await show(id)
  expect(seen.preview?.counts).toMatchObject({ rows: 4, new: 2, changed: 1, rejected: 1 })
  expect(seen.preview?.resemblances).toMatchObject([{ projectId: known.bridge, decided: '' }])
  expect(seen.preview?.loadable).toBe(false)
  expect((await town.as(ivan).refused(loadProjectImport, { id, watermark: seen.watermark })).id).toBe('projects/lista-con-pendientes')
  expect(await portfolio()).toEqual(before)
  // The person says it is the same bridge, and keeps the cost and the name that the portfolio has.
  const key = seen.preview?.resemblances[0]?.key ?? ''
  const ready = await decide(id, { pairs: { [key]: known.bridge }, kept: { [key]: ['name', 'cost'] }, recipe: 'Planilla SECPLA' })
  const plaza = ready.preview?.items.find(({ match }) => match?.id === known.plaza)
  expect(plaza?.changes.map(({ field, before: old, after }) => [field, old, after])).toEqual([['stage', 'Idea', 'En ejecución'], ['cost', '$200.000.000', '$250.000.000'], ['sources', 'sin dato', 'Fondo Nacional de Desarrollo Regional (FNDR) $250.000.000']])
  expect(ready.preview?.loadable).toBe(true)
  const { result } = await town.as(ivan).does<{ hash: string }>(saveRejectedProjects, { id })
  const { sheets: [sheet] } = await readSheets({ path: town.system.services.files.pathOf(result.hash) })
  expect(Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet?.row(row).at(-1)).filter(Boolean)).toContain('La fila no trae el nombre del proyecto.')
  await town.as(ivan).does(loadProjectImport, { id, watermark: ready.watermark })
  const after = await portfolio()
  expect(after.map(({ name }) => name).sort()).toEqual(['Construcción puente peatonal estero Quilque', 'Reposición plaza de armas de Villa Prueba', 'Sede vecinal Los Aromos'])
  expect(after.find(({ code }) => code === 'cvc-ad-39')).toMatchObject({ cost: 45_500_000, stage: 'idea', sources: [{ code: 'own' }] })
  expect(after.find((one) => one.id === known.plaza)).toMatchObject({ cost: 250_000_000, stage: 'execution' })
  expect(after.find((one) => one.id === known.bridge)).toMatchObject({ cost: 90_000_000, stage: 'profile' })
  // The same list again changes nothing, and the mapping is remembered.
  const again = await show(await start(LIST))
  expect(again.preview).toMatchObject({ recipe: 'Planilla SECPLA', counts: { new: 1, changed: 0 } })
  expect(again.preview?.items.find(({ codeSays }) => codeSays === '40031207')?.state).toBe('equal')

  const { record } = await show(id)
  await town.as(ivan).does(undoProjectImport, { id, version: record.version, reason: 'Lista equivocada' })
  expect((await portfolio()).map(({ id: one, cost, stage, sources }) => [one, cost, stage, sources])).toEqual(before.map(({ id: one, cost, stage, sources }) => [one, cost, stage, sources]))
  expect((await show(id)).record.state).toBe('undone')
  // Codes are free again: the list loads anew.
  const third = await start(LIST)
  const anew = await decide(third, { pairs: { [key]: 'apart' } })
  await town.as(ivan).does(loadProjectImport, { id: third, watermark: anew.watermark })
  const fresh = (await portfolio()).find(({ code }) => code === 'cvc-ad-39')
  // Somebody goes on working with what was loaded: it no longer goes back.
  await town.as(rosa).does(changeStage, { id: fresh?.id, stage: 'profile', on: '2026-07-20', reason: 'Se encargó la ficha' }).catch(async () => town.as(rosa).does(changeStage, { id: fresh?.id, stage: 'profile', on: '2026-07-22', reason: 'Se encargó la ficha' }))
  const leaned = await town.as(ivan).refused(undoProjectImport, { id: third, version: (await show(third)).record.version, reason: 'Lista equivocada' })
  expect([leaned.id, leaned.facts['dependants']]).toEqual(['projects/hechos-se-apoyan', ['Sede vecinal Los Aromos']])
})
test('con lo conocido antes de deshacer se sigue viendo lo que decía', async () => {
  const { project: shown } = await town.as(ivan).asks<{ project: { cost: number } }>(showProject, { id: known.plaza }, { effectiveOn: day('2026-07-22'), knownOn: day('2026-07-22') })
  expect(shown.cost).toBe(250_000_000)
})
test('si la cartera se mueve entre la vista previa y la carga, no se carga nada', async () => {
  const id = await start('Nombre;Comuna;Monto ($)\nMulticancha Las Quilas;Quilque;60.000.000\n')
  const seen = await show(id)
  const count = (await portfolio()).length
  await town.as(rosa).does(createProject, project(randomUUID(), { code: 'entremedio', name: 'Proyecto que llegó entre medio' }))
  expect((await town.as(ivan).refused(loadProjectImport, { id, watermark: seen.watermark })).id).toBe('projects/cartera-cambio')
  expect((await portfolio()).length).toBe(count + 1)
})
test('quien no carga proyectos no puede, y la otra comuna no encuentra la carga', async () => {
  const id = await start('Nombre;Comuna;Monto ($)\nMulticancha Las Quilas;Quilque;60.000.000\n')
  for (const actor of [tomas, carla, marcela]) {
    for (const [action, input] of [[startProjectImport, { fileHash: 'a'.repeat(64) }], [keepProjectImport, { id, choices: {} }], [saveRejectedProjects, { id }], [loadProjectImport, { id, watermark: 'a'.repeat(64) }], [undoProjectImport, { id, version: 1, reason: 'Prueba' }]] as const) expect((await town.as(actor).refused(action, input)).status).toBe(403)
    for (const [query, input] of [[listProjectImports, {}], [showProjectImport, { id }]] as const) expect((await town.as(actor).refused(query, input)).status).toBe(403)
  }
  for (const [action, input] of [[keepProjectImport, { id, choices: {} }], [saveRejectedProjects, { id }], [loadProjectImport, { id, watermark: 'a'.repeat(64) }], [undoProjectImport, { id, version: 1, reason: 'Prueba' }]] as const) expect((await town.as(stranger).refused(action, input)).status).toBe(404)
  expect((await town.as(stranger).refused(showProjectImport, { id })).status).toBe(404)
  expect((await town.as(stranger).asks<{ imports: unknown[] }>(listProjectImports)).imports).toEqual([])
})
