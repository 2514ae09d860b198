import { formatNumber } from '#kernel'
import type { Drawing } from './Chart.tsx'
import { axisMarks, scale } from './scale.ts'
import { present, seriesColour } from './series.ts'

/** Standing bars in time. Series of kind line or role target are drawn over them. */
export const Bars = ({ block, width, write }: Drawing) => {
  const height = width < 480 ? 220 : 260
  const values = block.series.flatMap((series) => present(series.values))
  const marks = axisMarks(Math.min(...values, 0), Math.max(...values, 0))
  const [first = 0, last = 1] = [marks[0], marks.at(-1)]
  const markText = (mark: number) => (block.unit === 'CLP' || block.unit === 'ratio' ? write(mark) : formatNumber(mark))
  const left = Math.max(...marks.map((mark) => markText(mark).length)) * 7 + 8
  const y = scale(first, last, height - 24, block.series.length > 1 ? 26 : 12)
  const slot = (width - left) / block.categories.length
  const bars = block.series.filter(({ role, kind }) => role !== 'target' && kind !== 'line')
  const over = block.series.filter(({ role, kind }) => role === 'target' || kind === 'line')
  const thick = Math.min(34, (slot * 0.72) / Math.max(1, bars.length))
  const every = Math.ceil((Math.max(...block.categories.map(({ length }) => length)) * 6.6 + 6) / slot)
  const middle = (index: number) => left + slot * (index + 0.5)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {marks.map((mark) => <g key={mark}><path className={mark === 0 ? 'axis' : 'grid-line'} d={`M${left} ${y(mark)}H${width}`} /><text x={left - 8} y={y(mark) + 4} textAnchor="end">{markText(mark)}</text></g>)}
      {block.categories.map((category, index) => index % every === 0 && <text key={category} x={middle(index)} y={height - 6} textAnchor="middle">{category}</text>)}
      {bars.map((series, order) => series.values.map((value, index) => value !== null && (
        <rect key={`${series.name}-${index}`} className={`c${seriesColour(bars, order)}`} x={middle(index) - (thick * bars.length) / 2 + order * thick} y={Math.min(y(0), y(value))} width={Math.max(1, thick - 1)} height={Math.abs(y(value) - y(0))} />
      )))}
      {over.map((series) => <path key={series.name} className={series.role === 'target' ? 'target' : 's2 series-line'} d={series.values.map((value, index) => (value === null ? '' : `${index === 0 || series.values[index - 1] === null ? 'M' : 'L'}${middle(index)} ${y(value)}`)).join('')} />)}
      {block.series.length > 1 && <Names block={block} left={left} bars={bars} />}
    </svg>
  )
}

/** Names of the series, in their colour, at the top: direct labels have no place over grouped bars. */
const Names = ({ block, left, bars }: { block: Drawing['block']; left: number; bars: readonly { name: string }[] }) => (
  <text x={left} y="11">
    {block.series.map((series, index) => {
      const order = bars.findIndex(({ name }) => name === series.name)
      const colour = order < 0 ? (series.role === 'target' ? 'var(--ink-2)' : 'var(--cat-2-t)') : `var(--cat-${seriesColour(block.series.filter(({ name }) => bars.some((bar) => bar.name === name)), order)}-t)`
      return <tspan key={series.name} className="series-name" style={{ fill: colour }} dx={index === 0 ? 0 : 14}>{series.name}{order < 0 && series.role === 'target' ? ' (línea)' : ''}</tspan>
    })}
  </text>
)
