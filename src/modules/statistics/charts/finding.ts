import { type ChartBlock, formatNumber } from '#kernel'

type Drawn = Pick<ChartBlock, 'kind' | 'categories' | 'series' | 'show'>
type Point = { readonly series: string; readonly category: string; readonly value: number }

const pointsOf = ({ series, categories }: Drawn): readonly Point[] => series.flatMap(({ name, values }) => values.flatMap((value, at) => (value === null ? [] : [{ series: name, category: categories[at] ?? '', value }])))
const overTime = new Set<ChartBlock['kind']>(['lines', 'small-multiples', 'slope'])
const named = ({ series, category }: Point, several: boolean): string => (several ? `${category}, ${series}` : category)

/** What the figures say, in one sentence: from where to where in time, or which is the greatest and which the least. */
export const finding = (drawn: Drawn): string => {
  const points = pointsOf(drawn)
  const write = (value: number): string => formatNumber(value, drawn.show?.decimals ?? 0)
  const [first] = points
  if (!first) return 'No hay datos que dibujar'
  const own = drawn.series.find(({ role }) => role === 'subject') ?? drawn.series[0]
  if (overTime.has(drawn.kind) && own) {
    const line = points.filter(({ series }) => series === own.name)
    const [start, end] = [line[0], line.at(-1)]
    if (start && end && start !== end) {
      const way = end.value > start.value ? 'sube' : end.value < start.value ? 'baja' : 'se mantiene'
      return way === 'se mantiene' ? `${own.name} se mantiene en ${write(end.value)} entre ${start.category} y ${end.category}` : `${own.name} ${way} de ${write(start.value)} en ${start.category} a ${write(end.value)} en ${end.category}`
    }
  }
  const top = points.reduce((best, one) => (one.value > best.value ? one : best), first)
  return `El valor más alto es ${write(top.value)}: ${named(top, drawn.series.length > 1)}`
}
/** The chart for those who do not see it: what it is, its extremes and what is missing. */
export const alternativeOf = (drawn: Drawn, kind: string, what: string): string => {
  const points = pointsOf(drawn)
  const write = (value: number): string => formatNumber(value, drawn.show?.decimals ?? 0)
  const [first] = points
  const missing = drawn.series.reduce((count, { values }) => count + values.filter((value) => value === null).length, 0)
  if (!first) return `${kind}: ${what}. No hay ningún dato.`
  const several = drawn.series.length > 1
  const top = points.reduce((best, one) => (one.value > best.value ? one : best), first)
  const low = points.reduce((best, one) => (one.value < best.value ? one : best), first)
  return [`${kind}: ${what}.`, `${formatNumber(drawn.categories.length)} ${drawn.categories.length === 1 ? 'categoría' : 'categorías'} y ${formatNumber(drawn.series.length)} ${several ? 'series' : 'serie'}.`, `Máximo ${write(top.value)} (${named(top, several)}); mínimo ${write(low.value)} (${named(low, several)}).`, ...(missing > 0 ? [`${formatNumber(missing)} sin dato.`] : [])].join(' ')
}
