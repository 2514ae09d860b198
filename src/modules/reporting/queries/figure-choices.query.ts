import { type FigureValue, readPeriod, sortKey } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import { bookOf, type Catalog } from '../catalog.ts'
import { composeReport } from '../compose/compose-report.ts'
import { contextAt, datesOf } from '../compose/pinned-context.ts'
import { liveFigure } from '../compose/refresh-chips.ts'
import type { FigureChoice } from '../contract.ts'
import { figureKey, figuresOf } from '#platform/documents'
import { narrativeToBlocks } from '../drafts/narrative-to-blocks.ts'
import { definitionOf } from '../definition/reports.ts'
import { reportStore } from '../drafts/report.store.ts'

const LIMIT = 40
/** Ways to ask for a figure without saying which part. */
const guesses = (period: string): readonly Readonly<Record<string, string>>[] => [{}, { period }, { side: 'expenditure' }, { side: 'income' }]
const matches = (text: string, words: readonly string[]): boolean => { const key = sortKey(text); return words.every((word) => key.includes(word)) }

/**
 * Figures a sentence may use: those the document already prints, with their values, and every registered figure that can be computed
 * without saying which (or with the period of the report).
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
    const found = new Map<string, FigureChoice>()
    const offer = (figure: FigureValue, where?: string) => {
      const definition = catalog.figures.get(figure.recipe.id)
      const key = figureKey(figure)
      if (!definition || found.has(key) || !matches(`${figure.title} ${definition.id} ${Object.values(figure.recipe.parameters).join(' ')} ${where ?? ''}`, words)) return
      found.set(key, { id: definition.id, title: figure.title, unit: figure.unit, method: definition.method, parameters: figure.recipe.parameters, figure, ...(where ? { where } : {}) })
    }
    let where = ''
    for (const block of (await composeReport(catalog, context, row)).body.blocks) {
      if (block.type === 'heading') where = block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
      if (block.type === 'table') where = block.title
      if (!block.id.startsWith('sources-')) for (const figure of figuresOf([block])) offer(figure, where)
    }
    const book = bookOf(catalog, contextAt(context, datesOf(row, period, context)))
    for (const definition of catalog.figures.values()) {
      if (found.size >= LIMIT * 3 || (definition.allowed && !definition.allowed(context.actor))) continue
      if (!matches(`${typeof definition.title === 'string' ? definition.title : definition.id} ${definition.id} ${definition.method}`, words)) continue
      for (const parameters of guesses(period.id)) {
        const figure = await liveFigure(book, definition.id, parameters)
        if (figure) offer(figure)
      }
    }
    return { choices: [...found.values()].slice(0, LIMIT) }
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
