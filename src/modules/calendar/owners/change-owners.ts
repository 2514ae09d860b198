import { can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { type LocalDutyView, LocalDutyInput, OccurrenceInput, OwnerInput, UndoInput } from '../contract.ts'
import { deskOf, type Modules, waitingDuties } from '../desk/desk.ts'
import { deskStore } from '../desk/desk.store.ts'
import { DUTY_KIND } from '../duties/act-on-duty.ts'
import { datesCrossed, ruleIncomplete } from '../problems.ts'
import { unitStore } from '#registry'
import { localRule } from './local-duty.ts'

const unitNamed = async (context: ActionContext, id: string) => {
  const unit = await unitStore(context.tx).get(id)
  if (!unit?.active) throw notFound({ what: 'la unidad' })
  return unit
}
/** Which unit owes a duty in this municipality, and which one stands in for it. */
export const setOwner = (modules: Modules) => defineAction({
  name: 'calendar.set-owner', title: 'Fijar el responsable de un deber', input: OwnerInput, allowed: can('calendar.manage'),
  run: async (input, context) => {
    const desk = await deskOf(context, modules)
    const duty = desk.duties.find(({ code }) => code === input.duty)
    if (!duty) throw notFound({ what: 'ese deber' })
    const [unit, deputy] = [await unitNamed(context, input.unitId), input.deputyUnitId ? await unitNamed(context, input.deputyUnitId) : undefined]
    const store = deskStore(context.tx)
    const changed = input.version === 0 ? await store.addOwner(input) : await store.changeOwner(input)
    if (changed === 0) {
      const current = await store.owner(input.duty)
      throw versionMoved({ what: 'El responsable', yours: input.version, current: current?.version ?? 0 }, { facts: { yours: input, theirs: current ?? {}, current: current ?? {} } })
    }
    const version = input.version + 1
    await store.noteOwner({ ...input, entryId: context.entryId })
    await context.keep({ kind: 'duty-owner', id: input.duty, version, data: { unidad: unit.name, suplencia: deputy?.name ?? null } })
    return { result: { version }, entry: { name: 'duty-owner-set', summary: `Responde de «${duty.title}»: ${unit.name}${deputy ? `; la suple ${deputy.name}` : ''}`, record: { kind: 'duty-owner', id: input.duty } } }
  },
})

const complete = (input: LocalDutyView): void => {
  const needs: Record<LocalDutyView['trigger'], keyof LocalDutyView> = { 'year-date': 'day', date: 'date', 'after-month': 'offset', 'after-quarter': 'offset', event: 'offset' }
  const field = needs[input.trigger]
  if (input[field] === null) throw ruleIncomplete({ what: 'La regla elegida necesita su día o su plazo.' }, { errors: [{ pointer: `/${field}`, message: 'Falta este dato' }] })
  if (input.endsOn && input.endsOn < input.startsOn) throw datesCrossed({}, { errors: [{ pointer: '/endsOn', message: 'Es anterior al comienzo' }] })
}
/** Adds a duty of the municipality's own, or corrects it (`version` > 0). */
export const saveLocalDuty = defineAction({
  name: 'calendar.save-local-duty', title: 'Guardar un deber propio', input: LocalDutyInput, allowed: can('calendar.manage'),
  run: async (input, context) => {
    complete(input)
    const store = deskStore(context.tx)
    const row = { id: input.id, title: input.title, rule: localRule(input), norm: input.norm, article: input.article || null, startsOn: input.startsOn, endsOn: input.endsOn }
    if (input.version === 0) await store.addLocal(row)
    else if ((await store.changeLocal({ ...row, version: input.version })) === 0) {
      const current = await store.local(input.id)
      if (!current) throw notFound({ what: 'ese deber' })
      throw versionMoved({ what: input.title, yours: input.version, current: current.version }, { facts: { yours: input, theirs: current, current } })
    }
    await store.noteLocal({ ...row, entryId: context.entryId })
    const record = { kind: 'local-duty', id: input.id }
    await context.keep({ ...record, version: input.version + 1, data: row })
    return { result: { id: input.id, version: input.version + 1 }, entry: { name: input.version === 0 ? 'local-duty-added' : 'local-duty-changed', summary: `Deber propio ${input.version === 0 ? 'agregado' : 'corregido'}: ${input.title}`, record } }
  },
})
/** Records the fact from which a term runs: an access request, an invoice, the approval of a plan. */
const recordOccurrence = (modules: Modules) => defineAction({
  name: 'calendar.record-occurrence', title: 'Anotar un hecho que inicia un plazo', input: OccurrenceInput, allowed: can('calendar.fulfil'),
  run: async (input, context) => {
    const desk = await deskOf({ ...context, asOf: { effectiveOn: context.today, knownOn: context.today } }, modules)
    const duty = waitingDuties(desk).find(({ code }) => code === input.duty)
    if (!duty) throw notFound({ what: 'ese deber, o no comienza con un hecho' })
    await deskStore(context.tx).addOccurrence({ ...input, entryId: context.entryId })
    return { result: { id: input.id, key: `${input.duty}.${input.id}` }, entry: { name: 'duty-started', summary: `Corre un plazo de «${duty.title}» desde el ${formatDay(input.on)}: ${input.title}`, record: { kind: DUTY_KIND, id: `${input.duty}.${input.id}` }, ...(input.on < context.today ? { effectiveOn: input.on } : {}) } }
  },
})
/** Reverses a fact noted by mistake: its term no longer exists. */
const undoOccurrence = defineAction({
  name: 'calendar.undo-occurrence', title: 'Anular un hecho que inició un plazo', input: UndoInput, allowed: can('calendar.manage'),
  run: async ({ id, reason }, context) => {
    const row = await deskStore(context.tx).occurrence(id)
    if (!row) throw notFound({ what: 'ese hecho, o ya fue anulado' })
    return { result: { id }, entry: { name: 'duty-start-undone', undoes: row.seq, summary: `Se anuló el inicio de un plazo: ${reason}`, record: { kind: DUTY_KIND, id: `${row.duty}.${row.id}` } } }
  },
})
export const ownerActions = (modules: Modules) => [setOwner(modules), saveLocalDuty, recordOccurrence(modules), undoOccurrence] as const
