import type { ChartBlock, ChartMap, ChartShape } from '#kernel'
import { sourceLine } from '../exports/table-notes.ts'
import { symbolsUsed } from '../exports/cell-text.ts'
import type { Cube } from '../model/cube.ts'
import { type Axis, type ChartMatter, chartMatter, lineName, linesOf, type Line, valueAt, withOnly } from './chart-data.ts'
import { axisOf, bodyOf, chartKindTitle, isCommunes, type TableChartKind } from './chart-kinds.ts'
import { alternativeOf, finding } from './finding.ts'
import { edgesFor, type MapLook, methodWords, usualLook } from './map-classes.ts'

export type ChartWish = { readonly layer?: Readonly<Record<string, string>>; readonly home?: string; readonly look?: MapLook; readonly shapes?: ReadonlyMap<string, readonly ChartShape[]> }
type Sides = { readonly matter: ChartMatter; readonly along: readonly Axis[]; readonly series: readonly Axis[] }

/** Which variables go along and which make series, for each kind. What does not fit is set to one value, and said. */
const sidesFor = (matter: ChartMatter, kind: TableChartKind): Sides => {
  const only = (along: readonly (Axis | undefined)[], series: readonly (Axis | undefined)[]): Sides => {
    const present = (axes: readonly (Axis | undefined)[]): readonly Axis[] => axes.filter((axis) => axis !== undefined)
    return { matter: withOnly(matter, [...present(along), ...present(series)].map(({ variable }) => variable.key)), along: present(along), series: present(series) }
  }
  const time = axisOf(matter, 'time')
  if (kind === 'lines' || kind === 'small-multiples' || kind === 'slope') return only([time], matter.long.filter((axis) => axis !== time))
  if (kind === 'pyramid') return only([axisOf(matter, 'age')], [axisOf(matter, 'sex')])
  if (kind === 'map') return only([matter.long.find(isCommunes)], [])
  const { along, series } = bodyOf(matter)
  if (kind === 'horizontal-bars') return only(along, [])
  if (kind === 'heat' && along.reduce((count, { positions }) => count * positions.length, 1) <= 12) return only(series, along)
  return only(along, series)
}
const roleOf = ({ codes }: Line, home: string | undefined, several: boolean) => (several && home && codes.some(({ code }) => code === home) ? { role: 'subject' as const } : {})
const mapOf = (categories: readonly Line[], values: readonly (number | null)[], { shapes, look = usualLook, home }: ChartWish): ChartMap => {
  const codes = categories.map(({ codes: [first] }) => first?.code ?? '')
  const subject = codes.indexOf(home ?? '')
  return { shapes: codes.map((code) => shapes?.get(code) ?? []), style: look.style, ...(look.style === 'choropleth' ? { edges: edgesFor(look, values.filter((value) => value !== null)) } : {}), ...(subject >= 0 ? { subject } : {}) }
}

/** A chart of the seen layer of a table: the finding as title, what is measured beneath, the alternative in words, the table's own source. */
export const chartOfCube = (cube: Cube, kind: TableChartKind, wish: ChartWish = {}): ChartBlock => {
  const { matter, along, series } = sidesFor(chartMatter(cube, wish.layer), kind)
  const measure = cube.measures[matter.measure]
  const placed = kind === 'map' ? linesOf(along).filter(({ codes: [first] }) => /^\d{5}$/.test(first?.code ?? '')) : linesOf(along)
  const lines = linesOf(series)
  const own = wish.home
  const drawnSeries = lines.map((line) => ({ name: lineName(line, measure?.title ?? 'Valor'), values: placed.map((category) => valueAt(matter, category, line)), ...roleOf(line, own, lines.length > 1 && kind !== 'pyramid') }))
  const categories = placed.map((line) => lineName(line, measure?.title ?? 'Valor'))
  const show = { decimals: Math.min(6, measure?.decimals ?? 0) }
  const told = matter.fixed.filter(({ key }) => key !== 'measure').map(({ title, label }) => `${title}: ${label}`)
  const subtitle = [measure ? `${measure.title}${measure.unit ? ` (${measure.unit})` : ''}` : '', cube.derivation ?? '', ...told].filter(Boolean).join(' · ')
  const drawn = { kind, categories, series: drawnSeries, show }
  const map = kind === 'map' ? mapOf(placed, drawnSeries[0]?.values ?? [], wish) : undefined
  const symbols = symbolsUsed(cube)
  const notes = [...(map ? [`Mapa: ${methodWords(wish.look ?? usualLook)}. Límites comunales de la Biblioteca del Congreso Nacional, simplificados.`] : []), ...(symbols.length > 0 ? [`Hay cifras con marca: ${symbols.join('; ')}. Véalas en el cuadro.`] : []), ...(cube.source.overdue ? [cube.source.overdue] : [])]
  return { type: 'chart', id: 'grafico', kind, title: finding(drawn), subtitle, categories, series: drawnSeries, unit: 'count', show, ...(map ? { map } : {}), alternative: alternativeOf(drawn, chartKindTitle[kind], subtitle), source: sourceLine(cube), ...(notes.length > 0 ? { notes } : {}) }
}
