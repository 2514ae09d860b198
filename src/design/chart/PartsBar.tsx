import { formatPercent } from '#kernel'
import type { Drawing } from './Chart.tsx'
import { present } from './series.ts'

/** Parts of a whole: one bar with sequential tones, each part named beneath with its amount and share. Role subject gets the emphasis. */
export const PartsBar = ({ block, width, write }: Drawing) => {
  const parts = block.series.length === 1
    ? block.categories.map((name, index) => ({ name, value: block.series[0]?.values[index] ?? 0, emphasis: false }))
    : block.series.map(({ name, values, role }) => ({ name, value: present(values).reduce((sum, value) => sum + value, 0), emphasis: role === 'subject' }))
  const whole = parts.reduce((sum, { value }) => sum + value, 0) || 1
  let at = 0
  return (
    <div className="parts-bar">
      <svg viewBox={`0 0 ${width} 40`} width={width} height="40" aria-hidden="true">
        {parts.map((part, index) => {
          const left = at
          at += (part.value / whole) * width
          return <rect key={part.name} className={part.emphasis ? 'c2' : `sec${Math.max(2, 6 - index)}`} x={left} y="0" width={Math.max(1, at - left - 2)} height="40" />
        })}
      </svg>
      <ul>{parts.map((part, index) => <li key={part.name}><i className={part.emphasis ? 'key-2' : `key-sec${Math.max(2, 6 - index)}`} aria-hidden="true" /><b>{write(part.value)}</b><span>{part.name} · {formatPercent(part.value / whole)}</span></li>)}</ul>
    </div>
  )
}
