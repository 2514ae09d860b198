import { z } from 'zod'
import { observationStatuses, type ObservationStatus } from '../../model/status.ts'
import { numberFormats } from './measure-rule.ts'

const text = z.string().max(400)
const pattern = z.string().max(300)
export const StatusNameShape = z.enum(observationStatuses as [ObservationStatus, ...ObservationStatus[]])

export const SheetRuleShape = z.discriminatedUnion('by', [
  z.object({ by: z.literal('only') }), z.object({ by: z.literal('index'), index: z.number().int().min(1).max(500) }), z.object({ by: z.literal('name'), name: text }), z.object({ by: z.literal('pattern'), pattern }),
])
export type SheetRule = z.infer<typeof SheetRuleShape>

/** The header: how many rows it has and where it was (row 1 is the first) when the recipe was made. It is looked for by its texts. `fill`: a text covers the empty cells at its right, by merges or always. */
export const HeaderRuleShape = z.object({ rows: z.number().int().min(1).max(4).default(1), at: z.number().int().min(1).default(1), fill: z.enum(['merges', 'right']).default('merges') })
/** Where the data end: with the sheet, at the first empty row, at a text in the first columns, or after so many rows. */
export const EndRuleShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sheet') }), z.object({ kind: z.literal('blank') }), z.object({ kind: z.literal('text'), pattern }), z.object({ kind: z.literal('count'), count: z.number().int().min(1) }),
])
export type EndRule = z.infer<typeof EndRuleShape>

export const ColumnUseShape = z.discriminatedUnion('as', [
  z.object({ as: z.literal('dimension'), dimension: z.string() }), /** Label of the codes of a dimension. */ z.object({ as: z.literal('label'), dimension: z.string() }),
  z.object({ as: z.literal('measure'), measure: z.string() }), /** Status written apart from the number. */ z.object({ as: z.literal('status'), measure: z.string() }), z.object({ as: z.literal('ignored') }),
])
/** A column told by its header (without footnote marks, accents or case). `at` is its letter when the recipe was made. */
export const ColumnRuleShape = z.intersection(z.object({ header: text, also: z.array(text).default([]), at: z.string().max(3).optional(), optional: z.boolean().default(false) }), ColumnUseShape)
export type ColumnRule = z.infer<typeof ColumnRuleShape>

/** The columns that no rule names, unpivoted: each level of the header gives a dimension or tells the measure. `match` chooses them by their joined header. */
export const WideRuleShape = z.object({
  match: pattern.optional(), measure: z.string().optional(),
  levels: z.array(z.union([z.object({ row: z.number().int().min(1).max(4), dimension: z.string() }), z.object({ row: z.number().int().min(1).max(4), measures: z.record(text, z.string()) })])).min(1).max(3),
})
export type WideRule = z.infer<typeof WideRuleShape>

/** Rows left out, or the only ones kept, by the text of a column. */
export const RowRuleShape = z.object({ column: text, matches: pattern, keep: z.boolean().default(false) })

/** A text that must be above the header (unit, year). With `dimension`, its group `value` is the code of the whole file. */
export const TitleRuleShape = z.object({ pattern, says: z.string().max(200), dimension: z.string().optional() })

export const ReadingRuleShape = z.object({
  numbers: z.enum(numberFormats).default('plain'), lineBreaks: z.enum(['space', 'keep']).default('space'),
  /** Marks of footnotes in headers and labels, taken off only when the note is below the table. */
  footnotes: z.enum(['none', 'digits', 'stars']).default('none'), notesPattern: pattern.optional(),
  /** What an empty cell of a measure is. */
  empty: StatusNameShape.or(z.literal('nothing')).default('nothing'), statuses: z.record(text, StatusNameShape).default({}),
})
