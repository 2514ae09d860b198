import { can, type Day, earliest, readPeriod } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { unitStore } from '#registry'
import { z } from 'zod'
import type { PendingPeriod, RegistersAnswer, RegisterView } from './register-contract.ts'
import { periodsUntil, standingValues } from './register-periods.ts'
import { type RegisterRow, registerStore, type ValueRow } from './register.store.ts'

const read = can('statistics.read')
const until = ({ asOf, today }: ReadContext): Day => earliest(asOf.effectiveOn, today)
/** Periods of a register that ended and lack a number nobody said. */
export const pendingOf = (row: RegisterRow, values: readonly ValueRow[], on: Day): readonly PendingPeriod[] => {
  const standing = standingValues(values)
  return periodsUntil(row.startsOn, row.periodicity, row.retiredOn ? earliest(row.retiredOn, on) : on).flatMap(({ id, title }) => {
    const missing = row.fields.filter(({ key }) => !(key in (standing.get(id) ?? {}))).length
    return missing > 0 ? [{ registerId: row.id, title: row.title, unitName: row.unitName, period: id, periodTitle: title, missing, of: row.fields.length }] : []
  })
}
/** Registers with their values, for who asks the units. */
export const registersWithValues = async (context: ReadContext): Promise<readonly { row: RegisterRow; values: readonly ValueRow[] }[]> => {
  const seq = await context.knownSeq()
  const store = registerStore(context.tx)
  const values = await store.values(seq)
  return (await store.list(seq)).map((row) => ({ row, values: values.filter(({ registerId }) => registerId === row.id) }))
}
/** Every register, and who owes which period. */
export const listRegisters = defineQuery({
  name: 'statistics.list-registers', title: 'Registros propios', input: z.object({}), allowed: read,
  run: async (_input, context): Promise<RegistersAnswer> => {
    const all = await registersWithValues(context)
    const pending = all.flatMap(({ row, values }) => pendingOf(row, values, until(context)))
    return {
      registers: all.map(({ row, values }) => ({ id: row.id, title: row.title, unitName: row.unitName, periodicity: row.periodicity, lastPeriod: readPeriod(values.map(({ period }) => period).sort().at(-1) ?? '')?.title ?? '', pending: pending.filter(({ registerId }) => registerId === row.id).length, retired: row.retiredOn !== null })),
      pending, units: (await unitStore(context.tx).list()).filter(({ active }) => active).map(({ id, name }) => ({ id, name })), mayManage: context.actor.permissions.has('statistics.load'),
    }
  },
})
/** A register as a series, with its corrections. */
export const showRegister = defineQuery({
  name: 'statistics.show-register', title: 'Un registro propio', input: z.object({ id: z.uuid() }), allowed: read,
  run: async ({ id }, context): Promise<RegisterView> => {
    const found = (await registersWithValues(context)).find(({ row }) => row.id === id)
    if (!found) throw notFound({ what: 'el registro' })
    const { row, values } = found
    const standing = standingValues(values)
    const revisions = values.flatMap((one, index) => {
      const before = values.slice(0, index).findLast(({ period, field }) => period === one.period && field === one.field)
      return before ? [{ period: readPeriod(one.period)?.title ?? one.period, field: row.fields.find(({ key }) => key === one.field)?.title ?? one.field, before: before.value, after: one.value, reason: one.reason, post: one.post, on: one.on }] : []
    })
    const { unitId: _unit, ...rest } = row
    return { ...rest, periods: periodsUntil(row.startsOn, row.periodicity, until(context)).map(({ id: period, title }) => ({ id: period, title, values: standing.get(period) ?? {} })), revisions: revisions.reverse(), mayManage: context.actor.permissions.has('statistics.load') }
  },
})
