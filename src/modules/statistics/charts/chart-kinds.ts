import type { ChartKind } from '#kernel'
import { counted, formatNumber } from '#kernel'
import { type Axis, type ChartMatter, countOf } from './chart-data.ts'

export type TableChartKind = Exclude<ChartKind, 'stacked-bar'>
export const chartKindTitle: Readonly<Record<TableChartKind, string>> = { lines: 'Líneas', bars: 'Columnas', 'horizontal-bars': 'Barras', pyramid: 'Pirámide', dots: 'Puntos', slope: 'Pendiente', 'small-multiples': 'Paneles', heat: 'Calor', map: 'Mapa' }
export const chartKinds = Object.keys(chartKindTitle) as readonly TableChartKind[]
export const isChartKind = (text: string): text is TableChartKind => text in chartKindTitle

export const MOST_SERIES = 12
const MOST_CATEGORIES = 60
export const axisOf = ({ long }: ChartMatter, role: Axis['variable']['role']): Axis | undefined => long.find(({ variable }) => variable.role === role)
export const isCommunes = ({ variable, positions }: Axis): boolean => variable.role === 'place' && positions.filter((at) => /^\d{5}$/.test(variable.codes[at]?.code ?? '')).length >= 3
/** The variables along and the ones that make series, for kinds without rules of their own: the outermost row along, unless it is only a couple of values. */
export const bodyOf = ({ long }: ChartMatter): { readonly along: readonly Axis[]; readonly series: readonly Axis[] } => {
  const rows = long.filter(({ variable }) => variable.place === 'row')
  const along = rows.length > 0 ? rows : long.slice(0, 1)
  return { along, series: long.filter((axis) => !along.includes(axis)) }
}
const tooMany = (count: number, what: string, most: number): string => `Tendría ${formatNumber(count)} ${what} y se leen hasta ${most}: elija menos valores o pase una variable a la capa.`

/** Why a kind cannot draw this table; nothing when it can. */
export const whyNot = (matter: ChartMatter, kind: TableChartKind): string | undefined => {
  const [time, sex, age] = [axisOf(matter, 'time'), axisOf(matter, 'sex'), axisOf(matter, 'age')]
  const { along, series } = bodyOf(matter)
  const [categories, lines] = [countOf(along), countOf(series)]
  const others = countOf(matter.long.filter((axis) => axis !== time))
  if (matter.long.length === 0) return 'El cuadro tiene un solo número.'
  switch (kind) {
    case 'lines': return !time || time.positions.length < 3 ? 'Las líneas piden tres períodos o más.' : others > MOST_SERIES ? tooMany(others, 'líneas', MOST_SERIES) : undefined
    case 'small-multiples': return !time || time.positions.length < 3 ? 'Los paneles piden tres períodos o más.' : others < 2 ? 'Hay una sola serie: basta una línea.' : others > MOST_SERIES ? tooMany(others, 'paneles', MOST_SERIES) : undefined
    case 'slope': return !time || time.positions.length !== 2 ? 'La pendiente compara exactamente dos períodos.' : others < 2 ? 'Hay una sola serie.' : others > MOST_SERIES ? tooMany(others, 'líneas', MOST_SERIES) : undefined
    case 'pyramid': return !age || age.positions.length < 4 ? 'La pirámide pide cuatro grupos de edad o más.' : !sex || sex.positions.length !== 2 ? 'La pirámide pide los dos sexos.' : undefined
    case 'map': return matter.long.some(isCommunes) ? undefined : 'El mapa pide tres comunas o más.'
    case 'horizontal-bars': return categories > MOST_CATEGORIES ? tooMany(categories, 'barras', MOST_CATEGORIES) : undefined
    case 'bars': return lines > 3 ? tooMany(lines, 'columnas por grupo', 3) : categories > 24 ? tooMany(categories, 'grupos', 24) : undefined
    case 'dots': return lines < 2 ? 'Los puntos comparan dos series o más.' : lines > 6 ? tooMany(lines, 'series', 6) : categories > MOST_CATEGORIES ? tooMany(categories, 'filas', MOST_CATEGORIES) : undefined
    case 'heat': return matter.long.length < 2 ? 'El mapa de calor cruza dos variables.' : Math.min(categories, lines) > MOST_SERIES ? tooMany(Math.min(categories, lines), 'filas', MOST_SERIES) : Math.max(categories, lines) > MOST_CATEGORIES ? tooMany(Math.max(categories, lines), 'columnas', MOST_CATEGORIES) : undefined
  }
}

export type Proposed = { readonly kind: TableChartKind; readonly why: string }
/** The chart for the shape of a table, and why; nothing when none can be read. */
export const proposeChart = (matter: ChartMatter): Proposed | undefined => {
  const fits = (kind: TableChartKind): boolean => whyNot(matter, kind) === undefined
  const time = axisOf(matter, 'time')
  const others = countOf(matter.long.filter((axis) => axis !== time))
  const { along, series } = bodyOf(matter)
  const place = matter.long.find(isCommunes)
  if (fits('pyramid')) return { kind: 'pyramid', why: 'edades por dos sexos' }
  if (place && place.positions.length >= 8) return { kind: 'map', why: counted(place.positions.length, 'comuna', 'comunas') }
  if (fits('lines') && others <= 5) return { kind: 'lines', why: 'una variable en el tiempo' }
  if (fits('small-multiples')) return { kind: 'small-multiples', why: `${counted(others, 'serie', 'series')} en el tiempo` }
  if (fits('slope')) return { kind: 'slope', why: 'dos períodos' }
  if (series.length === 0 && fits('horizontal-bars')) return { kind: countOf(along) <= 4 && along[0]?.variable.role === 'time' ? 'bars' : 'horizontal-bars', why: 'una serie' }
  if (fits('bars') && countOf(along) <= 6) return { kind: 'bars', why: 'pocos grupos y pocas series' }
  if (fits('dots')) return { kind: 'dots', why: 'varias series por fila' }
  if (fits('heat')) return { kind: 'heat', why: 'dos variables cruzadas' }
  return undefined
}
