import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyAddress, issuedReport } from './addresses.ts'
import { axe, enter, fitsWidth, launchBrowser, openContext, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let desk: Page
let phone: Page
let addresses: readonly string[]
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  ;[desk, phone] = await Promise.all([enter(browser, product.url, 'Carolina Manríquez'), enter(browser, product.url, 'Carolina Manríquez', 'phone')])
  addresses = await everyAddress(desk, product.url, { '/presupuestar/cargas/$id': '00000000-0000-4000-8000-000000000000' })
  addresses = [...addresses, `/rendir/informes/${await issuedReport(desk, product.url)}`, `/rendir/informes/${await issuedReport(desk, product.url)}?edicion=1`]
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Pages that everybody sees first: looked at in the dark too. */
const main = /^\/($|presupuestar\/ejecucion|proyectos|plan$|rendir\/informes)/
const look = async (page: Page, dark: boolean): Promise<string[]> => {
  const found: string[] = []
  for (const address of addresses) {
    await visit(page, product.url, address)
    for (const { id, nodes } of await axe(page)) found.push(`${address} ${id}: ${nodes[0]}`)
    if (!(await fitsWidth(page))) found.push(`${address} se corre de lado`)
    if (!(await page.title()).includes('Secplan')) found.push(`${address} no pone su nombre en la ventana`)
    if (!dark || !main.test(address)) continue
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const { id, nodes } of await axe(page)) found.push(`${address} oscuro ${id}: ${nodes[0]}`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  return found
}

test('cada página cumple WCAG 2.2 AA en escritorio y teléfono, y ninguna se corre de lado', async () => {
  const [onDesk, onPhone] = await Promise.all([look(desk, true), look(phone, false)])
  expect({ onDesk, onPhone }).toEqual({ onDesk: [], onPhone: [] })
}, 480_000)

test('la entrada y la verificación, sin sesión, también', async () => {
  for (const screen of ['desk', 'phone'] as const) {
    const context = await openContext(browser, screen)
    const page = await context.newPage()
    for (const address of ['/ingresar', '/rendir/verificar', '/ayuda/demostracion']) {
      await page.goto(new URL(address, product.url).toString())
      await settled(page)
      expect(await axe(page), address).toEqual([])
      expect(await fitsWidth(page), address).toBe(true)
    }
    await context.close()
  }
})

/** What the Tab key visits, as [top, left, name] of each thing with the focus. */
const walk = async (page: Page, steps: number) => {
  const stops: { name: string; visible: boolean; ring: boolean }[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return undefined
      const box = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      return { name: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 60), visible: box.width > 0 && box.height > 0, ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none' }
    })
    if (!stop) break
    stops.push(stop)
  }
  return stops
}

test('con Tab se llega a todo, en orden y a la vista, en tres páginas', async () => {
  for (const address of ['/', '/presupuestar/ejecucion', '/rendir/informes']) {
    await visit(desk, product.url, address)
    const reachable = await desk.evaluate(() => [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]')].filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && !one.closest('[hidden], [inert]') && (one as HTMLElement).tabIndex >= 0 }).length)
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const stops = await walk(desk, Math.min(reachable, 60))
    expect(stops[0]?.name, address).toMatch(/Saltar|contenido/i)
    expect(stops.filter(({ visible }) => !visible), address).toEqual([])
    expect(stops.slice(1).filter(({ ring }) => !ring), `${address}: foco sin marca`).toEqual([])
    expect(stops.length, address).toBe(Math.min(reachable, 60))
  }
})

test('Ctrl+K busca, «?» muestra la ayuda de la página y «g» con una letra va a su puerta', async () => {
  await visit(desk, product.url, '/')
  await desk.keyboard.press('Control+k')
  const palette = desk.getByRole('dialog', { name: 'Buscar en todo' })
  await palette.getByRole('combobox').fill('luminarias')
  const option = palette.getByRole('option', { name: /Luminarias LED/ }).first()
  await option.waitFor()
  expect(await axe(desk)).toEqual([])
  await desk.keyboard.press('Enter')
  // The first result: whatever record of the demonstration names the street lamps best.
  await desk.waitForURL(({ pathname }) => /^\/(concejo|plan|proyectos|actos)\//.test(pathname))
  await settled(desk)
  await desk.keyboard.press('?')
  const help = desk.getByRole('dialog', { name: /^Ayuda: / })
  await help.waitFor()
  await help.getByRole('link', { name: 'Todas las guías' }).waitFor()
  expect(await axe(desk)).toEqual([])
  await desk.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  for (const [letter, path] of [['s', '/presupuestar'], ['r', '/rendir'], ['i', '/invertir'], ['m', '/']] as const) {
    await desk.keyboard.press('g')
    await desk.keyboard.press(letter)
    await desk.waitForURL(({ pathname }) => pathname === path)
  }
})
