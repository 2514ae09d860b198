import type { FigureRecipe, FigureValue } from '#kernel'

/** One of the facts that add up to a figure, down to the decree or the cell of the imported file. */
export type TrailRecord = { readonly id: string; readonly documentTitle: string; readonly documentDate?: string; readonly amountText: string; readonly amount: number; readonly href?: string; readonly locator?: string }
/** Answer of `GET /api/figures/<id>`. */
export type FigureSheetData = {
  readonly figure: FigureValue
  readonly method: string
  readonly formula?: readonly { readonly label: string; readonly text: string; readonly value?: number }[]
  readonly law: readonly { readonly norm: string; readonly article?: string; readonly title: string }[]
  readonly trail: { readonly records: readonly TrailRecord[]; readonly total: number; readonly page: number; readonly sumText: string }
  readonly history?: readonly { readonly knownOn: string; readonly text: string }[]
  readonly appears?: readonly { readonly title: string; readonly href: string }[]
  readonly fingerprint: string
}
/** Fetches the sheet of a recipe; page counts from 1. */
export type LoadSheet = (recipe: FigureRecipe, page: number, signal: AbortSignal) => Promise<FigureSheetData>

/** Identity of a recipe: the same figure opened twice is the same sheet. */
export const recipeKey = ({ id, parameters, asOf }: FigureRecipe): string =>
  [id, ...Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`), asOf.effectiveOn, asOf.knownOn].join('|')
