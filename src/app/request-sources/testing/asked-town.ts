import type { Actor } from '#kernel'
import { person, rosa } from '../../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { addPerson } from '#registry'
import { plan } from '#plan'
import { projects } from '#projects'
import { requests } from '../../modules.ts'
import type { PreviewAnswer, RequestAnswer } from '../../../modules/requests/contract.ts'

const action = (module: typeof plan, name: string) => {
  const found = module.actions?.find((one) => one.name === name)
  if (!found) throw new Error(`No existe ${name}`)
  return found
}
const id = (number: number): string => `33333333-0000-4000-8000-${String(number).padStart(12, '0')}`
export const ID = { plan: id(1), axis: id(2), objective: id(3), families: id(4), women: id(5), project: id(6), campaign: id(7) }
const at = (who: Actor, unitId: string): Actor => ({ ...who, unitId, offices: who.offices.map((office) => ({ ...office, unitId })) })
/** Head of DIDECO, who measures families; head of DOM, who inspects the work. */
export const sofia = at(person('00000000-0000-4000-8000-000000000021', 'Sofía Nahuel', 'Directora de Desarrollo Comunitario', ['community']), UNIT.community)
export const hugo = at(person('00000000-0000-4000-8000-000000000022', 'Hugo Ríos', 'Director de Obras', ['works']), UNIT.works)
export const requestActions = requests.actions
export const requestQueries = requests.queries

/** A town with a plan of two indicators (families, of DIDECO; women, of nobody), a work of DOM and its people in office. */
export const openAskedTown = async (): Promise<Town & { people: { sofia: string; hugo: string; hugoAccount: string } }> => {
  const town = await openTown()
  const people = await town.system.database.write({ commune: rosa.commune, accountId: rosa.accountId, clearances: ['public', 'internal'] }, async (tx) => {
    const add = (name: string, unitId: string, role: string, title: string) => addPerson(tx, { unitId, values: { name, email: `${role}@villa.example` }, offices: [{ role, title, from: '2024-12-06' as never, unitId }], passwordHash: 'sin-uso', mustChange: false })
    const [head, inspector] = [await add('Sofía Nahuel', UNIT.community, 'community', 'Directora de Desarrollo Comunitario'), await add('Hugo Ríos', UNIT.works, 'works', 'Director de Obras')]
    return { sofia: head.personId, hugo: inspector.personId, hugoAccount: inspector.accountId ?? '' }
  })
  const does = (module: typeof plan, name: string, input: object) => town.as(rosa).does(action(module, name), input)
  await does(plan, 'plan.create-plan', { id: ID.plan, name: 'Plan de Villa Prueba', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await does(plan, 'plan.add-node', { id: ID.axis, planId: ID.plan, kind: 'axis', code: '1', name: 'Agua' })
  await does(plan, 'plan.add-node', { id: ID.objective, planId: ID.plan, parentId: ID.axis, kind: 'objective', code: '1.1', name: 'Agua para todos' })
  const indicator = { nodeId: ID.objective, formula: 'Suma de arranques', direction: 'up', baseline: { value: 100, year: 2022, source: 'Catastro' }, targets: [{ year: 2026, value: 300 }] }
  await does(plan, 'plan.add-indicator', { ...indicator, id: ID.families, code: 'I01', name: 'Familias conectadas', unit: 'familias', unitId: UNIT.community })
  await does(plan, 'plan.add-indicator', { ...indicator, id: ID.women, code: 'I02', name: 'Mujeres en la dotación', unit: '%' })
  await does(plan, 'plan.record-measurement', { id: id(20), indicatorId: ID.families, value: 188, measuredOn: '2025-12-31', source: 'DIDECO' })
  await does(projects, 'projects.create-project', { id: ID.project, code: 'sede', name: 'Construcción sede social del valle', stage: 'idea', since: '2025-01-01', unitId: UNIT.works, totalCost: 50_000_000 })
  for (const [index, stage] of ['profile', 'analysis', 'recommended', 'funded', 'tender', 'awarded', 'execution'].entries()) await does(projects, 'projects.change-stage', { id: ID.project, stage, on: `2025-0${index + 1}-15`, reason: 'Avanza la iniciativa' })
  return { ...town, people }
}
const RUNNING = ['indicator', 'progress']
/** Opens the campaign of the first half of 2026 with what the preview proposes and one free question to DIDECO. */
export const openCampaignIn = async (town: Town, campaign = ID.campaign): Promise<{ dideco: string; dom: string }> => {
  const preview = await town.as(rosa).asks<PreviewAnswer>(requestQueries.previewCampaign, { period: '2026-1' })
  const items = preview.asked.filter(({ source }) => RUNNING.includes(source)).map((one) => ({ id: one.id, source: one.source, subjectId: one.subjectId, unitId: one.unitId ?? UNIT.community, label: one.label }))
  await town.as(rosa).does(requestActions.openCampaign, { id: campaign, title: 'Actualización del 1.er semestre', period: '2026-1', dueOn: preview.suggestedDue, items: [...items, { id: id(30), source: 'question', unitId: UNIT.community, label: '¿Qué dificultad tuvo en el semestre?', kind: 'text' }] })
  const board = await town.as(rosa).asks<{ units: { id: string; unitId: string }[] }>(requestQueries.showCampaign, { id: campaign })
  const of = (unit: string) => board.units.find(({ unitId }) => unitId === unit)?.id ?? ''
  return { dideco: of(UNIT.community), dom: of(UNIT.works) }
}
export const shown = (town: Town, who: Actor, request: string): Promise<RequestAnswer> => town.as(who).asks<RequestAnswer>(requestQueries.showRequest, { id: request })
/** A complete answer of DIDECO: 212 families, no news of women, and a sentence. */
export const didecoAnswers = (request: RequestAnswer) => request.items.map(({ id: itemId, label, kind }) => ({ itemId, ...(kind === 'text' ? { text: 'Faltó personal en terreno' } : label.startsWith('I01') ? { value: 212, comment: 'Acta de recepción 14' } : { noNews: true }) }))
