import type { Day } from '#kernel'
import { z } from 'zod'
import { dayField, fileHash, reason, type UnitBrief, uuid } from './fields.ts'

export const PromiseInput = z.object({ id: uuid, sessionId: uuid.nullable().default(null), words: z.string().trim().min(5, 'Escriba a qué se comprometieron').max(500), promisedOn: dayField, unitId: uuid, until: dayField })
export const KeepInput = z.object({ id: uuid, commitment: uuid, on: dayField, note: z.string().trim().min(5, 'Diga con qué se cumplió').max(500), fileHash })
export const MoveCommitmentInput = z.object({ id: uuid, commitment: uuid, until: dayField, unitId: uuid.nullable().default(null), reason: reason(10) })
export const ReopenCommitmentInput = z.object({ id: uuid, commitment: uuid, reason: reason() })
export const commitmentStates = ['pending', 'late', 'done', 'done-late'] as const
export type CommitmentState = (typeof commitmentStates)[number]
export const commitmentStateTitle: Readonly<Record<CommitmentState, string>> = { pending: 'pendiente', late: 'atrasado', done: 'cumplido', 'done-late': 'cumplido fuera de plazo' }
export const ListCommitmentsInput = z.object({ state: z.enum(['', 'open', ...commitmentStates]).default(''), unitId: z.union([z.literal(''), uuid]).default(''), text: z.string().max(100).default('') })
export type CommitmentView = {
  readonly id: string; readonly words: string; readonly sessionId: string | null; readonly session: string; readonly promisedOn: Day; readonly unit: UnitBrief; readonly until: Day; readonly firstUntil: Day; readonly daysLeft: number; readonly state: CommitmentState
  readonly doneOn: Day | null; readonly events: readonly { readonly name: 'done' | 'moved' | 'handed' | 'reopened'; readonly on: Day; readonly note: string; readonly until: Day | null; readonly unit: string; readonly fileHash: string | null }[]; readonly mine: boolean
}
export type CommitmentsView = { readonly commitments: readonly CommitmentView[]; readonly counts: Readonly<Record<CommitmentState, number>>; readonly units: readonly UnitBrief[]; readonly sessions: readonly { readonly id: string; readonly title: string }[] }
