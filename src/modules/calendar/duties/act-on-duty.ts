import { can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound, inputRefused } from '#platform/actions'
import { fileRows } from '#evidence'
import { DeclareInput, ExcuseInput, ReassignInput, StepInput, UndoInput } from '../contract.ts'
import { deskOf, instanceNamed, type Modules } from '../desk/desk.ts'
import { deskStore } from '../desk/desk.store.ts'
import { dutyView } from '../desk/duty-view.ts'
import { actInFuture, alreadyFulfilled, notYourDuty, provedElsewhere, stepUnknown } from '../problems.ts'
import type { DutyInstance } from './duty-instances.ts'

export const DUTY_KIND = 'duty'
export const dutyHref = (key: string): string => `/calendario/deberes/${key}`
export const dutyName = ({ duty, period }: DutyInstance): string => `${duty.title}, ${period.title}`
const blank = { title: '', number: '', step: '', unitId: null, fileHash: null }

const demand = async (context: ActionContext, modules: Modules, key: string) => {
  const desk = await deskOf({ ...context, asOf: { effectiveOn: context.today, knownOn: context.today } }, modules)
  const instance = instanceNamed(desk, key)
  if (!instance) throw notFound({ what: 'ese deber del calendario' })
  return { desk, instance, view: dutyView(desk, instance, context.actor) }
}
/** Only the unit that owes it (its deputy while absent) or who administers the calendar. */
const demandMine = async (context: ActionContext, modules: Modules, key: string) => {
  const found = await demand(context, modules, key)
  if (!found.view.mine && !context.actor.permissions.has('calendar.manage')) throw notYourDuty({ unit: (found.view.acting ?? found.view.owner)?.name ?? 'otra unidad' })
  return found
}

/** States the act that fulfils a duty: which, when, its number and its file. Duties proved by another module are refused. */
const declareFulfilment = (modules: Modules) => defineAction({
  name: 'calendar.declare-fulfilment', title: 'Declarar el cumplimiento de un deber', input: DeclareInput, unless: [notYourDuty], allowed: can('calendar.fulfil'),
  run: async (input, context) => {
    const { desk, instance, view } = await demandMine(context, modules, input.key)
    const proved = desk.proved.get(instance.duty.code)
    if (proved) throw provedElsewhere({ module: proved })
    if (input.on > context.today) throw actInFuture({}, { errors: [{ pointer: '/on', message: 'Esa fecha aún no llega' }] })
    if (view.acts.length >= view.times && view.acts[0]) throw alreadyFulfilled({ title: view.acts[0].title })
    if (input.fileHash && !(await fileRows(context.tx).get(input.fileHash))) throw notFound({ what: 'el archivo del respaldo' })
    await deskStore(context.tx).addEvent({ ...blank, id: input.id, duty: instance.duty.code, period: instance.period.id, kind: 'fulfilled', on: input.on, title: input.title, number: input.number, fileHash: input.fileHash, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'duty-fulfilled', effectiveOn: input.on, summary: `Cumplido: ${dutyName(instance)}. ${input.title}${input.number ? ` ${input.number}` : ''}, ${formatDay(input.on)}`, record: { kind: DUTY_KIND, id: instance.key }, facts: { event: input.id, due: instance.due, ...(input.fileHash ? { file: input.fileHash } : {}) } } }
  },
})
/** Marks a step as done; whoever owes the duty. */
const markStep = (modules: Modules) => defineAction({
  name: 'calendar.mark-step', title: 'Marcar un paso hecho', input: StepInput, unless: [notYourDuty], allowed: can('calendar.fulfil'),
  run: async (input, context) => {
    const { instance, view } = await demandMine(context, modules, input.key)
    const step = view.steps.find(({ key }) => key === input.step)
    if (!step || step.done) throw stepUnknown({})
    await deskStore(context.tx).addEvent({ ...blank, id: input.id, duty: instance.duty.code, period: instance.period.id, kind: 'step', on: context.today, step: input.step, title: step.what, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'duty-step-done', summary: `Paso hecho de ${dutyName(instance)}: ${step.what}`, record: { kind: DUTY_KIND, id: instance.key } } }
  },
})
const reassignDuty = (modules: Modules) => defineAction({
  name: 'calendar.reassign-duty', title: 'Reasignar un deber', input: ReassignInput, allowed: can('calendar.manage'),
  run: async (input, context) => {
    const { desk, instance } = await demand(context, modules, input.key)
    const unit = desk.rows.units.find(({ id }) => id === input.unitId)
    if (!unit) throw notFound({ what: 'la unidad' })
    await deskStore(context.tx).addEvent({ ...blank, id: input.id, duty: instance.duty.code, period: instance.period.id, kind: 'reassigned', on: context.today, title: input.reason, unitId: unit.id, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'duty-reassigned', summary: `${dutyName(instance)} pasa a ${unit.name}: ${input.reason}`, record: { kind: DUTY_KIND, id: instance.key } } }
  },
})
const excuseDuty = (modules: Modules) => defineAction({
  name: 'calendar.excuse-duty', title: 'Declarar que un deber no aplica', input: ExcuseInput, allowed: can('calendar.manage'),
  run: async (input, context) => {
    const { instance, view } = await demand(context, modules, input.key)
    if (view.state === 'not-applicable') throw inputRefused({ what: 'Declarar que no aplica' }, { errors: [{ pointer: '/reason', message: 'Ya está declarado' }] })
    await deskStore(context.tx).addEvent({ ...blank, id: input.id, duty: instance.duty.code, period: instance.period.id, kind: 'not-applicable', on: context.today, title: input.reason, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'duty-excused', summary: `No aplica: ${dutyName(instance)}. ${input.reason}`, record: { kind: DUTY_KIND, id: instance.key } } }
  },
})
/** Reverses a fulfilment, a step, a reassignment or a «no aplica» recorded by mistake; the first entry stays. */
const undoDutyEvent = (modules: Modules) => defineAction({
  name: 'calendar.undo-duty-event', title: 'Anular lo registrado sobre un deber', input: UndoInput, unless: [notYourDuty], allowed: can('calendar.fulfil'),
  run: async ({ id, reason }, context) => {
    const event = await deskStore(context.tx).event(id)
    if (!event) throw notFound({ what: 'ese registro, o ya fue anulado' })
    const key = `${event.duty}.${event.period}`
    const { instance } = await demandMine(context, modules, key)
    return { result: { id }, entry: { name: 'duty-event-undone', undoes: event.seq, summary: `Se anuló lo registrado sobre ${dutyName(instance)}: ${reason}`, record: { kind: DUTY_KIND, id: key } } }
  },
})
export const dutyActions = (modules: Modules) => [declareFulfilment(modules), markStep(modules), reassignDuty(modules), excuseDuty(modules), undoDutyEvent(modules)] as const
