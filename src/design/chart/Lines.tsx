import { formatNumber } from '#kernel'
import type { Drawing } from './Chart.tsx'
import { axisMarks, scale } from './scale.ts'
import { present, seriesColour, spread } from './series.ts'

/** Lines in time, each with its name and last value at its end. A gap stays a gap. */
export const Lines = ({ block, width, write }: Drawing) => {
  const height = width < 480 ? 230 : 280
  const values = block.series.flatMap((series) => present(series.values))
  const marks = axisMarks(Math.min(...values, 0), Math.max(...values, 0))
  const [first = 0, last = 1] = [marks[0], marks.at(-1)]
  const markText = (mark: number) => (block.unit === 'CLP' || block.unit === 'ratio' ? write(mark) : formatNumber(mark))
  const left = Math.max(...marks.map((mark) => markText(mark).length)) * 7 + 8
  const ends = block.series.map((series) => { const index = series.values.findLastIndex((value) => value !== null); return { index, value: series.values[index] ?? 0 } })
  const labelLength = Math.max(...block.series.map(({ name }, index) => Math.max(name.length, write(ends[index]?.value ?? 0).length)))
  const right = Math.min(width * 0.34, labelLength * 6.8 + 12)
  const x = scale(0, Math.max(1, block.categories.length - 1), left + 4, width - right)
  const y = scale(first, last, height - 26, 10)
  const every = Math.ceil(((Math.max(...block.categories.map(({ length }) => length)) * 6.6 + 10) * block.categories.length) / (width - left - right))
  const labelTops = spread(ends.map(({ value }) => y(value)), 30)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {marks.map((mark) => <g key={mark}><path className={mark === 0 ? 'axis' : 'grid-line'} d={`M${left} ${y(mark)}H${width - right}`} /><text x={left - 8} y={y(mark) + 4} textAnchor="end">{markText(mark)}</text></g>)}
      {block.categories.map((category, index) => index % every === 0 && <text key={category} x={x(index)} y={height - 6} textAnchor="middle">{category}</text>)}
      {block.series.map((series, order) => {
        const colour = seriesColour(block.series, order)
        const end = ends[order]
        const top = labelTops[order] ?? 0
        return (
          <g key={series.name}>
            <path className={series.role === 'target' ? 'target' : 'series-line'} style={series.role === 'target' ? undefined : { stroke: `var(--cat-${colour})` }} d={series.values.map((value, index) => (value === null ? '' : `${index === 0 || series.values[index - 1] === null ? 'M' : 'L'}${x(index)} ${y(value)}`)).join('')} />
            {end && end.index >= 0 && <>{series.role !== 'target' && <circle className={`c${colour}`} cx={x(end.index)} cy={y(end.value)} r="3.5" />}<text x={x(end.index) + 8} y={top} style={{ fill: `var(--cat-${colour}-t)` }}><tspan className="series-name">{series.name}</tspan><tspan x={x(end.index) + 8} dy="14">{write(end.value)}</tspan></text></>}
          </g>
        )
      })}
    </svg>
  )
}
