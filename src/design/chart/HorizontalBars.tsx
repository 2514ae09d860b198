import type { Drawing } from './Chart.tsx'
import { scale } from './scale.ts'
import { present, seriesColour } from './series.ts'

const rowHeight = 26
const barHeight = 18

/** Bars with their name at the left (above, on a phone) and their number at the end. A series of role target draws a dashed mark in each row. */
export const HorizontalBars = ({ block, width, write }: Drawing) => {
  const narrow = width < 480
  const bars = block.series.filter(({ role }) => role !== 'target')
  const target = block.series.find(({ role }) => role === 'target')
  const longest = Math.max(...block.categories.map(({ length }) => length))
  const left = narrow ? 0 : Math.min(width * 0.4, longest * 6.4 + 10)
  const values = block.series.flatMap((series) => present(series.values))
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values, 1e-9)]
  const labelRoom = Math.max(...values.map((value) => write(value).length)) * 7.5 + 8
  const x = scale(least, most, left + (least < 0 ? labelRoom : 0), width - labelRoom)
  const height = (narrow ? 18 : 0) + bars.length * rowHeight
  const total = block.categories.length * height
  return (
    <svg viewBox={`0 0 ${width} ${total}`} width={width} height={total} aria-hidden="true">
      {block.categories.map((category, row) => {
        const top = row * height + (narrow ? 18 : 0)
        const mark = target?.values[row]
        const emphasis = bars.length === 1 && bars[0]?.role === undefined ? 1 : undefined
        return (
          <g key={category}>
            {narrow ? <text x="0" y={top - 4}>{category}</text> : <text x={left - 8} y={top + (height / 2) + 4} textAnchor="end">{category}</text>}
            {typeof mark === 'number' && <path className="target" d={`M${x(mark)} ${top}v${bars.length * rowHeight}`} />}
            {bars.map((series, index) => {
              const value = series.values[row]
              const y = top + index * rowHeight + 4
              if (value === null || value === undefined) return <text key={series.name} x={x(0) + 6} y={y + 13}>sin dato</text>
              return (
                <g key={series.name}>
                  <rect className={`c${emphasis ?? seriesColour(bars, index)}`} x={Math.min(x(0), x(value))} y={y} width={Math.abs(x(value) - x(0))} height={barHeight} />
                  <text className="bar-label halo" x={x(value) + (value < 0 ? -6 : 6)} y={y + 13} textAnchor={value < 0 ? 'end' : 'start'}>{write(value)}</text>
                </g>
              )
            })}
          </g>
        )
      })}
      <path className="axis" d={`M${x(0)} 0V${total}`} />
    </svg>
  )
}
