import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisMarks, scale } from './scale.ts'

describe('axis', () => {
  test.each([[0, 6000, [0, 2000, 4000, 6000]], [0, 98.9, [0, 25, 50, 75, 100]], [-30, 50, [-40, -20, 0, 20, 40, 60]], [3, 3, [0, 1, 2, 3]], [0, 0, [0, 1]]])('%d to %d', (least, most, marks) => expect(axisMarks(least, most)).toEqual(marks))
  test('always contains zero and both ends', () => fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.double({ min: -1e12, max: 1e12, noNaN: true }), (a, b) => {
    fc.pre(Math.abs(a) > 1e-6 && Math.abs(b) > 1e-6)
    const marks = axisMarks(Math.min(a, b), Math.max(a, b))
    expect(marks).toContain(0)
    expect(marks[0]).toBeLessThanOrEqual(Math.min(a, b, 0) + 1e-6 * Math.abs(a))
    expect(marks.at(-1)).toBeGreaterThanOrEqual(Math.max(a, b, 0) - 1e-6 * Math.abs(b))
    expect(marks.length).toBeLessThanOrEqual(7)
  })))
  test('a scale maps its ends and its middle', () => expect([0, 5, 10].map(scale(0, 10, 100, 0))).toEqual([100, 50, 0]))
})
