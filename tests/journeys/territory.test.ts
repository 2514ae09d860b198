import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
beforeAll(async () => { ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()]) })
afterAll(async () => { await browser?.close(); await product?.stop() })
/** What was read aloud leaves the page some seconds after. */
const quiet = async (page: Page): Promise<void> => { await page.waitForFunction(() => !document.querySelector('[data-live-announcer] [role="img"]')) }
const WHO = 'Carolina Manríquez'
/** A bow that crosses itself and two squares that share a strip, near the square of Loncoche; degrees. */
const feature = (code: string, name: string, ring: readonly (readonly [number, number])[]) => ({ type: 'Feature', properties: { COD_UV: code, NOMBRE: name }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } })
const two = { type: 'FeatureCollection', features: [feature('1', 'Moño', [[-72.63, -39.37], [-72.627, -39.367], [-72.627, -39.37], [-72.63, -39.367]]), feature('2', 'Poniente', [[-72.622, -39.37], [-72.618, -39.37], [-72.618, -39.366], [-72.622, -39.366]]), feature('3', 'Oriente', [[-72.619, -39.37], [-72.615, -39.37], [-72.615, -39.366], [-72.619, -39.366]])] }

test('un archivo con dos defectos se repara, se dibuja una unidad con el teclado y se adopta', async () => {
  const page = await enter(browser, product.url, WHO)
  const path = join(product.folder, 'unidades.geojson')
  writeFileSync(path, JSON.stringify(two))
  await visit(page, product.url, '/ordenar/zonas/cargar')
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText('el borde se cruza consigo mismo', { exact: false }).waitFor()
  await page.getByText('se monta sobre', { exact: false }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Reparar lo que se puede (2)' }).click()
  await page.getByText('Las zonas están sanas').waitFor()
  await page.getByLabel('Nombre del conjunto').fill('Sectores de prueba')
  await page.getByRole('button', { name: 'Llevar 3 zonas al borrador' }).click()
  await page.waitForURL(/\/dibujar$/)
  await settled(page)

  await page.getByRole('button', { name: 'Zona nueva' }).click()
  const map = page.getByRole('application')
  await map.focus()
  // A triangle away from the others: far to the south, then east, then north.
  for (let step = 0; step < 18; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByText('3 vértices').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('2 vértices').waitFor()
  await page.keyboard.press('Control+y')
  await page.getByText('3 vértices').waitFor()
  await page.getByRole('button', { name: 'Guardar el borrador' }).click()
  await page.getByText('Sin defectos: se puede adoptar').waitFor()
  await quiet(page)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Adoptar como versión' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Adoptar', exact: true }).click()
  await page.waitForURL(/\/ordenar\/zonas\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'Sectores de prueba' }).waitFor()
  const { sets } = await ask<{ sets: { title: string; zones: number; currentNumber: number | null }[] }>(page, product.url, 'territory/list-sets')
  expect(sets.find(({ title }) => title === 'Sectores de prueba')).toMatchObject({ zones: 4, currentNumber: 1 })
})

test('un área de influencia dice su gente y lo que no cubre, se guarda y sale en PDF', async () => {
  const page = await enter(browser, product.url, WHO)
  await visit(page, product.url, '/ordenar/influencia')
  // On the western edge of the town: part of the circle has no census zone.
  await page.getByLabel('Punto').fill('-39,3700; -72,6440')
  await page.getByLabel('Radio').fill('800')
  await page.getByLabel('Radio').blur()
  await page.getByRole('button', { name: 'Calcular' }).click()
  await page.getByRole('heading', { name: /personas, estimadas/ }).waitFor()
  await page.getByText(/Superficie del área sin zona censal: \d/).waitFor()
  await page.getByText(/15\.385 de 23\.612/).waitFor()
  await page.getByRole('button', { name: 'Guardar esta área' }).click()
  await page.getByLabel('Para qué es').fill('Borde poniente')
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar', exact: true }).click()
  await page.getByRole('link', { name: 'Borde poniente' }).waitFor()
  await quiet(page)
  expect(await axe(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('row', { name: /Borde poniente/ }).getByRole('button', { name: 'PDF' }).click()])
  expect(await file.path()).toBeTruthy()
})

test.each(['/ordenar/zonas', '/ordenar/zonas/cargar', '/ordenar/influencia'])('%s cabe en un teléfono y es accesible', async (path) => {
  const page = await enter(browser, product.url, WHO, 'phone')
  await visit(page, product.url, path)
  expect(await fitsWidth(page)).toBe(true)
  expect(await axe(page)).toEqual([])
})
test('el conjunto y su dibujo caben en un teléfono y son accesibles', async () => {
  const page = await enter(browser, product.url, WHO, 'phone')
  const { sets } = await ask<{ sets: { id: string }[] }>(page, product.url, 'territory/list-sets')
  for (const path of [`/ordenar/zonas/${sets[0]?.id}`, `/ordenar/zonas/${sets[0]?.id}/dibujar`]) {
    await visit(page, product.url, path)
    expect(await fitsWidth(page)).toBe(true)
    expect(await axe(page)).toEqual([])
  }
})
