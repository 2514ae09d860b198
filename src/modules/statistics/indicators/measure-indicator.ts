import { Problem } from '#kernel'
import { loadCommunes } from '#platform/reference'
import type { Structure } from '../model/structure.ts'
import { type TableHands, tableOf } from '../tables/table-of.ts'
import { comparisonsOf, sexGapOf, territoryGapOf } from './compare.ts'
import type { Known } from './formulas.ts'
import type { Comparison, SeriesPoint, SexGap, TerritoryGap } from './indicator-contract.ts'
import { type Numbers, pieceNumbers } from './piece-numbers.ts'
import { adds, pieceRequest } from './piece-request.ts'
import { type Around, COUNTRY } from './places.ts'
import { type Formula, type IndicatorRecipe, partsOf, type Piece } from './recipe.ts'
import { indicatorAt, yearsOf } from './series.ts'

/** A data set by its code, as this reader sees it. */
export type Held = { readonly id: string; readonly structure: Structure }
export type Measured = {
  readonly series: readonly SeriesPoint[]; readonly partialYears: readonly number[]; readonly year: number | null; readonly known: Known; readonly lower: number | null; readonly upper: number | null; readonly cases: number | null
  readonly comparisons: readonly Comparison[]; readonly sexGap: SexGap | null; readonly territoryGap: TerritoryGap | null; readonly absence: string
}
const nothing = (absence: string): Measured => ({ series: [], partialYears: [], year: null, known: { value: null }, lower: null, upper: null, cases: null, comparisons: [], sexGap: null, territoryGap: null, absence })
const communesUnder = (code: string): readonly string[] => loadCommunes().filter(({ regionCode, provinceCode }) => code === COUNTRY || code === regionCode || code === provinceCode).map(({ code: one }) => one)

/** Why a table could not be made, for who reads the indicator. */
class Missing extends Error {}
type Asking = { readonly hands: TableHands; readonly held: ReadonlyMap<string, Held>; readonly until: number }
const askPiece = async ({ hands, held, until }: Asking, piece: Piece, places: readonly string[], bySex: boolean): Promise<Numbers> => {
  const dataset = held.get(piece.dataset)
  if (!dataset) throw new Missing(`falta cargar «${piece.dataset}» o usted no puede leerlo`)
  const { request, missing } = pieceRequest(dataset.id, dataset.structure, piece, { places, until, bySex })
  if (!request) throw new Missing(missing)
  return pieceNumbers(await tableOf(hands, request), bySex)
}
const gather = async (asking: Asking, formula: Formula, places: readonly string[], bySex: boolean): Promise<{ readonly over: Numbers; readonly under?: Numbers }> =>
  formula.kind === 'ratio' ? { over: await askPiece(asking, formula.over, places, bySex), under: await askPiece(asking, formula.under, places, bySex) } : { over: await askPiece(asking, formula.of, places, bySex) }

const make = async (asking: Asking, recipe: IndicatorRecipe, around: Around): Promise<Measured> => {
  const { formula } = recipe
  const pieces = partsOf(formula)
  const summed = pieces.every((piece) => { const dataset = asking.held.get(piece.dataset); return dataset === undefined || adds(dataset.structure, piece) })
  const others = recipe.compare ? [...around.similar, ...around.siblings, ...(summed ? [around.province, around.region, around.country] : communesUnder(COUNTRY))] : []
  const { over, under } = await gather(asking, formula, [...new Set([around.home, ...others])], false)
  const at = (place: string, year: number): Known => indicatorAt(formula, over, under, place, year)
  const years = yearsOf(formula, over, under).filter((year) => at(around.home, year).value !== null)
  const year = years.at(-1) ?? null
  if (year === null) return nothing('los datos no traen un número de esta comuna')
  const sexes = recipe.sexFormula ?? formula
  const split = recipe.bySex ? await gather(asking, sexes, [around.home], true) : undefined
  const limits = recipe.interval ? await Promise.all([recipe.interval.lower, recipe.interval.upper].map((piece) => askPiece(asking, piece, [around.home], false))) : []
  return {
    series: years.map((one) => ({ year: one, value: at(around.home, one).value, status: at(around.home, one).status ?? null })), partialYears: over.partial, year, known: at(around.home, year), absence: '',
    lower: limits[0]?.at(around.home, year).value ?? null, upper: limits[1]?.at(around.home, year).value ?? null, cases: formula.kind === 'ratio' ? over.at(around.home, year).value : null,
    comparisons: recipe.compare ? comparisonsOf(at, around, years, summed, communesUnder) : [], territoryGap: recipe.compare ? territoryGapOf(at, around, year) : null,
    sexGap: split ? sexGapOf((place, when, sex) => indicatorAt(sexes, split.over, split.under, place, when, sex), around.home, year, recipe.unit) : null,
  }
}
/** An indicator of a commune with everything it is compared with. What cannot be told says why; only breakdowns go through. */
export const measureIndicator = async (asking: Asking, recipe: IndicatorRecipe, around: Around): Promise<Measured> => {
  try {
    return await make(asking, recipe, around)
  } catch (error) {
    if (error instanceof Missing) return nothing(error.message)
    if (error instanceof Problem && error.status < 500) return nothing(error.detail)
    throw error
  }
}
