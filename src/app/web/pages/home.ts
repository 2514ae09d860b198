import type { Day, FigureDisplay, FigureValue } from '#kernel'
import { daysBetween, plural } from '#kernel'
import type { KnotState } from '#design'

/** State of a debt. `waiting` is in somebody else's hands. */
export type DueState = 'late' | 'started' | 'pending' | 'waiting' | 'done' | 'not-yet'
export type Due = {
  readonly id: string; readonly title: string; /** Without it the thing has no date and goes last. */ readonly due?: Day; readonly state: DueState | (string & {}); readonly reason?: string; readonly href: string; readonly action?: string
  readonly law?: string; readonly who?: string; readonly detail?: string
  /** «3 días háb.», when the server counts working days. */
  readonly when?: string
}
/** Answer of `GET /api/home`. */
export type Home = {
  readonly greeting: string
  readonly dues: readonly Due[]
  /** What is in other hands. */
  readonly waiting?: readonly Due[]
  readonly lead?: string
  readonly figures: readonly { readonly label: string; readonly figure: FigureValue; readonly show?: FigureDisplay; readonly note?: string }[]
  readonly recent: readonly { readonly at: string; readonly who: string; readonly what: string; readonly href?: string }[]
  readonly readiness?: { readonly title: string; readonly items: readonly { readonly title: string; readonly done: boolean; readonly state?: string; readonly href?: string }[]; readonly note?: string }
  /** Legal dates of the year, for the line over the page. */
  readonly year?: readonly { readonly on: Day; readonly title: string; readonly done: boolean; readonly href?: string }[]
}

export type Stretch = { readonly title: string; readonly dues: readonly Due[]; readonly urgency: 'late' | 'now' | 'later' }

/** Debts by nearness: late, today and tomorrow, this week, the next thirty days, afterwards. Empty stretches are left out. */
export const stretches = (dues: readonly Due[], today: Day): readonly Stretch[] => {
  const at = ({ due }: Due): string => due ?? '9999'
  const ordered = [...dues].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  const between = (from: number, to: number) => ordered.filter(({ due }) => { if (due === undefined) return false; const days = daysBetween(today, due); return days >= from && days <= to })
  const list: Stretch[] = [
    { title: 'Atrasado', dues: between(Number.NEGATIVE_INFINITY, -1), urgency: 'late' },
    { title: 'Hoy y mañana', dues: between(0, 1), urgency: 'now' },
    { title: 'Próximos siete días', dues: between(2, 7), urgency: 'later' },
    { title: 'Próximos treinta días', dues: between(8, 30), urgency: 'later' },
    { title: 'Más adelante', dues: between(31, Number.POSITIVE_INFINITY), urgency: 'later' },
    { title: 'Sin fecha', dues: ordered.filter(({ due }) => due === undefined), urgency: 'later' },
  ]
  return list.filter((stretch) => stretch.dues.length > 0)
}

/** «hace 3 días», «hoy», «mañana», «en 9 días». Calendar days, and it says so beyond tomorrow. */
export const whenText = (due: Day, today: Day): string => {
  const days = daysBetween(today, due)
  if (days === 0) return 'hoy'
  if (days === 1) return 'mañana'
  const count = Math.abs(days)
  return `${days < 0 ? 'hace' : 'en'} ${count} ${plural(count, 'día', 'días')} ${plural(count, 'corrido', 'corridos')}`
}

export const dueKnot = ({ state, due }: Due, today: Day): KnotState => {
  if (state === 'done') return 'done'
  if ((due !== undefined && due < today) || state === 'late') return 'bad'
  return state === 'started' ? 'half' : state === 'not-yet' || state === 'waiting' ? 'missing' : 'empty'
}
