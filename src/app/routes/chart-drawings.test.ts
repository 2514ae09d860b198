import { beforeAll, expect, test } from 'vitest'
import { type ApiOptions, apiOver, SESSION_COOKIE } from '#platform/http'
import { rosa } from '../../../tests/cast.ts'
import { openTown } from '../../../tests/town.ts'
import { chartDrawingRoutes } from './chart-drawings.ts'

let app: ReturnType<typeof apiOver>
beforeAll(async () => {
  const town = await openTown()
  const options: ApiOptions = { services: town.system.services, modules: [], secure: false, log: () => '', anonymous: () => rosa, sessionOf: async (token) => (token === 'rosa' ? { actor: rosa, csrf: 'marca', tokenHash: '' } : undefined) }
  app = apiOver(options)
  chartDrawingRoutes(app, options)
  return () => town.close()
})
const block = { type: 'chart', id: 'c', title: 'Población: 2002 y 2024', subtitle: 'personas', kind: 'pyramid', categories: ['0-4', '5-9'], series: [{ name: 'Hombres', values: [10, 20] }, { name: 'Mujeres', values: [11, null] }], unit: 'count', alternative: 'Dos grupos.', source: 'INE' }
const ask = (body: unknown, headers: Record<string, string> = { cookie: `${SESSION_COOKIE}=rosa`, 'x-csrf': 'marca' }) =>
  app.request('http://localhost/api/charts/drawing', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

test('dibuja el gráfico de la página como SVG y como imagen', async () => {
  const drawing = await ask({ block, width: 400, theme: 'dark', format: 'svg' })
  expect(drawing.status).toBe(200)
  expect(await drawing.text()).toContain('aria-label="Dos grupos."')
  const picture = await ask({ block, width: 400, theme: 'light', format: 'png' })
  expect(Buffer.from(await picture.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG')
  expect(decodeURIComponent(picture.headers.get('content-disposition') ?? '')).toContain('Población 2002 y 2024.png')
})
test('sin sesión, sin marca o con series de otro largo no dibuja', async () => {
  expect((await ask({ block, width: 400, theme: 'dark', format: 'svg' }, {})).status).toBe(401)
  expect((await ask({ block, width: 400, theme: 'dark', format: 'svg' }, { cookie: `${SESSION_COOKIE}=rosa` })).status).toBe(403)
  expect((await ask({ block: { ...block, series: [{ name: 'x', values: [1] }] }, width: 400, theme: 'dark', format: 'svg' })).status).toBe(400)
})
