import { can, type Day, formatPesos } from '#kernel'
import { defineAction, versionMoved } from '#platform/actions'
import { ChangeProjectInput, CreateProjectInput, SetFundingInput, stageTitle } from '../contract.ts'
import { fundingNotWhole } from '../problems.ts'
import { readBip } from './bip.ts'
import { currentStage } from './project.ts'
import { projectStore } from './project.store.ts'
import { readProject, recordOf, settleProject } from './read-project.ts'
import { checkStageChange } from '../stages/stage.ts'

export const createProject = defineAction({
  name: 'projects.create-project', title: 'Crear un proyecto', input: CreateProjectInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    checkStageChange({ stage: 'idea', since: input.since }, { stage: 'profile', on: input.since }, context.today)
    const store = projectStore(context.tx)
    await store.add({ ...input, bip: readBip(input.bip, context.law, context.today), entryId: context.entryId })
    await store.setCost({ projectId: input.id, amount: input.totalCost, on: input.since, reason: 'Costo inicial', entryId: context.entryId })
    await store.changeStage({ projectId: input.id, stage: input.stage, on: input.since, reason: 'Ingreso a la cartera', document: '', recordedBy: context.actor.accountId, entryId: context.entryId })
    const row = await settleProject(context, input.id, input.stage, input.totalCost)
    return { result: { id: row.id, version: row.version }, entry: { name: 'project-created', summary: `Se creó el proyecto «${row.name}», ${stageTitle[input.stage].toLowerCase()}`, effectiveOn: input.since, record: recordOf(row.id), facts: { cost: input.totalCost } } }
  },
})
export const changeProject = defineAction({
  name: 'projects.change-project', title: 'Corregir la ficha de un proyecto', input: ChangeProjectInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const before = await readProject(context, input.id)
    const store = projectStore(context.tx)
    const changed = await store.change({ ...input, bip: readBip(input.bip, context.law, context.today) })
    if (changed === 0) throw versionMoved({ what: `«${before.name}»`, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const costMoved = before.cost?.amount !== input.totalCost
    if (costMoved) await store.setCost({ projectId: input.id, amount: input.totalCost, on: context.today, reason: input.costReason, entryId: context.entryId })
    const row = await settleProject(context, input.id, currentStage(before).stage, input.totalCost)
    const said = costMoved ? `; el costo pasa de ${before.cost ? formatPesos(before.cost.amount) : 'sin dato'} a ${formatPesos(input.totalCost)}` : ''
    return { result: { id: row.id, version: row.version }, entry: { name: 'project-changed', summary: `Se corrigió la ficha de «${row.name}»${said}`, record: recordOf(row.id), facts: costMoved ? { cost: input.totalCost } : {} } }
  },
})
export const setFunding = defineAction({
  name: 'projects.set-funding', title: 'Fijar las fuentes de financiamiento', help: 'Reemplaza el conjunto anterior, que queda en la historia.', input: SetFundingInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const state = await readProject(context, input.id)
    const total = input.sources.reduce((sum, { amount }) => sum + amount, 0)
    if (state.cost && total !== state.cost.amount) throw fundingNotWhole({ sources: formatPesos(total), cost: formatPesos(state.cost.amount) }, { errors: [{ pointer: '/sources', message: 'La suma debe ser igual al costo total' }] })
    for (const { source, amount } of input.sources) await projectStore(context.tx).addFunding({ projectId: input.id, source, amount, on: input.on as Day, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'project-funding-set', summary: `Financiamiento de «${state.name}»: ${input.sources.map(({ source, amount }) => `${source} ${formatPesos(amount)}`).join(', ')}`, effectiveOn: input.on, record: recordOf(input.id), facts: { sources: input.sources } } }
  },
})
