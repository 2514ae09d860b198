import { type Day, formatDay } from '#kernel'
import type { ModuleDefinition, ReadContext, WorkItem } from '#platform/actions'
import { businessCalendar, businessDaysBetween } from '#calendar'
import { remembered } from '#evidence'

/** One line of «Mi trabajo», as the page reads it. */
export type Due = {
  readonly id: string; readonly title: string; readonly due?: Day; readonly state: 'pending' | 'started' | 'waiting'; readonly reason?: string; readonly href: string; readonly action?: string; readonly law?: string; readonly who?: string; readonly when?: string
}
/** What falls on one day is ordered by what is at stake; what has no date goes last. */
const byUrgency = (a: WorkItem, b: WorkItem): number => {
  const [left, right] = [a.until ?? '9999', b.until ?? '9999']
  if (left !== right) return left < right ? -1 : 1
  return b.weight - a.weight || (a.id < b.id ? -1 : 1)
}
/** «hoy», «3 días hábiles», «hace 2 días hábiles». */
export const whenOf = (days: number): string => (days === 0 ? 'hoy' : days > 0 ? `${days} ${days === 1 ? 'día hábil' : 'días hábiles'}` : `hace ${-days} ${days === -1 ? 'día hábil' : 'días hábiles'}`)

/** Their work speaks of drafts, which leave no entry: it is asked each time. The work of the others stands while nothing is written. */
const DRAFTING: ReadonlySet<string> = new Set(['budget', 'requests'])
/** People whose work is remembered at once, by module. */
const KEPT_WORK = 200
const workOf = ({ key, work }: ModuleDefinition, context: ReadContext): Promise<readonly WorkItem[]> => {
  if (!work) return Promise.resolve([])
  if (DRAFTING.has(key)) return work(context)
  return remembered(context.files, context, [key, context.asOf.effectiveOn, context.asOf.knownOn], () => work(context), { shelf: 'home/work', kept: KEPT_WORK })
}

/**
 * What the reader owes in every module and what they wait for, each thing once (the first module that names it wins). One transaction,
 * two queries a module at most. Pure of screens: order and words only.
 */
export const gatherWork = async (modules: readonly ModuleDefinition[], context: ReadContext): Promise<{ readonly owed: readonly Due[]; readonly waiting: readonly Due[] }> => {
  const items = new Map<string, WorkItem>()
  for (const module of modules) for (const item of await workOf(module, context)) if (!items.has(item.id)) items.set(item.id, item)
  const calendar = businessCalendar(context.law, context.tx.commune)
  const line = ({ id, what, why, law, until, hour, state, href, action, who }: WorkItem): Due => ({
    id, title: what, href, state: state === 'owed' ? 'pending' : state, ...(until ? { due: until, when: `${whenOf(businessDaysBetween(context.today, until, calendar))}${hour ? `, ${hour}` : ''}` } : {}),
    ...(why ? { reason: why } : {}), ...(law ? { law } : {}), ...(action ? { action } : {}), ...(who ? { who } : {}),
  })
  const sorted = [...items.values()].sort(byUrgency)
  return { owed: sorted.filter(({ state }) => state !== 'waiting').map(line), waiting: sorted.filter(({ state }) => state === 'waiting').map(line) }
}

/** The sentence under the date: how much is owed, and the one thing that cannot wait. */
export const leadOf = (owed: readonly Due[], today: Day): string | undefined => {
  const late = owed.filter(({ due }) => due !== undefined && due < today).length
  const next = owed.find(({ due }) => due !== undefined && due >= today)
  if (owed.length === 0) return undefined
  const parts = [`Usted debe ${owed.length === 1 ? 'una cosa' : `${owed.length} cosas`}.`]
  if (late > 0) parts.push(late === 1 ? 'Una está atrasada.' : `${late} están atrasadas.`)
  if (next?.due) parts.push(`Lo más próximo vence el ${formatDay(next.due)}.`)
  return parts.join(' ')
}
