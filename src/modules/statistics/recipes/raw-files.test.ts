import { describe, expect, test } from 'vitest'
import { byCodes, cleanRows, demoFile, loaded, rawFile, runShipped, told } from '../../../../tests/fixtures/statistics/open.ts'
import { rawFiles } from '../../../../tests/fixtures/statistics/raw-files.ts'
import { shippedRecipes } from './index.ts'
import { StructureShape } from '../model/structure.ts'

const number = (text: string | undefined, scale = 1): string => (text ? told(Number(text) * scale) : '')
const only = (rows: readonly Record<string, string>[], key: (row: Record<string, string>) => string, value: (row: Record<string, string>) => string) => new Map(rows.map((row) => [key(row), value(row)]))
const sorted = (map: ReadonlyMap<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
const clean = (name: string) => cleanRows(demoFile(name))

describe('cada archivo original se carga con su receta', () => {
  test.each(rawFiles)('%s con %s', async (file, recipe) => {
    const { observations, findings } = await runShipped(recipe, rawFile(file))
    expect(findings.filter(({ severity }) => severity === 'stops')).toEqual([])
    expect(StructureShape.safeParse(observations?.structure).error?.issues).toBeUndefined()
    for (const { key, codes } of observations?.structure.dimensions ?? []) expect(new Set(observations?.dimensions[key]).size, key).toBe(codes.length)
  })
  test('y todos los originales tienen receta', () => {
    const ids = new Set(shippedRecipes().map(({ id }) => id))
    expect(rawFiles.filter(([, recipe]) => !ids.has(recipe))).toEqual([])
  })
})

describe('y es igual, celda por celda, a la copia limpia', () => {
  test('CUT 2018, con página de códigos de Mac: 346 comunas con su provincia, su región y sus acentos', async () => {
    const made = await loaded('cut-2018', rawFile('CUT_2018_v04.xls'))
    const rows = clean('territorio/comunas.csv')
    const labels = new Map(made.structure.dimensions.find(({ key }) => key === 'place')?.codes.map(({ code, label }) => [code, label]))
    expect(made.rows).toBe(346)
    made.dimensions['place']?.forEach((code, row) => {
      const one = rows.find(({ cut_comuna }) => cut_comuna === code)
      expect([labels.get(code), made.dimensions['province']?.[row], made.dimensions['region']?.[row]]).toEqual([one?.['comuna'], one?.['cut_provincia'], one?.['cut_region']])
    })
  })
  test('clasificación PNDR: CUT sin cero inicial; falta Antártica, que la copia limpia trae vacía', async () => {
    const made = await loaded('pndr-censo-2024', rawFile('ClasificacionComunasPNDR_Censo2024.xlsx'))
    const expected = only(clean('territorio/comunas.csv').filter(({ cut_comuna }) => cut_comuna !== '12202'), (row) => `${row['cut_comuna']}|${row['pndr_tipo']?.toLowerCase()}`, (row) => number(row['poblacion_censo2024']))
    expect(sorted(byCodes(made, ['place', 'kind'], 'population'))).toEqual(sorted(expected))
    // Total of the README of the data: 18.480.372.
    expect(made.measures['population']?.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(18_480_372)
  })
  test('Casen SAE: títulos, notas al pie y porcentajes en puntos; la copia limpia los trae entre 0 y 1', async () => {
    const made = await loaded('casen-2022-sae-pobreza-xlsx', rawFile('casen_sae_pobreza_comunal_2022.xlsx'))
    const rows = clean('social/casen2022_sae_pobreza_multidimensional_comunal.csv')
    for (const [measure, column, scale] of [['population', 'poblacion_proyectada', 1], ['poor', 'personas_pobreza_multidimensional', 1], ['rate', 'tasa_pobreza_multidimensional', 100], ['lower', 'limite_inferior', 100], ['upper', 'limite_superior', 100]] as const)
      expect(sorted(byCodes(made, ['place'], measure)), measure).toEqual(sorted(only(rows, ({ cut_comuna = '' }) => cut_comuna, (row) => number(row[column], scale))))
    // README: Loncoche 0,157 (0,103 a 0,211).
    expect(Number(byCodes(made, ['place'], 'rate').get('09109'))).toBeCloseTo(15.7, 1)
    expect(made.structure.measures.find(({ key }) => key === 'poor')?.note).toContain('se obtiene de multiplicar las proyecciones')
    expect(made.dimensions['year']?.[0]).toBe('2022')
  })
  test.each([
    ['censo-agropecuario-2021-tamano', 'censo_agropecuario_2021_tamano-upa-region-comuna.xlsx', 'agropecuario/upa_por_tamano_araucania_2021.csv', 'size', 'upa-tamano-araucania-2021'],
    ['censo-agropecuario-2021-uso-suelo', 'censo_agropecuario_2021_numero-de-upa-y-superficie-por-categoria-de-uso-del-suelo.xlsx', 'agropecuario/upa_por_uso_suelo_araucania_2021.csv', 'use', 'upa-uso-suelo-araucania-2021'],
  ])('%s: dos niveles de encabezado fusionado, números de nota en los nombres, región mezclada con comunas', async (recipe, file, cleanFile, key, cleanRecipe) => {
    const made = await loaded(recipe, rawFile(file))
    const from = await loaded(cleanRecipe, demoFile(cleanFile))
    for (const measure of ['farms', 'area']) {
      const all = byCodes(made, ['place', key], measure)
      const mine = new Map([...all].filter(([code]) => code.startsWith('09')))
      const theirs = new Map([...byCodes(from, ['place', key, 'what'], 'value')].filter(([code]) => code.endsWith(measure)).map(([code, value]) => [code.replace(`|${measure}`, ''), value]))
      // La Araucanía: 32 communes and the region itself.
      expect(sorted(mine), measure).toEqual(sorted(theirs))
    }
    expect(made.structure.measures.map(({ title }) => title)).toEqual(['Número de UPA', 'Superficie'])
    expect(made.structure.dimensions.find(({ key: one }) => one === 'place')?.total).toBe('00')
  })
  test('la copia limpia del tamaño conserva «Número de UPA7»: la receta le quita el número de la nota', async () => {
    expect(new Set((await loaded('upa-tamano-araucania-2021', demoFile('agropecuario/upa_por_tamano_araucania_2021.csv'))).dimensions['what'])).toEqual(new Set(['farms', 'area']))
    const notes = (await loaded('censo-agropecuario-2021-tamano', rawFile('censo_agropecuario_2021_tamano-upa-region-comuna.xlsx'))).structure
    expect(notes.measures[0]?.note).toContain('3 – anonimato')
    expect(notes.dimensions.find(({ key }) => key === 'place')?.note).toContain('secreto estadístico')
  })
  test('SICVIR: «Sin datos» es un estado; la copia limpia lo trae vacío', async () => {
    const [made, from] = [await loaded('sicvir-3-medicion-xlsx', rawFile('sicvir_3ra_medicion_resultados.xlsx')), await loaded('sicvir-3-medicion', demoFile('social/sicvir_indicadores_rurales.csv'))]
    for (const { key } of made.structure.measures) expect(sorted(byCodes(made, ['place', 'kind'], key)), key).toEqual(sorted(byCodes(from, ['place', 'kind'], key)))
    expect(byCodes(made, ['place'], 'bs11').get('01402')).toBe('no-data')
  })
  test('Ñuble: Latin-1, punto y coma, miles con coma y celdas con varias comunas', async () => {
    const [made, from] = [await loaded('gore-nuble-iniciativas-latin1', rawFile('iniciativas_gore_nuble_latin1.csv')), await loaded('gore-nuble-iniciativas', demoFile('inversion/idi_gore_nuble_2019_2025.csv'))]
    expect(made.rows).toBe(1159)
    expect(made.dimensions).toEqual(from.dimensions)
    expect(made.measures).toEqual(from.measures)
    expect(made.structure.dimensions.find(({ key }) => key === 'initiative')?.codes).toHaveLength(1066)
  })
  test('Natales: Latin-1 y punto de miles; la suma de la fila se comprueba con 1 de tolerancia', async () => {
    const [made, from] = [await loaded('natales-balance-gastos-latin1', rawFile('natales_balance_gastos_2017-06_latin1.csv')), await loaded('natales-balance-gastos', rawFile('../clean/natales_balance_gastos_2017-06_parcial.csv'))]
    expect(made.measures).toEqual(from.measures)
    expect(made.structure).toEqual({ ...from.structure })
  })
  test('Las Condes: «-» no aplica y 9999 es sin límite, en el original y en la copia', async () => {
    const [made, from] = [await loaded('prc-las-condes-normas-xlsx', rawFile('prc_las_condes_normativa.xlsx')), await loaded('prc-las-condes-normas', rawFile('../clean/prc_las_condes_normas.csv'))]
    expect(made.measures).toEqual(from.measures)
    expect(made.statuses).toEqual(from.statuses)
    expect(made.dimensions).toEqual(from.dimensions)
    // 59 zones with norms (README); 70 and «70°» are the same slope.
    expect(made.structure.dimensions.find(({ key }) => key === 'zone')?.codes).toHaveLength(59)
    expect(new Set(made.measures['slope'])).toContain(70)
  })
  test('la lista de municipios de SINIM son las 52 comunas de la Región Metropolitana', async () => {
    const made = await loaded('sinim-municipios-json', rawFile('sinim_municipios_region_metropolitana.json'))
    expect([...(made.dimensions['place'] ?? [])].sort()).toEqual(clean('territorio/comunas.csv').filter(({ cut_region }) => cut_region === '13').map(({ cut_comuna }) => cut_comuna).sort())
  })
  test('condición jurídica: las personas jurídicas y naturales suman el total de UPA en cada lugar', async () => {
    const made = await loaded('censo-agropecuario-2021-gestion', rawFile('censo_agropecuario_2021_tipo-gestion-region-comuna.xlsx'))
    const values = byCodes(made, ['place', 'legal'], 'farms')
    // First row of the sheet: 9.021 + 129.607 = 138.628.
    expect(['total', 'persona-juridica', 'persona-natural'].map((code) => values.get(`00|${code}`))).toEqual(['138628', '9021', '129607'])
    expect(made.structure.dimensions.find(({ key }) => key === 'legal')?.codes.find(({ code }) => code === 'persona-natural')?.note).toContain('comunero')
  })
})
