import type { Tone } from '#design'
import type { ActState, IncomingState } from '../contract.ts'

export const stateTone: Readonly<Record<ActState, Tone>> = { draft: 'neutral', 'in-visa': 'data', 'to-number': 'data', 'to-sign': 'warning', 'to-notify': 'warning', notified: 'good', annulled: 'bad', deleted: 'bad' }
export const incomingTone: Readonly<Record<IncomingState, Tone>> = { pending: 'warning', answered: 'good', closed: 'neutral' }
export const ALL = 'all'
