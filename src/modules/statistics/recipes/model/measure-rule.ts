import { z } from 'zod'
import { MeasureShape } from '../../model/structure.ts'

/** `plain` 1234.5 · `es` 1.234,5 · `en` 1,234.5 */
export const numberFormats = ['plain', 'es', 'en'] as const
export type NumberFormat = (typeof numberFormats)[number]

/** A measure of the result and how its numbers are read. */
export const MeasureRuleShape = MeasureShape.extend({
  numbers: z.enum(numberFormats).optional(),
  /** What a percentage becomes, «50,50%» as text or as an Excel cell: points (50.5) or ratio (0.505). */
  percent: z.enum(['points', 'ratio']).default('points'),
  /** What a plain number is multiplied by, when the file gives another unit than the result (ratio to points: 100). */
  scale: z.number().positive().default(1),
  /** Texts that stand for a number («Si» 1, «No» 0), and numbers that stand for a status (9999 «sin límite»). */
  words: z.record(z.string().max(200), z.number()).default({}), sentinels: z.record(z.string().max(40), z.string().max(40)).default({}),
  suffix: z.string().max(20).default(''),
  /** Each row counts this much: lists without numbers of their own. */
  constant: z.number().optional(),
  /** A number out of this range is told. */
  range: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
})
export type MeasureRule = z.infer<typeof MeasureRuleShape>
