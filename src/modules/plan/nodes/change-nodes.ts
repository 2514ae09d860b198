import { addMonths, can, type Day } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { kinds, relations } from '#evidence'
import { AddNodeInput, ChangeNodeInput, CreatePlanInput, LinkNodeInput, MoveNodeInput, RetireNodeInput } from '../contract.ts'
import { objectiveHref, planHref } from '../hrefs.ts'
import { alreadyRetired, nodeInUse, planTermWrong } from '../problems.ts'
import { checkPlace, kindTitle, type NodeRow } from './node.ts'
import { nodeStore } from './node.store.ts'

const recordKind = { axis: 'plan-axis', objective: kinds.objective, programme: kinds.planProgramme } as const
const recordOf = (node: Pick<NodeRow, 'kind' | 'id'>) => ({ kind: recordKind[node.kind], id: node.id })

/** The row after an action: its version is kept and its search line written. */
export const settleNode = async (context: ActionContext, id: string): Promise<NodeRow> => {
  const node = await nodeStore(context.tx).get(id)
  if (!node) throw notFound({ what: 'el elemento del plan' })
  const record = recordOf(node)
  await context.keep({ ...record, version: node.version, data: { code: node.code, name: node.name, description: node.description, parent: node.parent_id, place: node.place, unit: node.unit_id, retiredOn: node.retired_on } })
  await context.index({ ...record, title: `${node.code} ${node.name}`, subtitle: `${kindTitle[node.kind]} del plan${node.retired_on ? ', retirado' : ''}`, href: node.kind === 'objective' ? objectiveHref(node.id) : planHref, visibility: 'council' })
  return node
}
const inForce = async (context: ActionContext, id: string): Promise<NodeRow> => {
  const node = await nodeStore(context.tx).get(id)
  if (!node) throw notFound({ what: 'el elemento del plan' })
  if (node.retired_on) throw alreadyRetired({ name: node.name })
  return node
}
const moved = (node: NodeRow, input: { version: number }) => versionMoved({ what: `«${node.name}»`, yours: input.version, current: node.version }, { facts: { yours: input, theirs: node, current: node } })

export const createPlan = defineAction({
  name: 'plan.create-plan', title: 'Crear un plan de desarrollo comunal', input: CreatePlanInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const years = context.law.number('plan/pladeco/minimum-years', input.startsOn)
    if (input.endsOn < addMonths(input.startsOn, years * 12 - 1)) throw planTermWrong({ years })
    await nodeStore(context.tx).addPlan({ ...input, entryId: context.entryId })
    await context.keep({ kind: 'plan', id: input.id, version: 1, data: { name: input.name, startsOn: input.startsOn, endsOn: input.endsOn, agreement: input.agreement } })
    return { result: { id: input.id }, entry: { name: 'plan-created', summary: `Se creó el plan «${input.name}»`, effectiveOn: input.startsOn <= context.today ? input.startsOn : context.today, record: { kind: 'plan', id: input.id } } }
  },
})
export const addNode = defineAction({
  name: 'plan.add-node', title: 'Agregar un eje, objetivo o programa', input: AddNodeInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const store = nodeStore(context.tx)
    if (!(await store.plan(input.planId))) throw notFound({ what: 'el plan' })
    const parent = input.parentId ? await inForce(context, input.parentId) : undefined
    checkPlace({ kind: input.kind, plan_id: input.planId }, parent)
    await store.add({ ...input, entryId: context.entryId })
    const node = await settleNode(context, input.id)
    if (input.kind === 'programme' && parent) await context.link({ from: recordOf(parent), relation: relations.includes, to: recordOf(node) })
    return { result: { id: node.id, version: node.version }, entry: { name: 'plan-node-added', summary: `${kindTitle[node.kind]} ${node.code}, «${node.name}», agregado al plan`, record: recordOf(node) } }
  },
})
export const changeNode = defineAction({
  name: 'plan.change-node', title: 'Corregir un eje, objetivo o programa', input: ChangeNodeInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const before = await inForce(context, input.id)
    if ((await nodeStore(context.tx).change(input)) === 0) throw moved(before, input)
    const node = await settleNode(context, input.id)
    return { result: { id: node.id, version: node.version }, entry: { name: 'plan-node-changed', summary: `Se corrigió ${kindTitle[node.kind].toLowerCase()} ${node.code}, «${node.name}»`, record: recordOf(node) } }
  },
})
export const moveNode = defineAction({
  name: 'plan.move-node', title: 'Trasladar un objetivo o programa dentro del plan', input: MoveNodeInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const before = await inForce(context, input.id)
    const parent = input.parentId ? await inForce(context, input.parentId) : undefined
    checkPlace(before, parent)
    if ((await nodeStore(context.tx).move(input)) === 0) throw moved(before, input)
    const node = await settleNode(context, input.id)
    if (node.kind === 'programme' && before.parent_id !== node.parent_id) {
      if (before.parent_id) await context.unlink({ from: { kind: kinds.objective, id: before.parent_id }, relation: relations.includes, to: recordOf(node) })
      if (parent) await context.link({ from: recordOf(parent), relation: relations.includes, to: recordOf(node) })
    }
    return { result: { id: node.id, version: node.version }, entry: { name: 'plan-node-moved', summary: `${kindTitle[node.kind]} ${node.code} cambió de lugar en el plan`, record: recordOf(node) } }
  },
})
export const retireNode = defineAction({
  name: 'plan.retire-node', title: 'Retirar un elemento del plan', help: 'Se cierra con fecha y motivo; no se borra.', input: RetireNodeInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const before = await inForce(context, input.id)
    const dependants = await nodeStore(context.tx).dependants(input.id)
    if (dependants.length > 0) throw nodeInUse({ name: before.name, count: dependants.length }, { facts: { dependants: dependants.map(({ name }) => name) } })
    if ((await nodeStore(context.tx).retire({ ...input, entryId: context.entryId })) === 0) throw moved(before, input)
    const node = await settleNode(context, input.id)
    return { result: { id: node.id, version: node.version }, entry: { name: 'plan-node-retired', summary: `${kindTitle[node.kind]} ${node.code} retirado del plan: ${input.reason}`, effectiveOn: input.on as Day, record: recordOf(node) } }
  },
})
export const linkNode = defineAction({
  name: 'plan.link-node', title: 'Enlazar el plan con el presupuesto o con un proyecto', input: LinkNodeInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const node = await inForce(context, input.id)
    const edge = { from: recordOf(node), relation: input.kind === 'project' ? relations.includes : relations.budgetedBy, to: { kind: input.kind, id: input.targetId } }
    await (input.remove ? context.unlink(edge) : context.link(edge))
    return { result: { linked: !input.remove }, entry: { name: input.remove ? 'plan-node-unlinked' : 'plan-node-linked', summary: `${kindTitle[node.kind]} ${node.code}: enlace ${input.remove ? 'quitado' : 'agregado'}`, record: recordOf(node), facts: { to: edge.to } } }
  },
})
