import { formatDay } from '#kernel'
import { defineFigure, digestOf, type FigureResult, notFound, type Page, type ReadContext, type Trail, type TrailRecord } from '#platform/actions'
import { z } from 'zod'
import { stages, stageTitle } from '../contract.ts'
import { contractTitle } from '../contracts/contract-title.ts'
import { projectHref } from '../hrefs.ts'
import { inPortfolio, type PlacedProject, portfolioOf } from './portfolio.ts'
import { currentStage } from './project.ts'

const allowed = (actor: { permissions: ReadonlySet<string> }): boolean => actor.permissions.has('projects.read')
const noParameters = z.object({})
const page_ = (records: readonly TrailRecord[], { page, size }: Page, unit: string, note?: string): Trail =>
  ({ records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.reduce((sum, { amount }) => sum + amount, 0), sumUnit: unit, ...(note ? { note } : {}) })
const lineOf = ({ state }: PlacedProject): TrailRecord => {
  const stage = currentStage(state)
  return { id: state.id, documentTitle: state.name, documentDate: stage.on, text: `${stageTitle[stage.stage]} desde el ${formatDay(stage.on)}${stage.document ? `, según ${stage.document}` : ''}`, amount: 1, amountUnit: 'count', href: projectHref(state.id) }
}
const counted = (chosen: readonly PlacedProject[]): FigureResult =>
  ({ value: chosen.length, count: chosen.length, digest: digestOf(chosen.map(({ state }) => `${state.id} ${currentStage(state).stage}`)) })

export const countByStage = defineFigure({
  id: 'projects/count-by-stage', title: ({ stage }) => (stage ? `Proyectos: ${stageTitle[stage].toLowerCase()}` : 'Proyectos en cartera'), unit: 'count',
  method: 'Cuenta de proyectos según su último cambio de etapa. Sin etapa, todos los de la cartera: ni desistidos ni no vigentes.',
  parameters: z.object({ stage: z.enum(stages).optional() }), allowed,
  compute: async (input, context) => counted(await chosenByStage(input, context)),
  trail: async (input, context, page) => page_((await chosenByStage(input, context)).map(lineOf), page, 'count', 'Cada proyecto suma 1.'),
})
const chosenByStage = async ({ stage }: { stage?: (typeof stages)[number] }, context: ReadContext): Promise<PlacedProject[]> =>
  (await portfolioOf(context)).filter((placed) => (stage ? currentStage(placed.state).stage === stage : inPortfolio(placed)))

const delayed = async (context: ReadContext) => (await portfolioOf(context)).filter(({ position }) => position.delayed)
export const delayedCount = defineFigure({
  id: 'projects/delayed-count', title: 'Obras atrasadas', unit: 'count',
  method: 'Obras en ejecución o paralizadas cuyo avance físico está bajo lo programado, el día de su último informe, en más puntos que los de la alerta.',
  parameters: noParameters, law: ['investment/alerts/progress-points'], allowed,
  compute: async (_input, context) => {
    const chosen = await delayed(context)
    return { ...counted(chosen), status: chosen.some(({ position }) => position.report && !position.report.approved) ? 'provisional' : 'firm', law: [{ id: 'investment/alerts/progress-points', ...context.law.at('investment/alerts/progress-points', context.asOf.effectiveOn) }] }
  },
  trail: async (_input, context, page) => page_((await delayed(context)).map((placed) => ({ ...lineOf(placed), text: placed.position.report?.cause || 'Sin causa informada' })), page, 'count', 'Cada obra suma 1.'),
})

const screened = async (context: ReadContext) => (await portfolioOf(context)).filter(inPortfolio).filter(({ state }) => state.genderMarker !== null)
const targetsEquality = ({ state }: PlacedProject): boolean => (state.genderMarker ?? 0) > 0
export const genderMarked = defineFigure({
  id: 'projects/gender-marked', title: 'Proyectos revisados que tienen un objetivo de igualdad', unit: 'ratio',
  method: 'Proyectos de la cartera con marcador de género 1 o 2 sobre los proyectos revisados. Los no revisados no cuentan como 0.',
  parameters: noParameters, law: ['plan/gender/marker'], allowed,
  compute: async (_input, context) => {
    const all = await screened(context)
    const marked = all.filter(targetsEquality)
    return {
      value: all.length === 0 ? null : marked.length / all.length, ...(all.length === 0 ? { absence: 'no-data' as const } : {}), count: all.length, digest: digestOf(all.map(({ state }) => `${state.id} ${state.genderMarker}`)),
      formula: [{ label: 'Con marcador 1 o 2', text: String(marked.length) }, { label: 'Revisados', text: String(all.length) }],
    }
  },
  trail: async (_input, context, page) => page_((await screened(context)).map((placed) => ({ ...lineOf(placed), text: placed.state.genderNote, amount: targetsEquality(placed) ? 1 : 0 })), page, 'count', 'Cada proyecto suma 1 si su marcador es 1 o 2.'),
})

const moneyParameters = z.object({ project: z.uuid().optional(), stage: z.enum(stages).optional(), label: z.string().max(250).optional() })
const chosenByProject = async ({ project, stage }: z.output<typeof moneyParameters>, context: ReadContext): Promise<PlacedProject[]> => {
  const all = await portfolioOf(context)
  const chosen = project ? all.filter(({ state }) => state.id === project) : all.filter((placed) => (stage ? currentStage(placed.state).stage === stage : inPortfolio(placed)))
  if (project && chosen.length === 0) throw notFound({ what: 'el proyecto' })
  return chosen
}
const costLines = (chosen: readonly PlacedProject[]): TrailRecord[] => chosen.flatMap(({ state }) => (state.cost ? [{
  id: state.id, documentTitle: state.name, documentDate: state.cost.on, text: state.cost.reason || 'Ficha de la iniciativa', amount: state.cost.amount, amountUnit: 'CLP', href: projectHref(state.id),
}] : []))
const contractLines = (chosen: readonly PlacedProject[]): TrailRecord[] => chosen.flatMap(({ state }) => state.contracts.map((contract) => ({
  id: contract.id, documentTitle: contractTitle(contract), documentDate: contract.signedOn, text: contract.tenderCode ? `${state.name}, licitación ${contract.tenderCode}` : state.name, amount: contract.amount, amountUnit: 'CLP', href: projectHref(state.id),
})))
const sum = (lines: readonly TrailRecord[]): FigureResult => ({
  value: lines.length === 0 ? null : lines.reduce((total, { amount }) => total + amount, 0), ...(lines.length === 0 ? { absence: 'no-data' as const } : {}), count: lines.length, digest: digestOf(lines.map(({ id, amount }) => `${id} ${amount}`)),
})
export const totalCost = defineFigure({
  id: 'projects/total-cost', title: ({ project, label, stage }) => (project ? `Costo total${label ? ` de ${label}` : ''}` : stage ? `Costo de los proyectos: ${stageTitle[stage].toLowerCase()}` : 'Costo total de la cartera'), unit: 'CLP',
  method: 'Suma del costo total vigente de los proyectos, según su ficha. La cartera no incluye los desistidos ni los no vigentes.', parameters: moneyParameters, allowed,
  compute: async (input, context) => sum(costLines(await chosenByProject(input, context))),
  trail: async (input, context, page) => page_(costLines(await chosenByProject(input, context)), page, 'CLP'),
})
export const contracted = defineFigure({
  id: 'projects/contracted', title: ({ project, label }) => (project ? `Contratado${label ? ` en ${label}` : ''}` : 'Contratado en la cartera'), unit: 'CLP',
  method: 'Suma de los contratos firmados de los proyectos.', parameters: moneyParameters, allowed,
  compute: async (input, context) => sum(contractLines(await chosenByProject(input, context))),
  trail: async (input, context, page) => page_(contractLines(await chosenByProject(input, context)), page, 'CLP'),
})
