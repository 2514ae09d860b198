import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeMatches, readVerificationCode, verificationCode } from './verification-code.ts'

const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

// 0842108421 0842 is 00001 eleven times and one bit. Powers of 2 in GF(32) with x⁵+x²+1: 2 4 8 16 5 10 20 13 26 17 7; their sum (xor) is 4.
test('worked by hand', () => {
  expect(verificationCode('08421084210842'.padEnd(64, '0'))).toBe('1111-1111-1114')
  expect(verificationCode('0'.repeat(64))).toBe('0000-0000-0000')
})

test('is read as people type it', () => {
  expect(readVerificationCode(' llll iiii 1114 ')).toBe('1111-1111-1114')
  expect(readVerificationCode('oooo-oooo-oooo')).toBe('0000-0000-0000')
  expect(readVerificationCode('1111-1111-1115')).toBeUndefined()
  expect(readVerificationCode('1111-1111-111')).toBeUndefined()
  expect(readVerificationCode('1111-1111-111U')).toBeUndefined()
})

test('comes back from any fingerprint', () => fc.assert(fc.property(hex, (print) => {
  expect(readVerificationCode(verificationCode(print).toLowerCase())).toBe(verificationCode(print))
  expect(codeMatches(verificationCode(print), print)).toBe(true)
})))

test('one wrong character is always noticed', () => fc.assert(fc.property(hex, fc.nat(11), fc.constantFrom(...ALPHABET), (print, at, character) => {
  const plain = verificationCode(print).replace(/-/g, '')
  fc.pre(plain[at] !== character)
  expect(readVerificationCode(plain.slice(0, at) + character + plain.slice(at + 1))).toBeUndefined()
})))

test('two exchanged characters are always noticed', () => fc.assert(fc.property(hex, fc.nat(10), fc.nat(10), (print, a, b) => {
  const letters = [...verificationCode(print).replace(/-/g, '')]
  fc.pre(letters[a] !== letters[b])
  ;[letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? '']
  expect(readVerificationCode(letters.join(''))).toBeUndefined()
})))
