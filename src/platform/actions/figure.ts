import type { Absence, Actor, FigureDisplay, FigureStatus, LawValue, Unit } from '#kernel'
import type { z } from 'zod'
import type { ReadContext } from './context.ts'

/** What a figure's `compute` answers. `digest` fingerprints the records (identity and amount) behind the value. */
export type FigureResult = {
  readonly value: number | null
  readonly absence?: Absence
  readonly status?: FigureStatus
  readonly count: number
  readonly digest: string
  readonly law?: readonly ({ readonly id: string } & LawValue)[]
  /** The written formula with its operands, for the sheet. */
  readonly formula?: readonly { readonly label: string; readonly text: string; readonly recipe?: { readonly id: string; readonly parameters: Readonly<Record<string, string>> } }[]
}
/** One record behind a figure; `amount` in the figure's unit (or pesos), so that a hand can add them up. */
export type TrailRecord = {
  readonly id: string
  readonly documentTitle: string
  readonly documentDate?: string
  readonly text?: string
  readonly amount: number
  readonly amountUnit: Unit
  readonly href?: string
  /** «Gastos junio · H39» when the trail ends at the cell of an imported file. */
  readonly locator?: string
  readonly fileHash?: string
}
export type Trail = { readonly records: readonly TrailRecord[]; readonly total: number; readonly sum: number; readonly sumUnit: Unit; readonly note?: string }
export type Page = { readonly page: number; readonly size: number }

export type FigureDefinition<P extends z.ZodType = z.ZodType> = {
  readonly id: string
  readonly title: string | ((parameters: z.output<P>) => string)
  readonly unit: Unit
  /** The sentence an auditor will read. */
  readonly method: string
  readonly show?: FigureDisplay
  readonly parameters: P
  readonly allowed?: (actor: Actor) => boolean
  /** Law ids this figure rests on, shown on its sheet. */
  readonly law?: readonly string[]
  readonly compute: (parameters: z.output<P>, context: ReadContext) => Promise<FigureResult>
  readonly trail: (parameters: z.output<P>, context: ReadContext, page: Page) => Promise<Trail>
}
// biome-ignore lint/suspicious/noExplicitAny: lists of definitions forget their parameter types on purpose
export type AnyFigure = FigureDefinition<any>
export const defineFigure = <P extends z.ZodType>(definition: FigureDefinition<P>): FigureDefinition<P> => definition
