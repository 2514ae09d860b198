import { type Cube, cubeStrides, cubeValue } from '../model/cube.ts'
import { type Known, sumOf, UNKNOWN } from './formulas.ts'

/** Numbers of a piece by place, sex («» for everybody) and year. */
export type Numbers = { readonly at: (place: string, year: number, sex?: string) => Known; readonly years: readonly number[]; /** Years left out because a month or quarter is missing. */ readonly partial: readonly number[] }

/** How many parts a whole year has, by how its periods are written: «2024», «2024-07», «2024-Q3». */
const wholeYear = (code: string): number => (/^\d{4}-(0[1-9]|1[0-2])$/.test(code) ? MONTHS : /^\d{4}-?[QT][1-4]$/i.test(code) ? QUARTERS : 1)
const MONTHS = 12
const QUARTERS = 4

/** Reads a table of a piece: what was asked apart is added up, except places, years and (when asked by it) sex. A year without all its months is not a year. */
export const pieceNumbers = (cube: Cube, bySex: boolean): Numbers => {
  const strides = cubeStrides(cube)
  const axis = (role: string): number => cube.variables.findIndex((one) => one.role === role)
  const [placeAxis, timeAxis, sexAxis] = [axis('place'), axis('time'), axis('sex')]
  const apart = (at: number): boolean => at === placeAxis || at === timeAxis || (bySex && at === sexAxis)
  const offsets = cube.variables.reduce<readonly number[]>((found, { codes }, at) => (apart(at) ? found : found.flatMap((offset) => codes.map((_, position) => offset + position * (strides[at] ?? 1)))), [0])
  const known = (index: number): Known => { const status = cube.statuses.get(index); return { value: cubeValue(cube, index), ...(status ? { status } : {}) } }
  const times = cube.variables[timeAxis]?.codes ?? []
  const byYear = new Map<number, number[]>()
  times.forEach(({ code }, position) => { const year = Number(code.slice(0, 4)); byYear.set(year, [...(byYear.get(year) ?? []), position]) })
  const whole = ([, positions]: [number, number[]]): boolean => positions.length === wholeYear(times[positions[0] ?? 0]?.code ?? '')
  const position = (at: number, code: string): number => cube.variables[at]?.codes.findIndex((one) => one.code === code) ?? -1
  return {
    years: [...byYear].filter(whole).map(([year]) => year).sort((a, b) => a - b), partial: [...byYear].filter((one) => !whole(one)).map(([year]) => year),
    at: (place, year, sex) => {
      const [where, periods, who] = [position(placeAxis, place), byYear.get(year), sex === undefined ? 0 : position(sexAxis, sex)]
      if (where < 0 || who < 0 || !periods) return UNKNOWN
      const base = where * (strides[placeAxis] ?? 1) + (bySex && sex !== undefined ? who * (strides[sexAxis] ?? 1) : 0)
      return sumOf(periods.flatMap((period) => offsets.map((offset) => known(base + period * (strides[timeAxis] ?? 1) + offset))))
    },
  }
}
