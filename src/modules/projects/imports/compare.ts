import { type Day, formatPesos, sortKey } from '#kernel'
import { type FundingName, stageTitle } from '../contract.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import type { FieldChange, KeptField, ToldProject } from './import-contract.ts'

type Names = { readonly sources: readonly FundingName[]; readonly units: ReadonlyMap<string, string> }
const none = 'sin dato'
const sourceText = (list: readonly { readonly source: string; readonly amount: number }[], names: Names): string =>
  list.length === 0 ? none : [...list].sort((a, b) => b.amount - a.amount || (a.source < b.source ? -1 : 1)).map(({ source, amount }) => `${names.sources.find(({ code }) => code === source)?.title ?? source} ${formatPesos(amount)}`).join(' + ')
const same = (a: string, b: string): boolean => sortKey(a).replace(/\s+/g, ' ').trim() === sortKey(b).replace(/\s+/g, ' ').trim()
const spot = (longitude: number | null | undefined, latitude: number | null | undefined): string => (typeof latitude === 'number' && typeof longitude === 'number' ? `${latitude}, ${longitude}` : none)

/** Field by field, what a list would change of a project: only what it tells, and only what differs beyond accents and capitals. */
export const changesOf = (told: ToldProject, state: ProjectState, kept: readonly KeptField[], names: Names): FieldChange[] => {
  const rows: [KeptField, string, string, boolean][] = [
    ['bip', state.bip ?? none, told.bip ?? '', Boolean(told.bip) && told.bip !== state.bip],
    ['name', state.name, told.name, !same(told.name, state.name)],
    ['place', state.place || none, told.place ?? '', Boolean(told.place) && !same(told.place ?? '', state.place)],
    ['stage', stageTitle[currentStage(state).stage], told.stage ? stageTitle[told.stage] : '', told.stage !== undefined && told.stage !== currentStage(state).stage],
    ['cost', state.cost ? formatPesos(state.cost.amount) : none, told.cost === undefined ? '' : formatPesos(told.cost), told.cost !== undefined && told.cost !== state.cost?.amount],
    ['sources', sourceText(state.fundings, names), told.sources ? sourceText(told.sources, names) : '', told.sources !== undefined && sourceText(told.sources, names) !== sourceText(state.fundings, names)],
    ['unit', (state.unitId && names.units.get(state.unitId)) || none, (told.unitId && names.units.get(told.unitId)) || '', told.unitId !== undefined && told.unitId !== state.unitId],
    ['position', spot(state.longitude, state.latitude), spot(told.longitude, told.latitude), told.latitude !== undefined && spot(told.longitude, told.latitude) !== spot(state.longitude, state.latitude)],
    ['people', `${state.women ?? none} / ${state.men ?? none}`, `${told.women ?? none} / ${told.men ?? none}`, (told.women !== undefined && told.women !== state.women) || (told.men !== undefined && told.men !== state.men)],
  ]
  return rows.filter(([, , , differs]) => differs).map(([field, before, after]) => ({ field, before, after, kept: kept.includes(field) }))
}
/** The day a fact brought by a list takes effect on a project: never before its last one. */
export const dayAfter = (state: ProjectState, told: ToldProject, today: Day): Day => {
  const last = [currentStage(state).on, state.cost?.on ?? currentStage(state).on].sort().at(-1) ?? today
  return told.since && told.since > last ? told.since : today
}
