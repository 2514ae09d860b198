import { z } from 'zod'
import { CodeShape, dimensionRoles } from '../../model/structure.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const pattern = z.string().max(300).refine((text) => { try { new RegExp(text, 'u'); return true } catch { return false } }, 'no es un patrón')
const text = z.string().max(400)

/**
 * How the text of a cell becomes a code. `text` as written · `padded` digits with their zeros · `slug` lower case and hyphens · `map` said one by one ·
 * `integer` whole number (ages) · `period` of time · `list` a code, an alias or a name of a code list (names only count when `names` says so).
 */
export const CodeRuleShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('padded'), width: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('slug') }),
  z.object({ kind: z.literal('map'), map: z.record(text, z.string().min(1).max(80)) }),
  z.object({ kind: z.literal('integer') }),
  z.object({ kind: z.literal('period'), of: z.enum(['year', 'month', 'day']) }),
  z.object({ kind: z.literal('list'), list: z.string().min(1).max(60), width: z.number().int().min(1).max(20).optional(), names: z.boolean().default(false), /** Names are looked for at this height of the list («Antofagasta» is a commune and a region). */ level: z.string().max(40).optional() }),
])
export type CodeRule = z.infer<typeof CodeRuleShape>

/** A row or cell that is the total of others: which text says it, and its code: a fixed one or that of another column of the row. */
export const TotalTextShape = z.object({ text, code: z.string().min(1).max(80).optional(), column: text.optional(), level: z.string().max(40).optional() })

/** A dimension of the result and how its codes are made. */
export const DimensionRuleShape = z.object({
  key, title: z.string().min(1).max(200), role: z.enum(dimensionRoles), list: z.string().max(60).default(''), code: CodeRuleShape,
  /** Cuts the text before the rule, with the groups `code`, `label` and `unit`. */
  pattern: pattern.optional(),
  /** Labels of codes where the file does not carry them; and codes with facts of their own (groups of communes, totals). */
  labels: z.record(text, text).default({}), codes: z.array(CodeShape).default([]),
  aliases: z.record(text, z.string().min(1).max(80)).default({}), totals: z.array(TotalTextShape).default([]),
  /** What an empty cell means; without it, it stops. */
  blank: z.object({ code: z.string().min(1).max(80), label: text }).optional(), fillDown: z.boolean().default(false),
  total: z.string().max(80).optional(),
  /** Codes that should come, in this order. */
  expected: z.array(z.string().max(80)).optional(),
  /** A code that is neither expected nor in the list: it stops, it is told, or it is kept and marked as retired from the list. */
  unknown: z.enum(['stop', 'tell', 'retired', 'accept']).default('tell'),
  /** One code for the whole file. */
  constant: z.string().max(80).optional(),
  fromSheetName: pattern.optional(), note: z.string().max(2000).optional(),
})
export type DimensionRule = z.infer<typeof DimensionRuleShape>
