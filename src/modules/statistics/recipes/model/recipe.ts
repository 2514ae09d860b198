import { z } from 'zod'
import { CheckShape } from './check-rule.ts'
import { DimensionRuleShape } from './dimension-rule.ts'
import { MeasureRuleShape } from './measure-rule.ts'
import { ColumnRuleShape, EndRuleShape, HeaderRuleShape, ReadingRuleShape, RowRuleShape, SheetRuleShape, TitleRuleShape, WideRuleShape } from './table-rule.ts'

/** Who publishes, where and on what terms: what every table drawn from it must print. */
export const OriginShape = z.object({
  publisher: z.string().min(1).max(200), link: z.string().max(400).default(''), repository: z.string().max(400).default(''), licence: z.string().min(1).max(200), universe: z.string().min(1).max(400),
  periodicity: z.enum(['once', 'monthly', 'quarterly', 'yearly', 'irregular', 'ten-yearly']), date: z.string().max(60), note: z.string().max(2000).default(''),
})
export type Origin = z.infer<typeof OriginShape>

/**
 * How a publisher's file becomes observations. Pure data: YAML when shipped, JSON when kept. It names what it expects, so that next year's file
 * either reads the same or says where it differs.
 */
export const RecipeShape = z.object({
  recipe: z.literal(1), id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/), title: z.string().min(1).max(300), origin: OriginShape,
  geography: z.string().max(120).default(''), populationBase: z.string().max(120).default(''), notes: z.array(z.string().max(2000)).default([]),
  breaks: z.array(z.object({ from: z.string(), note: z.string().max(2000) })).default([]),
  /** `records`: a row per person, act or thing, where the same codes may come twice. */
  shape: z.enum(['cube', 'records']).default('cube'),
  sheet: SheetRuleShape.default({ by: 'only' }), header: HeaderRuleShape.default({ rows: 1, at: 1, fill: 'merges' }), end: EndRuleShape.default({ kind: 'sheet' }), rows: z.array(RowRuleShape).default([]), titles: z.array(TitleRuleShape).default([]),
  columns: z.array(ColumnRuleShape).min(1).max(600), wide: WideRuleShape.optional(),
  dimensions: z.array(DimensionRuleShape).min(1).max(40), measures: z.array(MeasureRuleShape).min(1).max(400),
  reading: ReadingRuleShape.default({ numbers: 'plain', lineBreaks: 'space', footnotes: 'none', empty: 'nothing', statuses: {} }), checks: z.array(CheckShape).default([]),
}).superRefine((recipe, context) => {
  const dimensions = new Set(recipe.dimensions.map(({ key }) => key))
  const measures = new Set(recipe.measures.map(({ key }) => key))
  const refuse = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  recipe.columns.forEach((column, index) => {
    if ('dimension' in column && !dimensions.has(column.dimension)) refuse(`no hay dimensión «${column.dimension}»`, 'columns', index)
    if ('measure' in column && !measures.has(column.measure)) refuse(`no hay medida «${column.measure}»`, 'columns', index)
  })
  if (recipe.wide?.measure && !measures.has(recipe.wide.measure)) refuse(`no hay medida «${recipe.wide.measure}»`, 'wide')
  if (dimensions.size !== recipe.dimensions.length || measures.size !== recipe.measures.length) refuse('dos partes tienen la misma clave', 'dimensions')
})
export type Recipe = z.infer<typeof RecipeShape>
/** As written by hand: what has a usual value may be left out. */
export type RecipeInput = z.input<typeof RecipeShape>
