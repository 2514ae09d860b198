import type { AsOf } from './as-of.ts'
import type { FigureValue } from './figure.ts'
import type { Unit } from './format.ts'

/**
 * The block model: one schema for the editor and for every renderer (HTML, PDF, Word, JSON, Excel).
 * Block ids are stable across drafts, so an edition can be compared with another and with a returned Word file.
 */
export type Mark = 'strong' | 'em'
export type TextInline = { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
/** A figure inside prose. `show` is how it is written: thousands of pesos or full pesos, decimals. */
export type FigureInline = { readonly type: 'figure'; readonly figure: FigureValue; readonly show?: FigureDisplay }
export type LinkInline = { readonly type: 'link'; readonly text: string; readonly href: string }
/** «véase la tabla 3»: points at a table or chart of the same document. `text` is its number, written again each time the document is put together. */
export type ReferenceInline = { readonly type: 'reference'; readonly text: string; readonly target: string }
export type Inline = TextInline | FigureInline | LinkInline | ReferenceInline
export type FigureDisplay = { readonly thousands?: boolean; readonly decimals?: number }

export type HeadingBlock = { readonly type: 'heading'; readonly id: string; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
export type ParagraphBlock = { readonly type: 'paragraph'; readonly id: string; readonly content: readonly Inline[]; readonly author?: string }
export type ListBlock = { readonly type: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
export type NoteBlock = { readonly type: 'note'; readonly id: string; readonly tone: 'info' | 'warning' | 'bad'; readonly title?: string; readonly content: readonly Inline[] }

export type Cell =
  | { readonly type: 'text'; readonly text: string; readonly code?: boolean }
  | { readonly type: 'figure'; readonly figure: FigureValue; readonly show?: FigureDisplay }
  /** A number that is not a registered figure (a count of pages, a code of order). `unit` decides its format. */
  | { readonly type: 'number'; readonly value: number; readonly unit: Unit; readonly show?: FigureDisplay }
  /** Small bar beside a ratio, with an optional reference mark (both 0–1). */
  | { readonly type: 'bar'; readonly figure: FigureValue; readonly mark?: number }
  | { readonly type: 'empty'; readonly reason: string }
export type Column = { readonly key: string; readonly title: string; readonly align: 'left' | 'right'; /** Relative width. */ readonly width?: number; readonly group?: string }
export type TableRow = { readonly id: string; readonly kind?: 'row' | 'subtotal' | 'total' | 'group'; readonly level?: number; readonly cells: readonly Cell[] }
export type TableBlock = {
  readonly type: 'table'; readonly id: string; readonly title: string; readonly subtitle?: string
  readonly columns: readonly Column[]; readonly rows: readonly TableRow[]
  readonly notes?: readonly string[]; readonly source: string; readonly landscape?: boolean
}
/** One series of numbers; null is a gap and is said in the note. */
export type ChartSeries = { readonly name: string; readonly values: readonly (number | null)[]; readonly role?: 'subject' | 'comparison' | 'target'; readonly kind?: 'bar' | 'line' }
/**
 * `pyramid`: two series face each other (a third and fourth are outlined behind them). `dots`: each category a row, each series a dot.
 * `slope`: each series a line between few moments. `small-multiples`: each series its own panel, on one scale. `heat`: series as rows, categories as columns.
 */
export type ChartKind = 'bars' | 'horizontal-bars' | 'lines' | 'stacked-bar' | 'pyramid' | 'dots' | 'slope' | 'small-multiples' | 'heat' | 'map'
/** Rings of points on a plane (x to the east, y to the north, in metres); the first ring of a part is its border, the others are holes. */
export type ChartShape = readonly (readonly (readonly [number, number])[])[]
export type ChartMap = {
  /** A shape is several parts (islands); none for a category that has no place on the map, which is then named beneath it. */
  readonly shapes: readonly (readonly ChartShape[])[]
  readonly style: 'choropleth' | 'symbols'
  /** Upper limits of the classes but the last, from low to high; of a choropleth. */
  readonly edges?: readonly number[]
  /** Position of the category that is the subject, drawn with a strong border. */
  readonly subject?: number
}
export type ChartBlock = {
  readonly type: 'chart'; readonly id: string
  /** The finding, in one sentence. */
  readonly title: string
  /** Measure, unit and period. */
  readonly subtitle: string
  readonly kind: ChartKind
  /** Only for `map`: the shapes of the categories, in the same order. */
  readonly map?: ChartMap
  readonly categories: readonly string[]; readonly series: readonly ChartSeries[]; readonly unit: Unit; readonly show?: FigureDisplay
  /** What the chart says, for those who do not see it. */
  readonly alternative: string; readonly source: string; readonly notes?: readonly string[]
}
/** A row of highlighted figures between hairlines. */
export type FigureRowBlock = { readonly type: 'figures'; readonly id: string; readonly items: readonly { readonly label: string; readonly figure: FigureValue; readonly show?: FigureDisplay; readonly note?: string }[] }
export type PageBreakBlock = { readonly type: 'page-break'; readonly id: string }
export type SignatureBlock = { readonly type: 'signature'; readonly id: string; readonly name: string; readonly office: string; readonly substitute: boolean }
export type Block = HeadingBlock | ParagraphBlock | ListBlock | NoteBlock | TableBlock | ChartBlock | FigureRowBlock | PageBreakBlock | SignatureBlock

export type DocumentBody = {
  readonly schema: 'secplan.document/1'
  readonly kind: string
  readonly title: string
  readonly subtitle?: string
  readonly commune: { readonly code: string; readonly municipality: string; readonly unit: string; readonly address?: string }
  readonly addressee?: string
  readonly legalBasis?: string
  readonly asOf: AsOf
  readonly blocks: readonly Block[]
}
export type PaperSize = 'letter' | 'oficio'
/** What surrounds the body on paper. The fingerprint is the SHA-256 of the canonical JSON of the body (RFC 8785). */
export type DocumentFrame = {
  readonly state: 'draft' | 'issued'
  readonly edition?: number
  readonly issuedOn?: string
  readonly fingerprint: string
  /** Short code people can type, printed when there is no public address. */
  readonly verificationCode: string
  readonly verificationAddress?: string
  readonly paper: PaperSize
  readonly reservations?: readonly string[]
  readonly demonstration?: boolean
  /** A page of the manual: no dates, no edition, nothing to verify. */
  readonly guide?: boolean
}
