import { z } from 'zod'

type Schema = { readonly type?: string; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly format?: string; readonly pattern?: string; readonly minLength?: number; readonly minimum?: number; readonly minItems?: number; readonly items?: Schema; readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[] }
const TEXT = 'Texto de prueba para quien sí puede hacerlo, y nada más que eso'
const stringFor = (name: string, { format, pattern, minLength = 0 }: Schema): string => {
  if (format === 'uuid') return '00000000-0000-4000-8000-0000000000ff'
  if (format === 'email') return 'nadie@villa.example'
  if (pattern?.includes('{64}')) return 'f'.repeat(64)
  if (format === 'date' || /(on|day|date|from|until|since)$/i.test(name) || pattern?.includes('{4}-')) return '2026-07-01'
  if (/period/i.test(name)) return '2026-1'
  return TEXT.slice(0, Math.max(minLength, 12))
}
const sample = (name: string, schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (choice) return sample(name, choice)
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((key) => [key, sample(key, schema.properties?.[key] ?? {})]))
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(name, schema.items ?? {}))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return false
  return schema.type === 'null' ? null : stringFor(name, schema)
}
/** The least that an action or query asks for, in the shape it asks for: ids of records that do not exist, one day, one text. */
export const sampleInput = (input: z.ZodType): Record<string, unknown> => sample('', z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema) as Record<string, unknown>
