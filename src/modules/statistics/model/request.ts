import { z } from 'zod'

const code = z.string().min(1).max(80)
/** Which codes of a dimension: named ones, all, the newest periods, from a period on, one level of a hierarchy, the children of a code, or a grouping (`age-5`, `age-large`, `region`). */
export const SelectionShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('codes'), codes: z.array(code).min(1).max(20_000) }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('latest'), count: z.number().int().min(1).max(200) }),
  z.object({ kind: z.literal('from'), code }),
  z.object({ kind: z.literal('level'), level: z.string().max(40) }),
  z.object({ kind: z.literal('children'), of: code }),
  z.object({ kind: z.literal('grouping'), grouping: z.string().max(60), codes: z.array(code).max(20_000).optional() }),
])
export type Selection = z.infer<typeof SelectionShape>

/** Where a variable stands in the table. A dimension not named is left out: its total, or the sum of its codes. */
export const VariableShape = z.object({ dimension: z.string(), select: SelectionShape, place: z.enum(['row', 'column', 'layer']) })
export type Variable = z.infer<typeof VariableShape>

/** What is computed over the plain numbers. The population of a rate is another data set, named with its base. */
export const DerivationShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), of: z.enum(['row', 'column', 'table']) }),
  z.object({ kind: z.literal('index'), base: code }),
  z.object({ kind: z.literal('change'), lag: z.number().int().min(1).max(50), as: z.enum(['absolute', 'percent']) }),
  z.object({ kind: z.literal('rate'), population: z.uuid(), per: z.union([z.literal(1), z.literal(100), z.literal(1000), z.literal(10_000), z.literal(100_000)]) }),
])
export type Derivation = z.infer<typeof DerivationShape>

export const TableRequestShape = z.object({
  dataset: z.uuid(),
  /** «latest» follows the newest version known at the reader's date; a number stays. */
  version: z.union([z.literal('latest'), z.number().int().positive()]).default('latest'),
  measures: z.array(z.string()).min(1).max(60),
  /** In the order they nest, from outside in, within each place. `measures` stands as a variable of its own when there are several. */
  variables: z.array(VariableShape).max(20), measurePlace: z.enum(['row', 'column', 'layer']).default('column'),
  derive: DerivationShape.optional(),
  /** `rows`: a total among the rows, of every row variable; `columns`: among the columns. Periods and measures are never added up. */
  totals: z.object({ rows: z.boolean().default(false), columns: z.boolean().default(false) }).default({ rows: false, columns: false }),
  /** Rows by the numbers of one column: a code of each variable of the columns and layers (the first one when not named), a measure by its key. */
  sort: z.object({ by: z.array(z.string()).max(20), descending: z.boolean() }).optional(),
  hideEmpty: z.boolean().default(false),
})
export type TableRequest = z.infer<typeof TableRequestShape>
