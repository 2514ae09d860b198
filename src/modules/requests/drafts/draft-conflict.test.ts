import { expect, test } from 'vitest'
import { fits } from './draft-conflict.ts'

const said = { value: 12, text: '', noNews: false, comment: 'Acta 3', fileHash: null }
const kept = { ...said, revision: 'r2' }

test('cabe sobre la marca que se vio, o donde no había nada y nada se vio', () => {
  expect(fits('r2', { ...said, value: 13 }, kept)).toBe(true)
  expect(fits(null, said, undefined)).toBe(true)
})
test('no cabe sobre lo que otra persona guardó después, ni donde alguien lo borró', () => {
  expect(fits('r1', { ...said, value: 13 }, kept)).toBe(false)
  expect(fits(null, { ...said, comment: '' }, kept)).toBe(false)
  expect(fits('r1', said, undefined)).toBe(false)
})
test('lo mismo dicho dos veces no es un conflicto', () => {
  expect(fits('r1', said, kept)).toBe(true)
})
