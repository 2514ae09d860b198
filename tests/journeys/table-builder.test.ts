import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
type Line = { readonly id: string; readonly code: string; readonly title: string; readonly newest: unknown }
/** The demonstration brings its data in a job: waits for the projection of the communes. */
const projection = async (page: Page): Promise<Line> => {
  for (let waited = 0; waited < 600; waited += 1) {
    const found = (await ask<{ datasets: Line[] }>(page, product.url, 'statistics/list-datasets')).datasets.find(({ code, newest }) => code === 'proyecciones-comunales-2002-2035' && newest)
    if (found) return found
    await page.waitForTimeout(500)
  }
  throw new Error('No llegó la proyección comunal')
}

test('del listado al Word: se elige, se traspone, se calcula, se dibuja, se guarda, y baja lo que se ve', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  const { title } = await projection(page)
  await visit(page, product.url, '/conocer/cuadros?q=proyecciones')
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: title, exact: true }).click()
  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell').first().waitFor()
  await settled(page)
  expect(await axe(page)).toEqual([])
  // The own commune with its region and the country, never an empty page.
  for (const place of ['Loncoche', 'La Araucanía', 'Chile']) await grid.getByRole('rowheader', { name: place }).waitFor()

  await page.getByRole('button', { name: 'Trasponer' }).click()
  await grid.getByRole('columnheader', { name: 'Loncoche' }).waitFor()
  expect(new URL(page.url()).searchParams.get('columnas')).toContain('09109')
  const first = grid.getByRole('gridcell').first()
  await first.click()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))).toBe('3')

  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Word', exact: true }).click()])
  expect(word.suggestedFilename()).toMatch(/\.docx$/)
  expect(readFileSync(await word.path()).subarray(0, 2).toString()).toBe('PK')

  await page.getByRole('button', { name: 'Guardar consulta' }).click()
  const dialog = page.getByRole('dialog', { name: 'Guardar este cuadro' })
  await dialog.getByLabel('Título').fill('Población de Loncoche para el informe')
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click()
  await page.waitForURL(({ pathname }) => pathname.startsWith('/conocer/cuadros/guardados/'))
  await page.getByRole('grid').getByRole('columnheader', { name: 'Loncoche' }).waitFor()
})
test('en el teléfono las variables se eligen en una hoja, y nada se sale del ancho', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez', 'phone')
  const { id } = await projection(page)
  await visit(page, product.url, `/conocer/cuadros/${id}`)
  await page.getByRole('grid').getByRole('gridcell').first().waitFor()
  await settled(page)
  expect(await fitsWidth(page)).toBe(true)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Elegir variables' }).click()
  const sheet = page.getByRole('dialog', { name: 'Variables del cuadro' })
  await sheet.getByRole('checkbox', { name: 'Loncoche' }).waitFor()
  expect(await axe(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Ver el cuadro' }).click()
  await sheet.waitFor({ state: 'detached' })
})
