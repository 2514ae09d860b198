import { expect, test } from 'vitest'
import { readQuestion } from './read-question.ts'

/** Loncoche is 09109, Villarrica 09120, La Araucanía 09, Cautín 091 (CUT 2018). */
const HOME = '09109'
const told = (text: string): string => {
  const read = readQuestion(text, HOME)
  if (read.kind !== 'asks') return read.kind
  const { concept, place, year, sex, ages } = read
  return [concept, place.code, year ?? '-', sex ?? '-', ages ? `${ages.from}-${ages.to ?? ''}` : '-'].join(' ')
}
test.each([
  ['cuántos adultos mayores en Loncoche', 'population 09109 - - 60-'],
  ['población de Villarrica en 2017', 'population 09120 2017 - -'],
  ['pobreza en la región', 'poverty 09 - - -'],
  ['¿Cuánta gente vive en la comuna?', 'population 09109 - - -'],
  ['cuantos somos', 'population 09109 - - -'],
  ['mujeres de 15 a 49 años en Loncoche', 'population 09109 - M 15-49'],
  ['hombres mayores de 65 en Temuco 2020', 'population 09101 2020 H 66-'],
  ['personas de 80 años y más', 'population 09109 - - 80-'],
  ['menores de 5 en Pitrufquén', 'population 09114 - - 0-4'],
  ['jóvenes en la provincia de Cautín', 'population 091 - - 15-29'],
  ['niños en Chile en 2023', 'population 00 2023 - 0-13'],
  ['población 09120', 'population 09120 - - -'],
  ['habitantes de la Araucanía', 'population 09 - - -'],
  ['censo 2017 Loncoche mujeres', 'census-2017 09109 - M -'],
  ['cuánto dio el censo de 2024 en Villarrica', 'census-2024 09120 - - -'],
  ['pobreza multidimensional de Gorbea', 'poverty 09107 - - -'],
  ['pobreza por ingresos', 'income-poverty 09109 - - -'],
  ['delitos en Loncoche el 2022', 'police 09109 2022 - -'],
  ['índice de envejecimiento', 'ageing 09109 - - -'],
  ['dependencia del fondo común municipal', 'fcm 09109 - - -'],
  ['fonasa mujeres', 'fonasa 09109 - M -'],
])('«%s»', (text, expected) => { expect(told(text)).toBe(expected) })

test.each([
  ['población de Huiscapi', /No hay un dato de eso para Huiscapi/], ['cuántos perros hay', /No se reconoce qué dato se pide/], ['', /Escriba qué quiere saber/], ['quién es el adulto mayor más viejo', /no nombran a personas/],
  ['por qué hay pobreza', /no por qué/], ['población 99999', /99999/], ['población en 2017 y 2024', /varios años/],
])('«%s» no se responde, y se dice por qué', (text, why) => {
  const read = readQuestion(text, HOME)
  expect(read).toMatchObject({ kind: 'no', text: expect.stringMatching(why) })
})
test('un nombre que es comuna, provincia o región se pregunta de vuelta, y cada opción se entiende', () => {
  const read = readQuestion('población de Valparaíso', HOME)
  expect(read.kind).toBe('which')
  if (read.kind !== 'which') return
  expect(read.choices.length).toBeGreaterThan(1)
  expect(read.choices.map(({ question }) => told(question).split(' ')[1]).sort()).toEqual(['05', '051', '05101'])
})
test('la persona mayor lleva su norma', () => {
  const read = readQuestion('adultos mayores', HOME)
  expect(read.kind === 'asks' ? read.ages?.note : '').toContain('Ley 19.828')
})
