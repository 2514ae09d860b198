import { type Day, dayFrom, daysBetween, formatDay, monthNames, monthOf, yearOf } from '#kernel'
import type { Home } from './home.ts'

const width = 1200

/** Legal dates of the year on the thread: solid until today, dashed from today on. */
export const YearLine = ({ dates, today }: { dates: NonNullable<Home['year']>; today: Day }) => {
  const year = yearOf(today)
  const start = dayFrom(year, 1, 1)
  const x = (day: Day) => (daysBetween(start, day) / 366) * width
  const shown = dates.filter(({ on }) => yearOf(on) === year).sort((a, b) => (a.on < b.on ? -1 : 1))
  const here = x(today)
  return (
    <figure className="year" aria-label={`Plazos legales del año ${year}: ${shown.map(({ on, title, done }) => `${title}, ${formatDay(on)}${done ? ', cumplido' : ''}`).join('; ')}`}>
      <svg viewBox={`0 0 ${width} 62`} aria-hidden="true">
        {monthNames.map((name, index) => { const left = x(dayFrom(year, index + 1, 1)); return <g key={name}><path d={`M${left} 44v16`} stroke="var(--line)" /><text x={left + 4} y="57" className={index + 1 === monthOf(today) ? 'coming' : undefined}>{name.slice(0, 3)}</text></g> })}
        <path d={`M0 36H${here}`} stroke="var(--thread)" strokeWidth="2" />
        <path d={`M${here} 36H${width}`} stroke="var(--thread)" strokeWidth="2" strokeDasharray="5 4" opacity=".7" />
        {shown.map(({ on, title, done }) => {
          const end = x(on) > width - 170
          return <g key={on + title}><circle cx={x(on)} cy="36" r="5" fill={done ? 'var(--thread)' : 'var(--ground)'} stroke="var(--thread)" strokeWidth="2" /><text x={end ? width : x(on) - 5} y="18" textAnchor={end ? 'end' : 'start'} className={done ? undefined : 'coming'}>{formatDay(on).slice(0, 5)} · {title}</text></g>
        })}
        <circle cx={here} cy="36" r="7.5" fill="var(--ground)" stroke="var(--thread)" strokeWidth="1.5" /><circle cx={here} cy="36" r="3.8" fill="var(--thread)" />
        <text x={here - 6} y="6" textAnchor="end" className="today">hoy</text>
      </svg>
    </figure>
  )
}
