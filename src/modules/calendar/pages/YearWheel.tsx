import { type KeyboardEvent, useMemo, useRef } from 'react'
import { counted, type Day, formatDay, monthNames, dayFrom } from '#kernel'
import { useAddressParam } from '#design'
import { stateWords, type YearView } from '../contract.ts'
import { dutyHref } from './words.ts'
import { DutyLines } from './DutyLines.tsx'
import { angleOf, arc, CENTRE, INNER, point, weeksOf, wedge, worstOf } from './wheel-shape.ts'

const CELL = 12
const RING = 246
const GAP = 0.006
/** Room between the names at the sides of the wheel. */
const STEP = 30
const WEIGHTY = 7

type Label = { readonly key: string; readonly text: string; readonly on: Day; readonly x: number; readonly y: number; readonly at: readonly [number, number]; readonly left: boolean }
/** Names of the duties of the year at both sides, none over another. */
const labelsOf = (view: YearView): readonly Label[] => {
  const once = view.duties.filter((duty) => duty.weight >= WEIGHTY && view.duties.filter(({ code }) => code === duty.code).length <= 2)
  const placed = once.map((duty) => { const at = point(RING + 6, angleOf(duty.due, view.year)); return { key: duty.key, text: duty.title, on: duty.due, at, left: at[0] < CENTRE } })
  return [true, false].flatMap((left) => {
    const side = placed.filter((one) => one.left === left).sort((a, b) => a.at[1] - b.at[1])
    const spread = side.reduce<Label[]>((done, one) => [...done, { ...one, x: left ? 4 : 596, y: Math.max(one.at[1], (done.at(-1)?.y ?? -STEP) + STEP) }], [])
    const over = Math.max(0, (spread.at(-1)?.y ?? 0) - 590)
    return spread.map((one, index) => ({ ...one, y: Math.max(10 + index * STEP, one.y - over) }))
  })
}
const short = (text: string): string => (text.length > 34 ? `${text.slice(0, 33).replace(/[\s,:]+\S*$/, '')}…` : text)

/** The year as a wheel: a petal for each week, a cell for each duty, solid thread until today. One tab stop; arrows go from week to week. */
export const YearWheel = ({ view }: { view: YearView }) => {
  const { year, today, duties } = view
  const weeks = useMemo(() => weeksOf(year, duties), [year, duties])
  const [chosen, choose] = useAddressParam('semana')
  const drawing = useRef<SVGSVGElement>(null)
  const now = Math.max(0, weeks.findIndex(({ from, to }) => from <= today && today <= to))
  const busy = weeks.findIndex((week) => week.duties.length > 0)
  const index = Math.max(0, chosen ? weeks.findIndex(({ from }) => from === chosen) : weeks[now]?.duties.length ? now : busy)
  const week = weeks[index]
  const labels = useMemo(() => labelsOf(view), [view])
  const move = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? index + 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? index - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? weeks.length - 1 : undefined
    const next = to === undefined ? undefined : weeks[(to + weeks.length) % weeks.length]
    if (!next) return
    event.preventDefault()
    choose(next.from)
    drawing.current?.querySelector<SVGElement>(`[data-week="${next.from}"]`)?.focus()
  }
  const start = dayFrom(year, 1, 1)
  const past = today < start ? 0 : today > dayFrom(year, 12, 31) ? 2 * Math.PI - 0.001 : angleOf(today, year)
  return (
    <div className="wheel-desk">
      <figure className="wheel" aria-label={`Rueda del año ${year}: ${counted(duties.length, 'deber', 'deberes')} en ${weeks.length} semanas`}>
        <svg ref={drawing} viewBox="-250 -6 1100 612" role="group" aria-label="Semanas del año; las flechas pasan de una a otra" onKeyDown={move}>
          {monthNames.map((name, month) => {
            const from = angleOf(dayFrom(year, month + 1, 1), year)
            const [x, y] = point(INNER - 20, from + Math.PI / 12)
            const [[x1, y1], [x2, y2]] = [point(INNER - 6, from), point(RING, from)]
            return <g key={name} className="wheel-month"><path d={`M${x1} ${y1}L${x2} ${y2}`} /><text x={x} y={y + 4} textAnchor="middle">{name.slice(0, 3)}</text></g>
          })}
          <path className="wheel-thread coming" d={arc(RING, past, 2 * Math.PI - 0.001)} />
          {past > 0 && <path className="wheel-thread" d={arc(RING, 0, past)} />}
          {weeks.map((one) => {
            const [from, to] = [angleOf(one.from, year) + GAP, angleOf(one.to, year) + (2 * Math.PI) / 365 - GAP]
            const worst = worstOf(one.duties)
            return (
              <g key={one.from} data-week={one.from} className={one.from === week?.from ? 'wheel-week chosen' : 'wheel-week'} role="button" tabIndex={one.from === week?.from ? 0 : -1} aria-pressed={one.from === week?.from} onClick={() => choose(one.from)} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(one.from) } }}
                aria-label={`Semana del ${formatDay(one.from)} al ${formatDay(one.to)}: ${one.duties.length === 0 ? 'sin deberes' : `${counted(one.duties.length, 'deber', 'deberes')}${worst ? `, ${stateWords[worst]}` : ''}`}`}>
                <path className="wheel-hit" d={wedge(INNER, RING, from, to)} />
                {one.duties.slice(0, 9).map((duty, place) => <path key={duty.key} className={`wheel-cell is-${duty.state}`} d={wedge(INNER + 4 + place * (CELL + 2), INNER + 4 + place * (CELL + 2) + CELL, from, to)} />)}
                {one.duties.length > 9 && <path className="wheel-cell more" d={wedge(INNER + 4 + 9 * (CELL + 2), RING - 2, from, to)} />}
              </g>
            )
          })}
          {today >= start && today <= dayFrom(year, 12, 31) && (() => { const [x, y] = point(RING, past); return <g className="wheel-today"><circle cx={x} cy={y} r="8" /><circle cx={x} cy={y} r="4" className="dot" /></g> })()}
          {labels.map((label) => (
            <a key={label.key} href={dutyHref(label.key)} className="wheel-label">
              <path d={`M${label.at[0].toFixed(1)} ${label.at[1].toFixed(1)}L${label.left ? label.x + 2 : label.x - 2} ${label.y.toFixed(1)}`} />
              <text x={label.left ? label.x - 4 : label.x + 4} y={label.y + 4} textAnchor={label.left ? 'end' : 'start'}><tspan className="when">{formatDay(label.on).slice(0, 5)}</tspan> {short(label.text)}</text>
            </a>
          ))}
          <text className="wheel-year" x={CENTRE} y={CENTRE - 2} textAnchor="middle">{year}</text>
          <text className="wheel-count" x={CENTRE} y={CENTRE + 22} textAnchor="middle">{counted(duties.length, 'deber', 'deberes')}</text>
        </svg>
        <figcaption className="wheel-key">{(['late', 'due-soon', 'in-course', 'not-yet', 'fulfilled', 'fulfilled-late'] as const).filter((state) => duties.some((duty) => duty.state === state)).map((state) => <span key={state}><i className={`is-${state}`} />{stateWords[state]} {duties.filter((duty) => duty.state === state).length}</span>)}</figcaption>
      </figure>
      {week && <section className="wheel-panel" aria-live="polite"><h2>Semana del {formatDay(week.from).slice(0, 5)} al {formatDay(week.to).slice(0, 5)}</h2><DutyLines duties={week.duties} empty="Nada vence esa semana." /></section>}
    </div>
  )
}
