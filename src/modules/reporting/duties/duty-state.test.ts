import { expect, test } from 'vitest'
import type { Day } from '#kernel'
import { dutyState } from './duty-state.ts'

const due = '2026-07-31' as Day
const on = (text: string) => text as Day

test('only a delivery fulfils; issuing does not, and the day after the date it is overdue even when issued', () => {
  expect(dutyState({ due, today: on('2026-07-22'), issued: false })).toEqual({ state: 'pending', late: false })
  expect(dutyState({ due, today: on('2026-07-31'), issued: true })).toEqual({ state: 'issued', late: false })
  expect(dutyState({ due, today: on('2026-08-01'), issued: true })).toEqual({ state: 'overdue', late: true })
  expect(dutyState({ due, today: on('2026-08-20'), issued: true, deliveredOn: on('2026-07-31') })).toEqual({ state: 'fulfilled', late: false })
  expect(dutyState({ due, today: on('2026-08-20'), issued: true, deliveredOn: on('2026-08-01') })).toEqual({ state: 'fulfilled', late: true })
})
