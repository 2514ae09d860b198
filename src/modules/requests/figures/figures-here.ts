import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyFigure, figureBook, type FigureBook, type ReadContext } from '#platform/actions'
import { packageRoot } from '#platform/files'
import { answeredItems, onTimeRate, silenceRate } from './response-figures.ts'

const own: ReadonlyMap<string, AnyFigure> = new Map([silenceRate, onTimeRate, answeredItems].map((figure: AnyFigure) => [figure.id, figure]))
let known: string | undefined
const version = (): string => (known ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version)

/** The figures of the campaigns in the context of a query: every number of a screen comes from here with its recipe. */
export const figuresHere = (context: ReadContext): FigureBook => figureBook(own, context, version())
