import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '#kernel'
import { sheetFrom } from '../../../platform/spreadsheets/index.ts'
import { numberStyles, readAmount, readWritten } from './amounts.ts'

const DOTS = { thousands: '.', sure: true } as const
const COMMAS = { thousands: ',', sure: true } as const
const UNSURE = { thousands: '.', sure: false } as const

describe('amounts as vendors write them', () => {
  it.each([
    ['1.234.567', 1_234_567], ['1,234,567', 1_234_567], ['1.234.567-', -1_234_567], ['(1.234)', -1234], ['$ 1.234', 1234], ['$-1.234', -1234], ['−500', -500], [' 12 345 ', 12_345], ['0', 0], ['-', 0], ['1.234,00', 1234], ['1,234.00', 1234], ["'1.234", 1234],
  ])('«%s» is %d pesos', (text, value) => expect(readAmount(text, 'pesos', DOTS)).toBe(value))

  it.each([
    ['1.234', 1_234_000, DOTS], ['1.234,567', 1_234_567, DOTS], ['1,234.5', 1_234_500, COMMAS], [1234.567, 1_234_567, DOTS], [0.001, 1, DOTS],
  ] as const)('%s in M$ is %d pesos', (cell, value, style) => expect(readAmount(cell, 'thousands', style)).toBe(value))

  it('refuses what is no amount, and any fraction of a peso', () => {
    expect(['ver nota', '1.23.456', '12a', '--5', '(5', '1-2'].map((text) => readAmount(text, 'pesos', DOTS))).toEqual(['text', 'text', 'text', 'text', 'text', 'text'])
    expect([readAmount(1234.5, 'pesos', DOTS), readAmount('1.234,5', 'pesos', DOTS), readAmount('1,2345', 'thousands', DOTS), readAmount(1.23456, 'thousands', DOTS)]).toEqual(['fraction', 'fraction', 'fraction', 'fraction'])
    expect([readAmount(null, 'pesos', DOTS), readAmount('  ', 'pesos', DOTS), readAmount({ error: '#REF!' }, 'pesos', DOTS), readAmount(true, 'pesos', DOTS), readAmount({ percent: 0.5 }, 'pesos', DOTS)]).toEqual(['empty', 'empty', 'error', 'text', 'text'])
    // Noise of binary sums: 0.1 + 0.2 thousands is 300 pesos.
    expect(readAmount(0.1 + 0.2, 'thousands', DOTS)).toBe(300)
  })

  it('«1.996» is decided by the other numbers of its column, then by those of the sheet', () => {
    const sheet = sheetFrom('x', [['1.996', '1.996', '1.996'], ['12.345.678', '1,234.50', '2.500']])
    const styles = numberStyles(sheet, [0, 1, 2], 0)
    expect([styles.get(0), styles.get(1)]).toEqual([DOTS, COMMAS])
    expect(readAmount('1.996', 'thousands', DOTS)).toBe(1_996_000)
    expect(readAmount('1.996', 'thousands', COMMAS)).toBe(1996)
    // One column for each style: the third cannot lean on them, and in M$ it is not guessed.
    expect(styles.get(2)).toEqual(UNSURE)
    expect(readAmount('1.996', 'thousands', UNSURE)).toBe('ambiguous')
    expect(readAmount('1.996', 'pesos', UNSURE)).toBe(1996)
  })
})

describe('properties', () => {
  const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
  const dotted = (value: number): string => formatNumber(Math.abs(value))
  it('any amount survives every way of writing it', () => {
    fc.assert(fc.property(amount, (value) => {
      const minus = (text: string, how: (text: string) => string): string => (value < 0 ? how(text) : text)
      const plainText = String(Math.abs(value))
      for (const [text, style] of [[dotted(value), DOTS], [dotted(value).replaceAll('.', ','), COMMAS], [plainText, DOTS], [`${dotted(value)},00`, DOTS]] as const) {
        for (const how of [(said: string) => `-${said}`, (said: string) => `${said}-`, (said: string) => `(${said})`, (said: string) => `$ -${said}`]) expect(readAmount(minus(text, how), 'pesos', style)).toBe(value)
      }
      expect(readAmount(value, 'pesos', DOTS)).toBe(value)
    }))
  })
  it('thousands with three decimals give back the same pesos', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (value) => {
      const text = `${value < 0 ? '-' : ''}${formatNumber(Math.trunc(Math.abs(value) / 1000))},${String(Math.abs(value) % 1000).padStart(3, '0')}`
      expect(readAmount(text, 'thousands', DOTS)).toBe(value)
      expect(readAmount(value / 1000, 'thousands', DOTS)).toBe(value)
    }))
  })
  it('no text at all makes it throw, and a reading is digits only', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const read = readWritten(text, '.')
      if (read) expect(`${read.whole}${read.fraction}`).toMatch(/^\d+$/)
    }))
  })
})
