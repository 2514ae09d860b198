import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issuedReport, recordIds } from './addresses.ts'
import { ask, attempt, enter, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let carolina: Page
let elena: Page
let ruth: Page
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  ;[carolina, elena, ruth] = await Promise.all([enter(browser, product.url, 'Carolina Manríquez'), enter(browser, product.url, 'Elena Mansilla (Natales)'), enter(browser, product.url, 'Ruth Sáez')])
  ids = await recordIds(carolina, product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const lists = ['budget/list-lines?kind=expenditure', 'budget/list-amendments?year=2026', 'projects/list-projects', 'registry/list-people', 'registry/list-suppliers', 'reporting/list-reports', 'council/list-sessions'] as const
const idsIn = (answer: unknown): Set<string> => new Set(JSON.stringify(answer).match(/"id":"[0-9a-f-]{36}"/g) ?? [])

test('ninguna lista de Natales trae un registro de Loncoche', async () => {
  for (const list of lists) {
    const [own, other] = [idsIn(await ask(carolina, product.url, list)), idsIn(await ask(elena, product.url, list))]
    expect(own.size, list).toBeGreaterThan(0)
    expect([...other].filter((id) => own.has(id)), list).toEqual([])
  }
})

/** Duties of the law, pages of the manual, national lists, indicators and the lists that go to Excel have one address in every municipality: each sees its own behind it. */
const EVERYBODYS = new Set(['/calendario/deberes/$id', '/ayuda/manual/$id', '/conocer/listas/$id', '/conocer/indicadores/$id', '/planillas/$id', '/planillas/grilla/$id'])
/** Every commune of the country has its line here. */
const NATIONAL = new Set(['/conocer/listas/$id'])

test('el buscador de Natales no conoce lo de Loncoche y cada dirección directa dice que no se encuentra', async () => {
  const { groups } = await ask<{ groups: { items: { title: string; subtitle?: string }[] }[] }>(elena, product.url, 'search?text=luminarias')
  const own = await ask<{ groups: { items: { title: string }[] }[] }>(carolina, product.url, 'search?text=luminarias')
  const titles = new Set(own.groups.flatMap(({ items }) => items.map(({ title }) => title)))
  expect(titles.size).toBeGreaterThan(2)
  expect(groups.flatMap(({ items }) => items.map(({ title }) => title)).filter((title) => titles.has(title))).toEqual([])
  for (const [path, id] of Object.entries(ids)) {
    await visit(elena, product.url, path.replace('$id', id))
    const text = await elena.locator('main').innerText()
    if (!EVERYBODYS.has(path)) expect(text, path).toMatch(/no (se encuentra|existe)|no se encontr|no hay|no permite/i)
    if (!NATIONAL.has(path)) expect(text, path).not.toMatch(/Loncoche|luminarias/i)
  }
})

test('la interfaz rechaza leer y escribir registros de otra comuna', async () => {
  const report = ids['/rendir/informes/$id'] ?? ''
  const read = async (path: string) => (await elena.request.get(new URL(`/api/${path}`, product.url).toString())).status()
  expect([404, 403]).toContain(await read(`reporting/open?report=${report}`))
  expect([404, 403]).toContain(await read(`reporting/file?report=${await issuedReport(carolina, product.url)}&edition=1&format=pdf`))
  expect([404, 403]).toContain(await read(`projects/show-project?id=${ids['/proyectos/$id']}`))
  const tried = await attempt(elena, product.url, 'reporting/reopen-report', { report, version: 3, reason: 'No es mío este informe' })
  expect([404, 403]).toContain(tried.status)
  const { reports } = await ask<{ reports: { id: string; state: string; version: number }[] }>(carolina, product.url, 'reporting/list-reports')
  expect(reports.find(({ id }) => id === report)).toMatchObject({ state: 'in-review', version: 3 })
})

test('una concejala lee lo emitido y nunca un borrador', async () => {
  const draft = ids['/rendir/informes/$id'] ?? ''
  const issued = await issuedReport(ruth, product.url)
  const read = async (path: string) => (await ruth.request.get(new URL(`/api/${path}`, product.url).toString())).status()
  expect(await read(`reporting/file?report=${issued}&edition=1&format=pdf`)).toBe(200)
  for (const path of [`reporting/open?report=${draft}`, `reporting/preview?report=${draft}`, `reporting/chapter?report=${draft}&key=summary`, `reporting/outline?report=${draft}`, `reporting/file?report=${draft}&format=pdf`, `reporting/open?report=${issued}`]) expect([403, 404], path).toContain(await read(path))
  await visit(ruth, product.url, '/rendir/informes')
  await visit(ruth, product.url, `/rendir/informes/${draft}`)
  expect(await ruth.locator('.report-section, [contenteditable]').count()).toBe(0)
  await visit(ruth, product.url, `/rendir/informes/${issued}`)
  await ruth.getByText('Edición 1', { exact: false }).first().waitFor()
  expect((await attempt(ruth, product.url, 'reporting/start-report', { id: crypto.randomUUID(), kind: 'council-half-year', period: '2026-2' })).status).toBe(403)
})

test('sin sesión no se lee nada', async () => {
  const answer = await fetch(new URL('/api/reporting/list-reports', product.url))
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ remedy: expect.any(String) })
})
