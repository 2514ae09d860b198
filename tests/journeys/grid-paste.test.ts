import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
beforeAll(async () => { [browser, product] = await Promise.all([launchBrowser(), serveProduct()]) })
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
/** Somebody with leave to use the clipboard of the computer. */
const person = async (who: string): Promise<Page> => {
  const page = await enter(browser, product.url, who)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return page
}
/** As Excel leaves it: tabs, Windows line ends, and one more at the end. */
const paste = async (page: Page, lines: readonly string[]): Promise<void> => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${lines.join('\r\n')}\r\n`)
  await page.keyboard.press('Control+V')
}
const cell = (page: Page, row: number, column: number) => page.locator(`.grid [aria-rowindex="${row + 1}"] [aria-colindex="${column}"]`)
/** What a cell shows, without what is only said. */
const shown = (page: Page, row: number, column: number) => cell(page, row, column).locator('span:not(.visually-hidden)').first().innerText()
/** With the keyboard alone: Tab until the grid has the focus, then to its first cell. */
const intoGrid = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 80; tries++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => Boolean(document.activeElement?.closest('.grid')))) break
  }
  await toFirst(page)
}
const toFirst = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Home')
  if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'columnheader')) await page.keyboard.press('ArrowDown')
}
const checked = async (page: Page): Promise<void> => {
  for (const size of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    expect(await axe(page)).toEqual([])
    expect(await fitsWidth(page)).toBe(true)
  }
}

test('la apertura se pega de Excel: agrega filas, deja marcado lo que no se lee y Ctrl+Z lo deshace entero', async () => {
  const page = await person('Tomás Venegas')
  await visit(page, product.url, '/presupuestar/apertura')
  await page.getByRole('button', { name: 'Abrir la grilla para pegar' }).click()
  await page.locator('.grid').waitFor()
  await cell(page, 1, 1).click()
  await paste(page, ['115-03-01\tPatentes\t1\t\t$ 1.234.567', '215.22.05\t"Servicios\nbásicos"\t9\tAlumbrado\t1.234,5', '215-22-06\t\t2\t\t(500)', '215-22-07\t\t\t\t1.234.567'])
  await page.getByText('Se pegaron 16 celdas. Se agregaron 3 filas. Un texto no se lee y quedó marcado en su celda. No se tocaron 4 celdas cerradas (Nombre).').waitFor()
  // 1.234.567 is read; 1.234,5 is no whole amount and stays as it came.
  expect([await shown(page, 1, 5), await shown(page, 2, 1), await shown(page, 2, 5), await shown(page, 3, 5)]).toEqual(['1.234.567', '215-22-05', '1.234,5', '−500'])
  const errors = page.getByRole('list', { name: 'Errores de la grilla' })
  expect(await errors.innerText()).toMatch(/los montos van en pesos enteros/)
  expect(await errors.innerText()).toMatch(/El área va de 1 a 6/)
  expect(await page.getByRole('button', { name: 'Abrir el presupuesto' }).isDisabled()).toBe(true)
  await checked(page)
  // The error leads to its cell, where it is corrected.
  await errors.getByRole('button', { name: /Fila 2 .*Presupuesto inicial/ }).click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  expect(await shown(page, 2, 5)).toBe('1.234')
  // Back: the correction, then the whole paste with its rows; and again.
  await page.keyboard.press('Control+Z')
  expect(await shown(page, 2, 5)).toBe('1.234,5')
  await page.keyboard.press('Control+Z')
  expect(await page.locator('.grid .rdg-row').count()).toBe(1)
  await page.keyboard.press('Control+Y')
  expect(await page.locator('.grid .rdg-row').count()).toBe(4)
  expect(await shown(page, 2, 5)).toBe('1.234,5')
})
test('metas de todos los años sólo con el teclado: pegar, copiar lo mismo, guardar de una vez y deshacer', async () => {
  const page = await person('Carolina Manríquez')
  type Sheet = { indicators: readonly { id: string; code: string }[] }
  const { indicators } = await ask<Sheet>(page, product.url, 'plan/show-plan')
  const first = indicators.find(({ code }) => code === 'I01')?.id ?? ''
  const goals = async () => (await ask<{ targets: readonly { year: number; value: number }[] }>(page, product.url, `plan/show-indicator?id=${first}`)).targets
  const before = await goals()
  await visit(page, product.url, '/plan')
  await page.getByRole('link', { name: 'Metas por año' }).click()
  await page.locator('.grid .rdg-row').first().waitFor()
  await settled(page)
  await intoGrid(page)
  // Indicador, código and unidad are closed: skipped and told; 12 % is no number of this column.
  await paste(page, ['x\ty\tz\t1.234,5\t2.000', 'x\ty\tz\t12,5 %\t'])
  await page.getByText(/Se pegaron 4 celdas\. Un texto no se lee .* No se tocaron 6 celdas cerradas \(Indicador, Código y Unidad de medida\)\./).waitFor()
  expect([await shown(page, 1, 4), await shown(page, 2, 4)]).toEqual(['1.234,5', '12,5 %'])
  await checked(page)
  await page.keyboard.press('Control+C')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.replaceAll('\r', '').split('\n').slice(0, 2).map((line) => line.split('\t').slice(3))).toEqual([['1.234,5', '2.000'], ['12,5 %', '']])
  await page.keyboard.press('Control+Z')
  expect(await page.getByRole('list', { name: 'Errores de la grilla' }).count()).toBe(0)
  await toFirst(page)
  await paste(page, ['x\ty\tz\t1.234,5\t2.000'])
  await page.getByRole('textbox', { name: 'Por qué' }).fill('Metas revisadas con las unidades')
  await page.getByRole('button', { name: 'Guardar 1 fila' }).press('Enter')
  await page.getByText('Se puede deshacer hasta el').waitFor({ timeout: 60_000 })
  expect((await goals()).filter(({ year }) => year < 2024)).toMatchObject([{ year: 2022, value: 1234.5 }, { year: 2023, value: 2000 }])
  await page.getByRole('button', { name: 'Deshacer la planilla' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Por qué' }).fill('Era una prueba de pegado')
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click()
  await page.getByText('Esta planilla se deshizo').waitFor({ timeout: 60_000 })
  expect(await goals()).toEqual(before)
}, 240_000)
