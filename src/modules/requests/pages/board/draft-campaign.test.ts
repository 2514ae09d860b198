import { expect, test } from 'vitest'
import type { Day } from '#kernel'
import { type DraftItem, groupsOf, openingMistakes } from './draft-campaign.ts'
import { periodChoices, usualPeriod } from './period-choices.ts'

const item = (id: string, unitId: string | null, out = false): DraftItem => ({ id, source: 'indicator', sourceTitle: '', subjectId: id, unitId, label: id, why: '', previous: '', kind: 'number', measure: '', out })
const units = [{ id: 'dom', name: 'Obras', addressee: { personId: null, name: '', post: 'Director de Obras', deputy: false, absentPost: '', hasAccount: false, hasEmail: false } }, { id: 'aseo', name: 'Aseo', addressee: null }]

test('se muestra por unidad, con lo que aún no tiene quién responda primero', () => {
  expect(groupsOf([item('a', 'dom'), item('b', null), item('c', 'aseo'), item('d', 'dom')], units).map(({ unitName, post, items }) => [unitName, post, items.length])).toEqual([['Sin unidad responsable', '', 1], ['Aseo', '', 1], ['Obras', 'Director de Obras', 2]])
})
test('no se abre sin título, fecha, algo que pedir y quién responda; lo dejado fuera no estorba', () => {
  const fields = (items: readonly DraftItem[], title = 'Campaña de julio', dueOn: string | null = '2026-07-31') => openingMistakes({ title, dueOn, items }).map(({ field }) => field)
  expect(fields([item('a', 'dom')])).toEqual([])
  expect(fields([item('a', 'dom'), item('b', null, true)])).toEqual([])
  expect(fields([item('b', null)], '', null)).toEqual(['title', 'dueOn', 'items'])
  expect(fields([item('a', 'dom', true)])).toEqual(['items'])
})
test('en julio se propone el semestre que acaba de terminar', () => {
  expect(usualPeriod('2026-07-22' as Day)).toBe('2026-1')
  expect(usualPeriod('2026-01-05' as Day)).toBe('2025-2')
  expect(periodChoices('2026-07-22' as Day).map(({ id }) => id).slice(0, 4)).toEqual(['2026-2', '2026-T3', '2026-1', '2026-T2'])
})
