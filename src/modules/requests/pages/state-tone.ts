import type { Tone } from '#design'
import type { RequestState } from '../contract.ts'

export const stateTone: Record<RequestState, Tone> = { owed: 'neutral', started: 'data', sent: 'data', returned: 'warning', done: 'good', silent: 'bad' }
