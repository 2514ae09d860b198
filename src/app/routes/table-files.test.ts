import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TableBlock } from '#kernel'
import { type ApiOptions, apiOver, SESSION_COOKIE } from '#platform/http'
import { readSheets } from '#platform/spreadsheets'
import { rosa } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { tableFileRoutes } from './table-files.ts'

let town: Town
let app: ReturnType<typeof apiOver>
beforeAll(async () => {
  town = await openTown()
  const options: ApiOptions = {
    services: town.system.services, modules: [], secure: false, log: () => '', anonymous: () => rosa,
    sessionOf: async (token) => (token === 'rosa' ? { actor: rosa, csrf: 'marca', tokenHash: '' } : undefined),
  }
  app = apiOver(options)
  tableFileRoutes(app, town.system, options)
})
afterAll(() => town.close())

const table: TableBlock = {
  type: 'table', id: 'table', title: 'Gasto por cuenta', subtitle: 'pesos nominales', source: 'DAF, balance de junio', notes: ['Cifras provisionales.', '=2+2 no es una fórmula'],
  columns: [{ key: 'c1', title: 'Cuenta', align: 'left' }, { key: 'c2', title: 'Devengado ($)', align: 'right' }, { key: 'c3', title: 'Ejecución', align: 'right' }],
  rows: [
    { id: 'r1', cells: [{ type: 'text', text: 'Personal' }, { type: 'number', value: 302_123_456, unit: 'CLP' }, { type: 'number', value: 0.505, unit: 'ratio' }] },
    { id: 'r2', cells: [{ type: 'text', text: '=HYPERLINK("http://x","y") <5 años>' }, { type: 'number', value: -7, unit: 'CLP' }, { type: 'text', text: '' }] },
    { id: 'r3', kind: 'total', cells: [{ type: 'text', text: '+56 9' }, { type: 'number', value: 302_123_449, unit: 'CLP' }, { type: 'empty', reason: 'no aplica' }] },
  ],
}
const context = { title: table.title, asOf: { effectiveOn: '2026-06-30', knownOn: '2026-07-22' }, source: table.source }
const ask = (body: unknown, headers: Record<string, string> = { cookie: `${SESSION_COOKIE}=rosa`, 'x-csrf': 'marca' }) =>
  app.request('http://localhost/api/tables/xlsx', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

test('el libro trae los mismos números con su tipo, los títulos, las fechas, las notas y la fuente; nada se ejecuta', async () => {
  const answer = await ask({ table, context })
  expect(answer.status).toBe(200)
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toBe("attachment; filename*=UTF-8''Gasto por cuenta al 30-06-2026.xlsx")
  const path = join(town.folder, 'tabla.xlsx')
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()))
  const sheet = (await readSheets({ path })).sheets[0]
  expect(Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet?.row(row))).toEqual([
    ['Gasto por cuenta'], ['Municipalidad de Villa Prueba · pesos nominales · hechos al 30-06-2026, conocido al 22-07-2026'], [],
    ['Cuenta', 'Devengado ($)', 'Ejecución'],
    ['Personal', 302_123_456, { percent: 0.505 }],
    ['\'=HYPERLINK("http://x","y") <5 años>', -7],
    ["'+56 9", 302_123_449, 'no aplica'], [],
    ['Cifras provisionales.'], ["'=2+2 no es una fórmula"], ['Fuente: DAF, balance de junio'],
  ])
})

test('sin sesión, sin marca, con filas cojas, fechas imposibles o demasiado grande, no hay archivo', async () => {
  expect((await ask({ table, context }, {})).status).toBe(401)
  expect((await ask({ table, context }, { cookie: `${SESSION_COOKIE}=rosa` })).status).toBe(403)
  expect((await ask({ table: { ...table, rows: [{ id: 'r', cells: [{ type: 'text', text: 'una sola' }] }] }, context })).status).toBe(400)
  expect((await ask({ table, context: { ...context, asOf: { ...context.asOf, effectiveOn: '2026-02-30' } } })).status).toBe(400)
  expect((await ask({ table: { ...table, rows: Array.from({ length: 20_001 }, () => ({ id: 'r', cells: [] })) }, context })).status).toBe(400)
  expect((await ask({ table: { ...table, notes: ['x'.repeat(2_000_001)] }, context })).status).toBe(413)
})
