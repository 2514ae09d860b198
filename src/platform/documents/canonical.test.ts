import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson, fingerprint } from './canonical.ts'
import { sampleBody } from './testing/sample.ts'

// RFC 8785, section 3.2.2 (input) and 3.2.3 (output).
const SAMPLE = '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}'
const CANONICAL = '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'

test('the example of the standard', () => expect(canonicalJson(JSON.parse(SAMPLE))).toBe(CANONICAL))

// RFC 8785, section 3.2.3: keys are ordered by UTF-16 units, so «€» (20ac) comes after «ö» (f6) and before the emoji (d83d).
test('keys in the order of the standard', () => {
  const sorted = canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })
  expect([...sorted.matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('2467153')
})

test('the fingerprint is the SHA-256 of the canonical text and does not see the order of keys', () => {
  const body = sampleBody()
  const shuffled = JSON.parse(JSON.stringify(body), (_, value: unknown) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value)) as typeof body
  expect(JSON.stringify(shuffled)).not.toBe(JSON.stringify(body))
  expect(fingerprint(shuffled)).toBe(fingerprint(body))
  expect(fingerprint(body)).toBe(createHash('sha256').update(canonicalJson(body)).digest('hex'))
  expect(fingerprint({ ...body, title: `${body.title} ` })).not.toBe(fingerprint(body))
})

test('a number without one writing is a named problem', () => expect(() => canonicalJson({ a: Number.NaN })).toThrowError(/huella/))
