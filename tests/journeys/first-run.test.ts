import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, fitsWidth, launchBrowser, openContext, serveProduct } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct({ empty: true })])
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

test('de la carpeta vacía a la primera pantalla, en un teléfono y sólo con teclado donde importa', async () => {
  const context = await openContext(browser, 'phone')
  const page = await context.newPage()
  await page.goto(product.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await axe(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)
  const commune = page.getByRole('combobox').first()
  await commune.fill('lonc')
  await page.getByRole('option', { name: /Loncoche/ }).click()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: /Unidades/ }).waitFor()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByLabel('Nombre y apellidos').fill('Elisa Neculmán Rojas')
  await page.getByLabel(/RUT/).fill('12.345.678-5')
  await page.getByLabel(/Correo/).fill('elisa@loncoche.example')
  for (const field of await page.locator('input[type=password]').all()) await field.fill('un puente sobre el Cruces')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByText('Elisa Neculmán Rojas').first().waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: /Comenzar|Crear/ }).click()
  await page.waitForFunction(() => !document.querySelector('h1')?.textContent?.includes('Preparar'))
  const session = await (await page.request.get(new URL('/api/session', product.url).toString())).json()
  expect(session.communes).toEqual([{ code: '09109', name: 'Loncoche' }])
  expect(session.firstRun).toBe(false)
  await context.close()
})
