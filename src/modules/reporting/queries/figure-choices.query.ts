import { type FigureValue, type Period, readPeriod, sortKey } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { bookOf, type Catalog } from '../catalog.ts'
import { composedHere, rememberedOf } from '../compose/composed-here.ts'
import { contextAt, datesOf } from '../compose/pinned-context.ts'
import { liveFigure } from '../compose/refresh-chips.ts'
import type { FigureChoice } from '../contract.ts'
import { figureKey, figuresOf } from '#platform/documents'
import { narrativeToBlocks } from '../drafts/narrative-to-blocks.ts'
import { definitionOf } from '../definition/reports.ts'
import { type ReportRow, reportStore } from '../drafts/report.store.ts'

const LIMIT = 40
/** Ways to ask for a figure without saying which part. */
const guesses = (period: string): readonly Readonly<Record<string, string>>[] => [{}, { period }, { side: 'expenditure' }, { side: 'income' }]

type Candidate = FigureChoice & { /** What is looked in. */ readonly says: string }
/** Every figure this report can offer: what it prints first, then what can be computed without saying which part. */
const candidatesOf = async (catalog: Catalog, context: ReadContext, row: ReportRow, period: Period): Promise<readonly Candidate[]> => {
  const found = new Map<string, Candidate>()
  const offer = (figure: FigureValue, where?: string) => {
    const definition = catalog.figures.get(figure.recipe.id)
    const key = figureKey(figure)
    if (!definition || found.has(key)) return
    const { parameters } = figure.recipe
    found.set(key, { id: definition.id, title: figure.title, unit: figure.unit, method: definition.method, parameters, figure, ...(where ? { where } : {}), says: sortKey(`${figure.title} ${definition.id} ${Object.values(parameters).join(' ')} ${where ?? ''}`) })
  }
  let where = ''
  for (const block of (await composedHere(catalog, context, row)).body.blocks) {
    if (block.type === 'heading') where = block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
    if (block.type === 'table') where = block.title
    if (!block.id.startsWith('sources-')) for (const figure of figuresOf([block])) offer(figure, where)
  }
  const book = bookOf(catalog, contextAt(context, datesOf(row, period, context)))
  for (const definition of catalog.figures.values()) {
    if (definition.allowed && !definition.allowed(context.actor)) continue
    for (const parameters of guesses(period.id)) {
      const figure = await liveFigure(book, definition.id, parameters)
      if (figure) offer(figure)
    }
  }
  return [...found.values()]
}

/**
 * Figures a sentence may use: those the document already prints, with their values, and every registered figure that can be computed
 * without saying which (or with the period of the report). Made once while nothing is written: a person types while it answers.
 */
export const figureChoices = (catalog: Catalog) => defineQuery({
  name: 'reporting.figure-choices',
  title: 'Buscar una cifra para el texto',
  input: z.object({ report: z.uuid(), text: z.string().max(120).default('') }),
  allowed: (actor) => actor.permissions.has('reporting.read'),
  run: async ({ report: id, text }, context): Promise<{ choices: FigureChoice[] }> => {
    const row = await reportStore(context.tx).need(id)
    const period = readPeriod(row.period)
    if (!period) throw notFound({ what: 'el período del informe' })
    const words = sortKey(text).split(/\s+/).filter(Boolean)
    const all = await rememberedOf(catalog, context, row, 'choices', () => candidatesOf(catalog, context, row, period))
    return { choices: all.filter(({ says }) => words.every((word) => says.includes(word))).slice(0, LIMIT).map(({ says: _, ...choice }) => choice) }
  },
})

/** Ready sentences of this kind of report, with their figures at its dates. Those whose figures do not exist here are left out. */
export const phrases = (catalog: Catalog) => defineQuery({
  name: 'reporting.phrases',
  title: 'Frases con cifras',
  input: z.object({ report: z.uuid() }),
  allowed: (actor) => actor.permissions.has('reporting.read'),
  run: async ({ report: id }, context) => {
    const row = await reportStore(context.tx).need(id)
    const period = readPeriod(row.period)
    if (!period) throw notFound({ what: 'el período del informe' })
    const figures = bookOf(catalog, contextAt(context, datesOf(row, period, context)))
    const made = []
    for (const { title, template } of definitionOf(row.kind).phrases ?? []) {
      const blocks = await narrativeToBlocks(template.replaceAll('$period', period.id), { prefix: 'phrase', figures, missing: 'text' })
      const [block] = blocks
      if (block?.type === 'paragraph' && !block.content.some((inline) => inline.type === 'text' && inline.text.includes('[cifra por agregar]'))) made.push({ title, content: block.content })
    }
    return { phrases: made }
  },
})
