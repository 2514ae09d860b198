import { can, defineProblem } from '#kernel'
import { defineWorksheet, type SheetGiven, type SheetRow, type SheetStep, type SheetValue } from '#platform/actions'
import { reverseFact } from '#evidence'
import { unitChoices } from '#registry'
import { changeProject } from '../portfolio/change-projects.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import { indexProject, readProject } from '../portfolio/read-project.ts'
import { type ListProjectsInput, type Stage, stages, stageTitle } from '../contract.ts'
import { projectsFiltered } from '../queries.ts'
import { changeStage } from '../stages/change-stage.ts'
import { nextStages } from '../stages/stage.ts'
import { stageNotNext } from '../problems.ts'
import { base } from './base.ts'

export const stageDateAlone = defineProblem({
  id: 'projects/fecha-de-etapa-sola', kind: 'input',
  title: 'La fecha de la etapa cambia con la etapa',
  detail: () => 'La fecha dice desde cuándo está en la etapa: no se corrige sola.',
  remedy: 'Cambie también la etapa, o deje la fecha como estaba.',
})
const FIELDS = ['name', 'code', 'bip', 'place', 'unitId', 'totalCost', 'genderMarker', 'genderNote', 'beneficiariesWomen', 'beneficiariesMen', 'longitude', 'latitude'] as const
const STAGE = ['stage', 'stageOn'] as const
const markers = ['0', '1', '2'].map((value) => ({ value, title: ['0: no lo tiene', '1: es significativo', '2: es principal'][Number(value)] ?? value, also: value }))
const undoStage = reverseFact({
  name: 'projects.undo-stage', title: 'Deshacer un cambio de etapa', allowed: can('projects.edit'), adds: 'projects.change-stage',
  after: async (context, { id }) => { const state = await readProject(context, id); await indexProject(context, { ...state, stages: state.stages.slice(0, -1) }) },
})
const fieldsOf = (state: ProjectState) => ({
  name: state.name, code: state.code, bip: state.bip ?? '', place: state.place, unitId: state.unitId, totalCost: state.cost?.amount ?? null, genderMarker: state.genderMarker === null ? null : String(state.genderMarker), genderNote: state.genderNote,
  beneficiariesWomen: state.women, beneficiariesMen: state.men, longitude: state.longitude, latitude: state.latitude,
})

const change = ({ id, record: state }: SheetRow<ProjectState>, next: Readonly<Record<string, SheetValue>>, { reason, today }: SheetGiven): readonly SheetStep[] => {
  const changed = (keys: readonly string[]) => keys.filter((key) => key in next)
  const now = currentStage(state)
  const stage = (next['stage'] ?? now.stage) as Stage
  const against = 'stageOn' in next && stage === now.stage ? stageDateAlone({}) : stage !== now.stage && !nextStages[now.stage].includes(stage) ? stageNotNext({ from: stageTitle[now.stage], to: stageTitle[stage], allowed: nextStages[now.stage].map((one) => stageTitle[one]).join(', ') || 'ninguna' }) : undefined
  const fields = { ...fieldsOf(state), ...Object.fromEntries(changed(FIELDS).map((key) => [key, next[key] ?? (['name', 'code', 'bip', 'place', 'genderNote'].includes(key) ? '' : null)])) }
  return [
    ...(against ? [{ refused: against, columns: [...STAGE] }] : []),
    ...(!against && stage !== now.stage ? [{ action: changeStage, input: { id, stage, on: next['stageOn'] ?? today, reason }, columns: [...STAGE], fields: { stageOn: 'on' } }] : []),
    ...(changed(FIELDS).length > 0 ? [{ action: changeProject, input: { id, version: state.version, formulatorId: state.formulatorId, inspectorId: state.inspectorId, ...fields, genderMarker: fields.genderMarker === null ? null : Number(fields.genderMarker), costReason: reason }, columns: [...FIELDS] }] : []),
  ]
}

/** The card of each project, its stage included. */
export const projectSheet = defineWorksheet<typeof ListProjectsInput, ProjectState>({
  ...base, name: 'projects.portfolio', title: 'Cartera de proyectos', about: 'Nombre, código BIP, lugar, unidad, etapa, costo, enfoque de género y beneficiarios de cada proyecto.', allowed: can('projects.edit'),
  columns: async (_filters, context) => [
    { key: 'name', title: 'Proyecto', kind: 'text', open: true, width: 50 }, { key: 'code', title: 'Código', kind: 'text', open: true, width: 20 }, { key: 'bip', title: 'Código BIP', kind: 'text', open: true, width: 14, help: 'Ocho dígitos, un guion y un dígito, como 40031207-0.' },
    { key: 'place', title: 'Lugar', kind: 'text', open: true, width: 26 }, { key: 'unitId', title: 'Unidad técnica', kind: 'choice', open: true, choices: await unitChoices(context), width: 38 },
    { key: 'stage', title: 'Etapa', kind: 'choice', open: true, width: 20, choices: stages.map((value) => ({ value, title: stageTitle[value] })) }, { key: 'stageOn', title: 'Etapa desde', kind: 'day', open: true, help: 'Se cambia junto con la etapa.' },
    { key: 'totalCost', title: 'Costo total ($)', kind: 'money', open: true }, { key: 'genderMarker', title: 'Marcador de género', kind: 'choice', open: true, choices: markers, width: 18 }, { key: 'genderNote', title: 'Por qué ese marcador', kind: 'long-text', open: true },
    { key: 'beneficiariesWomen', title: 'Mujeres beneficiarias', kind: 'number', open: true }, { key: 'beneficiariesMen', title: 'Hombres beneficiarios', kind: 'number', open: true }, { key: 'longitude', title: 'Longitud', kind: 'number', open: true }, { key: 'latitude', title: 'Latitud', kind: 'number', open: true },
    { key: 'sources', title: 'Fuentes', kind: 'text', width: 30 },
  ],
  rows: async (filters, context) => (await projectsFiltered(context, filters)).map(({ placed: { state }, line }) => ({
    id: state.id, label: state.name, record: state, values: { ...fieldsOf(state), stage: currentStage(state).stage, stageOn: currentStage(state).on, sources: line.sources.map(({ title }) => title).join('; ') },
  })),
  change,
  undo: (row, done, given) => {
    const stage = done.find(({ column }) => column === 'stage' || column === 'stageOn')
    const fields = done.filter(({ column }) => !(STAGE as readonly string[]).includes(column))
    return [
      ...(stage?.entryId ? [{ action: undoStage, input: { entryId: stage.entryId, reason: given.reason }, columns: [...STAGE] }] : []),
      ...(fields.length > 0 ? change(row, Object.fromEntries(fields.map(({ column, from }) => [column, from])), given) : []),
    ]
  },
})
