import { expect, test } from 'vitest'
import { rankSimilar, topicsOf } from './similar.ts'
import { middle } from './year-table.ts'

test('las palabras vacías y las terminaciones no distinguen preguntas', () => {
  expect([...topicsOf('Se solicita la población por edades')]).toEqual([...topicsOf('poblaciones según edad')])
})
test('la misma pregunta dicha de otro modo es la primera; otra cosa no aparece', () => {
  const known = [
    { value: 'a', text: 'Población por edad y sexo de Loncoche para el PLADECO' }, { value: 'b', text: 'Población rural' }, { value: 'c', text: 'Matrícula escolar por establecimiento' }, { value: 'd', text: 'Patentes comerciales vigentes' },
  ]
  const found = rankSimilar('necesito la población de Loncoche por edades y sexos', known)
  expect(found[0]?.value).toBe('a')
  expect(found.map(({ value }) => value)).not.toContain('c')
  expect(rankSimilar('bacheo de calles', known)).toEqual([])
})
test('la mediana de los días', () => {
  expect([middle([]), middle([5]), middle([1, 9, 2]), middle([1, 2, 3, 10])]).toEqual([null, 5, 2, 2.5])
})
