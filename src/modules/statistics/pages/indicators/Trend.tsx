import type { IndicatorView } from '../../indicators/indicator-contract.ts'
import { numberText } from './words.ts'

const [WIDTH, HEIGHT, EDGE] = [112, 30, 4]
/** The series as a line the size of a word, its last point marked and, when there is one, its target. What it says is in its label. */
export const Trend = ({ indicator }: { indicator: IndicatorView }) => {
  const points = indicator.series.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return <span className="soft">{last ? 'una medición' : '—'}</span>
  const target = indicator.target?.value ?? null
  const values = [...points.map(({ value }) => value), ...(target === null ? [] : [target])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (year: number): number => EDGE + ((year - first.year) / (last.year - first.year)) * (WIDTH - 2 * EDGE)
  const y = (value: number): number => (high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE))
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`De ${numberText(first.value, indicator)} en ${first.year} a ${numberText(last.value, indicator)} en ${last.year}`}>
      {target !== null && <line x1={EDGE} x2={WIDTH - EDGE} y1={y(target)} y2={y(target)} stroke="currentColor" strokeDasharray="3 3" opacity={0.6} />}
      <polyline points={points.map(({ year, value }) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} fill="none" stroke="currentColor" strokeWidth={1.5} />
      <circle cx={x(last.year)} cy={y(last.value)} r={2.5} fill="currentColor" />
    </svg>
  )
}
