import { can, sortKey } from '#kernel'
import { defineQuery } from '#platform/actions'
import { z } from 'zod'
import { type ActCatalog, bookOfActs } from '../text/figures-of-act.ts'

const SHOWN = 12

/** Figures whose name has the words, computed with the period of the page: what an act may state. Those that need a record of their own are cited by their page. */
export const figureChoices = (catalog: ActCatalog) => defineQuery({
  name: 'correspondence.figure-choices', title: 'Cifras para un acto', input: z.object({ text: z.string().max(100).default(''), period: z.string().max(10).default('') }), allowed: can('correspondence.draft'),
  run: async ({ text, period }, context) => {
    const words = sortKey(text).split(/\s+/).filter(Boolean)
    const book = bookOfActs(catalog, context)
    const found: { title: string; method: string; figure: Awaited<ReturnType<typeof book.get>> }[] = []
    const candidates: readonly Readonly<Record<string, string>>[] = period ? [{ period }, {}] : [{}]
    for (const figure of catalog.figures.values()) {
      if (found.length >= SHOWN) break
      if (figure.allowed && !figure.allowed(context.actor)) continue
      const parameters = candidates.find((given) => figure.parameters.safeParse(given).success)
      if (!parameters) continue
      const title = typeof figure.title === 'string' ? figure.title : figure.title(figure.parameters.parse(parameters))
      const key = sortKey(`${title} ${figure.method}`)
      if (!words.every((word) => key.includes(word))) continue
      const value = await book.get(figure.id, parameters).catch(() => undefined)
      if (value) found.push({ title, method: figure.method, figure: value })
    }
    return { choices: found }
  },
})
