import { describe, expect, test } from 'vitest'
import type { NarrativeBlock } from './blocks.ts'
import { compareVersions, mergeVersions } from './merge.ts'

const p = (id: string, text: string): NarrativeBlock => ({ type: 'paragraph', id, content: [{ type: 'text', text }] })
const base = [p('a', 'uno'), p('b', 'dos'), p('c', 'tres')]

test('el orden de las claves que devuelve la base no es una diferencia', () => {
  const stored = JSON.parse('[{"id":"a","type":"paragraph","content":[{"text":"uno","type":"text"}]}]') as NarrativeBlock[]
  expect(compareVersions([p('a', 'uno')], [p('a', 'uno')], stored)[0]?.same).toBe(true)
})

describe('dos personas escriben la misma sección', () => {
  test('cada párrafo cambiado por una sola se propone de quien lo cambió', () => {
    const rows = compareVersions(base, [p('a', 'uno mío'), p('b', 'dos'), p('c', 'tres')], [p('a', 'uno'), p('b', 'dos'), p('c', 'tres suyo')])
    expect(rows.map(({ id, same, suggested }) => [id, same, suggested])).toEqual([['a', false, 'mine'], ['b', true, undefined], ['c', false, 'theirs']])
    expect(mergeVersions(rows, {})).toEqual([p('a', 'uno mío'), p('b', 'dos'), p('c', 'tres suyo')])
  })
  test('cambiado por ambas no se propone nada, y sin elegir se conserva lo propio', () => {
    const rows = compareVersions(base, [p('a', 'mío'), base[1] as NarrativeBlock, base[2] as NarrativeBlock], [p('a', 'suyo'), base[1] as NarrativeBlock, base[2] as NarrativeBlock])
    expect(rows[0]?.suggested).toBeUndefined()
    expect(mergeVersions(rows, {})[0]).toEqual(p('a', 'mío'))
    expect(mergeVersions(rows, { a: 'theirs' })[0]).toEqual(p('a', 'suyo'))
  })
  test('lo agregado por cada una queda en su lugar y lo borrado por la otra se respeta', () => {
    const rows = compareVersions(base, [base[0] as NarrativeBlock, p('x', 'nuevo mío'), base[1] as NarrativeBlock, base[2] as NarrativeBlock], [base[0] as NarrativeBlock, base[1] as NarrativeBlock, p('y', 'nuevo suyo')])
    expect(mergeVersions(rows, {}).map(({ id }) => id)).toEqual(['a', 'x', 'b', 'y'])
  })
})
