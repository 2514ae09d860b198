import { type Confidence, type Day, type LawKind, type LawParameter, isDay } from '#kernel'
import { parse } from 'yaml'
import { z } from 'zod'

const calendarDay = z.string().refine(isDay, 'no es un día del calendario (AAAA-MM-DD)').transform((text) => text as Day)
const row = z.record(z.string(), z.unknown()).refine((value) => Object.keys(value).length > 0, 'está vacío')
const confidences = ['V', 'S', 'M', 'M?'] as const satisfies readonly Confidence[]
const kinds = ['number', 'text', 'list', 'table', 'record', 'boolean'] as const satisfies readonly LawKind[]

const shapes = {
  number: z.number(),
  text: z.string().min(1),
  list: z.array(z.union([z.string().min(1), z.number()])).min(1),
  table: z.array(row).min(1).refine((rows) => rows.every((one) => sameKeys(one, rows[0] ?? {})), 'sus filas no tienen las mismas columnas'),
  record: row,
  boolean: z.boolean(),
} satisfies Record<LawKind, z.ZodType>

const sameKeys = (a: object, b: object): boolean => Object.keys(a).sort().join() === Object.keys(b).sort().join()

const valueSchema = z.strictObject({
  from: calendarDay,
  value: z.unknown(),
  norm: z.string().min(3),
  article: z.string().min(1).optional(),
  link: z.url().optional(),
  note: z.string().min(3).optional(),
  confidence: z.enum(confidences),
})

const parameterSchema = z.strictObject({
  id: z.string(),
  title: z.string().min(5),
  unit: z.string().min(1),
  kind: z.enum(kinds),
  local: z.boolean().default(false),
  values: z.array(valueSchema).min(1),
  expected: z.array(z.strictObject({ from: calendarDay.optional(), note: z.string().min(5) })).optional(),
}).superRefine((parameter, context) => {
  parameter.values.forEach((value, index) => {
    const previous = parameter.values[index - 1]
    if (previous && previous.from >= value.from) context.addIssue({ code: 'custom', path: ['values', index, 'from'], message: 'no es posterior al valor anterior' })
    const shaped = shapes[parameter.kind].safeParse(value.value)
    if (!shaped.success) context.addIssue({ code: 'custom', path: ['values', index, 'value'], message: `no es un valor de tipo ${parameter.kind}: ${shaped.error.issues[0]?.message ?? ''}` })
  })
})

/**
 * Reads one parameter file. `id` is its path under `law/` without extension, and the file must state the same.
 * Throws Error naming the file and the key that is wrong.
 */
export const readParameter = (text: string, id: string): LawParameter => {
  const file = `law/${id}.yaml`
  let document: unknown
  try {
    document = parse(text)
  } catch (cause) {
    throw new Error(`${file}: no es YAML válido`, { cause })
  }
  const result = parameterSchema.safeParse(document)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new Error(`${file}, clave ${issue?.path.join('.') || '(raíz)'}: ${issue?.message ?? 'no tiene la forma esperada'}`)
  }
  if (result.data.id !== id) throw new Error(`${file}, clave id: dice «${result.data.id}» y su ruta es «${id}»`)
  return result.data
}

/** True for the header of a table kept beside it (`file: classifier.csv`), which is not a parameter. */
export const isTableHeader = (text: string): boolean => /^file: /m.test(text)
