import { z } from 'zod'

/** What a dimension speaks of; the builder offers by it (territory with its hierarchy, the latest periods, sexes side by side). */
export const dimensionRoles = ['place', 'time', 'sex', 'age', 'category'] as const
export type DimensionRole = (typeof dimensionRoles)[number]

/** A code and its label. `parent` is another code of the same list; `level` names the height (`country`, `region`, `commune`…); `note` is a footnote of the value. */
export const CodeShape = z.object({
  code: z.string().min(1).max(80), label: z.string().min(1).max(400), parent: z.string().max(80).optional(), level: z.string().max(40).optional(), note: z.string().max(2000).optional(),
})
export type Code = z.infer<typeof CodeShape>

/** One column of codes. `list` is a code list kept apart (`cut`, `sex`, `age-5`…) or empty when the codes are the data set's own. Codes come in the order of publication. */
export const DimensionShape = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), title: z.string().min(1).max(200), role: z.enum(dimensionRoles), list: z.string().max(60).default(''),
  codes: z.array(CodeShape).min(1), /** The code that already is the total of the others, when the publisher gives it; without it, leaving the dimension out adds its codes up. */ total: z.string().max(80).optional(),
  note: z.string().max(2000).optional(),
})
export type Dimension = z.infer<typeof DimensionShape>

/**
 * One column of numbers. `unit` is written after the number («personas», «M$», «%»); `decimals` is how it is shown, never how it is kept.
 * `adds`: may it be summed over the dimensions left out (persons yes, rates no). A rate names its `base`: the population series it divides by.
 */
export const MeasureShape = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), title: z.string().min(1).max(300), unit: z.string().max(60), decimals: z.number().int().min(0).max(8).default(0),
  adds: z.boolean().default(true), base: z.string().max(80).optional(), note: z.string().max(2000).optional(),
})
export type Measure = z.infer<typeof MeasureShape>

/** A footnote of one cell or slice: the codes it is about, by dimension. */
export const CellNoteShape = z.object({ where: z.record(z.string(), z.string()), text: z.string().min(1).max(2000) })
export type CellNote = z.infer<typeof CellNoteShape>

/**
 * What the columns of a version mean. In its Parquet file every dimension is a text column of that name, every measure a double of that name,
 * and a measure with any status has a text column `<measure>__status`. `cube`: one row per observation; `records`: one row per person, household or act,
 * whose number is the count of rows times `weight` (the expansion factor), a column of the file.
 */
export const StructureShape = z.object({
  shape: z.enum(['cube', 'records']), dimensions: z.array(DimensionShape).min(1).max(40), measures: z.array(MeasureShape).min(1).max(400),
  weight: z.string().optional(), notes: z.array(z.string().max(2000)).default([]), cellNotes: z.array(CellNoteShape).max(5000).default([]),
  /** Time codes from which the series cannot be compared with what came before, and why. */
  breaks: z.array(z.object({ from: z.string(), note: z.string().max(2000) })).default([]),
  /** What a combination without a row means in a cube: nothing is known (so a sum over it is incomplete), or a zero the publisher did not write. Unknown unless said. */
  absent: z.enum(['no-data', 'zero']).optional(),
  /** Edition of the geography («CUT 2018», «zonas censales 2017») and, for populations, their base («proyección base 2017»). */
  geography: z.string().max(120).default(''), populationBase: z.string().max(120).default(''),
})
export type Structure = z.infer<typeof StructureShape>

export const dimensionOf = ({ dimensions }: Structure, key: string): Dimension | undefined => dimensions.find((one) => one.key === key)
export const measureOf = ({ measures }: Structure, key: string): Measure | undefined => measures.find((one) => one.key === key)
/** The column of a measure's statuses in the Parquet file. */
export const statusColumn = (measure: string): string => `${measure}__status`
