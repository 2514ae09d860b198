import { z } from 'zod'
import { topics } from '../contract.ts'
import { betters } from './recipe-words.ts'

/** A measure of a data set, named by its code, and which of its codes count. Ages are ranges with both ends in; `null` leaves the range open. Place and period are not said: the indicator asks for all it compares. */
export const PieceShape = z.object({
  dataset: z.string(), measure: z.string(), where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  ages: z.array(z.tuple([z.number().int().min(0), z.number().int().nullable()])).default([]), sex: z.enum(['H', 'M']).optional(),
})
export type Piece = z.infer<typeof PieceShape>

export const FormulaShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), of: PieceShape }),
  /** `over` / `under` × `per`. */
  z.object({ kind: z.literal('ratio'), over: PieceShape, under: PieceShape, per: z.number().positive() }),
  /** Mean yearly growth over so many years, in per cent: ((P1/P0)^(1/t) − 1) × 100. */
  z.object({ kind: z.literal('growth'), of: PieceShape, years: z.number().int().min(1).max(50) }),
])
export type Formula = z.infer<typeof FormulaShape>

/** An indicator as data: what it is, how it is made and what it is compared with. */
export const IndicatorRecipeShape = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/), title: z.string(), gender: z.enum(['m', 'f']), topic: z.enum(topics), definition: z.string(), unit: z.string(), decimals: z.number().int().min(0).max(4), better: z.enum(betters), formula: FormulaShape, method: z.string(),
  /** False for amounts, which grow with the size of the place. */
  compare: z.boolean().default(true),
  /** Limits of the estimate that the publisher gives, for the commune only. */
  interval: z.object({ lower: PieceShape, upper: PieceShape, level: z.string() }).optional(),
  /** Women against men, when every piece tells them apart. */
  bySex: z.boolean().default(false), /** Another data set tells sexes apart, when that of the formula does not. */ sexFormula: FormulaShape.optional(), note: z.string().default(''),
})
export type IndicatorRecipe = z.infer<typeof IndicatorRecipeShape>

export const partsOf = (formula: Formula): readonly Piece[] => (formula.kind === 'ratio' ? [formula.over, formula.under] : [formula.of])
/** Every piece an indicator is made of. */
export const piecesOf = ({ formula, sexFormula, interval }: Pick<IndicatorRecipe, 'formula' | 'sexFormula' | 'interval'>): readonly Piece[] => [
  ...partsOf(formula), ...(sexFormula ? partsOf(sexFormula) : []), ...(interval ? [interval.lower, interval.upper] : []),
]
