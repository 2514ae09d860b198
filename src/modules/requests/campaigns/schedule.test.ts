import { expect, test } from 'vitest'
import { businessCalendar } from '#calendar'
import { type Day, halfYear } from '#kernel'
import { loadLaw } from '#platform/law'
import { usually } from '#registry'
import { requestHabits } from '../practices.ts'
import { expiryOf, linkStands } from '../links/link.ts'
import { lateDays, reminderDays, suggestedDue } from './schedule.ts'

const calendar = businessCalendar(loadLaw(), '09109')
const usual = usually(requestHabits)

test('ocho días hábiles desde el siguiente, sin sábados, domingos ni festivos', () => {
  // From Wednesday 1 July 2026: 2, 3, 6, 7, 8, 9, 10 and 13 July; the 16th (Virgen del Carmen) is not reached.
  expect(suggestedDue(halfYear(2026, 1), '2026-07-01' as Day, calendar, usual)).toBe('2026-07-13')
  // From 10 July: 13, 14, 15, 17 (the 16th is a holiday), 20, 21, 22 and 23 July.
  expect(suggestedDue(halfYear(2026, 1), '2026-07-10' as Day, calendar, usual)).toBe('2026-07-23')
})
test('no vence antes de que termine el período', () => {
  // From 30 June: 1, 2, 3, 6, 7, 8, 9 and 10 July, though it is asked in May.
  expect(suggestedDue(halfYear(2026, 1), '2026-05-04' as Day, calendar, usual)).toBe('2026-07-10')
})
test('se recuerda tres días y un día hábil antes, y el siguiente al vencimiento', () => {
  expect(reminderDays('2026-07-01' as Day, '2026-07-17' as Day, calendar, usual)).toEqual(['2026-07-13', '2026-07-15', '2026-07-20'])
  expect(reminderDays('2026-07-15' as Day, '2026-07-17' as Day, calendar, usual)).toEqual(['2026-07-20'])
  // The office that reminds five days before and not on the eve: from Friday 17 back, 15, 14, 13, 10 and 9 July.
  expect(reminderDays('2026-07-01' as Day, '2026-07-17' as Day, calendar, { firstReminder: 5, lastReminder: 0, silenceNotice: 1 })).toEqual(['2026-07-09', '2026-07-20'])
})
test('el atraso se cuenta en días hábiles', () => {
  expect(lateDays('2026-07-15' as Day, '2026-07-15' as Day, calendar)).toBe(0)
  expect(lateDays('2026-07-15' as Day, '2026-07-17' as Day, calendar)).toBe(1)
  expect(lateDays('2026-07-15' as Day, '2026-07-10' as Day, calendar)).toBe(0)
})
test('un enlace dura diez días hábiles más que el plazo, y deja de servir usado, anulado o vencido', () => {
  // From Friday 17 July: 20 to 24 and 27 to 31 July.
  expect(expiryOf('2026-07-17' as Day, '2026-07-01' as Day, calendar, usual)).toBe('2026-07-31')
  const on = '2026-07-31' as Day
  expect(linkStands({ endedBy: null, expiresOn: on }, on)).toBe('open')
  expect(linkStands({ endedBy: null, expiresOn: on }, '2026-08-01' as Day)).toBe('dead')
  expect(linkStands({ endedBy: 'used', expiresOn: on }, on)).toBe('used')
  expect(linkStands({ endedBy: 'revoked', expiresOn: on }, on)).toBe('dead')
  expect(linkStands(undefined, on)).toBe('dead')
})
