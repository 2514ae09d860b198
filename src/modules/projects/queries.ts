import { accruedByMonth, budgetFigures, fundingNames } from '#budget'
import { addDays, byText, can, sortKey } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { personStore, supplierStore, unitStore } from '#registry'
import { z } from 'zod'
import { type ContractView, ListProjectsInput, type ProgressView, type ProjectLine, stages, stageTitle } from './contract.ts'
import { financialCurve } from './progress/financial.ts'
import { figuresHere } from './portfolio/figures-here.ts'
import { alertPointsOf, type PlacedProject, portfolioOf } from './portfolio/portfolio.ts'
import { type Contract, currentStage, positionOf } from './portfolio/project.ts'
import { projectStore } from './portfolio/project.store.ts'
import { readProject } from './portfolio/read-project.ts'
import { nextStages } from './stages/stage.ts'

type Names = { readonly units: ReadonlyMap<string, string>; readonly sources: ReadonlyMap<string, string> }
const namesFor = async (context: ReadContext): Promise<Names> => ({ units: await unitStore(context.tx).names(), sources: await fundingNames(context) })

const lineOf = ({ state, position }: PlacedProject, { units, sources }: Names): ProjectLine => {
  const stage = currentStage(state)
  return {
    id: state.id, code: state.code, bip: state.bip, name: state.name, place: state.place, stage: stage.stage, stageSince: stage.on, unitId: state.unitId, unitName: state.unitId ? (units.get(state.unitId) ?? '') : '',
    cost: state.cost?.amount ?? null, sources: state.fundings.map(({ source }) => ({ code: source, title: sources.get(source) ?? source })), physical: position.physical, programmed: position.programmed, gapPoints: position.gap, delayed: position.delayed, delayDays: position.delayDays, measuredOn: position.report?.on ?? null,
  }
}
/** What the list of projects lets pass: the same on screen and in its worksheet. */
const passesFilters = ({ text, stage, unit, source, delayed }: Pick<z.output<typeof ListProjectsInput>, 'text' | 'stage' | 'unit' | 'source' | 'delayed'>) => {
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  return (line: ProjectLine): boolean => (!stage || line.stage === stage) && (!unit || line.unitId === unit) && (!source || line.sources.some(({ code }) => code === source)) && (!delayed || line.delayed)
    && words.every((word) => sortKey(`${line.name} ${line.code} ${line.bip ?? ''} ${line.place}`).includes(word))
}
/** Projects that pass, in the order asked, whole. */
export const projectsFiltered = async (context: ReadContext, filters: z.output<typeof ListProjectsInput>): Promise<readonly { readonly placed: PlacedProject; readonly line: ProjectLine }[]> => {
  const names = await namesFor(context)
  const found = (await portfolioOf(context)).map((placed) => ({ placed, line: lineOf(placed, names) })).filter(({ line }) => passesFilters(filters)(line))
  const byId = new Map(found.map((one) => [one.line.id, one]))
  return sorted(found.map(({ line }) => line), filters.sort).flatMap(({ id }) => byId.get(id) ?? [])
}
const keys: Record<string, (line: ProjectLine) => string | number> = {
  name: ({ name }) => sortKey(name), stage: ({ stage }) => stages.indexOf(stage), cost: ({ cost }) => cost ?? -1, physical: ({ physical }) => physical ?? -1, gap: ({ gapPoints }) => gapPoints ?? Number.POSITIVE_INFINITY,
}
const sorted = (lines: readonly ProjectLine[], sort: string): ProjectLine[] => {
  const key = keys[sort.replace(/^-/, '')] ?? (({ name }: ProjectLine) => sortKey(name))
  const sign = sort.startsWith('-') ? -1 : 1
  return [...lines].sort((a, b) => { const [left, right] = [key(a), key(b)]; return sign * (left < right ? -1 : left > right ? 1 : 0) })
}
const contractViews = async (contracts: readonly Contract[], context: ReadContext): Promise<ContractView[]> => {
  const names = await supplierStore(context.tx).named(contracts.map(({ supplierId }) => supplierId))
  return contracts.map((contract) => ({ ...contract, supplierName: names.get(contract.supplierId)?.name ?? 'Proveedor fuera de su alcance', endsOn: addDays(contract.startsOn, contract.days) }))
}

export const listProjects = defineQuery({
  name: 'projects.list-projects', title: 'Cartera de proyectos', input: ListProjectsInput, allowed: can('projects.read'),
  run: async ({ text, stage, unit, source, delayed, sort, page, size }, context) => {
    const names = await namesFor(context)
    const book = figuresHere(context)
    const all = (await portfolioOf(context)).map((placed) => lineOf(placed, names))
    const found = all.filter(passesFilters({ text, stage, unit, source, delayed }))
    return {
      figures: { count: await book.get('projects/count-by-stage'), cost: await book.get('projects/total-cost'), running: await book.get('projects/count-by-stage', { stage: 'execution' }), delayed: await book.get('projects/delayed-count') },
      total: found.length, all: all.length, page, pages: Math.max(1, Math.ceil(found.length / size)), projects: sorted(found, sort).slice((page - 1) * size, page * size), alertPoints: alertPointsOf(context),
      sources: [...new Map(all.flatMap((line) => line.sources).map((one) => [one.code, one])).values()].sort((a, b) => byText(a.title, b.title)), units: [...new Map(all.flatMap((line) => (line.unitId ? [[line.unitId, line.unitName] as const] : []))).entries()].map(([id, name]) => ({ id, name })),
      stages: stages.map((one) => ({ stage: one, title: stageTitle[one], count: all.filter((line) => line.stage === one).length })).filter(({ count }) => count > 0),
    }
  },
})
export const showProject = defineQuery({
  name: 'projects.show-project', title: 'Un proyecto', input: z.object({ id: z.uuid() }), allowed: can('projects.read'),
  run: async ({ id }, context) => {
    const state = await readProject(context, id)
    const placed = { state, position: positionOf(state, context.asOf.effectiveOn, alertPointsOf(context)) }
    const people = await personStore(context.tx).values([state.formulatorId, state.inspectorId].filter((one): one is string => one !== null))
    const accounts = await personStore(context.tx).namesOfAccounts([...state.reports.map(({ recordedBy }) => recordedBy), ...state.stages.map(({ recordedBy }) => recordedBy)])
    const reports: ProgressView[] = state.reports.map((report) => ({ ...report, recordedByName: accounts.get(report.recordedBy) ?? 'Secplan' })).reverse()
    const names = await namesFor(context)
    const book = figuresHere(context)
    const named = { project: id, label: state.name }
    return {
      figures: {
        cost: await book.get('projects/total-cost', named), contracted: await book.get('projects/contracted', named), physical: await book.get('projects/physical-progress', named),
        programmed: await book.get('projects/programmed-progress', named), gap: await book.get('projects/progress-gap', named),
        ...(context.actor.permissions.has('budget.read') ? { accrued: await budgetFigures(context).get('budget/accrued', { year: context.asOf.effectiveOn.slice(0, 4), project: id }) } : {}),
      },
      financial: financialCurve(await accruedByMonth(context, id), state.contracts.reduce((sum, { amount }) => sum + amount, 0), state.cost?.amount ?? null, context.asOf.effectiveOn),
      project: { ...lineOf(placed, names), version: state.version, longitude: state.longitude, latitude: state.latitude, formulatorId: state.formulatorId, inspectorId: state.inspectorId, formulatorName: state.formulatorId ? (people.get(state.formulatorId)?.name ?? null) : null, inspectorName: state.inspectorId ? (people.get(state.inspectorId)?.name ?? null) : null, genderMarker: state.genderMarker, genderNote: state.genderNote, women: state.women, men: state.men, costReason: state.cost?.reason ?? '' },
      fundings: state.fundings.map((one) => ({ ...one, title: names.sources.get(one.source) ?? one.source })), curve: state.curve, reports, contracts: await contractViews(state.contracts, context), alertPoints: alertPointsOf(context),
      stages: [...state.stages].reverse().map((change) => ({ ...change, title: stageTitle[change.stage], recordedByName: accounts.get(change.recordedBy) ?? 'Secplan' })), nextStages: nextStages[currentStage(state).stage].map((stage) => ({ stage, title: stageTitle[stage] })),
    }
  },
})
export const contractsOfSupplier = defineQuery({
  name: 'projects.contracts-of-supplier', title: 'Contratos de un proveedor', input: z.object({ supplier: z.uuid() }), allowed: can('projects.read'),
  run: async ({ supplier }, context) => ({ contracts: (await projectStore(context.tx).contracts({ knownSeq: await context.knownSeq(), supplierId: supplier })).map((row) => ({ id: row.id, projectId: row.project_id, project: row.project, number: row.number, tenderCode: row.tenderCode, amount: row.amount, signedOn: row.signedOn })) }),
})
