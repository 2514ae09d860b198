import type { Day } from '#kernel'
import type { CommitmentView } from './commitments.ts'
import type { PointView } from './agenda.ts'
import type { RequestView } from './requests.ts'

export type DeskSession = { readonly id: string; readonly title: string; readonly href: string; readonly heldOn: Day; readonly startsAt: string; readonly place: string; readonly daysLeft: number; /** Last day for what the law asks in advance. */ readonly folderBy: Day; readonly folderDaysLeft: number; readonly points: readonly PointView[]; readonly unsent: number; readonly receipts: { readonly received: number; readonly asked: number } }
export type ToCertify = { readonly id: string; readonly number: string; readonly title: string; readonly session: string; readonly href: string; readonly heldOn: Day }
export type DeskView = {
  readonly sessions: readonly DeskSession[]; readonly certify: readonly ToCertify[]; readonly requests: readonly RequestView[]; readonly commitments: readonly CommitmentView[]
  readonly counts: { readonly requestsLate: number; readonly requestsOpen: number; readonly commitmentsLate: number; readonly commitmentsOpen: number }
  /** The rule of the folder, counted for the next session. */
  readonly rule: { readonly days: number; readonly counted: readonly Day[]; readonly law: string }
  readonly month: { readonly held: number; readonly asked: number; readonly law: string }
}
