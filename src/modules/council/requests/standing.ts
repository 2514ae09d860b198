import { type Actor, can, type Day, type Law } from '#kernel'
import type { BusinessCalendar } from '#calendar'
import { dueOfRequest, standingOfRequest } from '../rules/request-state.ts'
import type { EventRow, RequestRow } from './request.store.ts'

export const REQUEST = 'council-request'
/** The page of the requests, at one of them. */
export const requestHref = (id: string): string => `/concejo/solicitudes#${id}`
export const requestName = ({ number, year }: Pick<RequestRow, 'number' | 'year'>): string => `Solicitud de informe N.º ${number} de ${year}`

/** The unit that answers, by the last assignment. */
export const unitOfRequest = (events: readonly EventRow[]): string | null => events.filter(({ name }) => name === 'assigned').at(-1)?.unitId ?? null
export const standing = (row: RequestRow, events: readonly EventRow[], today: Day, law: Law, calendar: BusinessCalendar) => {
  const unitId = unitOfRequest(events)
  return { unitId, ...standingOfRequest(dueOfRequest(row.askedOn, row.basis, law, calendar), unitId !== null, events, today) }
}
/** Units in which the reader holds an office or works. */
export const unitsOf = ({ offices, unitId }: Actor): ReadonlySet<string> => new Set([...offices.flatMap((office) => (office.unitId ? [office.unitId] : [])), ...(unitId ? [unitId] : [])])
/** Answers for a unit: its own people, or the clerk, who keeps the register. */
export const answersFor = (actor: Actor, unitId: string | null): boolean => can('council.record')(actor) || (can('council.answer')(actor) && unitId !== null && unitsOf(actor).has(unitId))
