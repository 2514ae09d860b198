import { addDays, type Day, formatDay, yearOf } from '#kernel'
import type { ReadContext, WorkItem } from '#platform/actions'
import { type DutyView, stateWords } from './contract.ts'
import { assignmentStore } from './assignments/assignment.store.ts'
import { isOwner, stateOf } from './assignments/assignment-state.ts'
import { deskOf, type Modules, RECENT_YEARS, standingDay } from './desk/desk.ts'
import { nextStep, unitsOf } from './desk/duty-view.ts'
import { isOpen } from './duties/duty-state.ts'
import { dutyHref } from './duties/act-on-duty.ts'
import { personStore, unitStore } from '#registry'
import { viewsOfYear } from './queries.ts'

const name = (duty: DutyView): string => (duty.event ? `${duty.title}: ${duty.event}` : `${duty.title}, ${duty.period.title}`)
const law = (duty: DutyView): string => `${duty.norm}${duty.article ? `, artículo ${duty.article}` : ''}${duty.confidence.startsWith('M') ? ' (por confirmar)' : ''}`

const dutyItems = (duty: DutyView, until: Day): readonly WorkItem[] => {
  const step = nextStep(duty)
  const whole: WorkItem[] = duty.deliverBy <= until || duty.state === 'late' ? [{
    id: `calendar/${duty.key}`, what: name(duty), law: law(duty), until: duty.deliverBy, state: duty.steps.some(({ done }) => done) ? 'started' : 'owed', href: dutyHref(duty.key), action: 'Abrir', weight: duty.weight,
    ...(duty.acting ? { why: `Por ausencia en ${duty.owner?.name ?? 'la unidad'}` } : duty.consequence ? { why: `Si no se cumple: ${duty.consequence}` } : {}),
  }] : []
  const due: WorkItem[] = step && step.on <= until && step.on < duty.deliverBy && duty.state !== 'late' ? [{ id: `calendar/${duty.key}/${step.key}`, what: step.what, why: `Paso de «${name(duty)}», que vence el ${formatDay(duty.due)}`, until: step.on, state: 'owed', href: dutyHref(duty.key), action: 'Ver el paso', weight: Math.max(1, duty.weight - 4) }] : []
  return [...due, ...whole]
}
const othersItem = (duty: DutyView): WorkItem => ({ id: `calendar/${duty.key}`, what: name(duty), why: stateWords[duty.state], until: duty.deliverBy, state: 'waiting', who: (duty.acting ?? duty.owner)?.name ?? 'sin responsable', href: dutyHref(duty.key), weight: duty.weight })

/** Duties of the reader's units and assignments; for who administers the calendar, what other units have late or near. */
export const calendarWork = (modules: Modules) => async (context: ReadContext): Promise<readonly WorkItem[]> => {
  const { actor } = context
  const items: WorkItem[] = []
  if (actor.permissions.has('calendar.fulfil')) {
    const desk = await deskOf(context, modules, RECENT_YEARS)
    const until = addDays(desk.today, desk.habits.ahead)
    const years = [...new Set([yearOf(addDays(desk.today, -365)), yearOf(desk.today), yearOf(addDays(desk.today, desk.habits.ahead * 3))])]
    const open = years.flatMap((year) => viewsOfYear(desk, year, actor)).filter(({ state }) => isOpen(state))
    // What another module proves is told by that module, whose button does it.
    for (const duty of open.filter(({ mine, code }) => mine && !desk.proved.has(code))) items.push(...dutyItems(duty, until))
    if (actor.permissions.has('calendar.manage')) items.push(...open.filter(({ mine, state }) => !mine && (state === 'late' || state === 'due-soon')).map(othersItem))
  }
  if (!actor.permissions.has('calendar.assign')) return items
  const units = unitsOf(actor)
  const open = (await assignmentStore(context.tx).read(await context.knownSeq(), standingDay(context), { of: { account: actor.accountId, units: [...units] } })).map((row) => ({ row, state: stateOf(row.answers), mine: isOwner(row, actor, units) })).filter(({ row, state, mine }) => state !== 'done' && (mine || row.accountId === actor.accountId))
  const others = open.filter(({ mine }) => !mine).map(({ row }) => row)
  const names = others.length ? await personStore(context.tx).namesOfAccounts(others.flatMap(({ forAccountId }) => forAccountId ?? [])) : new Map<string, string>()
  const unitNames = others.some(({ forUnitId }) => forUnitId) ? await unitStore(context.tx).names() : new Map<string, string>()
  for (const { row, state, mine } of open) {
    const who = row.forAccountId ? names.get(row.forAccountId) : unitNames.get(row.forUnitId ?? '')
    const base = { id: `calendar/assignment/${row.id}`, what: row.text.split('\n')[0]?.slice(0, 140) ?? '', href: `/encargos#${row.id}`, weight: 4, ...(row.due ? { until: row.due } : {}) }
    const asked = `${row.askedBy ? `Lo pidió ${row.askedBy}` : 'Encargo'} el ${formatDay(row.on)}`
    if (mine && state !== 'returned') items.push({ ...base, why: asked, state: state === 'accepted' ? 'started' : 'owed', action: 'Responder' })
    else if (row.accountId === actor.accountId) items.push(state === 'returned' ? { ...base, why: 'Devuelto: falta volver a pedirlo o cerrarlo', state: 'owed', action: 'Revisar' } : { ...base, why: asked, state: 'waiting', ...(who ? { who } : {}) })
  }
  return items
}
