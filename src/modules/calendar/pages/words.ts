import { type Day, formatDay, monthNames } from '#kernel'
import type { KnotState, Tone } from '#design'
import type { DutyStanding } from '../duties/duty-state.ts'
import type { DutyView, FunctionState } from '../contract.ts'

/** How each state looks; a word always goes beside it. */
export const stateLook: Record<DutyStanding, { readonly tone: Tone; readonly knot: KnotState }> = {
  late: { tone: 'bad', knot: 'bad' }, 'due-soon': { tone: 'warning', knot: 'half' }, 'in-course': { tone: 'data', knot: 'here' }, 'not-yet': { tone: 'neutral', knot: 'empty' },
  fulfilled: { tone: 'good', knot: 'done' }, 'fulfilled-late': { tone: 'warning', knot: 'done' }, 'not-applicable': { tone: 'neutral', knot: 'missing' },
}
export const functionLook: Record<FunctionState, { readonly tone: Tone; readonly knot: KnotState }> = { overdue: { tone: 'bad', knot: 'bad' }, 'due-soon': { tone: 'warning', knot: 'half' }, 'on-track': { tone: 'good', knot: 'done' }, unavailable: { tone: 'neutral', knot: 'missing' } }
export const dutyHref = (key: string): string => `/calendario/deberes/${key}`
/** What an instance accounts for, after its title. */
export const about = (duty: Pick<DutyView, 'event' | 'period'>): string => duty.event ?? duty.period.title
export const citation = ({ norm, article }: Pick<DutyView, 'norm' | 'article'>): string => `${norm}${article ? `, artículo ${article}` : ''}`
export const leftText = ({ daysLeft, state }: Pick<DutyView, 'daysLeft' | 'state'>): string => {
  if (state === 'fulfilled' || state === 'fulfilled-late' || state === 'not-applicable') return ''
  const days = Math.abs(daysLeft)
  if (days === 0) return 'hoy'
  return `${daysLeft < 0 ? 'hace ' : ''}${days} ${days === 1 ? 'día hábil' : 'días hábiles'}`
}
export const monthOfText = (month: string): string => `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} de ${month.slice(0, 4)}`
export const dueText = ({ due, deliverBy }: { due: Day; deliverBy: Day }): string => (due === deliverBy ? formatDay(due) : `${formatDay(due)} (entregar a más tardar el ${formatDay(deliverBy)})`)
