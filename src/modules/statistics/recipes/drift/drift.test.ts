import { expect, test } from 'vitest'
import { header, rows, runOn, small } from '../testing/small-recipe.ts'
import { compareObservations } from './compare-observations.ts'
import { explainDrift } from './explain-drift.ts'

const last = runOn([header, ...rows]).observations
const communes = [...rows, [9120, 'Villarrica', 2024, 'Hombres', 25_000], [9120, 'Villarrica', 2024, 'Mujeres', 27_000]]

test('el mismo archivo: la misma forma, todo igual', () => {
  const drift = explainDrift(last, runOn([header, ...rows]))
  expect(drift.sentences).toEqual(['La tabla tiene la misma forma que antes.', '«Personas»: 0 valores nuevos, 0 cambiados, 4 iguales y 0 que ya no vienen.'])
})
test('valores revisados, nuevos y que faltan, con los cambios más grandes primero', () => {
  const next = runOn([header, [9109, 'Loncoche', 2024, 'Hombres', 12_600], [9101, 'Temuco', 2024, 'Hombres', 151_000], ...communes.slice(4)])
  const drift = explainDrift(last, next)
  // Loncoche and Temuco men changed (+100, +1.000); both groups of women are missing; Villarrica is new.
  expect(drift.values?.measures).toEqual([{ measure: 'people', fresh: 2, changed: 2, equal: 0, missing: 2, totalBefore: 335_158, totalAfter: 215_600 }])
  expect(drift.values?.largest.map(({ where, before, after }) => [where['place'], before, after])).toEqual([['09101', 150_000, 151_000], ['09109', 12_500, 12_600]])
  expect(drift.sentences).toContain('«Comuna»: vienen de nuevo 09120.')
  expect(drift.sentences).toContain('«Personas»: el total pasa de 335.158 a 215.600.')
})
test('cambió la unidad: casi todos los valores son mil veces menores', () => {
  const scaled = [...communes, [9109, 'Loncoche', 2023, 'Hombres', 12_400], [9109, 'Loncoche', 2023, 'Mujeres', 12_500]]
  const before = runOn([header, ...scaled]).observations
  const drift = explainDrift(before, runOn([header, ...scaled.map((cells) => cells.map((cell, at) => (at === 4 && typeof cell === 'number' ? cell / 1000 : cell)))]))
  expect(drift.values?.measures[0]?.factor).toBe(0.001)
  expect(drift.sentences).toContain('«Personas»: casi todos los valores son 1.000 veces menores que antes: parece que cambió la unidad.')
})
test('la forma: encabezado movido, columna renombrada, columna nueva y categoría nueva', () => {
  const next = runOn([['Título nuevo'], ['CUT', 'Comuna', 'Año', 'Sexo', 'Población', 'Nota'], ...rows.map((cells) => [...cells, 'x'])])
  expect(next.observations).toBeUndefined()
  expect(explainDrift(last, next).sentences).toEqual([
    'El archivo no se puede cargar con esta receta: hay un problema por resolver.', 'El encabezado estaba en la fila 1 y ahora está en la 2.', 'Falta la columna «Personas» (estaba en la E).', 'La columna «Población» no está en la receta y no se leyó.', 'La columna «Nota» no está en la receta y no se leyó.',
  ])
  const renamed = small({ columns: small().columns.map((column) => (column.header === 'Personas' ? { ...column, also: ['Población'] } : column)) })
  expect(explainDrift(last, runOn([['CUT', 'Comuna', 'Año', 'Sexo', 'Población'], ...rows], renamed)).values?.measures[0]).toMatchObject({ equal: 4 })
})
test('un nombre que cambia y un estado que cambia se cuentan', () => {
  if (!last) throw new Error('sin lectura')
  const relabelled = { ...last, structure: { ...last.structure, dimensions: last.structure.dimensions.map((one) => (one.key === 'place' ? { ...one, codes: one.codes.map((code) => (code.code === '09109' ? { ...code, label: 'Loncoche (nuevo)' } : code)) } : one)) }, statuses: { people: ['provisional' as const, null, null, null] } }
  const found = compareObservations(last, relabelled)
  expect(found.codes.find(({ dimension }) => dimension === 'place')?.renamed).toEqual([{ code: '09109', before: 'Loncoche', after: 'Loncoche (nuevo)' }])
  expect(found.measures[0]).toMatchObject({ changed: 1, equal: 3 })
  expect(found.largest[0]).toMatchObject({ statusBefore: null, statusAfter: 'provisional' })
})
