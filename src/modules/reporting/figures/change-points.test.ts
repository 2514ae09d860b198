import { expect, test } from 'vitest'
import fc from 'fast-check'
import { changePoints } from './change-points.ts'

const same = (a: number, b: number) => a === b

test('finds the steps at which a value changed, in order, looking at few of them', async () => {
  let looks = 0
  const steps = Array.from({ length: 1000 }, (_, index) => index + 1)
  const value = (at: number) => (at >= 700 ? 30 : at >= 12 ? 20 : 10)
  const found = await changePoints(steps, 10, same, (at) => { looks += 1; return Promise.resolve(value(at)) })
  expect(found).toEqual([{ at: 12, value: 20 }, { at: 700, value: 30 }])
  // Two changes among a thousand: about two searches by halves (2 × log2 1000 = 20).
  expect(looks).toBeLessThan(30)
})
test('nothing changed, nothing recorded, or no looks left', async () => {
  expect(await changePoints([1, 2, 3], 5, same, () => Promise.resolve(5))).toEqual([])
  expect(await changePoints([], 5, same, () => Promise.resolve(6))).toEqual([])
  expect(await changePoints([1, 2, 3, 4], 5, same, () => Promise.resolve(6), { budget: 0, end: 6 })).toEqual([{ at: 4, value: 6 }])
})
test('a value that only grows is explained at every step where it grew', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }), async (growth) => {
    let total = 0
    const values = growth.map((more) => (total += more))
    const expected = values.flatMap((value, index) => (value !== (values[index - 1] ?? 0) ? [{ at: index, value }] : []))
    expect(await changePoints(values.map((_, index) => index), 0, same, (at) => Promise.resolve(values[at] ?? 0), { budget: 1000 })).toEqual(expected)
  }))
})
