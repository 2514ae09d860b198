import type { KnotState, Tone } from '#design'
import { counted } from '#kernel'
import type { PointStanding } from '../contract/agenda.ts'
import type { CommitmentState } from '../contract/commitments.ts'
import type { LawLine } from '../contract/fields.ts'
import type { RequestState } from '../contract/requests.ts'

export const standingTone: Record<PointStanding, Tone> = { 'no-term': 'neutral', empty: 'warning', 'to-send': 'warning', waiting: 'data', 'in-time': 'good', late: 'bad', missed: 'bad' }
export const standingKnot: Record<PointStanding, KnotState> = { 'no-term': 'full', empty: 'empty', 'to-send': 'half', waiting: 'half', 'in-time': 'done', late: 'bad', missed: 'bad' }
export const requestTone: Record<RequestState, Tone> = { 'to-assign': 'warning', pending: 'neutral', drafted: 'data', late: 'bad', answered: 'good', 'answered-late': 'warning' }
export const commitmentTone: Record<CommitmentState, Tone> = { pending: 'neutral', late: 'bad', done: 'good', 'done-late': 'warning' }
/** «hoy», «en 3 días hábiles», «hace 2 días hábiles». */
export const inDays = (days: number): string => (days === 0 ? 'hoy' : days > 0 ? `en ${counted(days, 'día hábil', 'días hábiles')}` : `hace ${counted(-days, 'día hábil', 'días hábiles')}`)
export const lawText = ({ norm, article, confidence }: LawLine): string => `${norm}${article ? `, artículo ${article}` : ''}${confidence.startsWith('M') ? ' (por confirmar)' : ''}`
