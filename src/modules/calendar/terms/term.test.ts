import { type Day, addDays, day, daysBetween, halfYear, monthPeriod, weekday } from '#kernel'
import { loadLaw } from '#platform/law'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueOfHalfYearReport } from '../duties/half-year-report.ts'
import { businessCalendar, businessDayOnOrAfter, businessDayOnOrBefore, isBusinessDay } from './business-calendar.ts'
import { isNoticeInTime, latestSessionNotice } from './session-notice.ts'
import { addBusinessDays, addCalendarDays, businessDaysBetween, longestExtension, termEnd } from './term.ts'

const law = loadLaw()
const loncoche = businessCalendar(law, '09109')

describe('business days around Fiestas Patrias 2026 (Friday 18 and Saturday 19 September)', () => {
  // Mon 14, Tue 15, Wed 16, Thu 17 count; Fri 18 and Sat 19 are holidays; Sun 20; Mon 21 counts.
  test.each([['2026-09-14', 3, '2026-09-17'], ['2026-09-14', 4, '2026-09-21'], ['2026-09-17', 1, '2026-09-21'], ['2026-09-18', 5, '2026-09-25'], ['2026-09-19', 1, '2026-09-21'], ['2026-09-21', -1, '2026-09-17'], ['2026-09-21', -5, '2026-09-11']] as const)('%s and %i days is %s', (start, count, end) => {
    expect(addBusinessDays(day(start), count, loncoche)).toBe(end)
  })
  test('the 17 is a working Thursday and the 18 is not', () => {
    expect(isBusinessDay(day('2026-09-17'), loncoche)).toBe(true)
    expect(isBusinessDay(day('2026-09-18'), loncoche)).toBe(false)
    expect(loncoche.holidaysOn(day('2026-09-18')).map(({ title }) => title)).toEqual(['Independencia Nacional'])
  })
})

test('over the end of the year: Thursday 24 December 2026 and two days is Tuesday 29', () => {
  // Fri 25 holiday, Sat, Sun; Mon 28 is the first, Tue 29 the second.
  expect(addBusinessDays(day('2026-12-24'), 2, loncoche)).toBe('2026-12-29')
  // Thu 31 first; Fri 1 January holiday; Mon 4 second.
  expect(addBusinessDays(day('2026-12-30'), 2, loncoche)).toBe('2027-01-04')
})

describe('the end of a term (Ley 19.880, art. 25)', () => {
  test('months end on the equal date, or on the last day of the month', () => {
    expect(termEnd(day('2026-01-15'), { count: 6, unit: 'months' }, law, loncoche)).toBe('2026-07-15')
    // 31 January plus one month is Saturday 28 February 2026, so it moves to Monday 2 March.
    expect(termEnd(day('2026-01-31'), { count: 1, unit: 'months' }, law, loncoche)).toBe('2026-03-02')
    expect(termEnd(day('2024-02-29'), { count: 1, unit: 'years' }, law, loncoche)).toBe('2025-02-28')
  })
  test('30 calendar days from 19 August 2026 end on Friday 18 September and move to Monday 21', () => {
    expect(addCalendarDays(day('2026-08-19'), 30)).toBe('2026-09-18')
    expect(termEnd(day('2026-08-19'), { count: 30, unit: 'calendar-days' }, law, loncoche)).toBe('2026-09-21')
  })
  test('an extension is at most half the term: 5 days of 10, 2 of 5', () => {
    expect(longestExtension({ count: 10, unit: 'business-days' }, law, day('2026-01-01')).count).toBe(5)
    expect(longestExtension({ count: 5, unit: 'business-days' }, law, day('2026-01-01')).count).toBe(2)
  })
  test('a term of no days or of half a day is a mistake of the caller', () => {
    expect(() => termEnd(day('2026-01-01'), { count: 0, unit: 'business-days' }, law, loncoche)).toThrow(RangeError)
    expect(() => addBusinessDays(day('2026-01-01'), 1.5, loncoche)).toThrow(RangeError)
  })
})

describe('regional holidays', () => {
  test('20 August 2026 (Thursday) counts in Loncoche and not in Chillán', () => {
    const chillan = businessCalendar(law, '16101')
    expect(isBusinessDay(day('2026-08-20'), loncoche)).toBe(true)
    expect(isBusinessDay(day('2026-08-20'), chillan)).toBe(false)
    expect(addBusinessDays(day('2026-08-19'), 1, chillan)).toBe('2026-08-21')
    expect(isBusinessDay(day('2013-08-20'), chillan)).toBe(true)
  })
  test('7 June 2024 (Friday) does not count in Putre', () => {
    expect(isBusinessDay(day('2024-06-07'), businessCalendar(law, '15201'))).toBe(false)
    expect(isBusinessDay(day('2024-06-07'), loncoche)).toBe(true)
  })
})

describe('background of a budget modification, five business days before the session (LOCM art. 81)', () => {
  // Session Wed 23 September: back Tue 22, Mon 21, Thu 17, Wed 16, Tue 15.
  test('session of 23 September 2026: received by Tuesday 15', () => {
    expect(latestSessionNotice(day('2026-09-23'), law, loncoche)).toBe('2026-09-15')
    expect(isNoticeInTime(day('2026-09-15'), day('2026-09-23'), law, loncoche)).toBe(true)
    expect(isNoticeInTime(day('2026-09-16'), day('2026-09-23'), law, loncoche)).toBe(false)
  })
  test('an ordinary week: session on Friday 20 November 2026, received by Friday 13', () => {
    expect(latestSessionNotice(day('2026-11-20'), law, loncoche)).toBe('2026-11-13')
  })
  test('a session on Saturday 21 November 2026 is counted as on the Friday', () => {
    expect(latestSessionNotice(day('2026-11-21'), law, loncoche)).toBe('2026-11-13')
  })
})

describe('the half-year report', () => {
  test('first half of 2026: Friday 31 July', () => {
    expect(dueOfHalfYearReport(halfYear(2026, 1), law)).toMatchObject({ due: '2026-07-31', deliverBy: '2026-07-31', basis: { article: '21 letra c', confidence: 'M' } })
  })
  test('second half of 2026: Sunday 31 January 2027, so by Friday 29', () => {
    expect(dueOfHalfYearReport(halfYear(2026, 2), law, loncoche)).toMatchObject({ due: '2027-01-31', deliverBy: '2027-01-29' })
  })
  test('a month is no half-year', () => {
    expect(() => dueOfHalfYearReport(monthPeriod(2026, 6), law)).toThrow('No es un semestre: 2026-06')
  })
})

describe('properties', () => {
  const days = fc.integer({ min: 0, max: daysBetween(day('2020-01-01'), day('2030-11-30')) }).map((count): Day => addDays(day('2020-01-01'), count))
  const counts = fc.integer({ min: 1, max: 40 })
  const many = { numRuns: 300, seed: 20 }

  test('counting back the days added finds them all, and the end is a business day', () => {
    fc.assert(fc.property(days, counts, (start, count) => {
      const end = addBusinessDays(start, count, loncoche)
      return loncoche.isBusinessDay(end) && businessDaysBetween(start, end, loncoche) === count
    }), many)
  })
  test('adding in two steps is adding once, when the first step is made', () => {
    fc.assert(fc.property(days, counts, counts, (start, a, b) => addBusinessDays(addBusinessDays(start, a, loncoche), b, loncoche) === addBusinessDays(start, a + b, loncoche)), many)
  })
  test('from a business day, going and coming back is the same day', () => {
    fc.assert(fc.property(days, counts, (start, count) => {
      const from = businessDayOnOrAfter(start, loncoche)
      return addBusinessDays(addBusinessDays(from, count, loncoche), -count, loncoche) === from
    }), many)
  })
  test('a term never ends before its plain date nor on a day that does not count', () => {
    fc.assert(fc.property(days, counts, fc.constantFrom('business-days', 'calendar-days', 'months', 'years' as const), (start, count, unit) => {
      const term = { count: unit === 'years' ? 1 : Math.min(count, 12), unit } as const
      const end = termEnd(start, term, law, loncoche)
      return loncoche.isBusinessDay(end) && end > start
    }), many)
  })
  test('no Saturday nor Sunday ever counts, and the nearest business days enclose the day', () => {
    fc.assert(fc.property(days, (on) => {
      const weekend = weekday(on) === 0 || weekday(on) === 6
      return !(weekend && loncoche.isBusinessDay(on)) && businessDayOnOrBefore(on, loncoche) <= on && businessDayOnOrAfter(on, loncoche) >= on
    }), many)
  })
  test('five business days always pass between the latest notice and the session', () => {
    fc.assert(fc.property(days, (on) => {
      const session = businessDayOnOrAfter(on, loncoche)
      return businessDaysBetween(latestSessionNotice(session, law, loncoche), session, loncoche) === 5
    }), many)
  })
})
