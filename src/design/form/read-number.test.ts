import { describe, expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

describe('a number as the office writes it', () => {
  test.each([
    ['1.234.567', 1234567], ['1234567', 1234567], ['$ 1.200', 1200], ['M$ 84.300', 84300], ['1.234,5', 1234.5], ['0,25', 0.25],
    ['−500', -500], ['-500', -500], ['17.240-', -17240], ['(3.000)', -3000], ['0', 0], ['−0', 0],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value))
  test.each(['', 'doce', '1.23', '1,2,3', '12.3456', '1.234.56', '--5'])('«%s» is none', (text) => expect(readNumber(text)).toBeUndefined())
})
