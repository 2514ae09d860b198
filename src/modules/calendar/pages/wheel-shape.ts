import { addDays, type Day, daysBetween, dayFrom, weekday } from '#kernel'
import type { DutyView } from '../contract.ts'
import type { DutyStanding } from '../duties/duty-state.ts'

/** One week of the wheel: its Monday within the year, and what falls due in it, in order of date. */
export type WheelWeek = { readonly from: Day; readonly to: Day; readonly duties: readonly DutyView[] }
export const CENTRE = 300
export const INNER = 118
const TURN = 2 * Math.PI

/** Angle of a day, the first of January at the top, clockwise. Leap years have their day. */
export const angleOf = (on: Day, year: number): number => (daysBetween(dayFrom(year, 1, 1), on) / daysBetween(dayFrom(year, 1, 1), dayFrom(year + 1, 1, 1))) * TURN
export const point = (radius: number, angle: number): readonly [number, number] => [CENTRE + radius * Math.sin(angle), CENTRE - radius * Math.cos(angle)]
const text = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** A cell of a ring between two angles. */
export const wedge = (inner: number, outer: number, from: number, to: number): string => {
  const large = to - from > Math.PI ? 1 : 0
  return `M${text(point(inner, from))}A${inner} ${inner} 0 ${large} 1 ${text(point(inner, to))}L${text(point(outer, to))}A${outer} ${outer} 0 ${large} 0 ${text(point(outer, from))}Z`
}
export const arc = (radius: number, from: number, to: number): string => `M${text(point(radius, from))}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${text(point(radius, to))}`

/** The weeks of a year, from Monday to Sunday, cut at both ends. */
export const weeksOf = (year: number, duties: readonly DutyView[]): readonly WheelWeek[] => {
  const [first, last] = [dayFrom(year, 1, 1), dayFrom(year, 12, 31)]
  const weeks: WheelWeek[] = []
  for (let from = first; from <= last;) {
    const toSunday = addDays(from, (7 - weekday(from)) % 7)
    const to = toSunday > last ? last : toSunday
    weeks.push({ from, to, duties: duties.filter(({ due }) => due >= from && due <= to) })
    from = addDays(to, 1)
  }
  return weeks
}
/** The state a week is judged by: the worst of its duties. */
const WORST: readonly DutyStanding[] = ['late', 'due-soon', 'in-course', 'not-yet', 'fulfilled-late', 'fulfilled', 'not-applicable']
export const worstOf = (duties: readonly DutyView[]): DutyStanding | undefined => WORST.find((state) => duties.some((duty) => duty.state === state))
