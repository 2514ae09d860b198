import { can, type Day, formatNumber } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { kinds, relations } from '#evidence'
import { AddIndicatorInput, ChangeIndicatorInput, RetireIndicatorInput, SetTargetInput } from '../contract.ts'
import { indicatorHref } from '../hrefs.ts'
import { nodeStore } from '../nodes/node.store.ts'
import { alreadyRetired } from '../problems.ts'
import { indicatorStore, type IndicatorRow } from './indicator.store.ts'

const recordOf = (id: string) => ({ kind: kinds.indicator, id })

/** The row after an action: its version is kept and its search line written. */
export const settleIndicator = async (context: ActionContext, id: string): Promise<IndicatorRow> => {
  const row = await indicatorStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el indicador' })
  await context.keep({ ...recordOf(id), version: row.version, data: { code: row.code, name: row.name, unit: row.unit, formula: row.formula, direction: row.direction, accrual: row.accrual, responsible: row.unit_id, frequency: row.frequency, verification: row.verification, retiredOn: row.retired_on } })
  await context.index({ ...recordOf(id), title: `${row.code} ${row.name}`, subtitle: `Indicador del plan, en ${row.unit}${row.retired_on ? ', retirado' : ''}`, href: indicatorHref(id), visibility: 'council' })
  return row
}
export const indicatorInForce = async (context: ActionContext, id: string): Promise<IndicatorRow> => {
  const row = await indicatorStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el indicador' })
  if (row.retired_on) throw alreadyRetired({ name: row.name })
  return row
}
const moved = (row: IndicatorRow, input: { version: number }) => versionMoved({ what: `«${row.name}»`, yours: input.version, current: row.version }, { facts: { yours: input, theirs: row, current: row } })

export const addIndicator = defineAction({
  name: 'plan.add-indicator', title: 'Agregar un indicador', input: AddIndicatorInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const node = await nodeStore(context.tx).get(input.nodeId)
    if (node?.kind !== 'objective') throw notFound({ what: 'el objetivo del indicador' })
    if (node.retired_on) throw alreadyRetired({ name: node.name })
    const store = indicatorStore(context.tx)
    await store.add({ ...input, entryId: context.entryId })
    await store.setBaseline({ ...input.baseline, indicatorId: input.id, entryId: context.entryId })
    for (const target of input.targets) await store.setTarget({ ...target, indicatorId: input.id, reason: 'Meta inicial', entryId: context.entryId })
    await context.link({ from: { kind: kinds.objective, id: node.id }, relation: relations.measuredBy, to: recordOf(input.id) })
    const row = await settleIndicator(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'indicator-added', summary: `Indicador ${row.code}, «${row.name}», en el objetivo ${node.code}`, record: recordOf(row.id) } }
  },
})
export const changeIndicator = defineAction({
  name: 'plan.change-indicator', title: 'Corregir la ficha de un indicador', input: ChangeIndicatorInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const before = await indicatorInForce(context, input.id)
    const store = indicatorStore(context.tx)
    if ((await store.change(input)) === 0) throw moved(before, input)
    if (input.baseline) await store.setBaseline({ ...input.baseline, indicatorId: input.id, entryId: context.entryId })
    const row = await settleIndicator(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'indicator-changed', summary: `Se corrigió el indicador ${row.code}, «${row.name}»`, record: recordOf(row.id), facts: { baseline: Boolean(input.baseline) } } }
  },
})
export const retireIndicator = defineAction({
  name: 'plan.retire-indicator', title: 'Retirar un indicador', input: RetireIndicatorInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const before = await indicatorInForce(context, input.id)
    if ((await indicatorStore(context.tx).retire({ ...input, entryId: context.entryId })) === 0) throw moved(before, input)
    const row = await settleIndicator(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'indicator-retired', summary: `Indicador ${row.code} retirado: ${input.reason}`, effectiveOn: input.on as Day, record: recordOf(row.id) } }
  },
})
export const setTarget = defineAction({
  name: 'plan.set-target', title: 'Fijar la meta de un año', help: 'La meta anterior queda en la historia.', input: SetTargetInput, allowed: can('plan.edit'),
  run: async (input, context) => {
    const row = await indicatorInForce(context, input.indicatorId)
    await indicatorStore(context.tx).setTarget({ ...input, entryId: context.entryId })
    return { result: { id: row.id }, entry: { name: 'target-set', summary: `Meta ${input.year} del indicador ${row.code}: ${formatNumber(input.value, Number.isInteger(input.value) ? 0 : 2)} ${row.unit}`, record: recordOf(row.id), facts: { year: input.year, value: input.value } } }
  },
})
