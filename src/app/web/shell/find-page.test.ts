import { expect, test } from 'vitest'
import type { PageRoute } from '../../../design/page-route.ts'
import { doorAt, findPage } from './find-page.ts'

const page = (path: string): PageRoute => ({ path, door: 'budget', title: path, load: () => Promise.reject(new Error('no se abre')) })
const pages = [page('/presupuestar/pagos/$id'), page('/presupuestar/pagos/nuevo'), page('/ayuda/problemas/$')]

test('a fixed address wins over a parameter', () => expect(findPage(pages, '/presupuestar/pagos/nuevo')?.title).toBe('/presupuestar/pagos/nuevo'))
test('a parameter takes one part', () => {
  expect(findPage(pages, '/presupuestar/pagos/345/')?.title).toBe('/presupuestar/pagos/$id')
  expect(findPage(pages, '/presupuestar/pagos/345/otro')).toBeUndefined()
})
test('a lone sign takes the rest', () => expect(findPage(pages, '/ayuda/problemas/budget/over')?.title).toBe('/ayuda/problemas/$'))
test('an unknown page still opens its door', () => {
  expect(doorAt(pages, '/invertir/nada')).toBe('invest')
  expect(doorAt(pages, '/otra')).toBeUndefined()
})
