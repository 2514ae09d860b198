import type { PieceView } from './Pieces.tsx'

export type HitView = {
  readonly kind: string; readonly record_id: string; readonly title: string; readonly subtitle: string; readonly href: string
  readonly pieces: readonly PieceView[]; readonly subtitlePieces: readonly PieceView[]; readonly snippet?: readonly PieceView[]
  readonly recipe?: { readonly id: string; readonly parameters: Readonly<Record<string, string>> }
}
export type GroupView = { readonly kind: string; readonly title: string; readonly count: number; readonly items: readonly HitView[] }
/** Answer of `GET /api/search`. */
export type SearchAnswerView = {
  readonly groups: readonly GroupView[]; readonly pages: number; readonly total: number; readonly atLeast: boolean
  readonly corrected?: { readonly from: string; readonly to: string }; readonly units: readonly { readonly id: string; readonly name: string }[]
}
