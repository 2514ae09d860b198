import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
type Board = { indicators: { code: string; value: number | null }[] }
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  // The demonstration loads its public data in a job once it serves.
  const loaded = async () => (await ask<Board>(page, product.url, 'statistics/indicator-board')).indicators.every(({ value }) => value !== null)
  for (let tries = 0; tries < 80 && !(await loaded()); tries++) await new Promise((resolve) => setTimeout(resolve, 3000))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test.each(['desk', 'phone'] as const)('el tablero y un indicador se leen en %s, sin faltas de accesibilidad', async (screen) => {
  const page = await enter(browser, product.url, 'Carolina Manríquez', screen)
  await visit(page, product.url, '/conocer/indicadores')
  await page.getByRole('link', { name: 'Índice de envejecimiento' }).first().waitFor()
  expect(await axe(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)
  await visit(page, product.url, '/conocer/indicadores/pobreza-multidimensional')
  // SAE Casen 2022: 3.891,18 de 24.780 personas, entre 10,3 y 21,1.
  await page.getByText(/la pobreza multidimensional de Loncoche fue de 15,7\s%/).waitFor()
  expect(await axe(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)
})
test('se pregunta en palabras, se responde con la fuente, y lo que no hay se dice', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  await visit(page, product.url, '/conocer/indicadores')
  const box = page.getByRole('textbox', { name: '¿Qué quiere saber?' })
  await box.fill('población de Villarrica en 2017')
  await box.press('Enter')
  await page.getByText(/Población de Villarrica, 2017: 57\.466 personas/).waitFor()
  await box.fill('población de Huiscapi')
  await box.press('Enter')
  await page.getByText(/No hay un dato de eso para Huiscapi/).waitFor()
})
test('la directora fija una meta con su fuente y el estado la sigue', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  await visit(page, product.url, '/conocer/indicadores/dependencia-fcm')
  await page.getByRole('button', { name: 'Fijar la meta' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Meta', exact: true }).fill('60')
  await dialog.getByRole('textbox', { name: 'Año en que se debe alcanzar' }).fill('2028')
  await dialog.getByRole('textbox', { name: 'Quién la fija' }).fill('PLADECO 2024-2028, objetivo de finanzas')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await dialog.waitFor({ state: 'detached' })
  // 75,4 frente a 60: falta 25,7 % de la meta, más que el 10 %.
  await page.getByText('lejos de la meta').first().waitFor()
})
