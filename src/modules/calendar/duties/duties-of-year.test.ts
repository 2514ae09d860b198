import { loadLaw } from '#platform/law'
import { expect, test } from 'vitest'
import { businessCalendar } from '../terms/business-calendar.ts'
import { dutiesOfYear } from './duties-of-year.ts'

const law = loadLaw()
const calendar = businessCalendar(law, '09109')
const datesIn = (year: number, duty: string): string[] => dutiesOfYear(year, law, calendar).filter(({ id }) => id === `calendar/duties/${duty}`).map(({ due }) => due)

test('fixed dates of 2026: budget, its vote and the annual account', () => {
  const found = dutiesOfYear(2026, law, calendar)
  expect(found.find(({ id }) => id === 'calendar/duties/bud-01')).toMatchObject({ opens: '2026-10-01', due: '2026-10-07', prepares: ['SECPLA', 'DAF'], period: { id: '2026' } })
  expect(datesIn(2026, 'bud-04')).toEqual(['2026-12-14'])
  expect(found.find(({ id }) => id === 'calendar/duties/cp-01')).toMatchObject({ due: '2026-04-30', consequence: 'Causal de notable abandono de deberes' })
})

test('half-year reports due in 2026: the second half of 2025 and the first of 2026', () => {
  expect(dutiesOfYear(2026, law, calendar).filter(({ id }) => id.endsWith('/eval-01')).map(({ period, due, deliverBy }) => [period.id, due, deliverBy])).toEqual([
    // 31 January 2026 is a Saturday.
    ['2025-2', '2026-01-31', '2026-01-30'], ['2026-1', '2026-07-31', '2026-07-31'],
  ])
})

test('Control reports thirty days after each quarter', () => {
  // 31 Dec 2025, 31 Mar, 30 Jun and 30 Sep 2026 plus 30 days; the fourth quarter of 2026 falls due in 2027.
  expect(datesIn(2026, 'ctrl-01')).toEqual(['2026-01-30', '2026-04-30', '2026-07-30', '2026-10-30'])
})

test('eight business days after August 2026 is Thursday 10 September; after December 2025, Tuesday 13 January', () => {
  // September: 1, 2, 3, 4, 7, 8, 9, 10. January (1 is a holiday): 2, 5, 6, 7, 8, 9, 12, 13.
  const due = datesIn(2026, 'cgr-01')
  expect(due).toHaveLength(12)
  expect(due).toContain('2026-09-10')
  expect(due[0]).toBe('2026-01-13')
})

test('a date given once belongs to its year only', () => {
  expect(datesIn(2025, 'cc-01')).toEqual(['2025-06-13'])
  expect(datesIn(2026, 'cc-01')).toEqual([])
})

test('duties are in date order and each falls in the year', () => {
  const due = dutiesOfYear(2027, law, calendar).map((duty) => duty.due)
  expect(due).toEqual([...due].sort())
  expect(due.every((on) => on.startsWith('2027-'))).toBe(true)
  expect(due.length).toBeGreaterThan(50)
})
