import { daysBetween, formatDay, yearOf } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { stateWords, type DutyView } from '../contract.ts'
import { deskOf, type Modules } from '../desk/desk.ts'
import { isOpen } from '../duties/duty-state.ts'
import { dutyHref } from '../duties/act-on-duty.ts'
import { viewsOfYear } from '../queries.ts'
import { type AgendaEvent, agendaText } from './ics.ts'

/** A week and the day before, besides the steps of the duty. */
const USUAL_WARNINGS = [7, 1]

const eventOf = (duty: DutyView, commune: string, base: string | undefined): AgendaEvent => ({
  uid: `${duty.key}@${commune}.secplan`, on: duty.deliverBy, title: `${duty.title} · ${duty.event ?? duty.period.title}`, done: !isOpen(duty.state), category: duty.owner?.name,
  description: [`Vence el ${formatDay(duty.due)}${duty.deliverBy === duty.due ? '' : `; último día hábil, ${formatDay(duty.deliverBy)}`}. Estado: ${stateWords[duty.state]}.`, duty.owner ? `Responde: ${duty.owner.name}.` : '', `${duty.norm}${duty.article ? `, artículo ${duty.article}` : ''}.`, duty.consequence ? `Si no se cumple: ${duty.consequence}.` : '', ...duty.steps.map(({ what, on }) => `${formatDay(on)}: ${what}`)].filter(Boolean).join('\n'),
  ...(base ? { url: new URL(dutyHref(duty.key), base).toString() } : {}),
  warnDaysBefore: [...new Set([...duty.steps.map(({ on }) => daysBetween(on, duty.deliverBy)).filter((days) => days > 0), ...USUAL_WARNINGS])].sort((a, b) => b - a),
  cancelled: duty.state === 'not-applicable',
  // Excusing counts too: a program only takes a change whose number grew.
  sequence: duty.moved.length + duty.acts.length + duty.steps.filter(({ done }) => done).length + (duty.state === 'not-applicable' ? 1 : 0),
})

/** The agenda of this year and the next: what the reader's units owe, or everything for who administers the calendar. */
export const agendaOf = async (context: ReadContext, modules: Modules, name: string, base?: string): Promise<string> => {
  const desk = await deskOf(context, modules)
  const all = [yearOf(desk.today), yearOf(desk.today) + 1].flatMap((year) => viewsOfYear(desk, year, context.actor))
  const shown = context.actor.permissions.has('calendar.manage') ? all : all.filter(({ mine }) => mine)
  return agendaText(name, shown.map((duty) => eventOf(duty, context.tx.commune, base)), context.clock.now())
}
