import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, attempt, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let page: Page
type Found = { readonly groups: readonly { readonly kind: string; readonly items: readonly { readonly record_id: string; readonly title: string; readonly href: string }[] }[] }
const search = (text: string, who: Page = page) => ask<Found>(who, product.url, `search?${new URLSearchParams({ text })}`)
const store = async (name: string, bytes: Buffer): Promise<string> => {
  const { csrf } = await ask<{ csrf: string }>(page, product.url, 'session')
  const answer = await page.request.post(new URL('/api/files', product.url).toString(), { data: bytes, headers: { 'x-csrf': csrf, 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() } })
  return ((await answer.json()) as { hash: string }).hash
}
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  page = await enter(browser, product.url, 'Carolina Manríquez')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('un documento adjuntado se encuentra por lo que dice, con su trozo, desde el teclado y por su página', async () => {
  const project = (await search('luminarias')).groups.find(({ kind }) => kind === 'project')?.items[0]
  if (!project) throw new Error('La demostración no tiene proyectos de luminarias')
  const text = `Acta de recepción.\n${'Sin observaciones. '.repeat(40)}\nSe detectó corrosión prematura en los postes del sector Huiscapi.`
  const fileHash = await store('acta.txt', Buffer.from(text))
  expect((await attempt(page, product.url, 'evidence/attach-document', { kind: 'project', id: project.record_id, title: 'Acta de recepción', fileHash })).status).toBe(200)
  await expect.poll(async () => (await search('corrosion prematura')).groups.map(({ kind }) => kind), { timeout: 20_000 }).toEqual(['file'])

  await visit(page, product.url, '/')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Buscar en todo' }).fill('corrosion prematura')
  await page.getByRole('option', { name: /Acta de recepción/ }).waitFor()
  await page.getByRole('option', { name: /Ver todo lo que coincide/ }).click()
  await page.waitForURL(/\/buscar\?q=corrosion/)
  await settled(page)
  expect(await page.locator('.hit-snippet mark').allInnerTexts()).toEqual(['corrosión', 'prematura'])
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: /Acta de recepción/ }).click()
  await page.getByRole('heading', { level: 1, name: 'acta.txt' }).waitFor()
  await settled(page)
  expect(await page.getByRole('link', { name: project.title }).count()).toBe(1)
  expect(await axe(page)).toEqual([])
})
test('en el teléfono, sin resultados, dice cómo seguir; y una palabra mal escrita se corrige', async () => {
  const phone = await enter(browser, product.url, 'Carolina Manríquez', 'phone', 'dark')
  await visit(phone, product.url, '/buscar?q=zzxyyq')
  await phone.getByText('Pruebe de otra manera').waitFor()
  expect(await fitsWidth(phone)).toBe(true)
  await visit(phone, product.url, '/buscar?q=luminrias')
  await phone.getByText('Nada decía «luminrias»: se buscó «luminarias»').waitFor()
  expect(await axe(phone)).toEqual([])
})
test('una carpeta existente se revisa, se adopta entera y se deshace', async () => {
  const id = crypto.randomUUID()
  const bip = (await search('40018844')).groups.find(({ kind }) => kind === 'project')?.items[0]
  const contents: readonly (readonly [string, string])[] = [['2024/40018844-0 Luminarias/informe final.txt', 'informe final de luminarias'], ['2024/memo.txt', 'alerzal'], ['2023/memo copia.txt', 'alerzal'], ['falso.pdf', 'no es pdf']]
  expect((await attempt(page, product.url, 'evidence/start-adoption', { id, name: 'Archivo de prueba' })).status).toBe(200)
  const files = await Promise.all(contents.map(async ([path, text]) => ({ path, size: text.length, hash: await store(path.split('/').at(-1) ?? path, Buffer.from(text)) })))
  expect((await attempt(page, product.url, 'evidence/add-to-adoption', { id, files })).status).toBe(200)
  await visit(page, product.url, `/archivos/adoptar/${id}`)
  const main = page.locator('main')
  // By hand: four files, one repeated; one of the other three lies in its extension.
  expect(await main.innerText()).toMatch(/1 repetido/)
  if (bip) expect(await main.innerText()).toContain(bip.title)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Adoptar 3 documentos' }).click()
  await page.getByRole('button', { name: 'Ver la carpeta adoptada' }).click()
  await page.getByText(/Se puede deshacer hasta el 20-10-2026/).waitFor()
  await expect.poll(async () => (await search('alerzal')).groups.length, { timeout: 20_000 }).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Deshacer la adopción' }).click()
  await page.getByRole('textbox', { name: /Por qué/ }).fill('Era una prueba')
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click()
  await page.getByText('deshecha').first().waitFor()
  expect((await search('alerzal')).groups).toEqual([])
})
test('la historia de un registro se lee en palabras', async () => {
  const project = (await search('luminarias')).groups.find(({ kind }) => kind === 'project')?.items[0]
  await visit(page, product.url, `/historia?tipo=project&registro=${project?.record_id}`)
  const text = await page.locator('main').innerText()
  expect(text).toContain('Acta de recepción')
  expect(text).toMatch(/Costo total: \$\s?[\d.]+/)
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(await axe(page)).toEqual([])
})
