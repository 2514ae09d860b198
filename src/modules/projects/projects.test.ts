import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, type AsOf, type ChartBlock, type Day, type FigureValue, halfYear, type ListBlock, type TableBlock } from '#kernel'
import { kinds, ledger } from '#evidence'
import { scopeOf } from '#platform/actions'
import { registry } from '#registry'
import { alcaldesa, berta, carla, dario, ivan, marcela, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import type { ProjectLine } from './contract.ts'
import { recordContract } from './contracts/record-contract.ts'
import { findLinkTargets, linkProject, projectLinks } from './links/link-project.ts'
import { changeProject, createProject, setFunding } from './portfolio/change-projects.ts'
import { portfolioChapter } from './portfolio/portfolio.chapter.ts'
import { approveProgress, reportProgress, setPlannedCurve } from './progress/report-progress.ts'
import { undoPlannedCurve } from './progress/undo-curve.ts'
import { contractsOfSupplier, listProjects, showProject } from './queries.ts'
import { changeStage } from './stages/change-stage.ts'

const inspector: Actor = { ...ivan, accountId: '00000000-0000-4000-8000-0000000000ab', name: 'Hernán Oyarzo', unitId: UNIT.works, permissions: new Set(['projects.read', 'projects.progress']) }
const [works, house, supplier] = [randomUUID(), randomUUID(), randomUUID()]
const project = (id: string, over: Record<string, unknown> = {}) => ({ id, code: 'costanera', bip: '40031207-0', name: 'Mejoramiento costanera río Cruces', place: 'Ribera norte', unitId: UNIT.works, totalCost: 1_000_000, since: '2025-03-01', ...over })
const curve = [{ month: '2026-05', share: 0.38 }, { month: '2026-06', share: 0.5 }]
const report = (over: Record<string, unknown> = {}) => ({ id: randomUUID(), projectId: works, share: 0.374, measuredOn: '2026-06-30', evidence: 'Informe de inspección 6', cause: 'Crecida del río.', effect: 'Difiere gasto.', measure: 'Reprogramación.', ...over })
type Listed = { total: number; projects: ProjectLine[] }
type Shown = { project: ProjectLine & { version: number }; reports: { id: string; approved: boolean; recordedByName: string }[]; contracts: { supplierName: string; endsOn: string }[]; stages: { title: string }[]; fundings: unknown[] }

let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const does = town.as(rosa).does
  const addSupplier = registry.actions?.find(({ name }) => name === 'registry.add-supplier')
  if (!addSupplier) throw new Error('registry.add-supplier')
  await does(addSupplier, { id: supplier, rut: '76.086.428-5', name: 'Constructora Calafquén SpA', kind: 'legal' })
  await does(createProject, project(works))
  await does(createProject, project(house, { code: 'sede', bip: '', name: 'Construcción sede social Molco', totalCost: 250_000 }))
  for (const [stage, on] of [['profile', '2025-04-01'], ['analysis', '2025-05-01'], ['recommended', '2025-06-01'], ['funded', '2025-08-01'], ['tender', '2025-09-01'], ['awarded', '2025-11-01'], ['execution', '2026-01-06']] as const) await does(changeStage, { id: works, stage, on, reason: 'Según expediente' })
  await does(setPlannedCurve, { id: works, points: curve, on: '2026-01-06', document: 'Decreto 1.204' })
})
afterAll(() => town.close())
const figureOf = (id: string, parameters: Record<string, string> = {}, asOf?: AsOf, actor: Actor = rosa): Promise<FigureValue> => town.as(actor).reads(({ figures }) => figures.get(id, parameters), asOf)

test('el avance informado es provisional hasta que otra persona lo aprueba', async () => {
  const input = report()
  await town.as(inspector).does(reportProgress, input)
  expect(await figureOf('projects/physical-progress', { project: works })).toMatchObject({ value: 0.374, status: 'provisional', text: '37,4\u00a0%' })
  await town.as(rosa).does(approveProgress, { id: input.id })
  expect((await figureOf('projects/physical-progress', { project: works })).status).toBe('firm')
  expect((await town.as(rosa).refused(approveProgress, { id: input.id })).id).toBe('projects/avance-ya-aprobado')
  const own = report({ measuredOn: '2026-05-31', share: 0.3 })
  await town.as(rosa).does(reportProgress, own)
  expect((await town.as(rosa).refused(approveProgress, { id: own.id })).id).toBe('registro/misma-persona')
})
test('la brecha y el atraso se calculan el día del informe, y la alerta dice su regla', async () => {
  // 37,4 − 50,0 = −12,6 points; more than 10 behind, so delayed.
  expect(await figureOf('projects/progress-gap', { project: works })).toMatchObject({ value: -12.6, text: '−12,6' })
  expect((await figureOf('projects/programmed-progress', { project: works })).value).toBe(0.5)
  // May begins at 0 and ends at 38 %: 37,4/38 of 31 days is 30,5, so 31 May; to 30 June, 30 days.
  expect((await figureOf('projects/delay-days', { project: works })).value).toBe(30)
  const delayed = await figureOf('projects/delayed-count')
  expect(delayed).toMatchObject({ value: 1 })
  expect(delayed.lawValues[0]).toMatchObject({ id: 'investment/alerts/progress-points', value: 10 })
  const { project: shown } = await town.as(rosa).asks<Shown>(showProject, { id: works })
  expect(shown).toMatchObject({ delayed: true, delayDays: 30, stage: 'execution', gapPoints: -12.6 })
})
test('hechos al: en marzo no hay informe y la etapa es la de entonces', async () => {
  const march: AsOf = { effectiveOn: '2025-10-31' as Day, knownOn: '2026-07-22' as Day }
  expect(await figureOf('projects/physical-progress', { project: works }, march)).toMatchObject({ value: null, text: 'sin dato' })
  const { project: shown } = await town.as(rosa).asks<Shown>(showProject, { id: works }, march)
  expect(shown).toMatchObject({ stage: 'tender', physical: null, delayed: false })
  expect((await town.as(rosa).asks<Listed>(listProjects, {}, { effectiveOn: '2026-07-22' as Day, knownOn: '2026-07-21' as Day })).total).toBe(0)
})
test('las cifras de la cartera cuentan y suman lo que su ficha muestra', async () => {
  expect((await figureOf('projects/count-by-stage')).value).toBe(2)
  expect((await figureOf('projects/count-by-stage', { stage: 'execution' })).value).toBe(1)
  const cost = await figureOf('projects/total-cost')
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('projects/total-cost', {}, { page: 1, size: 50 }))
  // 1.000.000 + 250.000
  expect([cost.value, trail.sum, trail.records.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([1_250_000, 1_250_000, 1_250_000])
  const physical = await town.as(rosa).reads(({ figures }) => figures.trail('projects/physical-progress', { project: works }, { page: 1, size: 50 }))
  expect(physical.records).toMatchObject([{ documentTitle: 'Informe de inspección 6', amount: 0.374 }])
})
test('el contrato ata proyecto, licitación y proveedor', async () => {
  const id = randomUUID()
  await town.as(ivan).does(recordContract, { id, projectId: works, supplierId: supplier, tenderCode: '3199-21-LR25', amount: 900_000, signedOn: '2026-01-06', startsOn: '2026-01-06', days: 300 })
  const { contracts } = await town.as(rosa).asks<Shown>(showProject, { id: works })
  // 6 January + 300 days = 2 November.
  expect(contracts).toMatchObject([{ supplierName: 'Constructora Calafquén SpA', endsOn: '2026-11-02' }])
  expect((await figureOf('projects/contracted', { project: works })).value).toBe(900_000)
  expect((await town.as(rosa).asks<{ contracts: unknown[] }>(contractsOfSupplier, { supplier })).contracts).toHaveLength(1)
  expect((await town.as(rosa).refused(recordContract, { id: randomUUID(), projectId: works, supplierId: randomUUID(), amount: 1, signedOn: '2026-01-06', startsOn: '2026-01-06', days: 1 })).status).toBe(404)
})
test('las fuentes suman el costo; cambiar el costo deja su historia', async () => {
  expect((await town.as(rosa).refused(setFunding, { id: works, sources: [{ source: 'FNDR', amount: 5 }], on: '2026-02-01' })).id).toBe('projects/fuentes-no-suman')
  await town.as(rosa).does(setFunding, { id: works, sources: [{ source: 'FNDR', amount: 820_000 }, { source: 'MUN', amount: 180_000 }], on: '2026-02-01' })
  const { since: _since, ...fields } = project(works, { totalCost: 1_100_000, costReason: 'Aumento de obras' })
  await town.as(rosa).does(changeProject, { ...fields, version: 1 })
  expect((await figureOf('projects/total-cost', { project: works })).value).toBe(1_100_000)
  expect((await figureOf('projects/total-cost', { project: works }, { effectiveOn: '2026-07-21' as Day, knownOn: '2026-07-22' as Day })).value).toBe(1_000_000)
  expect((await town.as(ivan).refused(changeProject, { ...fields, version: 1 })).status).toBe(412)
})
test('el código BIP se valida y no se repite', async () => {
  expect((await town.as(rosa).refused(createProject, project(randomUUID(), { code: 'otro', bip: '4003120-0' }))).id).toBe('projects/codigo-bip')
  expect((await town.as(rosa).refused(createProject, project(randomUUID(), { code: 'otro' }))).status).toBe(409)
})
test('el marcador de género cuenta solo lo revisado y exige su razón', async () => {
  expect(await figureOf('projects/gender-marked')).toMatchObject({ value: null, text: 'sin dato' })
  const house_ = { id: house, version: 1, code: 'sede', name: 'Construcción sede social Molco', totalCost: 250_000 }
  expect((await town.as(rosa).refused(changeProject, { ...house_, genderMarker: 1 })).errors[0]?.pointer).toBe('/genderNote')
  await town.as(rosa).does(changeProject, { ...house_, genderMarker: 1, genderNote: 'Sala de cuidado para reuniones' })
  // One screened of two, and it is marked: 1 / 1.
  expect((await figureOf('projects/gender-marked')).value).toBe(1)
})
test('quién no puede', async () => {
  const id = randomUUID()
  const { since: _since, ...fields } = project(works)
  const writes = [
    [createProject, project(id, { code: 'x1', bip: '' })], [changeProject, { ...fields, version: 2 }], [changeStage, { id: works, stage: 'suspended', on: '2026-07-01', reason: 'Paralización' }], [setFunding, { id: works, sources: [{ source: 'MUN', amount: 1 }], on: '2026-07-01' }],
    [setPlannedCurve, { id: works, points: curve, on: '2026-07-01', document: 'Decreto' }], [linkProject, { id: works, kind: 'objective', targetId: 'x' }], [recordContract, { id, projectId: works, supplierId: supplier, amount: 1, signedOn: '2026-01-06', startsOn: '2026-01-06', days: 1 }],
    [reportProgress, report()], [approveProgress, { id }],
  ] as const
  for (const [action, input] of writes) for (const actor of [carla, tomas, berta, dario, marcela, alcaldesa, visita]) expect((await town.as(actor).refused(action, input)).status).toBe(403)
  expect((await town.as({ ...inspector, unitId: UNIT.community }).refused(reportProgress, report())).id).toBe('projects/proyecto-de-otra-unidad')
  for (const [query, input] of [[listProjects, {}], [showProject, { id: works }], [contractsOfSupplier, { supplier }]] as const) expect((await town.as(visita).refused(query, input)).status).toBe(403)
  expect((await town.as(stranger).asks<Listed>(listProjects)).total).toBe(0)
  expect((await town.as(stranger).refused(showProject, { id: works })).status).toBe(404)
  expect((await figureOf('projects/total-cost', {}, undefined, stranger)).value).toBeNull()
  // Councillors read the portfolio (label «council»); who holds only the public label does not.
  expect((await town.as(marcela).asks<Listed>(listProjects)).total).toBe(2)
  expect((await town.as({ ...marcela, clearances: ['public'] }).asks<Listed>(listProjects)).total).toBe(0)
  expect((await figureOf('projects/count-by-stage', {}, undefined, { ...marcela, clearances: ['public'] })).value).toBe(0)
})
test('la lista filtra, ordena y pagina', async () => {
  const names = async (input: Record<string, unknown>) => (await town.as(rosa).asks<Listed>(listProjects, input)).projects.map(({ code }) => code)
  expect(await names({})).toEqual(['sede', 'costanera'])
  expect(await names({ sort: '-name' })).toEqual(['costanera', 'sede'])
  expect(await names({ text: 'rio 40031207' })).toEqual(['costanera'])
  expect(await names({ stage: 'idea' })).toEqual(['sede'])
  expect(await names({ delayed: '1' })).toEqual(['costanera'])
  expect(await names({ source: 'FNDR' })).toEqual(['costanera'])
  expect(await names({ size: 1, page: 2 })).toEqual(['costanera'])
})
test('enlazar con el plan deja la arista y se puede quitar', async () => {
  const target = randomUUID()
  expect((await town.as(ivan).refused(linkProject, { id: works, kind: kinds.objective, targetId: target })).status).toBe(404)
  await town.system.database.write(scopeOf(ivan), (tx) => ledger.index(tx, { kind: kinds.objective, id: target, title: 'O1 Comuna conectada por su río', href: '/plan' }))
  await town.as(ivan).does(linkProject, { id: works, kind: kinds.objective, targetId: target })
  const links = async () => (await town.as(rosa).asks<{ links: { kind: string; title: string; fixed: boolean }[] }>(projectLinks, { id: works })).links
  expect(await links()).toMatchObject([{ kind: 'objective', title: 'O1 Comuna conectada por su río', fixed: false }, { kind: 'contract', fixed: true }])
  expect((await town.as(rosa).asks<{ targets: { id: string }[] }>(findLinkTargets, { kind: 'objective', text: 'río conectada' })).targets.map(({ id }) => id)).toEqual([target])
  expect((await town.as(stranger).asks<{ targets: unknown[] }>(findLinkTargets, { kind: 'objective' })).targets).toEqual([])
  for (const query of [projectLinks, findLinkTargets]) expect((await town.as(visita).refused(query, { id: works, kind: 'objective' })).status).toBe(403)
  const contract = (await town.as(rosa).asks<{ links: { id: string; kind: string }[] }>(projectLinks, { id: works })).links.find(({ kind }) => kind === 'contract')
  expect((await town.as(ivan).refused(linkProject, { id: works, kind: 'contract', targetId: contract?.id, remove: true })).id).toBe('projects/enlace-propio')
  // Un mismo contrato puede cubrir otra obra, y ese enlace sí se quita.
  for (const remove of [false, true]) await town.as(ivan).does(linkProject, { id: house, kind: 'contract', targetId: contract?.id, remove })
  expect((await town.as(ivan).refused(linkProject, { id: house, kind: 'contract', targetId: contract?.id, remove: true })).status).toBe(404)
  expect((await town.as(ivan).does<{ linked: boolean }>(linkProject, { id: works, kind: kinds.objective, targetId: target, remove: true })).result.linked).toBe(false)
  expect((await links()).map(({ kind }) => kind)).toEqual(['contract'])
})
test('la programación se reemplaza y al deshacerla rige la anterior', async () => {
  const shares = async () => (await town.as(rosa).asks<{ curve: { month: string; share: number }[] }>(showProject, { id: works })).curve.map(({ share }) => share)
  await town.as(ivan).does(setPlannedCurve, { id: works, points: [{ month: '2026-06', share: 0.4 }, { month: '2026-12', share: 1 }], on: '2026-07-01', document: 'Resolución 45, aumento de plazo' })
  expect(await shares()).toEqual([0.4, 1])
  for (const actor of [tomas, marcela, visita]) expect((await town.as(actor).refused(undoPlannedCurve, { id: works, reason: 'Cifras erradas' })).status).toBe(403)
  await town.as(rosa).does(undoPlannedCurve, { id: works, reason: 'La resolución no se tramitó' })
  expect(await shares()).toEqual([0.38, 0.5])
  await town.as(rosa).does(undoPlannedCurve, { id: works, reason: 'Se fijó en otro proyecto' })
  expect(await shares()).toEqual([])
  expect((await town.as(rosa).refused(undoPlannedCurve, { id: works, reason: 'Otra vez' })).id).toBe('projects/sin-programacion-que-deshacer')
  await town.as(rosa).does(setPlannedCurve, { id: works, points: curve, on: '2026-01-06', document: 'Decreto 1.204' })
})
test('el capítulo dice la causa y la medida de la obra atrasada, y el gráfico lleva los mismos números', async () => {
  const blocks = await town.as(rosa).reads((context) => portfolioChapter.write({ ...context, period: halfYear(2026, 1) }))
  const table = blocks.find((block): block is TableBlock => block.type === 'table')
  expect(table?.rows.filter(({ kind }) => kind !== 'group')).toHaveLength(2)
  const chart = blocks.find((block): block is ChartBlock => block.type === 'chart')
  expect(chart?.series.map(({ values }) => values)).toEqual([[0.374], [0.5]])
  expect(chart?.title).toContain('12,6 puntos')
  const list = blocks.find((block): block is ListBlock => block.type === 'list')
  const said = list?.items[0]?.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
  expect(said).toContain('Crecida del río. Difiere gasto. Reprogramación.')
  expect(said).toContain('37,4')
})
