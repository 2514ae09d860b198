import { describe, expect, test } from 'vitest'
import type { Cell } from '#platform/spreadsheets'
import { header, lines, rows, runOn, small } from './testing/small-recipe.ts'

const changed = (row: number, column: number, cell: Cell) => [header, ...rows.map((cells, index) => (index === row ? cells.map((one, at) => (at === column ? cell : one)) : cells))]
const stops = (run: ReturnType<typeof runOn>) => lines(run).filter((line) => line.startsWith('stops'))

test('la hoja buena se carga entera, con el código de cinco cifras', () => {
  const run = runOn([header, ...rows])
  expect(run.findings).toEqual([])
  expect(run.observations?.dimensions).toEqual({ place: ['09109', '09109', '09101', '09101'], year: ['2024', '2024', '2024', '2024'], sex: ['H', 'M', 'H', 'M'] })
  expect(run.observations?.measures).toEqual({ people: [12_500, 12_658, 150_000, 160_000] })
  expect(run.observations?.structure.dimensions[0]?.codes).toEqual([{ code: '09109', label: 'Loncoche', parent: '09', level: 'commune' }, { code: '09101', label: 'Temuco', parent: '09', level: 'commune' }])
})

describe('cada defecto se dice con su celda, y nada se carga a medias', () => {
  test.each<[string, Cell, number, string]>([
    ['texto en una cifra', 'muchas', 4, 'stops E3 «Personas»: «muchas» no es un número ni una marca conocida.'],
    ['fecha en una cifra', { date: '2024-02-01' }, 4, 'stops E3 «Personas»: hay una fecha (2024-02-01) donde va un número.'],
    ['error de fórmula', { error: '#REF!' }, 4, 'stops E3 «Personas»: la celda tiene un error de fórmula (#REF!).'],
    ['otro formato de número', '12.658', 4, ''],
    ['formato español', '12.658,5', 4, 'stops E3 «Personas»: «12.658,5» no está escrito como dice la receta (sin miles y con punto decimal, 1234.5).'],
    ['comuna que no existe', 9999, 0, 'stops A3 «Comuna»: no se conoce «9999» (09999).'],
    ['comuna vacía', null, 0, 'stops A3 «Comuna» está vacía.'],
    ['año que no lo es', 'mil', 2, 'stops C3 «Año»: «mil» no es un año.'],
    ['año con error', { error: '#N/A' }, 2, 'stops C3 «Año» tiene un error de fórmula (#N/A).'],
    ['verdadero o falso', true, 4, 'stops E3 «Personas»: la celda dice VERDADERO.'],
  ])('%s', (_name, cell, column, expected) => {
    const run = runOn(changed(1, column, cell))
    if (expected === '') { expect(run.observations?.measures['people']?.[1]).toBe(12.658); return }
    expect(stops(run)).toEqual([expected])
    expect(run.observations).toBeUndefined()
    expect(run.findings.every(({ remedy, sheet }) => remedy.length > 10 && sheet === 'Datos')).toBe(true)
  })
  test('varios a la vez se dicen todos', () => {
    const run = runOn([header, [9109, 'Loncoche', 'x', 'Hombres', 'y'], [1, 'Nada', 2024, 'Mujeres', 3], ...rows])
    expect(stops(run)).toEqual(['stops C2 «Año»: «x» no es un año.', 'stops E2 «Personas»: «y» no es un número ni una marca conocida.', 'stops A3 «Comuna»: no se conoce «1» (00001).'])
  })
  test('cien iguales se cuentan, no se listan', () => {
    const run = runOn([header, ...Array.from({ length: 150 }, (_, index) => [9109, 'Loncoche', 1800 + index, 'Hombres', 'x'])])
    expect(run.findings.filter(({ severity }) => severity === 'stops')).toHaveLength(100)
    expect(lines(run).at(-1)).toContain('Hay 50 avisos más')
  })
  test('clave repetida', () => {
    expect(stops(runOn([header, ...rows, [9109, 'Loncoche', 2024, 'Mujeres', 1]]))).toEqual(['stops E6 Se repite place 09109, year 2024, sex M: ya estaba en la fila 3.'])
  })
  test('fila corrida por un separador de más', () => {
    expect(stops(runOn([header, ...rows, [9120, 'Villarrica', 2024, 'Hombres', 5, 'sobra']]))[0]).toBe('stops F6 La fila tiene una celda más allá del encabezado: sus columnas están corridas.')
  })
  test('falta una columna; otra es nueva; otra se movió', () => {
    expect(lines(runOn([['CUT', 'Comuna', 'Sexo', 'Personas', 'Nota'], [9109, 'Loncoche', 'Hombres', 1, 'x']])).slice(0, 4)).toEqual([
      'stops 1 Falta la columna «Año» (estaba en la C).', 'warns C1 La columna «Sexo» estaba en la D y ahora está en la C.', 'warns D1 La columna «Personas» estaba en la E y ahora está en la D.', 'warns E1 La columna «Nota» no está en la receta y no se leyó.',
    ])
  })
  test('el encabezado bajó: se encuentra por sus textos y se dice', () => {
    const run = runOn([['Ministerio de Algo'], [], ['Cuadro 3. Personas'], header, ...rows])
    expect(lines(run)).toEqual(['warns 4 El encabezado estaba en la fila 1 y ahora está en la 4.'])
    expect(run.region).toEqual({ sheet: 'Datos', header: { from: 3, to: 3 }, first: 4, to: 8 })
  })
  test('otro archivo: no hay encabezado', () => {
    expect(stops(runOn([['a', 'b'], [1, 2]]))[0]).toContain('No se encontró en la hoja el encabezado')
  })
  test('no está la hoja', () => {
    expect(stops(runOn([header, ...rows], small({ sheet: { by: 'name', name: 'Cuadro 1' } })))[0]).toContain('la hoja «Datos» y la receta pide otra')
  })
  test('tabla vacía', () => { expect(stops(runOn([header]))[0]).toContain('no hay ninguna fila con datos') })
  test('categoría nueva se dice y se carga; la que falta también se dice', () => {
    const run = runOn([header, [9109, 'Loncoche', 2024, 'Hombres', 1], [9109, 'Loncoche', 2024, 'No binario', 2]])
    expect(lines(run)).toEqual(['warns D3 «Sexo»: «No binario» no estaba antes; se cargó como no-binario.', 'warns 1 «Sexo»: no vienen M.'])
    expect(run.observations?.rows).toBe(2)
  })
  test('la unidad del título cambió', () => {
    const recipe = small({ header: { rows: 1, at: 2 }, titles: [{ pattern: 'miles de pesos', says: 'que los montos van en miles de pesos' }] })
    expect(stops(runOn([['Valores en pesos'], header, ...rows], recipe))).toEqual(['stops A1 Sobre la tabla debía decirse que los montos van en miles de pesos, y dice «Valores en pesos».'])
  })
  test('el total no cuadra con sus partes, y con su tolerancia sí', () => {
    const sex = { key: 'sex', title: 'Sexo', role: 'sex' as const, code: { kind: 'map' as const, map: { Hombres: 'H', Mujeres: 'M', Total: 'T' } }, total: 'T' }
    const recipe = (tolerance: number) => small({ dimensions: [...small().dimensions.slice(0, 2), sex], checks: [{ kind: 'total', dimension: 'sex', total: 'T', measures: ['people'], tolerance }] })
    const table = [header, rows[0] ?? [], rows[1] ?? [], [9109, 'Loncoche', 2024, 'Total', 25_159]]
    // 12.500 + 12.658 = 25.158.
    expect(stops(runOn(table, recipe(0)))).toEqual(['stops E4 «Personas»: el total de Total dice 25.159 y sus partes suman 25.158 (diferencia 1).'])
    expect(runOn(table, recipe(1)).observations?.structure.dimensions[2]?.total).toBe('T')
  })
  test('la región no es la suma de sus comunas', () => {
    const place = { ...small().dimensions[0], code: { kind: 'list', list: 'cut', names: true, level: 'commune' }, totals: [{ text: 'Total Región', code: '09' }], codes: [{ code: '09', label: 'La Araucanía', level: 'region', parent: '00' }] }
    const recipe = small({ dimensions: [place as never, ...small().dimensions.slice(1)], checks: [{ kind: 'children', dimension: 'place', level: 'commune', measures: ['people'] }] })
    const table = [header, ['Total Región', '', 2024, 'Hombres', 162_501], ['Loncoche', '', 2024, 'Hombres', 12_500], ['Temuco', '', 2024, 'Hombres', 150_000], ['Total Región', '', 2024, 'Mujeres', 172_658], ['Loncoche', '', 2024, 'Mujeres', 12_658], ['Temuco', '', 2024, 'Mujeres', 160_000]]
    expect(stops(runOn(table, recipe))).toEqual(['stops E2 «Personas»: el total de La Araucanía dice 162.501 y sus partes suman 162.500 (diferencia 1).'])
  })
  test('valor fuera de rango: un porcentaje de 182', () => {
    const recipe = small({ measures: [{ key: 'people', title: 'Porcentaje', unit: '%', range: { min: 0, max: 100 } }] })
    expect(lines(runOn(changed(1, 4, 182), recipe)).filter((line) => line.includes('E3'))).toEqual(['warns E3 «Porcentaje»: 182 está fuera de lo que puede ser (0 a 100).'])
  })
})

describe('lo que escriben los publicadores', () => {
  test('los estados no son cero', () => {
    const run = runOn([header, ...['No Recepcionado', 'No Aplica', 'Sin Servicio', 'Sin dato oficial', '-', '*', '..', ''].map((text, index) => [9109, 'Loncoche', 2001 + index, 'Hombres', text])], small({ reading: { empty: 'no-data' } }))
    expect(run.observations?.statuses['people']).toEqual(['not-received', 'not-applicable', 'no-service', 'no-data', 'none', 'reserved', 'no-data', 'no-data'])
    expect(run.observations?.measures['people']?.every((value) => value === null)).toBe(true)
  })
  test('«50,50%» de la web y 50.5 del Excel son lo mismo; «1.996» es el año 1996', () => {
    const web = small({ reading: { numbers: 'es' }, measures: [{ key: 'people', title: 'Porcentaje', unit: '%' }] })
    expect(runOn([header, [9109, 'Loncoche', '1.996', 'Hombres', '50,50%']], web).observations?.measures['people']).toEqual([50.5])
    expect(runOn([header, [9109, 'Loncoche', '1.996', 'Hombres', '50,50%']], web).observations?.dimensions['year']).toEqual(['1996'])
    expect(runOn([header, [9109, 'Loncoche', 1996, 'Hombres', 50.5]], web).observations?.measures['people']).toEqual([50.5])
    expect(runOn([header, [9109, 'Loncoche', 1996, 'Hombres', { percent: 0.505 }]], web).observations?.measures['people']).toEqual([50.5])
    expect(runOn([header, [9109, 'Loncoche', '1.996', 'Hombres', '1.996']], web).observations?.measures['people']).toEqual([1996])
  })
  test('una fecha guardada como número serial se lee y se dice', () => {
    // 45292 is 01-01-2024: 25569 is 01-01-1970 and 54 years with 14 leap days are 19724 days − 1.
    const run = runOn([header, [9109, 'Loncoche', 45_292, 'Hombres', 1]])
    expect(run.observations?.dimensions['year']).toEqual(['2024'])
    expect(lines(run)[0]).toBe('warns C2 «Año»: «45292» es una fecha guardada como número; se leyó 2024.')
  })
  test('celdas fusionadas a lo largo se completan hacia abajo, sólo si la receta lo dice', () => {
    const down = small({ dimensions: [{ ...small().dimensions[0], fillDown: true } as never, ...small().dimensions.slice(1)] })
    expect(runOn([header, [9109, 'Loncoche', 2024, 'Hombres', 1], [null, null, 2024, 'Mujeres', 2]], down).observations?.dimensions['place']).toEqual(['09109', '09109'])
  })
  test('«1.234 p» lleva su marca', () => {
    const run = runOn([header, [9109, 'Loncoche', 2024, 'Hombres', '1.234 p'], [9109, 'Loncoche', 2024, 'Mujeres', '5']], small({ reading: { numbers: 'es' } }))
    expect([run.observations?.measures['people'], run.observations?.statuses['people']]).toEqual([[1234, 5], ['provisional', null]])
  })
  test('el año sale del nombre de la hoja o de un valor fijo', () => {
    const columns = small().columns.filter(({ header: name }) => name !== 'Año').map(({ at: _at, ...one }) => one)
    const fromName = small({ columns, dimensions: small().dimensions.map((one) => (one.key === 'year' ? { ...one, fromSheetName: '(?<value>\\d{4})' } : one)) })
    const cells = [['CUT', 'Comuna', 'Sexo', 'Personas'], [9109, 'Loncoche', 'Hombres', 1], [9109, 'Loncoche', 'Mujeres', 1]]
    expect(runOn(cells, fromName, {}, 'Año 2019').observations?.dimensions['year']).toEqual(['2019', '2019'])
    expect(stops(runOn(cells, fromName, {}, 'Hoja1'))[0]).toContain('«Hoja1», no dice lo que espera')
    expect(stops(runOn(cells, small({ columns })))[0]).toContain('no dice de dónde sale «Año»')
  })
})
