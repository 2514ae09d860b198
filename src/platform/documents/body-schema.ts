import { type DocumentBody, isDay, type Day } from '#kernel'
import { z } from 'zod'
import { bodyInvalid } from './problems.ts'
import { safeAddress } from './set-runs.ts'
import { isHeadline, repairsOf } from './body-repairs.ts'

const MARKUP = /<\/?[a-z][^<>]*>|<!--|<\?/i
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

const unmarked = z.string().max(20_000, 'El texto es demasiado largo')
  .refine((value) => !CONTROL.test(value), 'El texto lleva caracteres de control')
const text = unmarked.refine((value) => !MARKUP.test(value), 'El texto no puede llevar marcas HTML')
const filled = text.refine((value) => value.trim() !== '', 'Falta el texto')
/** Short enough to travel as the tag of a Word content control, which holds 64 characters. */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}$/, 'El identificador sólo admite letras, números y . _ : / -, hasta 60')
const day = z.string().refine(isDay, 'No es un día del calendario').transform((value) => value as Day)
const asOf = z.strictObject({ effectiveOn: day, knownOn: day })
const show = z.strictObject({ thousands: z.boolean().optional(), decimals: z.number().int().min(0).max(6).optional() }).optional()
const unit = z.string().min(1)

const figure = z.strictObject({
  recipe: z.strictObject({ id, parameters: z.record(z.string(), z.string()), asOf }),
  title: filled, unit, value: z.number().nullable(), absence: z.enum(['no-data', 'not-applicable', 'reserved']).optional(),
  status: z.enum(['firm', 'provisional', 'absent']), text,
  records: z.strictObject({ count: z.number().int().min(0), digest: z.string() }), codeVersion: z.string(),
  lawValues: z.array(z.strictObject({ id: z.string(), from: z.string(), value: z.unknown(), norm: z.string(), article: z.string().optional(), confidence: z.string() })),
})

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text, marks: z.array(z.enum(['strong', 'em'])).optional() }),
  z.strictObject({ type: z.literal('figure'), figure, show }),
  z.strictObject({ type: z.literal('link'), text, href: z.string().max(2000).refine(safeAddress, 'La dirección debe empezar con https://, mailto:, / o #') }),
  z.strictObject({ type: z.literal('reference'), text, target: id }),
])
const content = z.array(inline)

const cellWith = (written: z.ZodString) => z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: written, code: z.boolean().optional() }),
  z.strictObject({ type: z.literal('figure'), figure, show }),
  z.strictObject({ type: z.literal('number'), value: z.number(), unit, show }),
  z.strictObject({ type: z.literal('bar'), figure, mark: z.number().min(0).max(1).optional() }),
  z.strictObject({ type: z.literal('empty'), reason: filled }),
])
const tableWith = (written: z.ZodString, rows: number) => z.strictObject({
  type: z.literal('table'), id, title: filled, subtitle: written.optional(),
  columns: z.array(z.strictObject({ key: id, title: written, align: z.enum(['left', 'right']), width: z.number().positive().optional(), group: written.optional() })).min(1).max(30),
  rows: z.array(z.strictObject({ id: z.string().min(1), kind: z.enum(['row', 'subtotal', 'total', 'group']).optional(), level: z.number().int().min(0).max(6).optional(), cells: z.array(cellWith(written)) })).max(rows),
  notes: z.array(written).optional(), source: filled, landscape: z.boolean().optional(),
})
const series = z.strictObject({ name: filled, values: z.array(z.number().nullable()), role: z.enum(['subject', 'comparison', 'target']).optional(), kind: z.enum(['bar', 'line']).optional() })

const point = z.tuple([z.number(), z.number()])
const chartMap = z.strictObject({
  shapes: z.array(z.array(z.array(z.array(point).min(3).max(20_000)).min(1)).max(400)).max(400), style: z.enum(['choropleth', 'symbols']),
  edges: z.array(z.number()).max(8).optional(), subject: z.number().int().min(0).optional(),
}).optional()

/** A chart alone, for whoever draws one for a page. */
export const chartSchema = z.strictObject({ type: z.literal('chart'), id, title: filled, subtitle: text, kind: z.enum(['bars', 'horizontal-bars', 'lines', 'stacked-bar', 'pyramid', 'dots', 'slope', 'small-multiples', 'heat', 'map']), map: chartMap, categories: z.array(text).min(1).max(400), series: z.array(series).min(1).max(12), unit, show, alternative: filled, source: filled, notes: z.array(text).optional() })

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), id, level: z.union([z.literal(1), z.literal(2), z.literal(3)]), content }),
  z.strictObject({ type: z.literal('paragraph'), id, content, author: text.optional() }),
  z.strictObject({ type: z.literal('list'), id, ordered: z.boolean(), items: z.array(content).min(1) }),
  z.strictObject({ type: z.literal('note'), id, tone: z.enum(['info', 'warning', 'bad']), title: text.optional(), content }),
  tableWith(text, Number.MAX_SAFE_INTEGER),
  chartSchema,
  z.strictObject({ type: z.literal('figures'), id, items: z.array(z.strictObject({ label: filled, figure, show, note: text.optional() })).min(1).max(6) }),
  z.strictObject({ type: z.literal('page-break'), id }),
  z.strictObject({ type: z.literal('signature'), id, name: filled, office: filled, substitute: z.boolean() }),
])

/** A table alone, for files of numbers. Its texts may look like markup («<5 años»): nobody reads them as HTML. At most `rows` rows, each with one cell per column. */
export const tableSchema = (rows: number) => tableWith(unmarked, rows).refine(({ columns, rows: all }) => all.every((row) => row.cells.length === columns.length || isHeadline(row)), 'Cada fila lleva una celda por columna')

/** The one schema of a document at the edges (editor, API, files). Refuses unknown blocks and keys, markup, repeated ids and ragged tables. */
export const bodySchema: z.ZodType<DocumentBody> = z
  .strictObject({
    schema: z.literal('secplan.document/1'), kind: z.string().min(1), title: filled, subtitle: text.optional(),
    commune: z.strictObject({ code: z.string().min(1), municipality: filled, unit: filled, address: text.optional() }),
    addressee: text.optional(), legalBasis: text.optional(), asOf, blocks: z.array(block),
  })
  .superRefine((body, context) => {
    for (const repair of repairsOf(body.blocks)) context.addIssue({ code: 'custom', message: repair.message, path: ['blocks', ...repair.path] })
  })

/** Reads an unknown value as a document. Throws `documents/body-invalid` with one entry per fault, as JSON pointers. */
export const readBody = (value: unknown): DocumentBody => {
  const result = bodySchema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map((issue) => ({ pointer: `/${issue.path.map(String).join('/')}`, message: spanish(issue) }))
  throw bodyInvalid({ count: errors.length, first: errors[0]?.message ?? 'el documento no es válido' }, { errors })
}

/** Messages of our own are Spanish already; those of the schema library are translated by their code. */
const spanish = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'custom': return issue.message
    case 'unrecognized_keys': return `Sobra ${issue.keys.map((key) => `«${key}»`).join(', ')}`
    case 'invalid_union': return 'El tipo de esta parte no se conoce'
    case 'invalid_type': return 'Falta un dato o no es del tipo esperado'
    case 'too_small': return 'Falta contenido'
    case 'too_big': return issue.message.startsWith('El') ? issue.message : 'Es demasiado largo'
    case 'invalid_format': return issue.message.startsWith('El') ? issue.message : 'El formato no es el esperado'
    default: return 'El valor no es uno de los admitidos'
  }
}
