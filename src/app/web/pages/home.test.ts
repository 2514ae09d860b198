import { day } from '#kernel'
import { expect, test } from 'vitest'
import { type Due, dueKnot, stretches, whenText } from './home.ts'

const today = day('2026-07-22')
const due = (id: string, on: string, state = 'pending'): Due => ({ id, title: id, due: day(on), state, href: '/' })

test('debts fall in their stretch, in order of date, and none is lost', () => {
  const list = stretches([due('e', '2026-12-14'), due('b', '2026-07-23'), due('a', '2026-07-17'), due('c', '2026-07-29'), due('d', '2026-07-30'), due('f', '2026-08-21')], today)
  expect(list.map(({ title, dues }) => [title, dues.map(({ id }) => id).join('')])).toEqual([['Atrasado', 'a'], ['Hoy y mañana', 'b'], ['Próximos siete días', 'c'], ['Próximos treinta días', 'df'], ['Más adelante', 'e']])
})
test.each([['2026-07-22', 'hoy'], ['2026-07-23', 'mañana'], ['2026-07-21', 'hace 1 día corrido'], ['2026-07-31', 'en 9 días corridos']])('%s is %s', (on, text) => expect(whenText(day(on), today)).toBe(text))
test('what is late is a diamond whatever its state says, unless it is done', () => {
  expect(dueKnot(due('a', '2026-07-17', 'started'), today)).toBe('bad')
  expect(dueKnot(due('a', '2026-07-17', 'done'), today)).toBe('done')
  expect(dueKnot(due('a', '2026-07-24', 'started'), today)).toBe('half')
})
