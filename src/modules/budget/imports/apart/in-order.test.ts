import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newLine } from '../../lines/line.ts'
import { inOrder } from './in-order.ts'

const line = newLine({ year: 2026, account: '215-22-05-001-000-000' })
const withId = (id: string) => ({ ...line, id })

test('los que comparten sus primeras cifras quedan también en orden', () => {
  const ids = ['ffffffff-f', 'aaaaaaaa-a9', 'aaaaaaaa-a1', 'aaaaaaaa-a5', '00000000-0'].map((id) => `${id}${'0'.repeat(36 - id.length)}`)
  expect(inOrder(ids.map(withId)).map(({ id }) => id)).toEqual([ids[4], ids[2], ids[3], ids[1], ids[0]])
})

test('es el orden de los textos', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), (ids) => {
    expect(inOrder(ids.map(withId)).map(({ id }) => id)).toEqual([...ids].sort())
  }))
})
