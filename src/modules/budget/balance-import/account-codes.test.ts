import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadClassifier } from '#platform/law'
import { accountBook } from './account-codes.ts'

const accounts = loadClassifier()
const book = accountBook(accounts, [{ longCode: '215-22-05-001-001-000', name: 'ELECTRICIDAD EDIFICIO' }])
const long = (cell: string | number, expected?: 'income' | 'expenditure'): string => { const read = book.read(cell, expected); return read.is === 'account' ? read.long : read.is }

describe('codes as vendors write them', () => {
  it.each([
    ['215-21-01-001-000-000'], ['21-01-001-000-000'], ['215.21.01.001.000.000'], ['2152101001'], ['2152101001000000'], ['21 01 001'], ['21-1-1'], ["'215-21-01-001"], ['21521.01.001'], [2152101001], [2101001], ['21-01-001 SUELDOS Y SOBRESUELDOS'],
  ])('%s is 215-21-01-001-000-000', (cell) => expect(long(cell)).toBe('215-21-01-001-000-000'))

  it('gives back the zero Excel took, and reads decimals as levels', () => {
    expect(long(301001)).toBe('115-03-01-001-000-000')
    expect(long(21.04)).toBe('215-21-04-000-000-000')
    expect(long('08.03.001')).toBe('115-08-03-001-000-000')
  })
  it('tells totals, damaged codes and texts apart', () => {
    expect(['00-00-000-000-000', '215', '2.15210E+09', 'TOTAL', '', 'Pág. 3', '21-01-1234', '215-21-01-001-000-000-5'].map((cell) => book.read(cell).is)).toEqual(['total', 'total', 'mangled', 'none', 'none', 'none', 'none', 'none'])
    expect(book.read({ date: '2026-10-12' }).is).toBe('mangled')
  })
  it('says how each account stands', () => {
    const standing = (cell: string): string => { const read = book.read(cell); return read.is === 'account' ? read.standing : read.is }
    // 22-05-001 is in the classifier; -001 below is ours; -002 below is new; 22-77 and 77 exist nowhere.
    expect(['22-05-001', '22-05-001-001', '22-05-001-002', '22-77-001', '215-77-01', '35-01'].map(standing)).toEqual(['known', 'local', 'new', 'unknown', 'unknown', 'new'])
  })
})

it('every account of the classifier is read back from every way of writing it', () => {
  const ways: ((code: string) => string)[] = [
    (code) => code, (code) => code.replaceAll('-', '.'), (code) => code.replaceAll('-', ''), (code) => code.replaceAll('-', ' '), (code) => code.slice(4), (code) => code.slice(4).replaceAll('-', ''), (code) => code.replace(/(-0+)+$/, ''),
  ]
  fc.assert(fc.property(fc.constantFrom(...accounts), fc.constantFrom(...ways), (account, way) => {
    expect(long(way(account.longCode), account.kind)).toBe(account.longCode)
  }), { numRuns: 1000 })
})
it('the whole number Excel makes of a code without separators is read back', () => {
  fc.assert(fc.property(fc.constantFrom(...accounts), (account) => {
    expect(long(Number(account.longCode.replaceAll('-', '').slice(3)), account.kind)).toBe(account.longCode)
  }))
})
