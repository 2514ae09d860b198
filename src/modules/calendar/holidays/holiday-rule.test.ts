import { day } from '#kernel'
import { describe, expect, test } from 'vitest'
import { easterSunday } from './easter.ts'
import { daysOf, movedToFriday, movedToMonday, readHolidayRule } from './holiday-rule.ts'

describe('Easter Sunday, against the published dates', () => {
  test.each(['2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '1943-04-25', '2285-03-22'])('%s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
  })
})

describe('Ley 19.668: to Monday', () => {
  test.each([
    ['2021-06-29', '2021-06-28', 'Tuesday'], ['2022-06-29', '2022-06-27', 'Wednesday'], ['2023-06-29', '2023-06-26', 'Thursday'],
    ['2018-10-12', '2018-10-15', 'Friday'], ['2024-06-29', '2024-06-29', 'Saturday'], ['2025-06-29', '2025-06-29', 'Sunday'], ['2026-06-29', '2026-06-29', 'Monday'],
  ])('%s is held on %s (%s)', (date, held) => { expect(movedToMonday(day(date))).toBe(held) })
})

describe('Ley 20.299: to Friday', () => {
  test.each([
    ['2023-10-31', '2023-10-27', 'Tuesday'], ['2018-10-31', '2018-11-02', 'Wednesday'], ['2024-10-31', '2024-10-31', 'Thursday'], ['2025-10-31', '2025-10-31', 'Friday'], ['2022-10-31', '2022-10-31', 'Monday'],
  ])('%s is held on %s (%s)', (date, held) => { expect(movedToFriday(day(date))).toBe(held) })
})

test('a day that is a holiday only on some days of the week', () => {
  const rule = { rule: 'when-weekday', date: '01-02', weekdays: [1] } as const
  expect(daysOf(rule, 2023)).toEqual(['2023-01-02'])
  expect(daysOf(rule, 2024)).toEqual([])
})

test('a rule of unknown shape is refused by name', () => {
  expect(() => readHolidayRule({ rule: 'lunar' }, 'calendar/holidays/x')).toThrow('El feriado calendar/holidays/x no tiene una regla conocida')
  expect(() => readHolidayRule({ rule: 'fixed', date: '02-31' }, 'calendar/holidays/x')).toThrow(TypeError)
  expect(() => readHolidayRule({ rule: 'dated', days: [{ date: '2026-02-30' }] }, 'calendar/holidays/x')).toThrow(TypeError)
})
