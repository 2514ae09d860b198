import type { ActState } from '../contract.ts'

/** What moves an act along its circuit. */
export type Move = 'save' | 'send' | 'visa' | 'return' | 'number' | 'sign' | 'notify' | 'annul' | 'delete' | 'restore' | 'recall' | 'unsign' | 'unnotify'

export type Route = { readonly visas: number; readonly visasDone: number; /** Everybody it is addressed to has been notified. */ readonly allNotified: boolean }

/** States from which each move starts. What is not here is refused. */
const FROM: Readonly<Record<Move, readonly ActState[]>> = {
  save: ['draft'], send: ['draft'], visa: ['in-visa'], return: ['in-visa', 'to-number'], number: ['to-number'], sign: ['to-sign'], notify: ['to-notify', 'notified'], annul: ['to-sign'], delete: ['draft'], restore: ['deleted'],
  recall: ['in-visa', 'to-number'], unsign: ['to-notify'], unnotify: ['to-notify', 'notified'],
}
export const startsFrom = (move: Move): readonly ActState[] => FROM[move]
export const mayMove = (state: ActState, move: Move): boolean => FROM[move].includes(state)

/** Where a move leads, or undefined when the state does not admit it. `route` says the circuit before the move. */
export const after = (state: ActState, move: Move, route: Route): ActState | undefined => {
  if (!mayMove(state, move)) return undefined
  switch (move) {
    case 'save': return 'draft'
    case 'send': return route.visas > 0 ? 'in-visa' : 'to-number'
    case 'visa': return route.visasDone + 1 >= route.visas ? 'to-number' : 'in-visa'
    case 'return': case 'restore': case 'recall': return 'draft'
    case 'unsign': return 'to-sign'
    case 'unnotify': return 'to-notify'
    case 'number': return 'to-sign'
    case 'sign': return 'to-notify'
    case 'notify': return route.allNotified ? 'notified' : state
    case 'annul': return 'annulled'
    case 'delete': return 'deleted'
  }
}

/** Whom an act must reach: its addressees, or where it is distributed when it names none. */
export const mustReach = ({ addressees, distribution }: { readonly addressees: readonly string[]; readonly distribution: readonly string[] }): readonly string[] => (addressees.length > 0 ? addressees : distribution)
export const reachedAll = (act: { readonly addressees: readonly string[]; readonly distribution: readonly string[] }, reached: readonly string[]): boolean => mustReach(act).every((one) => reached.includes(one))
