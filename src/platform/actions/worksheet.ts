import type { Day, Problem } from '#kernel'
import type { z } from 'zod'
import type { ReadContext } from './context.ts'
import type { Allowed, AnyAction } from './define.ts'

/** What a cell holds. Shares are 0–1, days `2026-06-30`, choices their value; an empty text is ''. */
export type SheetValue = string | number | boolean | null
export type SheetKind = 'text' | 'long-text' | 'number' | 'money' | 'percent' | 'day' | 'choice' | 'yes-no'
/** `also`: other words by which people write it (a code). */
export type SheetChoice = { readonly value: string; readonly title: string; readonly also?: string }
export type SheetColumn = {
  readonly key: string
  readonly title: string
  readonly kind: SheetKind
  /** May be edited. The rest is there to know which row one is in. */
  readonly open?: boolean
  readonly choices?: readonly SheetChoice[]
  readonly help?: string
  /** One way to write what people write in several (a RUT). */
  readonly normal?: (text: string) => string
  /** In characters. */
  readonly width?: number
}
/** A record as a row. `record` is what the module needs to change it; it never leaves the server. */
export type SheetRow<Record_ = unknown> = {
  readonly id: string
  readonly label: string
  readonly values: Readonly<Record<string, SheetValue>>
  /** Why a cell (by column) or the whole row cannot be edited by this reader. */
  readonly closed?: string | Readonly<Record<string, string>>
  /** Its label names a person: no load keeps it. */
  readonly personal?: boolean
  readonly record: Record_
}
/** One action by which some cells of a row are changed, or why they cannot be. Fields of its input are named as the columns unless `fields` says otherwise. */
export type SheetStep =
  | { readonly action: AnyAction; readonly input: unknown; readonly columns: readonly string[]; readonly fields?: Readonly<Record<string, string>>; readonly refused?: undefined }
  | { readonly refused: Problem; readonly columns: readonly string[] }
export type SheetCellDone = { readonly column: string; readonly from: SheetValue; readonly to: SheetValue; /** The entry its action left. */ readonly entryId: string | null }
export type SheetGiven = { readonly reason: string; readonly today: Day }

/**
 * A list that goes to Excel, is edited offline and comes back. Nothing is written here: `change` says which of the module's own actions,
 * with which input, applies the new values of one row, so that validations, permissions and personal rules are those of the hand.
 */
export type WorksheetDefinition<Filters extends z.ZodType = z.ZodType, Record_ = unknown> = {
  /** `plan.indicators`. */
  readonly name: string
  readonly title: string
  /** Address of the list it belongs to. */
  readonly list: string
  /** What it edits, in a sentence of the page. */
  readonly about: string
  /** Input of the list's query: what is downloaded is what is filtered on screen. */
  readonly filters: Filters
  /** Who may take it down and bring it back. */
  readonly allowed: Allowed
  /** The same set without narrowing: what came down is found again though it no longer passes the filter. */
  readonly wide: (filters: z.output<Filters>) => z.output<Filters>
  /** Filters in words, for the head of the file. */
  readonly words: (filters: z.output<Filters>, context: ReadContext) => Promise<readonly string[]>
  readonly columns: (filters: z.output<Filters>, context: ReadContext) => Promise<readonly SheetColumn[]>
  readonly rows: (filters: z.output<Filters>, context: ReadContext) => Promise<readonly SheetRow<Record_>[]>
  /** Steps are independent of each other. `next` holds only the cells that change. */
  readonly change: (row: SheetRow<Record_>, next: Readonly<Record<string, SheetValue>>, given: SheetGiven) => readonly SheetStep[]
  /** Only when putting the former value back is not the way (a fact that is added). */
  readonly undo?: (row: SheetRow<Record_>, done: readonly SheetCellDone[], given: SheetGiven) => readonly SheetStep[]
}
// biome-ignore lint/suspicious/noExplicitAny: lists of definitions forget their types on purpose
export type AnyWorksheet = WorksheetDefinition<any, any>
export const defineWorksheet = <Filters extends z.ZodType, Record_>(definition: WorksheetDefinition<Filters, Record_>): WorksheetDefinition<Filters, Record_> => definition
