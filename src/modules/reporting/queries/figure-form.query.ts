import { type FigureValue, readPeriod } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import { bookOf, type Catalog } from '../catalog.ts'
import { contextAt, datesOf } from '../compose/pinned-context.ts'
import { reportStore } from '../drafts/report.store.ts'

/** A parameter of a figure as a form shows it; `choices` when only some values are valid. */
export type FigureField = { readonly name: string; readonly required: boolean; readonly choices?: readonly string[] }
type ObjectSchema = { readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>; readonly required?: readonly string[] }

const parametersFrom = z.string().max(2000).default('{}').transform((text, context): Record<string, string> => {
  try {
    return z.record(z.string().max(60), z.string().max(200)).parse(JSON.parse(text))
  } catch {
    context.addIssue({ code: 'custom', message: 'Los parámetros no se entienden' })
    return z.NEVER
  }
})

/** What a figure admits, and its value with the parameters given at the dates of the report. Refuses what the figure refuses. */
export const figureForm = (catalog: Catalog) => defineQuery({
  name: 'reporting.figure-form',
  title: 'Parámetros y valor de una cifra',
  input: z.object({ report: z.uuid(), id: z.string().max(80), parameters: parametersFrom }),
  allowed: (actor) => actor.permissions.has('reporting.read'),
  run: async ({ report, id, parameters }, context): Promise<{ fields: FigureField[]; figure: FigureValue }> => {
    const row = await reportStore(context.tx).need(report)
    const period = readPeriod(row.period)
    const definition = catalog.figures.get(id)
    if (!period || !definition) throw notFound({ what: `la cifra ${id}` })
    const schema = z.toJSONSchema(definition.parameters, { io: 'input', unrepresentable: 'any' }) as ObjectSchema
    const fields = Object.entries(schema.properties ?? {}).map(([name, property]): FigureField => ({
      name, required: schema.required?.includes(name) ?? false, ...(property.enum ? { choices: property.enum.map(String) } : {}),
    }))
    return { fields, figure: await bookOf(catalog, contextAt(context, datesOf(row, period, context))).get(id, parameters) }
  },
})
