import type { TableRequest, Variable } from '../model/request.ts'
import { type Dimension, measureOf, type Structure } from '../model/structure.ts'
import { agesFilling } from '../tables/ages.ts'
import { placesAbove } from '../tables/places-above.ts'
import type { Piece } from './recipe.ts'

/** A piece as a table request, or in words why the data cannot give it. */
export type Asked = { readonly request: TableRequest; readonly missing?: undefined } | { readonly missing: string; readonly request?: undefined }
export type Wanted = { readonly places: readonly string[]; /** Last year that counts: later ones are forecasts. */ readonly until: number; readonly bySex?: boolean; /** Periods at most, the newest. */ readonly periods?: number; readonly year?: number }

const role = ({ dimensions }: Structure, wanted: Dimension['role']): Dimension | undefined => dimensions.find((one) => one.role === wanted)
const yearOf = (code: string): number => Number(code.slice(0, 4))
const variable = (dimension: Dimension, codes: readonly string[], place: Variable['place'] = 'layer'): Variable => ({ dimension: dimension.key, select: { kind: 'codes', codes: [...codes] }, place })
/** Open ages are written with no end: the engine asks for Infinity. */
const ageCodes = (dimension: Dimension, ages: Piece['ages']): readonly string[] | undefined => {
  const own = dimension.codes.filter(({ code }) => code !== dimension.total)
  const filled = ages.map(([from, to]) => agesFilling({ from, to: to ?? Number.POSITIVE_INFINITY }, own))
  return filled.some((codes) => codes === undefined) ? undefined : filled.flatMap((codes) => codes ?? [])
}
/** Do the parts of this measure add up to that of a region? */
export const adds = (structure: Structure, { measure }: Piece): boolean => measureOf(structure, measure)?.adds ?? false

/** The table of a piece: places by periods, and beside them the codes that are added up. */
export const pieceRequest = (dataset: string, structure: Structure, piece: Piece, { places, until, bySex, year }: Wanted): Asked => {
  const [place, time, sex, age] = [role(structure, 'place'), role(structure, 'time'), role(structure, 'sex'), role(structure, 'age')]
  if (!measureOf(structure, piece.measure)) return { missing: `los datos no traen la medida «${piece.measure}»` }
  if (!place || !time) return { missing: 'los datos no dicen de qué lugar o período son' }
  const known = new Set([...place.codes, ...placesAbove(place)].map(({ code }) => code))
  const here = places.filter((code) => known.has(code) && (adds(structure, piece) || place.codes.some((own) => own.code === code)))
  const periods = time.codes.map(({ code }) => code).filter((code) => (year === undefined ? yearOf(code) <= until : yearOf(code) === year))
  if (here.length === 0) return { missing: 'los datos no traen ese lugar, y su número no se obtiene sumando' }
  if (periods.length === 0) return { missing: 'los datos no traen esos períodos' }
  const variables: Variable[] = [variable(place, here, 'row'), variable(time, periods, 'column')]
  if (piece.ages.length > 0) {
    const codes = age && ageCodes(age, piece.ages)
    if (!age || !codes) return { missing: 'las edades de los datos no permiten formar esos grupos' }
    variables.push(variable(age, codes))
  }
  if (piece.sex || bySex) {
    const wanted = piece.sex ? [piece.sex] : ['M', 'H']
    if (!sex || wanted.some((code) => !sex.codes.some((one) => one.code === code))) return { missing: 'los datos no distinguen mujeres de hombres' }
    variables.push(variable(sex, wanted))
  }
  for (const [key, codes] of Object.entries(piece.where)) {
    const dimension = structure.dimensions.find((one) => one.key === key)
    const absent = dimension ? codes.filter((code) => !dimension.codes.some((one) => one.code === code)) : codes
    if (!dimension || absent.length > 0) return { missing: `los datos no traen ${absent.map((code) => `«${code}»`).join(', ')}` }
    variables.push(variable(dimension, codes))
  }
  return { request: { dataset, version: 'latest', measures: [piece.measure], variables, measurePlace: 'column', totals: { rows: false, columns: false }, hideEmpty: false } }
}
