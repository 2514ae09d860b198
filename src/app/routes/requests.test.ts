import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken, tokenHash } from '#platform/identity'
import { browser } from '../../../tests/security/http-town.ts'
import { COMMUNE, rosa } from '../../../tests/cast.ts'
import { openAskedTown, openCampaignIn, requestActions as actions, shown } from '../request-sources/testing/asked-town.ts'
import { webApplication } from '../server.ts'

let town: Awaited<ReturnType<typeof openAskedTown>>
let server: ServerType
let address = ''
let dideco = ''
let token = ''
beforeAll(async () => {
  town = await openAskedTown()
  ;({ dideco } = await openCampaignIn(town))
  token = `${COMMUNE}.${newToken()}`
  await town.as(rosa).does(actions.issueLink, { id: randomUUID(), requestId: dideco, tokenHash: tokenHash(token) })
  const app = webApplication(town.system, { dataFolder: 'unused', host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false })
  server = await new Promise<ServerType>((resolve) => { const made: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, createServer } as Parameters<typeof serve>[0], () => resolve(made)) })
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await town.close()
})
const look = (given = token) => `/api/requests/show-link?${new URLSearchParams({ commune: given.slice(0, 5), token: given })}`

test('mirar el enlace muchas veces no lo gasta ni cambia nada', async () => {
  const page = browser(address)
  const before = await town.system.database.asOwner((tx) => tx.raw('select count(*)::int as entries from evidence.entries', []))
  for (let time = 0; time < 5; time++) expect((await page.get(look())).json['state']).toBe('open')
  expect((await town.system.database.asOwner((tx) => tx.raw('select count(*)::int as entries from evidence.entries', []))).rows).toEqual(before.rows)
  expect((await town.system.database.asOwner((tx) => tx.raw('select ended_by from requests.links', []))).rows).toEqual([{ ended_by: null }])
})
test('la página de un enlace no se indexa, no deja rastro de su dirección y no se guarda en caché', async () => {
  const { headers } = await browser(address).get(`/responder/${token}`)
  expect([headers.get('x-robots-tag'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['noindex, nofollow, noarchive', 'no-referrer', 'no-store'])
})
test('un archivo sube y una planilla baja sólo con un enlace que sirve', async () => {
  const page = browser(address)
  const sent = await page.post('/api/requests/evidence', new TextEncoder().encode('acta 14'), { 'x-request-link': token, 'x-file-name': 'acta%2014.txt' })
  expect([sent.status, sent.json['name']]).toEqual([200, 'acta 14.txt'])
  const [item] = (await shown(town, rosa, dideco)).items
  const answers = [{ itemId: item?.id, value: 212, comment: '', fileHash: sent.json['hash'] }]
  expect((await page.post('/api/requests/save-by-link', { commune: COMMUNE, token, answers })).status).toBe(200)
  const foreign = await page.post('/api/requests/save-by-link', { commune: COMMUNE, token, answers: [{ ...answers[0], fileHash: '0'.repeat(64) }] })
  expect([foreign.status, foreign.json['title']]).toEqual([400, 'El archivo no se adjuntó en esta solicitud'])
  const book = await page.get('/api/requests/workbook', { 'x-request-link': token })
  expect([book.status, book.headers.get('content-disposition')?.includes('.xlsx')]).toEqual([200, true])
  const forged = `${COMMUNE}.${newToken()}`
  expect((await page.get('/api/requests/workbook', { 'x-request-link': forged })).status).toBe(404)
  expect((await page.post('/api/requests/evidence', new TextEncoder().encode('x'), { 'x-request-link': forged })).status).toBe(404)
  for (const path of ['/api/requests/workbook', '/api/requests/workbook?request=no-es']) expect((await page.get(path)).status).toBeGreaterThanOrEqual(400)
  expect((await page.get(`/api/requests/workbook?request=${dideco}`)).status).toBe(401)
  expect((await page.post('/api/requests/hand-over', { requestId: dideco })).status).toBe(401)
  // The file itself is for people of the house.
  expect((await page.get(`/api/files/${String(sent.json['hash'])}`)).status).toBe(401)
})
test('quien prueba enlaces al azar se encuentra con el límite', async () => {
  const page = browser(address)
  const statuses: number[] = []
  for (let time = 0; time < 130; time++) statuses.push((await page.get(look(`${COMMUNE}.${newToken()}`))).status)
  expect(new Set(statuses)).toEqual(new Set([404, 429]))
})
