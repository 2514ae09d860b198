import type { Day, Law } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { type BusinessCalendar, businessCalendar } from '#calendar'
import { personStore } from '#registry'
import { standingOf } from './clock.ts'
import type { DataRequestRow, StepRow } from './data-request.store.ts'
import type { ClockView, DataRequestLine } from './desk-contract.ts'
import { dataRequestTitle } from './desk-hrefs.ts'

/** Who answers questions: whoever loads the data of the office. */
export const attends = ({ actor }: Pick<ReadContext, 'actor'>): boolean => actor.permissions.has('statistics.load')
/** Who asked, without naming a person. */
export const askedBy = ({ requester, unitName, organisation }: Pick<DataRequestRow, 'requester' | 'unitName' | 'organisation'>): string => unitName || organisation || (requester === 'citizen' ? 'Ciudadanía' : 'Sin nombre')

export type LineMaker = { readonly calendar: BusinessCalendar; readonly names: ReadonlyMap<string, string>; readonly today: Day; readonly me: string }
/** What every line needs: the days that count and the names of who attends. */
export const lineMaker = async (context: ReadContext, steps: readonly StepRow[], more: readonly string[] = []): Promise<LineMaker> => ({
  calendar: businessCalendar(context.law, context.tx.commune), today: context.asOf.knownOn < context.today ? context.asOf.knownOn : context.today, me: context.actor.accountId,
  names: await personStore(context.tx).namesOfAccounts([...steps.flatMap(({ accountId, toAccount }) => [accountId, ...(toAccount ? [toAccount] : [])]), ...more]),
})
export const lineOf = (row: DataRequestRow, steps: readonly StepRow[], { calendar, names, today, me }: LineMaker): DataRequestLine => {
  const holder = steps.findLast(({ kind }) => kind === 'assigned')?.toAccount ?? null
  return {
    id: row.id, title: dataRequestTitle(row.number, row.year), asked: row.asked, requester: row.requester, from: askedBy(row), urgent: row.urgent, channel: row.channel, receivedOn: row.receivedOn, assignedTo: holder ? (names.get(holder) ?? 'Secplan') : '', mine: holder === me,
    ...standingOf(row, steps, today, calendar),
  }
}
export const clockView = ({ clock, receivedOn }: DataRequestRow, law: Law): ClockView => {
  const value = clock ? law.find(clock, receivedOn) : undefined
  return value && typeof value.value === 'number' ? { norm: value.norm, article: value.article ?? '', confidence: value.confidence, days: value.value } : null
}
/** Rows under the record they belong to, in their order. */
export const gathered = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
export const stepsBy = (steps: readonly StepRow[]): ReadonlyMap<string, readonly StepRow[]> => gathered(steps, ({ requestId }) => requestId)
