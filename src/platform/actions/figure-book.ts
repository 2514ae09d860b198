import { absenceText, type AsOf, type FigureDisplay, type FigureValue, formatValue } from '#kernel'
import { createHash } from 'node:crypto'
import type { ReadContext } from './context.ts'
import type { AnyFigure, FigureResult, Page, Trail } from './figure.ts'
import { figureUnknown, inputRefused } from './problems.ts'

/** Computes any registered figure in a context. Chapters ask it for numbers; they never type one. */
export type FigureBook = {
  readonly get: (id: string, parameters?: Readonly<Record<string, string>>) => Promise<FigureValue>
  readonly trail: (id: string, parameters: Readonly<Record<string, string>>, page: Page) => Promise<Trail>
  readonly result: (id: string, parameters: Readonly<Record<string, string>>) => Promise<FigureResult>
  readonly definition: (id: string) => AnyFigure
  readonly asOf: AsOf
}

/** Text of a figure as every screen and document shows it. */
export const textOf = (value: number | null, unit: string, absence: FigureResult['absence'], show: FigureDisplay = {}): string =>
  value === null ? absenceText[absence ?? 'no-data'] : formatValue(value, unit, show)

export const figureBook = (figures: ReadonlyMap<string, AnyFigure>, context: ReadContext, codeVersion: string): FigureBook => {
  const definition = (id: string): AnyFigure => {
    const found = figures.get(id)
    if (!found || (found.allowed && !found.allowed(context.actor))) throw figureUnknown({ id })
    return found
  }
  const read = (figure: AnyFigure, parameters: Readonly<Record<string, string>>) => {
    const parsed = figure.parameters.safeParse(parameters)
    if (!parsed.success) throw inputRefused({ what: figure.id }, { errors: parsed.error.issues.map((issue: { path: PropertyKey[]; message: string }) => ({ pointer: `/${issue.path.join('/')}`, message: issue.message })) })
    return parsed.data
  }
  const memo = new Map<string, Promise<FigureValue>>()
  const result = (id: string, parameters: Readonly<Record<string, string>>) => {
    const figure = definition(id)
    return figure.compute(read(figure, parameters), context)
  }
  const compute = async (id: string, parameters: Readonly<Record<string, string>>): Promise<FigureValue> => {
    const figure = definition(id)
    const input = read(figure, parameters)
    const answer = await figure.compute(input, context)
    return {
      recipe: { id, parameters, asOf: context.asOf },
      title: typeof figure.title === 'string' ? figure.title : figure.title(input),
      unit: figure.unit,
      value: answer.value,
      absence: answer.absence,
      status: answer.value === null ? 'absent' : (answer.status ?? 'firm'),
      text: textOf(answer.value, figure.unit, answer.absence, figure.show),
      records: { count: answer.count, digest: answer.digest },
      codeVersion,
      lawValues: (answer.law ?? []).map(({ id: law, from, value, norm, article, confidence }) => ({ id: law, from, value, norm, article, confidence })),
    }
  }
  return {
    asOf: context.asOf,
    definition,
    result,
    get: (id, parameters = {}) => {
      const key = `${id}?${JSON.stringify(Object.entries(parameters).sort())}`
      const known = memo.get(key)
      if (known) return known
      const pending = compute(id, parameters)
      memo.set(key, pending)
      return pending
    },
    trail: async (id, parameters, page) => {
      const figure = definition(id)
      return figure.trail(read(figure, parameters), context, page)
    },
  }
}

/** Letters gathered before each call of the hash: a call costs more than a hundred short texts. */
const GATHERED = 16_384
/** SHA-256 of texts in order, each ended by a line break: the digest of the records behind a figure. */
export const digestOf = (parts: Iterable<string>): string => {
  const hash = createHash('sha256')
  let held = ''
  for (const part of parts) {
    held += `${part}\n`
    if (held.length < GATHERED) continue
    hash.update(held)
    held = ''
  }
  return hash.update(held).digest('hex')
}
