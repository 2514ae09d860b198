import type { AsOf, FigureValue } from '#kernel'
import type { FigureBook, ReadContext } from '#platform/actions'
import { bookOf, type Catalog } from '../catalog.ts'
import { contextAt } from '../compose/pinned-context.ts'
import { liveFigure } from '../compose/refresh-chips.ts'

export type Recipe = { readonly id: string; readonly parameters: Readonly<Record<string, string>> }
/** A figure at a pair of dates, or at a ledger number within its last day. Undefined when nobody defines it. */
export type Look = (recipe: Recipe, asOf: AsOf, seq?: number) => Promise<FigureValue | undefined>

/** Looks at figures from several points of the ledger. One context per point, so that figures of a point share what they read. */
export const lookFrom = (catalog: Catalog, context: ReadContext): Look => {
  const books = new Map<string, FigureBook>()
  return (recipe, asOf, seq) => {
    const point = `${asOf.effectiveOn}/${asOf.knownOn}/${seq ?? ''}`
    const book = books.get(point) ?? bookOf(catalog, seq === undefined ? contextAt(context, asOf) : { ...context, asOf, knownSeq: () => Promise.resolve(seq) })
    books.set(point, book)
    return liveFigure(book, recipe.id, recipe.parameters)
  }
}

/**
 * A look that stops seeing new points of the ledger after some: each point reads the year, the plan and the projects again, all in the
 * transaction of one question. Points already seen stay open, and figures share them. `spent` says that something went unseen.
 */
export const atMost = (look: Look, points: number): { readonly look: Look; readonly spent: () => boolean } => {
  const seen = new Set<string>()
  let refused = false
  return {
    spent: () => refused,
    look: (recipe, asOf, seq) => {
      const point = `${asOf.effectiveOn}/${asOf.knownOn}/${seq ?? ''}`
      if (!seen.has(point) && seen.size >= points) {
        refused = true
        return Promise.resolve(undefined)
      }
      seen.add(point)
      return look(recipe, asOf, seq)
    },
  }
}

export const sameValue = (a: FigureValue | undefined, b: FigureValue | undefined): boolean => a?.value === b?.value && a?.absence === b?.absence
