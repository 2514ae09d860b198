import type { StandInProvider } from './stand-in.ts'
import type { Block, Permission } from '#kernel'
import type { ReadContext, RecordRef } from './context.ts'
import type { AnyAction, AnyQuery } from './define.ts'
import type { AnyFigure } from './figure.ts'
import type { JobDefinition } from './job.ts'
import type { Finder } from './finder.ts'
import type { FigureBook } from './figure-book.ts'
import type { FulfilmentProvider } from './fulfilment.ts'
import type { MandateProvider } from './mandate.ts'
import type { Undoing } from './undoing.ts'
import type { WorkProvider } from './work-item.ts'
import type { AnyWorksheet } from './worksheet.ts'
import type { Period } from '#kernel'

/** Summary of a record for the thread, search and lists. `step` is the link of the chain it is. */
export type RecordSummary = RecordRef & { readonly step: string; readonly title: string; readonly detail?: string; readonly href: string; readonly state?: string }
export type RecordKind = {
  readonly kind: string
  /** «Proyecto», «Objetivo». */
  readonly title: string
  /** Position along the thread: 1 objective … 9 result. */
  readonly position: number
  readonly summarise: (ids: readonly string[], context: ReadContext) => Promise<readonly RecordSummary[]>
}
/** A chapter writes blocks from figures; the report only lists chapters. */
export type Chapter = {
  readonly id: string
  readonly title: string
  readonly write: (context: ReadContext & { readonly period: Period; readonly figures: FigureBook }) => Promise<readonly Block[]>
}
export type Reaction = {
  readonly id: string
  /** Name of the entry it reacts to. */
  readonly to: string
  readonly when: 'same-transaction' | 'later'
  readonly run: (entry: { readonly id: string; readonly seq: number; readonly record?: RecordRef; readonly facts: Readonly<Record<string, unknown>> }, context: ReadContext) => Promise<void>
}
export type ModuleDefinition = {
  readonly key: string
  readonly title: string
  readonly uses: readonly string[]
  readonly actions?: readonly AnyAction[]
  readonly queries?: readonly AnyQuery[]
  readonly figures?: readonly AnyFigure[]
  readonly chapters?: readonly Chapter[]
  readonly records?: readonly RecordKind[]
  /** How the search reaches records of this module that keep no search line. */
  readonly finders?: readonly Finder[]
  /** How what this module records is taken back from the history of a record. */
  readonly undoings?: readonly Undoing[]
  readonly reactions?: readonly Reaction[]
  readonly jobs?: readonly JobDefinition[]
  /** Its lists that are edited in Excel and come back. */
  readonly worksheets?: readonly AnyWorksheet[]
  /** What the reader owes in this module; the home gathers it from every module of the list. */
  readonly work?: WorkProvider
  /** Legal duties that this module's own acts fulfil. */
  readonly fulfils?: FulfilmentProvider
  /** What this module can prove before the mandate board. */
  readonly mandate?: MandateProvider
  /** Who acts for the units whose head is away. One module keeps the register. */
  readonly standIns?: StandInProvider
  /** What each permission lets a person do, in Spanish. */
  readonly permissions?: Readonly<Record<Permission, string>>
}
export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
export const defineChapter = (definition: Chapter): Chapter => definition
