import { z } from 'zod'
import type { Day } from '#kernel'
import type { SheetColumn, SheetValue } from '#platform/actions'

/** Shapes shared by the pages, the API and the tests. Keys of cells are `<record>:<column>`. */
const id = z.uuid('El identificador no es válido')
const cellKey = z.string().max(200)
const name = z.string().regex(/^[a-z]+\.[a-z-]+$/, 'No es una planilla')
const fileHash = z.string().regex(/^[0-9a-f]{64}$/, 'No es un archivo subido')
const reason = z.string().trim().min(10, 'Diga por qué, en al menos diez letras').max(300)

export const CompareInput = z.object({ name, fileHash })
/** `only`: one record of the list. */
export const OpenGridInput = z.object({ name, filters: z.record(z.string().max(40), z.string().max(200)).default({}), only: z.string().max(120).default('') })
export const ApplyInput = z.object({
  id, name, fileHash, reason,
  /** Changed cells that are not taken; the rest of the changed ones are. */
  leave: z.array(cellKey).max(100_000).default([]),
  /** Cells in conflict that are taken all the same. */
  force: z.array(cellKey).max(100_000).default([]),
})
/** `rest`: puts back what nobody changed since and leaves the others, instead of refusing whole. */
export const UndoInput = z.object({ id, version: z.number().int().positive(), reason, rest: z.boolean().default(false) })
export const ListLoadsInput = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) })
export const ShowLoadInput = z.object({ id, show: z.enum(['', 'done', 'refused']).default(''), page: z.coerce.number().int().min(1).max(100_000).default(1) })

/** What became of a line of the file. `equal` rows are only counted. */
export type LineVerdict = 'changed' | 'conflict' | 'rejected' | 'unknown' | 'repeated'
export const verdictTitle: Readonly<Record<LineVerdict, string>> = { changed: 'cambia', conflict: 'cambió aquí también', rejected: 'no se admite', unknown: 'no es de la lista', repeated: 'repetida' }
export type Line = {
  /** `<record>:<column>`, or the cell for what is of no record. */
  readonly key: string
  readonly row: number
  /** Address as people say it: «F12». */
  readonly cell: string
  readonly label: string
  readonly column: string
  readonly verdict: LineVerdict
  readonly downloaded: string
  readonly current: string
  readonly yours: string
  /** Why it is not admitted and what to do. */
  readonly reason: string
}
export type Comparison = {
  readonly name: string
  readonly title: string
  readonly list: string
  readonly downloadedAt: string
  readonly words: readonly string[]
  readonly effectiveOn: Day
  readonly knownOn: Day
  readonly rows: number
  /** Rows by what became of them. */
  readonly counts: Readonly<Record<'equal' | LineVerdict | 'missing', number>>
  readonly lines: readonly Line[]
  /** Rows that came down and did not come back: nothing is deleted. */
  readonly missing: readonly string[]
  /** About columns: added, missing, repeated. */
  readonly notes: readonly string[]
}
export const loadStates = ['applying', 'applied', 'undoing', 'undone'] as const
export type LoadState = (typeof loadStates)[number]
export const loadStateTitle: Readonly<Record<LoadState, string>> = { applying: 'aplicándose', applied: 'aplicada', undoing: 'deshaciéndose', undone: 'deshecha' }
export type ChangeState = 'waiting' | 'done' | 'part' | 'refused' | 'undone' | 'kept'
export const changeStateTitle: Readonly<Record<ChangeState, string>> = { waiting: 'en espera', done: 'cambió', part: 'cambió en parte', refused: 'no se aplicó', undone: 'deshecho', kept: 'no se deshizo' }
export type LoadBrief = { readonly id: string; readonly title: string; readonly fileName: string; readonly state: LoadState; readonly by: string; readonly startedAt: string; readonly records: number; readonly done: number; readonly refused: number }
export type WorksheetBrief = { readonly name: string; readonly title: string; readonly list: string; readonly about: string }
export type LoadsAnswer = { readonly worksheets: readonly WorksheetBrief[]; readonly loads: readonly LoadBrief[]; readonly total: number; readonly pages: number }
export type CellView = { readonly title: string; readonly from: string; readonly to: string; readonly state: 'waiting' | 'done' | 'refused' | 'undone' | 'kept'; readonly reason: string }
export type ChangeView = { readonly place: number; readonly id: string; readonly label: string; readonly state: ChangeState; readonly cells: readonly CellView[] }
export type LoadAnswer = {
  readonly load: LoadBrief & { readonly name: string; readonly list: string; readonly reason: string; readonly undoReason: string; readonly version: number; readonly fileHash: string; readonly jobId: string | null; readonly undoUntil?: Day; readonly undoable: boolean }
  readonly counts: Readonly<Record<ChangeState, number>>
  readonly changes: readonly ChangeView[]; readonly total: number; readonly pages: number
}
/** Title of the hidden column with the signed keys. */
export const KEY_TITLE = 'Clave (no cambiar)'
export type SheetLine = { readonly id: string; readonly label: string; /** Its signed key: what its open cells said when it was opened. */ readonly key: string; readonly values: Readonly<Record<string, SheetValue>>; readonly closed?: string | Readonly<Record<string, string>> }
/** A list opened to be edited on the page itself; it comes back as a file would. */
export type SheetOpened = {
  readonly name: string; readonly title: string; readonly list: string; readonly about: string; readonly words: readonly string[]; readonly mark: string
  readonly columns: readonly Pick<SheetColumn, 'key' | 'title' | 'kind' | 'open' | 'choices' | 'help' | 'width'>[]; readonly rows: readonly SheetLine[]
}
export const GRID_ROWS = 1000
export const gridHref = (name: string): string => `/planillas/grilla/${name}`
export const worksheetHref = (name: string): string => `/planillas/${name}`
export const loadHref = (id: string): string => `/planillas/cargas/${id}`
