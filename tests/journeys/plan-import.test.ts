import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const DIRECTOR = 'Carolina Manríquez'
let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let desk: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  desk = await enter(browser, product.url, DIRECTOR)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
/** The page of the desk and the same on a phone, without faults of access and without sliding sideways. */
const looksRight = async (name: string): Promise<void> => {
  const address = new URL(desk.url())
  await settled(desk)
  const phone = await enter(browser, product.url, DIRECTOR, 'phone', 'dark')
  await visit(phone, product.url, address.pathname + address.search)
  for (const page of [desk, phone]) {
    const wide = (await fitsWidth(page)) ? [] : await page.evaluate(() => [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !one.closest('[class*="scroll"], [class*="sheet"]')).slice(0, 6).map((one) => `${one.tagName} ${one.className} ${(one.textContent ?? '').slice(0, 40)}`))
    expect({ name, faults: await axe(page), wide }).toEqual({ name, faults: [], wide: [] })
    if (process.env['SECPLAN_SHOTS']) await page.screenshot({ path: `${process.env['SECPLAN_SHOTS']}/${name}-${page === phone ? 'phone' : 'desk'}.png`, fullPage: true })
  }
  await phone.context().close()
}
type Plans = { plan: { id: string } | null; plans: { id: string }[] }
const plans = () => ask<Plans>(desk, product.url, 'plan/show-plan')

test('un plan en Word: del archivo al árbol, corregido a mano, al borrador, y de vuelta', async () => {
  const before = await plans()
  await visit(desk, product.url, '/plan/cargas/nueva')
  await desk.locator('input[type=file]').setInputFiles(fixture('plan-import/bandas-y-varios-indicadores.docx'))
  await desk.getByText(/Listo para cargar/).waitFor()
  const tree = desk.getByRole('region', { name: 'Árbol del plan' })
  // Two indicators of one cell are two rows, each with its base and its goal.
  expect((await tree.getByRole('row', { name: /Tiempo de espera en días/ }).innerText()).replace(/\s+/g, ' ')).toContain('base 15 → 7 al 2033')
  await desk.getByText('La celda de meta no trae 2 valores', { exact: false }).first().waitFor()
  await looksRight('plan-arbol')
  await tree.getByRole('row', { name: /Funciones por año/ }).getByRole('button', { name: /Corregir/ }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Nombre').fill('Funciones de cine por año')
  await dialog.getByRole('button', { name: 'Corregir' }).click()
  await tree.getByRole('row', { name: /Funciones de cine por año/ }).waitFor()
  await desk.getByText(/Listo para cargar/).waitFor()
  await desk.getByRole('button', { name: 'Cargar el plan' }).click()
  await desk.getByText('El plan está en borrador').waitFor()
  await looksRight('plan-recibo')
  const loaded = await plans()
  expect(loaded.plans.length).toBe(before.plans.length + 1)
  expect(loaded.plan?.id).toBe(before.plan?.id)
  await desk.getByRole('button', { name: 'Deshacer la carga' }).click()
  await desk.getByRole('dialog').getByLabel('Razón').fill('Llegó la versión corregida de la consultora')
  await desk.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click()
  await desk.getByText('Esta carga se deshizo').waitFor()
  expect(await plans()).toMatchObject({ plans: before.plans })
})
test('un documento con clave se rechaza con su remedio', async () => {
  await visit(desk, product.url, '/plan/cargas/nueva')
  await desk.locator('input[type=file]').setInputFiles(fixture('plan-import/con-clave.docx'))
  await desk.getByText('El documento pide contraseña').waitFor()
})
test('una lista de proyectos: códigos repetidos decididos, cargada y deshecha', async () => {
  const count = async () => (await ask<{ all: number }>(desk, product.url, 'projects/list-projects?')).all
  const before = await count()
  await visit(desk, product.url, '/proyectos/cargas/nueva')
  await desk.locator('input[type=file]').setInputFiles(fixture('project-import/bip_rengo_muestra_1997_1998.csv'))
  await desk.getByText(/Aún no se puede cargar/).waitFor()
  await looksRight('lista-revision')
  // «costo_total_MS» says thousands by itself: only the repeated codes are left to decide.
  await desk.getByRole('button', { name: /Aceptar las 5 propuestas/ }).click()
  await desk.getByText('Lista para cargar:').waitFor()
  await desk.getByRole('button', { name: 'Cargar 16 proyectos' }).click()
  await desk.getByRole('button', { name: 'Deshacer la carga' }).waitFor()
  expect(await count()).toBe(before + 16)
  await looksRight('lista-recibo')
  await desk.getByRole('button', { name: 'Deshacer la carga' }).click()
  await desk.getByRole('dialog').getByLabel('Razón').fill('Era la lista de otra comuna')
  await desk.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click()
  await desk.getByText('Esta carga se deshizo').waitFor()
  expect(await count()).toBe(before)
})
