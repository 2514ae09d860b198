import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, edges, readClipboard, writeClipboard } from './selection.ts'

describe('clipboard', () => {
  test('what Excel copies: tabs, lines and a final line break', () => expect(readClipboard('31.204\t30.118\r\n3.110\t\r\n')).toEqual([['31.204', '30.118'], ['3.110', '']]))
  test('a quoted cell keeps its line break', () => expect(readClipboard('"dos\nlíneas"\t"dice ""hola"""')).toEqual([['dos\nlíneas', 'dice "hola"']]))
  test('a quote that is only a letter stays, as Excel copies it', () => expect(readClipboard('"El Roble" sede\t1\r\n')).toEqual([['"El Roble" sede', '1']]))
  test('what is written is read back', () => fc.assert(fc.property(
    fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', '1', '.', '\t', '\n', '"', 'ñ') }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    (cells) => { expect(readClipboard(writeClipboard(cells))).toEqual(cells) },
  )))
})
test('a range drawn backwards covers the same cells', () => {
  const range = { anchor: { row: 5, column: 3 }, head: { row: 2, column: 1 } }
  expect(edges(range)).toEqual({ top: 2, bottom: 5, left: 1, right: 3 })
  expect(covers(range, { row: 3, column: 2 })).toBe(true)
  expect(covers(range, { row: 6, column: 2 })).toBe(false)
})
