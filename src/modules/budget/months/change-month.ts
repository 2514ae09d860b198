import { can, lastDayOfMonth, monthNames } from '#kernel'
import { type ActionContext, defineAction, versionMoved } from '#platform/actions'
import { MonthInput, ReopenMonthInput } from '../contract.ts'
import { wrongState } from '../problems.ts'
import { type MonthRow, type MonthState, monthStore } from './month.store.ts'

export const monthStates: Record<MonthState, string> = { open: 'abierto', 'in-review': 'en revisión', closed: 'cerrado', reopened: 'reabierto' }
/** Which state follows which: a table, so that nothing else is possible. */
const next: Record<MonthState, readonly MonthState[]> = { open: ['in-review', 'closed'], 'in-review': ['closed', 'open'], reopened: ['in-review', 'closed'], closed: ['reopened'] }

const change = async (context: ActionContext, input: { year: number; month: number; version: number; reason?: string }, to: MonthState) => {
  const store = monthStore(context.tx)
  const states = await store.states(input.year, Number.MAX_SAFE_INTEGER)
  const current: Pick<MonthRow, 'version' | 'state'> = states.get(input.month) ?? { version: 0, state: 'open' }
  const title = `${monthNames[input.month - 1]} de ${input.year}`
  if (current.version !== input.version) throw versionMoved({ what: title, yours: input.version, current: current.version }, { facts: { current } })
  if (!next[current.state].includes(to)) throw wrongState({ what: title, state: monthStates[current.state], needs: to === 'reopened' ? 'cerrado' : 'abierto o en revisión' })
  const version = current.version + 1
  await store.add({ year: input.year, month: input.month, version, state: to, reason: input.reason ?? '', accountId: context.actor.accountId, entryId: context.entryId })
  return { result: { version, state: to }, entry: { name: `month-${to}`, summary: `${title[0]?.toUpperCase()}${title.slice(1)}: ${monthStates[to]}${input.reason ? `, porque ${input.reason}` : ''}`, record: { kind: 'budget-month', id: `${input.year}-${String(input.month).padStart(2, '0')}` }, effectiveOn: lastDayOfMonth(input.year, input.month) } }
}

export const reviewMonth = defineAction({ name: 'budget.review-month', title: 'Enviar un mes a revisión', input: MonthInput, allowed: can('budget.close-month'), run: (input, context) => change(context, input, 'in-review') })
/** A closed month takes no more facts, and its figures are firm. */
export const closeMonth = defineAction({ name: 'budget.close-month', title: 'Cerrar un mes', help: 'El mes deja de recibir hechos y sus cifras quedan firmes.', input: MonthInput, allowed: can('budget.close-month'), run: (input, context) => change(context, input, 'closed') })
export const reopenMonth = defineAction({ name: 'budget.reopen-month', title: 'Reabrir un mes', help: 'Con su razón, que queda en la historia.', input: ReopenMonthInput, allowed: can('budget.close-month'), run: (input, context) => change(context, input, 'reopened') })
