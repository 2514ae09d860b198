import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, can, day } from '#kernel'
import { defineAction } from '#platform/actions'
import { type ApiOptions, apiOver, SESSION_COOKIE } from '#platform/http'
import { StructureShape, versionStore, writeObservations } from '#statistics'
import { z } from 'zod'
import { createDataset, shareDataset } from '../../modules/statistics/datasets/save-dataset.ts'
import { openRestricted } from '../../modules/statistics/datasets/restricted-access.ts'
import { described } from '../../modules/statistics/testing/small-dataset.ts'
import { ivan, rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { statisticsTableRoutes } from './statistics-tables.ts'

let town: Town
let app: ReturnType<typeof apiOver>
const people: Readonly<Record<string, Actor>> = { rosa, ivan, stranger, visita }
const ids: Record<string, string> = {}

const structure = StructureShape.parse({
  shape: 'cube', geography: 'CUT 2018', dimensions: [{ key: 'commune', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche' }, { code: '09101', label: 'Temuco' }] }, { key: 'year', title: 'Año', role: 'time', codes: [{ code: '2023', label: '2023' }, { code: '2024', label: '2024' }] }],
  measures: [{ key: 'persons', title: 'Población', unit: 'personas' }],
})
const add = async (code: string, access: 'open' | 'restricted' | 'confidential') => {
  const id = randomUUID()
  await town.as(rosa).does(createDataset, { id, ...described(code, `Conjunto ${code}`), access })
  await town.as(rosa).does(shareDataset, { id, version: 1 })
  const written = await writeObservations(town.system.services.analytics, {
    structure, rows: 3, dimensions: { commune: ['09109', '09101', '09109'], year: ['2024', '2024', '2023'] }, measures: { persons: [24_785, 300_000, null] }, statuses: { persons: [null, null, 'not-received'] },
  })
  const post = defineAction({
    name: 'statistics.test-version', title: 'Versión', input: z.object({}), allowed: can('statistics.load'),
    run: async (_input, context) => {
      await versionStore(context.tx).add({ id: randomUUID(), dataset_id: id, number: 1, parquet_hash: written.hash, rows: 3, structure, source_id: null, file_hash: null, recipe: '', recipe_version: null, period: '2024', effective_on: day('2026-07-01'), reason: 'Primera carga', changes: {}, loaded_by: rosa.accountId }, context.entryId)
      return { result: {}, entry: { name: 'version-loaded', summary: 'Versión', effectiveOn: day('2026-07-01') } }
    },
  })
  await town.as(rosa).does(post, {})
  ids[access] = id
}
beforeAll(async () => {
  town = await openTown()
  const options: ApiOptions = {
    services: town.system.services, modules: [], secure: false, log: () => '', anonymous: () => visita,
    sessionOf: async (token) => { const actor = people[token]; return actor ? { actor, csrf: 'marca', tokenHash: '' } : undefined },
  }
  app = apiOver(options)
  statisticsTableRoutes(app, town.system, options)
  for (const [code, access] of [['abierto', 'open'], ['restringido', 'restricted'], ['confidencial', 'confidential']] as const) await add(code, access)
})
afterAll(() => town.close())

const request = (dataset: string | undefined) => ({ dataset, measures: ['persons'], variables: [{ dimension: 'commune', select: { kind: 'all' }, place: 'row' }, { dimension: 'year', select: { kind: 'all' }, place: 'column' }] })
const ask = (who: string, body: unknown, path = 'table', mark = 'marca') =>
  app.request(`http://localhost/api/statistics/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${who}`, 'x-csrf': mark } })

test('la tabla llega con sus números, lo que no se recibió y su fuente', async () => {
  const answer = await ask('ivan', request(ids['open']))
  expect(answer.status).toBe(200)
  const cube = await answer.json()
  expect([cube.values, cube.statuses, cube.source.datasetTitle, cube.asOf]).toEqual([[null, 24_785, null, 300_000], [[0, 'not-received'], [2, 'no-data']], 'Conjunto abierto', { effectiveOn: '2026-07-22', knownOn: '2026-07-22' }])
})
test('los datos completos bajan como texto, con códigos y estados', async () => {
  const answer = await ask('ivan', request(ids['open']), 'rows')
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('\uFEFFcommune,year,persons,persons__status\r\n09109,2023,,not-received\r\n09109,2024,24785,\r\n09101,2024,300000,\r\n')
})
test('ni sin sesión, ni sin marca, ni sin permiso, ni desde otra comuna', async () => {
  for (const path of ['table', 'rows']) {
    expect((await ask('nadie', request(ids['open']), path)).status).toBe(401)
    expect((await ask('ivan', request(ids['open']), path, 'otra')).status).toBe(403)
    expect((await ask('visita', request(ids['open']), path)).status).toBe(403)
    expect((await ask('stranger', request(ids['open']), path)).status).toBe(404)
  }
})
test('lo restringido pide finalidad a quien puede y no se muestra a quien no; lo pedido antes por otra persona no lo abre', async () => {
  expect((await ask('ivan', request(ids['restricted']))).status).toBe(403)
  const answer = await ask('rosa', request(ids['restricted']))
  expect([answer.status, (await answer.json()).title]).toEqual([422, 'El conjunto es restringido'])
})
test('lo confidencial se consulta con finalidad y no sale en un archivo', async () => {
  await town.as(rosa).does(openRestricted, { id: ids['confidential'], purpose: 'Revisar los casos de la mesa social' })
  expect((await ask('rosa', request(ids['confidential']))).status).toBe(200)
  const rate = { ...request(ids['open']), derive: { kind: 'rate', population: ids['confidential'], per: 1000 } }
  expect((await ask('rosa', rate)).status).toBe(200)
  const answer = await ask('rosa', request(ids['confidential']), 'rows')
  expect([answer.status, (await answer.json()).title]).toEqual([422, 'El conjunto es confidencial y no se exporta'])
  // A file of data carries no calculation: a rate is refused before any number is read.
  expect((await ask('rosa', rate, 'rows')).status).toBe(400)
})
test('un pedido mal hecho se rehúsa en palabras', async () => {
  for (const [body, status] of [[{}, 400], [{ ...request(ids['open']), measures: ["persons\"; drop table x; --"] }, 400], [request(randomUUID()), 404]] as const) expect((await ask('ivan', body)).status).toBe(status)
  const unknown = await (await ask('ivan', { ...request(ids['open']), variables: [{ dimension: 'commune', select: { kind: 'codes', codes: ["09109' or 1=1 --"] }, place: 'row' }] })).json()
  expect(unknown.detail).toBe("«Comuna» no tiene el valor «09109' or 1=1 --».")
})
