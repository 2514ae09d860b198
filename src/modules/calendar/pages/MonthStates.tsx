import { addMonths, type Day, day, monthNames } from '#kernel'
import { useApi, useAsOf } from '#design'
import { type BoardMonth, type BoardView, type FunctionState, functionWords } from '../contract.ts'
import { functionLook, monthOfText } from './words.ts'

const WIDTH = 12
const HEIGHT = 12
const short = (month: string): string => (monthNames[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)

export type MonthStanding = { readonly month: string; readonly states: Readonly<Record<string, FunctionState>> | undefined }

/** The six months to the day of the board: five ends that have passed, asked one by one so that none waits for another, and the day itself. */
export const useSixMonths = (board: BoardView | undefined): readonly MonthStanding[] => {
  const { effectiveOn, knownOn } = useAsOf()
  const on: Day | undefined = board?.on
  const month = (back: number): string => (on ? addMonths(day(`${on.slice(0, 7)}-01`), -back).slice(0, 7) : '')
  const ask = (back: number) => useApi<BoardMonth>('calendar/mandate-month', { month: month(back), effectiveOn, knownOn }, { enabled: on !== undefined })
  const past = [ask(5), ask(4), ask(3), ask(2), ask(1)]
  if (!board) return []
  return [...past.map(({ data }, index) => ({ month: month(5 - index), states: data?.month === month(5 - index) ? data.states : undefined })), { month: month(0), states: Object.fromEntries(board.functions.map(({ code, state }) => [code, state])) }]
}
export const sixMonthsTitle = (months: readonly MonthStanding[]): string => {
  const [first, last] = [months[0], months.at(-1)]
  const [from, to] = [first ? short(first.month) : '', last ? short(last.month) : '']
  return from ? `${from[0]?.toUpperCase() ?? ''}${from.slice(1)} a ${to}` : 'Seis meses'
}
const wordOf = ({ states }: MonthStanding, code: string): string => { const state = states?.[code]; return state ? functionWords[state] : 'sin registro' }
/** «feb al día, mar por vencer…», for those who do not see the strip and for the sheet. */
export const monthsText = (months: readonly MonthStanding[], code: string): string => months.map((one) => `${short(one.month)} ${wordOf(one, code)}`).join(', ')

/** A mark for each month: low bar al día, hollow por vencer, full and tall atrasada. The shape says it without the colour. */
export const MonthStates = ({ months, code }: { months: readonly MonthStanding[]; code: string }) => (
  <svg className="month-states" viewBox={`0 0 ${months.length * WIDTH} ${HEIGHT}`} role="img" aria-label={monthsText(months, code)}>
    {months.map((one, index) => {
      const state = one.states?.[code]
      const x = index * WIDTH + 1
      return (
        <g key={one.month} className={state ? `tone-${functionLook[state].tone}` : undefined}>
          <title>{`${monthOfText(one.month)}: ${wordOf(one, code)}`}</title>
          <rect className="hit" x={index * WIDTH} y="0" width={WIDTH} height={HEIGHT} />
          {state === 'on-track' && <rect className="full" x={x} y="6" width={WIDTH - 2} height="4" />}
          {state === 'due-soon' && <rect className="hollow" x={x + 0.75} y="3.75" width={WIDTH - 3.5} height="5.5" />}
          {state === 'overdue' && <rect className="full" x={x} y="1" width={WIDTH - 2} height="10" />}
          {(state === undefined || state === 'unavailable') && <rect className="none" x={x + 3} y="7.5" width={WIDTH - 8} height="1" />}
        </g>
      )
    })}
  </svg>
)
