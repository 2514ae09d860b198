import type { Browser, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyAddress, issuedReport } from './addresses.ts'
import { enter, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let page: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  page = await enter(browser, product.url, 'Carolina Manríquez')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Letter without its margins, in points of the screen (96 per inch): 186 mm standing, 249 mm lying down. */
const STANDING = Math.floor((186 / 25.4) * 96)
const LYING = Math.floor((249 / 25.4) * 96)

/** What is wrong with the page as paper would show it: something beyond the edge, something that asks to be pressed, a dark ground. */
const mistakesOnPaper = (one: Page): Promise<string[]> => one.evaluate(() => {
  const found: string[] = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width + 1) found.push(`se corre de lado: ${document.documentElement.scrollWidth} de ${width}`)
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (box.width < 2 || box.height < 2 || style.visibility === 'hidden' || element.closest('.visually-hidden, [aria-hidden="true"]')) continue
    const name = `${element.tagName.toLowerCase()}.${element.className} «${(element.textContent ?? '').trim().slice(0, 30)}»`
    if (box.right > width + 1 && !element.closest('svg')) found.push(`cortado: ${name}`)
    if (element.matches('button, .button, select, [role="combobox"], [role="tab"]')) {
      // What was a button and on paper is only its words has no frame, no ground and no shadow.
      const framed = Number.parseFloat(style.borderTopWidth) > 0 || style.boxShadow !== 'none' || !/rgba\(0, 0, 0, 0\)|transparent/.test(style.backgroundColor)
      if (framed) found.push(`control: ${name}`)
    }
    if (element.matches('input:not([type="checkbox"]):not([type="radio"]), textarea') && Number.parseFloat(style.borderTopWidth) > 0) found.push(`campo con marco: ${name}`)
  }
  const [red = 255, green = 255, blue = 255] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number)
  if (red + green + blue < 700) found.push(`fondo ${red},${green},${blue}`)
  return [...new Set(found)].slice(0, 4)
})
/** The words of the first page of the paper and how many pages there are. */
const onPaper = async (): Promise<{ readonly pages: number; readonly text: string }> => {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const { items } = await (await document.getPage(1)).getTextContent()
  return { pages: document.numPages, text: items.map((item) => ('str' in item ? item.str : '')).join(' ') }
}

test('cada página sale en papel carta sin botones, sin nada cortado y con fondo claro, también desde la pantalla oscura', async () => {
  const found: string[] = []
  const addresses = [...(await everyAddress(page, product.url, { '/presupuestar/cargas/$id': '00000000-0000-4000-8000-000000000000' })), `/rendir/informes/${await issuedReport(page, product.url)}`]
  for (const [at, address] of addresses.entries()) {
    await page.emulateMedia({ media: null, colorScheme: at % 2 ? 'dark' : 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await visit(page, product.url, address)
    const wide = await page.locator('.table-block.landscape').count()
    await page.emulateMedia({ media: 'print', colorScheme: at % 2 ? 'dark' : 'light' })
    await page.setViewportSize({ width: wide ? LYING : STANDING, height: 900 })
    for (const one of await mistakesOnPaper(page)) found.push(`${address} ${one}`)
  }
  expect(found).toEqual([])
}, 480_000)

test('el papel dice la municipalidad, las dos fechas y la página, y una tabla larga repite su encabezado', async () => {
  await page.emulateMedia({ media: null, colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await visit(page, product.url, '/presupuestar/lineas')
  await settled(page)
  const { pages, text } = await onPaper()
  expect(pages).toBeGreaterThan(1)
  expect(text).toContain('Municipalidad de Loncoche')
  expect(text).toMatch(/hechos al 30-06-2026/i)
  expect(text).toMatch(/conocido al 22-07-2026/i)
  expect(text).toContain(`Página 1 de ${pages}`)
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const second = await document.getPage(2)
  const words = (await second.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')
  expect(words).toMatch(/Vigente/)
  // The wide table lies down, and its first page is not left empty.
  const [, , width = 0, height = 0] = (await document.getPage(1)).view
  expect(width).toBeGreaterThan(height)
  expect(text).toMatch(/Vigente/)
})
