import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
const heads = (page: Page): Promise<string[]> => page.locator('main table thead th').evaluateAll((cells) => cells.map((cell) => (cell.textContent ?? '').trim()))

test('la ayuda de una página dice su norma y su guía; F1 dice el campo; Esc devuelve el foco', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  await visit(page, product.url, '/presupuestar/modificaciones')
  await page.getByRole('button', { name: 'Ayuda de esta página' }).click()
  const sheet = page.getByRole('dialog', { name: 'Ayuda: Modificaciones presupuestarias' })
  await sheet.getByRole('link', { name: /Ley 18\.695.*artículo 81$/ }).waitFor()
  expect(await sheet.getByText('por confirmar').count()).toBeGreaterThan(0)
  await sheet.getByRole('row', { name: /^a Preparar una modificación/ }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Ayuda de esta página')

  await page.keyboard.press('a')
  await page.waitForURL(({ pathname }) => pathname === '/presupuestar/modificaciones/nueva')
  await settled(page)
  const reason = page.getByLabel('Razón')
  await reason.fill('')
  // Letters belong to the field while someone writes.
  await reason.pressSequentially('apena?')
  expect(await reason.inputValue()).toBe('apena?')
  await reason.press('F1')
  const field = page.getByRole('dialog', { name: 'Ayuda: Preparar una modificación' })
  await field.getByText('Con ella la leerá el Concejo', { exact: false }).waitFor()
  expect(await field.locator('.help-field b').textContent()).toBe('Razón')
  await field.getByRole('link', { name: /Paso a paso/ }).click()
  await page.waitForURL(({ pathname }) => pathname === '/ayuda/manual/modificar-el-presupuesto')
  await page.getByRole('heading', { name: 'Modificar el presupuesto' }).waitFor()
  const [guide] = await Promise.all([page.waitForEvent('download'), page.getByRole('main').getByRole('link', { name: 'PDF', exact: true }).click()])
  expect(readFileSync(await guide.path()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('el índice de la ayuda busca dentro de las guías y cabe en un teléfono', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez', 'phone')
  await visit(page, product.url, '/ayuda')
  const guides = page.locator('.guide-list li')
  const all = await guides.count()
  expect(all).toBeGreaterThan(30)
  await page.getByLabel('Buscar en las guías').fill('deuda flotante')
  await page.waitForURL(/texto=/)
  await page.getByRole('link', { name: 'El arrastre al año siguiente', exact: true }).waitFor()
  expect(await guides.count()).toBeLessThan(all)
  expect(await fitsWidth(page)).toBe(true)
  expect(await axe(page)).toEqual([])
})

test('ninguna página ofrece dos acciones con la misma letra en su título', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  const twice: string[] = []
  for (const path of ['/', '/plan', '/proyectos', '/presupuestar/cargas', '/presupuestar/ejecucion', '/presupuestar/lineas', '/actos', '/calendario', '/calendario/responsables', '/concejo', '/registro/instituciones', '/registro/comuna', '/proveedores', '/rendir/solicitudes']) {
    await visit(page, product.url, path)
    const keys = await page.locator('.page-title [aria-keyshortcuts]').evaluateAll((found) => found.map((one) => one.getAttribute('aria-keyshortcuts')))
    if (new Set(keys).size !== keys.length) twice.push(`${path}: ${keys.join(' ')}`)
  }
  expect(twice).toEqual([])
})

test('se eligen columnas con el teclado, la vista se guarda y se comparte, y el archivo lleva lo que se ve', async () => {
  const page = await enter(browser, product.url, 'Carolina Manríquez')
  await visit(page, product.url, '/proyectos')
  const before = await heads(page)
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: /^Columnas de / })
  await dialog.getByText('Fuentes', { exact: true }).click()
  await dialog.getByRole('checkbox', { name: 'Costo total' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Listo' }).click()
  await dialog.waitFor({ state: 'detached' })
  const chosen = await heads(page)
  expect(chosen).toHaveLength(before.length - 1)
  expect(chosen).not.toContain('Fuentes')
  expect(chosen.indexOf('Costo total')).toBe(before.indexOf('Costo total') - 1)
  expect(new URL(page.url()).searchParams.get('columnas')).toBeTruthy()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).first().click()])
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain('Costo total')
  expect(csv).not.toContain('Fuentes')

  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: /Guardar lo que se ve/ }).click()
  const saving = page.getByRole('dialog', { name: 'Guardar lo que se ve' })
  await saving.getByLabel('Nombre').fill('Cartera breve')
  await saving.getByText('Compartirla con mi unidad').click()
  await page.keyboard.press('Control+Enter')
  await saving.waitFor({ state: 'detached' })

  const other = await enter(browser, product.url, 'Pedro Antilef')
  await visit(other, product.url, '/proyectos')
  expect(await heads(other)).toEqual(before)
  await other.keyboard.press('v')
  const offered = other.getByRole('menuitem', { name: /Cartera breve/ })
  await offered.click()
  await expect.poll(() => heads(other)).toEqual(chosen)
})
