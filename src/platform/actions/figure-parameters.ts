import { enumerate } from '#kernel'
import { z } from 'zod'
import type { ReadContext } from './context.ts'
import type { AnyFigure } from './figure.ts'

/** Parameters of a figure: one that it does not know is told, with those it does, instead of being ignored. */
export const figureParameters = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, {
  error: (issue) => (issue.code === 'unrecognized_keys' ? `La cifra no conoce ${enumerate([...(issue['keys'] as string[])].map((key) => `«${key}»`))}; acepta ${enumerate(Object.keys(shape)) || 'ningún parámetro'}` : undefined),
})

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
/** The id of the record with a code; throws `notFound` when no record has it. */
export type ResolveCode = (code: string, context: ReadContext) => Promise<string>
export type Opening = {
  /** Parameters that name a record: people may write its code instead of its id. */
  readonly codes?: Readonly<Record<string, ResolveCode>>
  /** What a period does to the context of a figure that has no period of its own. */
  readonly period?: (period: string, context: ReadContext) => ReadContext
}
const shapeOf = (figure: AnyFigure): z.ZodRawShape => (figure.parameters instanceof z.ZodObject ? figure.parameters.shape : {})

/** The same figure with strict parameters, codes where it takes ids, and a period when it had none. */
export const openFigure = (figure: AnyFigure, { codes = {}, period }: Opening): AnyFigure => {
  const shape = { ...shapeOf(figure) }
  const own = { ...shape }
  for (const name of Object.keys(codes)) {
    const known = shape[name]
    if (known) shape[name] = known instanceof z.ZodOptional ? z.string().trim().max(120).optional() : z.string('Indique el código o el identificador').trim().min(1, 'Indique el código o el identificador').max(120)
  }
  const addsPeriod = period !== undefined && !('period' in shape)
  if (addsPeriod) shape['period'] = z.string().max(10).optional()
  const before = z.object(own)
  const settle = async (given: Record<string, string>, context: ReadContext): Promise<{ input: Record<string, unknown>; at: ReadContext }> => {
    const at = addsPeriod && given['period'] && period ? period(given['period'], context) : context
    const named: Record<string, string> = { ...given }
    if (addsPeriod) delete named['period']
    for (const [name, resolve] of Object.entries(codes)) {
      const value = named[name]
      if (value !== undefined && value !== '' && name in own && !isUuid(value)) named[name] = await resolve(value, at)
    }
    return { input: before.parse(named), at }
  }
  return {
    ...figure, parameters: figureParameters(shape),
    compute: async (given, context) => { const { input, at } = await settle(given, context); return figure.compute(input, at) },
    trail: async (given, context, page) => { const { input, at } = await settle(given, context); return figure.trail(input, at, page) },
  }
}
