import type { ChartBlock, PaperSize } from '#kernel'

/**
 * A document with every word and number already written, numbered and in order. HTML, PDF and Word only lay it out,
 * so the three say the same by construction. Plain data: it travels to the worker and into the PDF template as JSON.
 */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean; readonly em: boolean }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: FigureTag }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** Points at a table or chart of the document; undefined when it is not there, and then it is only text. */
  | { readonly kind: 'reference'; readonly text: string; readonly target: string | undefined }
/** Which figure a number is: the recipe with its parameters, and where it stands. */
export type FigureTag = { readonly id: string; readonly key: string; readonly title: string; readonly provisional: boolean; readonly absent: boolean }

export type SetCell = {
  readonly text: string
  readonly align: 'left' | 'right'
  readonly code: boolean
  readonly absent: boolean
  readonly figure?: FigureTag
  /** Part of the bar that is filled and place of its mark, both 0–1. */
  readonly bar?: { readonly share: number; readonly mark: number | null }
}
export type SetRow = { readonly id: string; readonly kind: 'row' | 'subtotal' | 'total' | 'group'; readonly level: number; readonly cells: readonly SetCell[] }
export type SetColumn = { readonly key: string; readonly title: string; readonly align: 'left' | 'right'; readonly width: number }
export type SetTable = {
  readonly kind: 'table'; readonly id: string; readonly label: string; readonly title: string; readonly subtitle: string
  readonly columns: readonly SetColumn[]
  /** Heads over several columns; empty when the table has none. */
  readonly groups: readonly { readonly title: string; readonly span: number }[]
  readonly rows: readonly SetRow[]; readonly notes: readonly string[]; readonly source: string; readonly landscape: boolean
}
export type SetBlock =
  | { readonly kind: 'heading'; readonly id: string; readonly level: 1 | 2 | 3; readonly number: string; readonly text: string; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly id: string; readonly runs: readonly Run[]; readonly author: string }
  | { readonly kind: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'note'; readonly id: string; readonly tone: 'info' | 'warning' | 'bad'; readonly title: string; readonly runs: readonly Run[] }
  | SetTable
  | { readonly kind: 'chart'; readonly id: string; readonly label: string; readonly title: string; readonly subtitle: string; readonly alternative: string; readonly source: string; readonly notes: readonly string[]; readonly chart: ChartBlock; readonly table: SetTable }
  | { readonly kind: 'figures'; readonly id: string; readonly items: readonly { readonly label: string; readonly run: Extract<Run, { kind: 'figure' }>; readonly note: string }[] }
  | { readonly kind: 'page-break'; readonly id: string }
  | { readonly kind: 'signature'; readonly id: string; readonly name: string; readonly office: string }

export type Typeset = {
  readonly title: string
  readonly subtitle: string
  readonly municipality: string
  readonly unit: string
  readonly address: string
  readonly addressee: string
  readonly legalBasis: string
  /** «Hechos al 30-06-2026 · conocido al 22-07-2026». */
  readonly dates: string
  /** «Borrador» or «Edición 2, emitida el 22-07-2026». */
  readonly edition: string
  readonly day: string
  readonly draft: boolean
  readonly demonstration: boolean
  readonly reservations: readonly string[]
  /** «Emitido con reservas (2)». */
  readonly reservationsTitle: string
  readonly fingerprint: string
  readonly verificationCode: string
  readonly verificationAddress: string
  readonly verificationSentence: string
  readonly paper: PaperSize
  readonly numbered: boolean
  readonly contents: boolean
  readonly provisional: boolean
  readonly guide: boolean
  readonly blocks: readonly SetBlock[]
}
