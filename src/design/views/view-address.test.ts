import { expect, test } from 'vitest'
import { mergeSearch } from '../address/address.tsx'
import { viewPatch, viewText } from './view-address.ts'

test('una vista es una dirección: la página no cuenta y el orden de escribirla tampoco', () => {
  expect(viewText({ texto: 'ñandú & cía', orden: '-costo', pagina: '3' })).toBe('orden=-costo&texto=%C3%B1and%C3%BA+%26+c%C3%ADa')
  expect(viewText({ orden: '-costo', texto: 'ñandú & cía' })).toBe(viewText({ texto: 'ñandú & cía', orden: '-costo', pagina: '9' }))
  expect(viewText({})).toBe('')
})
test('mostrarla deja exactamente sus filtros y fechas', () => {
  const now = { estado: 'late', pagina: '4', vigente: '2026-05-31' }
  const kept = { texto: 'ñandú & cía', conocido: '2026-06-30' }
  expect(mergeSearch(now, viewPatch(now, viewText(kept)))).toEqual(kept)
  expect(mergeSearch(now, viewPatch(now, ''))).toEqual({})
})
