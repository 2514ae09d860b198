import { randomUUID } from 'node:crypto'
import ExcelJs from 'exceljs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, can, day } from '#kernel'
import { defineAction } from '#platform/actions'
import { duck, numbersOf, textsOf } from '#platform/analytics'
import { type ApiOptions, apiOver, SESSION_COOKIE } from '#platform/http'
import { addressToRequest, type Cube, fromWire, requestToAddress, StructureShape, type TableRequest, versionStore, writeObservations } from '#statistics'
import { z } from 'zod'
import { createDataset, shareDataset } from '../../modules/statistics/datasets/save-dataset.ts'
import { openRestricted } from '../../modules/statistics/datasets/restricted-access.ts'
import { cellText } from '../../modules/statistics/exports/cell-text.ts'
import { tableView } from '../../modules/statistics/pages/builder/table-view.ts'
import { described } from '../../modules/statistics/testing/small-dataset.ts'
import { ivan, rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { statisticsFileRoutes } from './statistics-files.ts'
import { statisticsTableRoutes } from './statistics-tables.ts'

// Readers by other hands, without types: their whole face is what is used here.
const load = createRequire(import.meta.url)
const JSONstat = load('jsonstat-toolkit') as (text: unknown) => { Data: (at: Record<string, string>) => { value: number | null; status?: string } }
const Px = load('px') as new (text: string) => { variables: () => string[]; datum: (at: number[]) => string }
let town: Town
let app: ReturnType<typeof apiOver>
const people: Readonly<Record<string, Actor>> = { rosa, ivan, stranger, visita }
const ids: Record<string, string> = {}
const structure = StructureShape.parse({
  shape: 'cube', geography: 'CUT 2018', notes: ['Cuenta personas'],
  dimensions: [{ key: 'commune', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche' }, { code: '09101', label: 'Temuco' }] }, { key: 'year', title: 'Año', role: 'time', codes: [{ code: '2023', label: '2023' }, { code: '2024', label: '2024' }] }, { key: 'sex', title: 'Sexo', role: 'sex', codes: [{ code: 'M', label: 'Mujeres' }, { code: 'H', label: 'Hombres' }] }],
  measures: [{ key: 'persons', title: 'Población', unit: 'personas', decimals: 1 }],
})
const add = async (code: string, access: 'open' | 'restricted' | 'confidential') => {
  const id = randomUUID()
  await town.as(rosa).does(createDataset, { id, ...described(code, `Conjunto ${code}`), access })
  await town.as(rosa).does(shareDataset, { id, version: 1 })
  const written = await writeObservations(town.system.services.analytics, {
    structure, rows: 7, dimensions: { commune: ['09109', '09109', '09101', '09101', '09109', '09109', '09101'], year: ['2023', '2023', '2023', '2023', '2024', '2024', '2024'], sex: ['M', 'H', 'M', 'H', 'M', 'H', 'M'] },
    measures: { persons: [100, 200.5, 300, null, 110, 210, 330] }, statuses: { persons: [null, 'provisional', null, 'reserved', null, null, 'estimated'] },
  })
  const post = defineAction({
    name: 'statistics.test-version', title: 'Versión', input: z.object({}), allowed: can('statistics.load'),
    run: async (_input, context) => {
      await versionStore(context.tx).add({ id: randomUUID(), dataset_id: id, number: 1, parquet_hash: written.hash, rows: 7, structure, source_id: null, file_hash: null, recipe: '', recipe_version: null, period: '2024', effective_on: day('2026-07-01'), reason: 'Primera carga', changes: {}, loaded_by: rosa.accountId }, context.entryId)
      return { result: {}, entry: { name: 'version-loaded', summary: 'Versión', effectiveOn: day('2026-07-01') } }
    },
  })
  await town.as(rosa).does(post, {})
  ids[access] = id
}
beforeAll(async () => {
  town = await openTown()
  const options: ApiOptions = { services: town.system.services, modules: [], secure: false, log: () => '', anonymous: () => visita, sessionOf: async (token) => { const actor = people[token]; return actor ? { actor, csrf: 'marca', tokenHash: '' } : undefined } }
  app = apiOver(options)
  statisticsTableRoutes(app, town.system, options)
  statisticsFileRoutes(app, town.system, options)
  for (const [code, access] of [['abierto', 'open'], ['restringido', 'restricted'], ['confidencial', 'confidential']] as const) await add(code, access)
})
afterAll(() => town.close())

/** Sexes by year in the rows and communes across: another pivot than the order of the file. Percentages of the column, so that placing matters. */
const request = (dataset = ''): TableRequest => ({
  dataset, version: 'latest', measures: ['persons'], measurePlace: 'column', variables: [{ dimension: 'sex', select: { kind: 'all' }, place: 'row' }, { dimension: 'commune', select: { kind: 'all' }, place: 'column' }, { dimension: 'year', select: { kind: 'codes', codes: ['2024', '2023'] }, place: 'layer' }],
  totals: { rows: true, columns: false }, hideEmpty: false,
})
const search = (made: TableRequest, more: Record<string, string>): string => new URLSearchParams(Object.entries({ conjunto: made.dataset, ...requestToAddress(made), ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
const file = (who: string, formato: string, made = request(ids['open']), more: Record<string, string> = { capa: 'year.2023' }) => app.request(`http://localhost/api/statistics/file?${search(made, { formato, ...more })}`, { headers: { cookie: `${SESSION_COOKIE}=${who}` } })
const bytes = async (answer: Response): Promise<Buffer> => { expect(answer.status, answer.ok ? '' : await answer.clone().text()).toBe(200); return Buffer.from(await answer.arrayBuffer()) }
const onScreen = async (): Promise<{ cube: Cube; cells: readonly (readonly string[])[]; numbers: readonly (readonly (number | null)[])[] }> => {
  const answer = await app.request('http://localhost/api/statistics/table', { method: 'POST', body: JSON.stringify(request(ids['open'])), headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=ivan`, 'x-csrf': 'marca' } })
  const cube = fromWire(await answer.json())
  const view = tableView(cube, { year: '2023' })
  const each = <T>(read: (at: number) => T): T[][] => Array.from({ length: view.rows.count }, (_, row) => Array.from({ length: view.columns.count }, (_cell, column) => read(view.cell(row, column))))
  return { cube, cells: each((at) => cellText(cube, at)), numbers: each((at) => { const value = cube.values[at]; return value === undefined || value === null || Number.isNaN(value) ? null : value }) }
}

test('lo que se ve es lo que baja: los mismos números y símbolos, en el mismo orden, en cada formato', async () => {
  const { cube, cells, numbers } = await onScreen()
  // Of 2023, by hand: women 100 and 300; men 200,5 provisional and reserved; the total of Temuco lacks its men.
  expect(cells).toEqual([['100,0', '300,0'], ['200,5 p', 's'], ['300,5 p', '300,0 i']])
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(new Uint8Array(await bytes(await file('ivan', 'xlsx'))).buffer as ExcelJs.Buffer)
  const sheet: string[] = []
  book.worksheets[0]?.eachRow((row) => { sheet.push((row.values as unknown[]).slice(1).map((value) => (value === null || value === undefined ? '' : String(value))).join('|')) })
  for (const [at, label] of ['Mujeres', 'Hombres', 'Total'].entries()) { const line = sheet.find((text) => text.startsWith(`${label}|`)) ?? ''; for (const [column, number] of (numbers[at] ?? []).entries()) expect(line.split('|')).toContain(number === null ? (cells[at]?.[column] ?? '?') : String(number)) }
  for (const [formato, separator, comma] of [['csv', ';', ','], ['csv-internacional', ',', '.']] as const) {
    const lines = (await bytes(await file('ivan', formato))).toString().split('\r\n')
    for (const [at, label] of ['Mujeres', 'Hombres', 'Total'].entries()) expect(lines).toContain([label, ...(numbers[at] ?? []).map((number, column) => (number === null ? cells[at]?.[column] : String(number).replace('.', comma)))].join(separator))
  }
  const stat = JSONstat(JSON.parse((await bytes(await file('ivan', 'json-stat'))).toString()))
  expect(stat.Data({ sex: 'H', commune: '09109', year: '2023', measure: 'persons' })).toMatchObject({ value: 200.5, status: 'p' })
  expect(stat.Data({ sex: 'H', commune: '09101', year: '2023', measure: 'persons' })).toMatchObject({ value: null, status: 's' })
  const px = new Px((await bytes(await file('ivan', 'px'))).toString())
  const order = px.variables()
  const place: Readonly<Record<string, number>> = { Año: 1, Sexo: 1, Comuna: 0, Medida: 0 }
  expect(Number(px.datum(order.map((title) => place[title] ?? 0)))).toBe(200.5)
  const rows = (await bytes(await file('ivan', 'observaciones'))).toString().split('\r\n').slice(1, -1)
  expect(rows).toHaveLength(cube.values.length)
  expect(rows.some((line) => line.includes('2023') && line.includes('Hombres') && line.includes('Loncoche') && line.includes('200.5') && line.includes('Provisional'))).toBe(true)
  const word = await bytes(await file('ivan', 'docx'))
  expect(word.subarray(0, 2).toString()).toBe('PK')
  expect((await bytes(await file('ivan', 'pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})
test('el Parquet trae cada celda con sus códigos y su estado', async () => {
  await bytes(await file('ivan', 'parquet'))
  const { cube } = await onScreen()
  const answer = await file('ivan', 'parquet')
  const { hash } = await town.system.services.files.put(await bytes(answer))
  const read = await town.system.services.analytics.ask(duck`select valor, valor_estado from ${town.system.services.analytics.tableOf(hash)} where sex_codigo = 'H' and year_codigo = '2023' order by commune_codigo desc`)
  expect([[...numbersOf(read, 'valor')].map((value) => (Number.isNaN(value) ? null : value)), [...textsOf(read, 'valor_estado')]]).toEqual([[200.5, null], ['provisional', 'reserved']])
  expect(cube.values.length).toBe(12)
})
test('ni sin sesión, ni sin permiso, ni desde otra comuna; lo confidencial no sale y lo restringido pide finalidad', async () => {
  expect((await file('nadie', 'xlsx')).status).toBe(401)
  expect((await file('visita', 'xlsx')).status).toBe(403)
  expect((await file('stranger', 'xlsx')).status).toBe(404)
  expect((await file('ivan', 'xlsx', request(ids['restricted']))).status).toBe(403)
  expect((await file('rosa', 'xlsx', request(ids['restricted']))).status).toBe(422)
  await town.as(rosa).does(openRestricted, { id: ids['restricted'], purpose: 'Preparar el diagnóstico comunal' })
  expect((await file('rosa', 'csv', request(ids['restricted']))).status).toBe(200)
  await town.as(rosa).does(openRestricted, { id: ids['confidential'], purpose: 'Preparar el diagnóstico comunal' })
  for (const formato of ['xlsx', 'px', 'observaciones', 'parquet', 'pdf']) expect((await (await file('rosa', formato, request(ids['confidential']))).json()).type).toContain('confidencial-no-sale')
})
test('una dirección mala se rehúsa en palabras', async () => {
  expect((await file('ivan', 'exe')).status).toBe(400)
  expect((await app.request(`http://localhost/api/statistics/file?formato=xlsx&conjunto=${ids['open']}`, { headers: { cookie: `${SESSION_COOKIE}=ivan` } })).status).toBe(400)
  expect(addressToRequest(ids['open'] ?? '', requestToAddress(request(ids['open'])))).toEqual(request(ids['open']))
})
test('las comunas de un mapa, sólo para quien lee datos', async () => {
  const ask = (who: string, codigos: string) => app.request(`http://localhost/api/statistics/shapes?codigos=${codigos}`, { headers: { cookie: `${SESSION_COOKIE}=${who}` } })
  expect((await (await ask('ivan', '09109.09101')).json()).shapes.map(({ code, parts }: { code: string; parts: unknown[] }) => [code, parts.length > 0])).toEqual([['09109', true], ['09101', true]])
  expect([(await ask('visita', '09109')).status, (await ask('nadie', '09109')).status, (await ask('ivan', 'x')).status]).toEqual([403, 401, 400])
})
