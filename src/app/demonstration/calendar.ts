import { formatDay } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { loadCalendarFacts } from '#calendar'
import { assignments, dutyActs, starts } from '../../../demo/loncoche/calendar.ts'
import type { DemoFacts } from '../../../demo/index.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

/** Hour at which the demonstration writes down what was done that day. */
const AT = 'T17:30:00-03:00'

/** The duties fulfilled, the terms begun and a few assignments, each under the entry of its day. */
export const loadCalendar = async (database: Database, scope: Scope, facts: DemoFacts, ids: DemoIds, timeline: Timeline): Promise<void> => {
  const { code: commune } = facts.commune
  const account = (key: string): string => ids.accounts.get(key) ?? scope.accountId
  const entry = (name: string, action: string, key: string, on: string, by: string, summary: string, record: { kind: string; id: string }): string =>
    timeline.add({ id: steadyId(commune, 'entry', 'calendar', name, key), action, accountId: account(by), recordedAt: `${on}${AT}`, effectiveOn: on, draft: { name, summary, record } })
  const events = dutyActs(facts.council.sessions).map((act, index) => {
    const key = `${act.duty} ${act.period} ${act.step ?? ''} ${act.on} ${index}`
    const record = { kind: 'duty', id: `${act.duty}.${act.period}` }
    const entryId = act.step ? entry('duty-step-done', 'calendar.mark-step', key, act.on, act.by, `Paso hecho: ${act.title}`, record) : entry('duty-fulfilled', 'calendar.declare-fulfilment', key, act.on, act.by, `Cumplido: ${act.title}${act.number ? ` ${act.number}` : ''}, ${formatDay(act.on)}`, record)
    return { id: steadyId(commune, 'duty-event', key), duty: act.duty, period: act.period, kind: act.step ? ('step' as const) : ('fulfilled' as const), on: act.on, title: act.title, number: act.number ?? '', step: act.step ?? '', entryId }
  })
  const occurrences = starts.map((start) => {
    const id = steadyId(commune, 'occurrence', start.key)
    const recorded = start.on < '2025-08-01' ? '2025-08-04' : start.on
    return { id, duty: start.duty, on: start.on, title: start.title, entryId: entry('duty-started', 'calendar.record-occurrence', start.key, recorded, start.by, `Corre un plazo desde el ${formatDay(start.on)}: ${start.title}`, { kind: 'duty', id: `${start.duty}.${id}` }) }
  })
  const asked = assignments.map((one) => ({ ...one, id: steadyId(commune, 'assignment', one.key) }))
  const record = (id: string) => ({ kind: 'assignment', id })
  const rows = asked.map((one) => ({
    id: one.id, text: one.text, askedBy: one.askedBy, accountId: account(one.by), on: one.on, ...(one.due ? { due: one.due } : {}), ...(one.forPerson ? { forAccountId: account(one.forPerson) } : {}), ...(one.forUnit ? { forUnitId: ids.units.get(one.forUnit) ?? '' } : {}),
    entryId: entry('assignment-asked', 'calendar.assign', one.key, one.on, one.by, `Encargo anotado${one.due ? `, hasta el ${formatDay(one.due)}` : ''}`, record(one.id)),
  }))
  const answers = asked.flatMap((one) => one.answers.map((answer, index) => ({
    id: steadyId(commune, 'answer', one.key, String(index)), assignmentId: one.id, kind: answer.kind, accountId: account(answer.by), on: answer.on, note: answer.note ?? '',
    entryId: timeline.add({ id: steadyId(commune, 'entry', 'answer', one.key, String(index)), action: 'calendar.answer-assignment', accountId: account(answer.by), recordedAt: `${answer.on}T18:10:00-03:00`, effectiveOn: answer.on, draft: { name: `assignment-${answer.kind}`, summary: `Encargo ${answer.kind === 'done' ? 'hecho' : answer.kind === 'accepted' ? 'aceptado' : 'devuelto'}`, record: record(one.id) } }),
  })))
  await database.write(scope, (tx) => loadCalendarFacts(tx, { events, occurrences, assignments: rows, answers }))
}
