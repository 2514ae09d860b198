import { type Day, dayFrom, daysBetween, formatDay, monthNames, monthOf, yearOf } from '#kernel'
import type { Home } from './home.ts'

const width = 1200
/** Room a label takes on the line; a date without room keeps its knot and its name for screen readers and the pointer. */
const LABEL = 215
const LETTERS = 30
const short = (title: string): string => (title.length > LETTERS ? `${title.slice(0, LETTERS - 1).replace(/[\s,:]+\S*$/, '')}…` : title)

/** Which dates get their label: the coming ones first, then the past ones that still fit. */
const labelled = (dates: NonNullable<Home['year']>, today: Day, x: (day: Day) => number): ReadonlySet<number> => {
  const order = dates.map((_, index) => index).sort((a, b) => {
    const [left, right] = [dates[a], dates[b]]
    if (!left || !right) return 0
    const coming = Number(left.on < today) - Number(right.on < today)
    return coming || (left.on < right.on ? -1 : 1)
  })
  const taken: number[] = []
  const chosen = new Set<number>()
  for (const index of order) {
    const date = dates[index]
    if (!date) continue
    const left = Math.min(x(date.on) - 5, width - LABEL)
    if (taken.some((other) => Math.abs(other - left) < LABEL)) continue
    taken.push(left)
    chosen.add(index)
  }
  return chosen
}

/** Legal dates of the year on the thread: solid until today, dashed from today on. */
export const YearLine = ({ dates, today }: { dates: NonNullable<Home['year']>; today: Day }) => {
  const year = yearOf(today)
  const start = dayFrom(year, 1, 1)
  const x = (day: Day) => (daysBetween(start, day) / 366) * width
  const shown = dates.filter(({ on }) => yearOf(on) === year).sort((a, b) => (a.on < b.on ? -1 : 1))
  const here = x(today)
  const named = labelled(shown, today, x)
  return (
    <figure className="year" aria-label={`Plazos legales del año ${year}: ${shown.map(({ on, title, done }) => `${title}, ${formatDay(on)}${done ? ', cumplido' : ''}`).join('; ')}`}>
      <svg viewBox={`0 0 ${width} 62`} aria-hidden="true">
        {monthNames.map((name, index) => { const left = x(dayFrom(year, index + 1, 1)); return <g key={name}><path d={`M${left} 44v16`} stroke="var(--line)" /><text x={left + 4} y="57" className={index + 1 === monthOf(today) ? 'coming' : undefined}>{name.slice(0, 3)}</text></g> })}
        <path d={`M0 36H${here}`} stroke="var(--thread)" strokeWidth="2" />
        <path d={`M${here} 36H${width}`} stroke="var(--thread)" strokeWidth="2" strokeDasharray="5 4" opacity=".7" />
        {shown.map(({ on, title, done }, index) => {
          const end = x(on) > width - LABEL
          return <g key={on + title}><title>{`${formatDay(on)} · ${title}`}</title><circle cx={x(on)} cy="36" r="5" fill={done ? 'var(--thread)' : 'var(--ground)'} stroke="var(--thread)" strokeWidth="2" />{named.has(index) && <text x={end ? width : x(on) - 5} y="18" textAnchor={end ? 'end' : 'start'} className={done ? undefined : 'coming'}>{formatDay(on).slice(0, 5)} · {short(title)}</text>}</g>
        })}
        <circle cx={here} cy="36" r="7.5" fill="var(--ground)" stroke="var(--thread)" strokeWidth="1.5" /><circle cx={here} cy="36" r="3.8" fill="var(--thread)" />
        <text x={here - 6} y="6" textAnchor="end" className="today">hoy</text>
      </svg>
    </figure>
  )
}
