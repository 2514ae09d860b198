import { expect, test } from 'vitest'
import { DimensionShape } from '../../model/structure.ts'
import { insideOf, modesOf } from './picker-modes.ts'

const dimension = DimensionShape.parse({ key: 'comuna', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche', parent: '091' }, { code: '09101', label: 'Temuco', parent: '091' }, { code: '09201', label: 'Angol', parent: '092' }] })
const above = [{ code: '091', label: 'Cautín', level: 'province', parent: '09' }, { code: '092', label: 'Malleco', level: 'province', parent: '09' }, { code: '09', label: 'La Araucanía', level: 'region' }]

test('dentro de una provincia, sus comunas; dentro de la región, también sus comunas', () => {
  expect(insideOf('091', dimension, above)).toEqual({ kind: 'children', of: '091' })
  expect(insideOf('09', dimension, above)).toEqual({ kind: 'codes', codes: ['09109', '09101', '09201'] })
})
test('los niveles se ofrecen sólo cuando se puede sumar', () => {
  expect(modesOf(dimension, above, true, { kind: 'all' }).map(({ title, pressed }) => `${title}${pressed ? ' ✓' : ''}`)).toEqual(['Todos ✓', 'Provincias', 'Regiones'])
  expect(modesOf(dimension, above, false, undefined).map(({ title }) => title)).toEqual(['Todos'])
})
