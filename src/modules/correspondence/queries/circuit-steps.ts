import { formatDay } from '#kernel'
import type { ActState, CircuitStep, EventView } from '../contract.ts'

const ORDER: readonly ActState[] = ['draft', 'in-visa', 'to-number', 'to-sign', 'to-notify', 'notified']
const LATER = (state: ActState, than: ActState): boolean => ORDER.indexOf(state) > ORDER.indexOf(than)
type Facts = { readonly state: ActState; readonly visas: readonly string[]; readonly visasDone: number; readonly round: number; readonly planned: readonly string[]; readonly title: (post: string) => string; readonly drafter: string; readonly signer: string; readonly number: string; readonly events: readonly EventView[] }

/** The circuit as the thread draws it: who drafted, each visa in its order, number, signature, notification. */
export const circuitSteps = ({ state, visas, visasDone, round, planned, title, drafter, signer, number, events }: Facts): CircuitStep[] => {
  const last = (name: string, post?: string) => [...events].reverse().find((event) => event.name === name && (post === undefined || event.title === post) && (name !== 'visa-granted' || event.round === round))
  const said = (event: EventView | undefined): string => (event ? `${event.office || event.who}, ${formatDay(event.on)}` : '')
  const returned = state === 'draft' ? last('act-returned') : undefined
  const route = visas.length ? visas : state === 'draft' ? planned : visas
  const granted = events.filter(({ name, round: of }) => name === 'visa-granted' && of === round)
  const step = (id: string, name: string, at: ActState, waiting: string, event: EventView | undefined): CircuitStep => ({ id, title: name, state: LATER(state, at) ? 'done' : state === at ? 'here' : 'empty', note: LATER(state, at) ? said(event) : waiting })
  const visaStep = (post: string, index: number): CircuitStep => {
    const event = state === 'draft' ? undefined : granted[index]
    return { id: `visa-${index}`, title: title(post), state: event ? 'done' : state === 'in-visa' && index === visasDone ? 'here' : 'empty', note: event ? `Visto bueno, ${said(event)}` : 'visto bueno' }
  }
  const annulled = last('act-number-annulled')
  const current: ActState = state === 'annulled' ? 'to-sign' : state
  return [
    { id: 'draft', title: 'Redacción', state: returned ? 'bad' : current === 'draft' || state === 'deleted' ? 'here' : 'done', note: returned ? `Devuelto: ${returned.reason}` : drafter },
    ...route.map(visaStep),
    { ...step('number', 'Número', 'to-number', 'lo da Secretaría Municipal', last('act-numbered')), ...(number ? { state: 'done' as const, note: `${number}; ${said(last('act-numbered'))}` } : {}) },
    annulled ? { id: 'sign', title: 'Firma', state: 'bad', note: `Número anulado: ${annulled.reason}` } : step('sign', 'Firma', 'to-sign', signer, last('act-signed')),
    { ...step('notify', 'Notificación', 'to-notify', 'a quienes va dirigido', last('act-notified')), ...(state === 'notified' ? { state: 'done' as const, note: said(last('act-notified')) } : {}) },
  ]
}
