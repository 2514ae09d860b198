import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordIds } from './addresses.ts'
import { ask, enter, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let page: Page
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  page = await enter(browser, product.url, 'Carolina Manríquez')
  ids = await recordIds(page, product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Opens the first figure of the page and checks that its sheet says everything a sheet must say. */
const opensFirst = async (path: string): Promise<void> => {
  await visit(page, product.url, path)
  const figure = page.locator('main .figure').first()
  await figure.waitFor()
  // The reader of a chapter gives way to its editor; the figure to open is the one that stays.
  if (path.includes('/informes/')) await page.getByRole('toolbar').waitFor()
  const written = (await figure.innerText()).replace(/[^\d,]/g, '')
  await figure.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: /^Ficha de la cifra/ })
  await sheet.getByRole('heading', { name: 'Regla' }).waitFor()
  const text = await sheet.innerText()
  // The value is whole in the sheet; on the page it may be in thousands.
  const whole = ((await sheet.locator('.figure-sheet-value').innerText()).match(/[\d.,]+/)?.[0] ?? '').replace(/\./g, '')
  expect(Math.abs(Number(whole.replace(',', '.')) / (Number(written.replace(',', '.')) || 1)), `${path}: ${written} y ${whole}`).toSatisfy((share: number) => [1, 1000].some((times) => Math.abs(share / times - 1) < 0.05))
  expect(text).toMatch(/Hechos al\s*\d{2}-\d{2}-\d{4}/)
  expect(text).toMatch(/Conocido al\s*\d{2}-\d{2}-\d{4}/)
  expect(text).toMatch(/De qué está hecha · [\d.]+ registros?/)
  expect(text).toMatch(/huella [0-9a-f]{4} [0-9a-f]{4}/)
  expect((await sheet.locator('.sheet-text').first().innerText()).length).toBeGreaterThan(20)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await figure.evaluate((one) => one === document.activeElement), `${path}: el foco vuelve a la cifra`).toBe(true)
}

test('una cifra abre su ficha en la ejecución, el proyecto, el indicador y el informe', async () => {
  await opensFirst('/presupuestar/ejecucion')
  await opensFirst(`/proyectos/${ids['/proyectos/$id']}`)
  await opensFirst(`/plan/indicadores/${ids['/plan/indicadores/$id']}`)
  await opensFirst(`/rendir/informes/${ids['/rendir/informes/$id']}?capitulo=budget`)
})

test('la ficha nombra la norma y pasa a la segunda página de sus registros, que suman lo mismo', async () => {
  await visit(page, product.url, '/presupuestar/ejecucion')
  await page.getByRole('button', { name: /Gasto devengado|Devengado/ }).first().click()
  const sheet = page.getByRole('dialog', { name: /^Ficha de la cifra/ })
  await sheet.getByRole('heading', { name: 'Regla' }).waitFor()
  expect(await sheet.innerText()).toMatch(/Decreto|Ley/)
  const sum = await sheet.getByRole('row', { name: /^Suma/ }).innerText()
  const before = await sheet.getByRole('row').nth(1).innerText()
  await sheet.getByRole('navigation', { name: 'Páginas de registros' }).getByRole('button', { name: 'Página siguiente' }).click()
  await page.waitForFunction((old) => (document.querySelector('.figure-sheet tbody tr')?.textContent ?? '') !== old, before.replace(/\t/g, ''))
  expect(await sheet.getByRole('row', { name: /^Suma/ }).innerText()).toBe(sum)
  const link = sheet.locator('tbody a').first()
  expect(await link.getAttribute('href')).toMatch(/^\//)
  await link.click()
  await page.locator('main h1').first().waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/No se encuentra/)
})

test('lo que no tiene dato lo dice con palabras y su razón, nunca con un cero', async () => {
  const { figures } = await ask<{ figures: Record<string, unknown> }>(page, product.url, 'plan/show-plan?effectiveOn=2021-12-31')
  const absent = [...JSON.stringify(figures).matchAll(/"value":null,.*?"text":"([^"]*)"/g)].map(([, text]) => text ?? '')
  expect(absent.length).toBeGreaterThan(0)
  for (const text of absent) expect(text).toMatch(/^[a-záéíóúñ ]+$/i)
})
