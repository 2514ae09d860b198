import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Analytics, duck, numbersOf, openAnalytics, textsOf } from '#platform/analytics'
import { folderStore, packageRoot } from '#platform/files'
import { readFileAsWorkbook } from '../../../../platform/spreadsheets/read-file.ts'
import { openSheet } from '#platform/spreadsheets'
import { byCodes, loaded, rawFile, told } from '../../../../../tests/fixtures/statistics/open.ts'
import { numberFromText } from '../text/number-text.ts'
import { columnarPlan, recipeLists, runRecipe, shippedRecipe } from '../index.ts'

const data = join(packageRoot(), 'demo/loncoche/data/statistics')
let folder = ''
let engine: Analytics
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secplan-columnar-'))
  engine = openAnalytics({ files: folderStore(join(folder, 'files')), filesFolder: data, folder: join(folder, 'engine') })
})
afterAll(() => { engine.close(); rmSync(folder, { recursive: true, force: true }) })
const seconds = { seconds: 120 }
const ask = (query: Parameters<Analytics['ask']>[0]) => engine.ask(query, seconds)
const plan = async (recipe: string, file: string) => columnarPlan(shippedRecipe(recipe), duck`read_parquet(${join(data, file)})`, recipeLists(), ask)
const csv = (file: string) => duck`read_csv(${join(data, file)}, all_varchar = true)`

test('los 1.987.200 casos policiales pasan por el motor con las mismas reglas: mes, código del delito y comuna', async () => {
  const { plan: made, findings } = await plan('cead-casos-policiales-nacional', 'seguridad/cead_casos_policiales_2010_2025_nacional.parquet')
  expect(findings).toEqual([])
  expect(made?.rows).toBe(1_987_200)
  // 345 comunas × 192 meses × 30 delitos: malla completa.
  expect(made?.structure.dimensions.map(({ key, codes }) => [key, codes.length])).toEqual([['place', 345], ['month', 192], ['crime', 30]])
  if (!made) return
  const answer = await ask(duck`select cast(sum(cases) as double) as n from (${made.select}) where place = '09109' and month between '2010-01' and '2010-12' and crime = 'hurtos'`)
  const sheet = runRecipe(await book('seguridad/cead_loncoche_mensual_2010_2025.csv'), shippedRecipe('cead-casos-policiales-loncoche'), recipeLists()).observations
  let sum = 0
  sheet?.dimensions['crime']?.forEach((crime, row) => { if (crime === 'hurtos' && sheet.dimensions['month']?.[row]?.startsWith('2010')) sum += sheet.measures['cases']?.[row] ?? 0 })
  expect(sum).toBeGreaterThan(0)
  expect(numbersOf(answer, 'n')[0]).toBe(sum)
}, 120_000)

const book = async (file: string) => {
  const read = await readFileAsWorkbook(join(data, file), { bytes: 80_000_000, unzippedBytes: 700_000_000, ratio: 250, rows: 320_000, cells: 12_000_000 })
  return { ...read, sheets: read.sheets.map(openSheet) }
}

test('SINIM nacional: los estados no son ceros, y las 9 variables retiradas se cargan con su marca', async () => {
  const { plan: made, findings } = await plan('sinim-nacional-2018-2024', 'sinim/sinim_2018_2024_nacional.parquet')
  const retired = findings.filter(({ text }) => text.includes('retirada'))
  expect(findings.filter(({ severity }) => severity === 'stops')).toEqual([])
  expect(retired).toHaveLength(9)
  const variables = made?.structure.dimensions.find(({ key }) => key === 'variable')
  expect(variables?.codes.filter(({ note }) => note?.includes('Variable retirada')).map(({ code }) => code).sort()).toEqual(['1083', '1149', '4042', '4339', '4340', '4341', '4439', '659', '705'])
  expect(variables?.codes.find(({ code }) => code === '4340')?.label).toBe('Límite del 20% Gasto Personal a Contrata válido hasta año 2016')
  if (!made) return
  const counts = await ask(duck`select coalesce(value__status, '') as s, cast(count(*) as double) as n, cast(count(value) as double) as v from (${made.select}) group by 1`)
  const by = new Map(textsOf(counts, 's').map((status, at) => [status, [numbersOf(counts, 'n')[at], numbersOf(counts, 'v')[at]]]))
  const said = await ask(duck`select valor_texto as t, cast(count(*) as double) as n from ${duck`read_parquet(${join(data, 'sinim/sinim_2018_2024_nacional.parquet')})`} where valor is null and cut_comuna <> '11111' and unidad not in ('REG', 'S-N') group by 1`)
  const raw = new Map(textsOf(said, 't').map((text, at) => [text, numbersOf(said, 'n')[at]]))
  expect(raw.get('No Recepcionado')).toBeGreaterThan(15_000)
  expect(by.get('not-received')).toEqual([raw.get('No Recepcionado'), 0])
  expect(by.get('no-service')).toEqual([raw.get('Sin Servicio'), 0])
  const [valued = 0, numbers = 0] = by.get('') ?? []
  expect(valued).toBe(numbers)
}, 120_000)

test('las proyecciones por edad y sexo se escriben como Parquet del almacén y suman lo mismo que la tabla por comuna', async () => {
  const { plan: made, findings } = await plan('proyecciones-edad-sexo-2002-2035-nacional', 'poblacion/proyecciones_comuna_edad_sexo_2002_2035_nacional.parquet')
  expect(findings).toEqual([])
  expect(made?.rows).toBe(1_905_768)
  if (!made) return
  const written = await engine.writeParquet({ kind: 'query', query: made.select, columns: made.columns }, { sortBy: ['place', 'year'] }, seconds)
  expect([written.rows, written.unreadable]).toEqual([1_905_768, []])
  const sums = await ask(duck`select cast(sum(population) as double) as n from (${made.select}) where place = '09109' and year = '2024'`)
  // README of the data: base 2017, Loncoche 2024 = 24.785.
  expect(numbersOf(sums, 'n')[0]).toBe(24_785)
  expect(made.structure.dimensions.find(({ key }) => key === 'age')?.codes.at(-1)).toMatchObject({ code: '80+', label: '80 años y más' })
}, 120_000)

test('por el motor o por la planilla sale lo mismo, celda por celda', async () => {
  for (const [recipe, file] of [['fonasa-2023-sexo-tramo', 'salud/fonasa_beneficiarios_2023_comuna_sexo_tramo.csv'], ['paes-2024', 'educacion/paes_promedios_comunales_2024.csv'], ['siedu-2018-2022', 'social/siedu_indicadores_urbanos.csv'], ['sinim-velocidad-bajada-2020-2025', 'sinim/digitalizacion_velocidad_bajada_2020_2025.csv']] as const) {
    const sheet = runRecipe(await book(file), shippedRecipe(recipe), recipeLists()).observations
    const { plan: made, findings } = await columnarPlan(shippedRecipe(recipe), csv(file), recipeLists(), ask)
    expect(findings, recipe).toEqual([])
    if (!made || !sheet) throw new Error(recipe)
    const keys = made.columns.filter(({ type }) => type === 'text').map(({ name }) => name).filter((name) => name in sheet.dimensions)
    const answer = await ask(made.select)
    const line = (codes: (string | null | undefined)[], values: (number | null | undefined)[]) => `${codes.join('|')} ${values.map((value) => (value === null || value === undefined || Number.isNaN(value) ? '' : value.toPrecision(12))).join('|')}`
    const measures = Object.keys(sheet.measures)
    const texts = keys.map((key) => textsOf(answer, key))
    const numbers = measures.map((key) => numbersOf(answer, key))
    const engineLines = Array.from({ length: answer.rows }, (_, row) => line(texts.map((column) => column[row]), numbers.map((column) => column[row]))).sort()
    const sheetLines = Array.from({ length: sheet.rows }, (_, row) => line(keys.map((key) => sheet.dimensions[key]?.[row]), measures.map((key) => sheet.measures[key]?.[row]))).sort()
    expect(engineLines, recipe).toEqual(sheetLines)
    const inOrder = (structure: typeof made.structure) => structure.dimensions.map(({ codes }) => [...codes].sort((a, b) => (a.code < b.code ? -1 : 1)))
    expect(inOrder(made.structure), recipe).toEqual(inOrder(sheet.structure))
  }
}, 120_000)

test('lo que no se puede se dice: planilla con niveles, columna que falta, claves repetidas y textos que no son números', async () => {
  const sinim = csv('salud/fonasa_beneficiarios_2023_comuna_tramo.csv')
  expect((await columnarPlan(shippedRecipe('censo-agropecuario-2021-tamano'), sinim, recipeLists(), ask)).findings[0]?.text).toContain('despliega columnas en filas')
  expect((await columnarPlan(shippedRecipe('fonasa-2023-sexo-tramo'), sinim, recipeLists(), ask)).findings.filter(({ severity }) => severity === 'stops').map(({ text }) => text)).toEqual(['Falta la columna «sexo».'])
  const recipe = shippedRecipe('fonasa-2023-tramo')
  const twice = await columnarPlan(recipe, duck`(select * from ${sinim} union all select * from ${sinim})`, recipeLists(), ask)
  expect(twice.plan).toBeUndefined()
  expect(twice.findings[0]?.text).toContain('1383 combinaciones vienen más de una vez')
  const words = await columnarPlan(recipe, duck`(select * replace ('muchos' as beneficiarios) from ${sinim})`, recipeLists(), ask)
  expect(words.findings[0]?.text).toBe('«Beneficiarios»: 1383 celdas no son números ni marcas conocidas, por ejemplo «muchos».')
  const unknown = await columnarPlan(recipe, duck`(select * replace ('99999' as cut_comuna) from ${sinim} limit 1)`, recipeLists(), ask)
  expect(unknown.findings[0]?.text).toContain('no se conoce «99999»')
})

const national = duck`read_parquet(${join(data, 'sinim/sinim_2018_2024_nacional.parquet')})`
test.each([
  ['sinim-descarga-xls', 'sinim_20240615153456_Sin-Correccion-Monetaria.xls'], ['sinim-descarga-xls', 'sinim_20240615155627_Sin-Correccion-Monetaria.xls'],
  ['sinim-descarga-excel97', 'sinim_excel97_20240615153803.xls'], ['sinim-respuesta-xml', 'sinim_respuesta_4173_2022_2024.xml'],
])('%s: %s es igual, celda por celda, a la base nacional de SINIM', async (recipe, file) => {
  const made = await loaded(recipe, rawFile(file))
  const variable = made.dimensions['variable']?.[0] ?? ''
  const mine = byCodes(made, ['place', 'year'], 'value')
  const STATES: Readonly<Record<string, string>> = { 'No Recepcionado': 'not-received', 'No Aplica': 'not-applicable', 'Sin Servicio': 'no-service', 'Sin dato oficial': 'no-data' }
  const answer = await ask(duck`select cut_comuna as place, cast(anio as varchar) as year, valor, valor_texto as t from ${national} where variable_id = ${variable} and cut_comuna <> '11111'`)
  const [places, years, texts, values] = [textsOf(answer, 'place'), textsOf(answer, 'year'), textsOf(answer, 't'), numbersOf(answer, 'valor')]
  const theirs = new Map(places.map((place, at) => [`${place}|${years[at]}`, Number.isNaN(values[at] ?? Number.NaN) ? (STATES[texts[at] ?? ''] ?? texts[at] ?? '') : told(values[at])]))
  const shared = [...mine.keys()].filter((key) => theirs.has(key))
  expect(shared.length).toBeGreaterThan(1000)
  expect(shared.filter((key) => mine.get(key) !== theirs.get(key)).map((key) => [key, mine.get(key), theirs.get(key)])).toEqual([])
}, 60_000)
test('en la web 50,50% y 1.996; en el número, 50,5 y el año 1996: la lectura a la española da lo mismo que el valor publicado', async () => {
  const answer = await ask(duck`select distinct valor_texto as t, valor as v from ${national} where valor is not null and (ends_with(valor_texto, '%') or regexp_matches(valor_texto, '^-?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?$'))`)
  const [texts, values] = [textsOf(answer, 't'), numbersOf(answer, 'v')]
  const wrong = texts.flatMap((text, at) => { const read = numberFromText(text ?? '', 'es'); return read && Math.abs(read.value - (values[at] ?? 0)) < 1e-9 ? [] : [[text, values[at]]] })
  expect([texts.length > 10_000, texts.includes('50,50%'), texts.includes('1.996'), wrong]).toEqual([true, true, true, []])
}, 60_000)
