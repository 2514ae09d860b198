import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let carolina: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  carolina = await enter(browser, product.url, 'Carolina Manríquez')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
type Home = { dues: { title: string; href: string; due?: string }[]; waiting: { title: string; who?: string }[] }
const home = (page: Page) => ask<Home>(page, product.url, 'home')

test('con la tecla n se anota un encargo en segundos y aparece en Mi trabajo de quien lo debe', async () => {
  await visit(carolina, product.url, '/presupuestar/ejecucion')
  const started = performance.now()
  await carolina.keyboard.press('n')
  const dialog = carolina.getByRole('dialog', { name: 'Anotar un encargo' })
  await dialog.getByRole('textbox', { name: 'Qué pidieron' }).waitFor()
  await carolina.keyboard.type('El alcalde pidió la lista de obras del sector norte')
  await dialog.getByRole('button', { name: 'Mañana' }).click()
  await carolina.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(performance.now() - started).toBeLessThan(10_000)
  expect((await home(carolina)).dues.find(({ title }) => title.startsWith('El alcalde pidió la lista'))?.due).toBe('2026-07-23')
  await visit(carolina, product.url, '/encargos')
  const mine = carolina.getByRole('article').filter({ hasText: 'obras del sector norte' })
  await mine.getByRole('button', { name: 'Dar por hecho' }).click()
  await carolina.getByRole('dialog').getByRole('button', { name: 'Dar por hecho' }).click()
  await mine.getByText('hecho', { exact: true }).waitFor()
  expect((await home(carolina)).dues.some(({ title }) => title.startsWith('El alcalde pidió la lista'))).toBe(false)
})

test('Finanzas declara la rendición de junio desde Mi trabajo; el deber queda cumplido con su historia', async () => {
  const tomas = await enter(browser, product.url, 'Tomás Venegas')
  const due = (await home(tomas)).dues.filter(({ href }) => href === '/calendario/deberes/ren-01.2026-06')
  // The step «comprobantes», six business days before, and the duty itself.
  expect(due.map(({ due: on }) => on)).toEqual(['2026-07-13', '2026-07-22'])
  await visit(tomas, product.url, '/calendario/deberes/ren-01.2026-06')
  await tomas.getByText('jueves 16-07-2026: no se cuenta').waitFor()
  await tomas.getByRole('button', { name: 'Declarar el cumplimiento' }).click()
  const dialog = tomas.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Acto que lo cumple' }).fill('Rendición SISREC')
  await dialog.getByRole('textbox', { name: /Número/ }).fill('131')
  await dialog.getByRole('button', { name: 'Declarar', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await tomas.getByText('cumplida', { exact: true }).first().waitFor()
  await tomas.getByRole('complementary').getByText(/^Cumplido: Rendición de cuentas al financista/).waitFor()
  expect((await home(tomas)).dues.some(({ href }) => href === '/calendario/deberes/ren-01.2026-06')).toBe(false)
})

test('la rueda se recorre con flechas y cada semana dice lo suyo; el mes y la lista muestran lo mismo', async () => {
  await visit(carolina, product.url, '/calendario')
  const week = carolina.getByRole('button', { name: /^Semana del 20-07-2026 al 26-07-2026/ })
  await week.focus()
  await carolina.keyboard.press('ArrowRight')
  await carolina.getByRole('heading', { name: 'Semana del 27-07 al 02-08' }).waitFor()
  await carolina.getByRole('region').or(carolina.locator('.wheel-panel')).getByRole('link', { name: 'Informe semestral de evaluación de la SECPLA al Concejo' }).first().waitFor()
  expect(await axe(carolina)).toEqual([])
  const view = await ask<{ duties: { due: string }[] }>(carolina, product.url, 'calendar/year?year=2026')
  await visit(carolina, product.url, '/calendario?vista=mes&mes=2026-07')
  expect(await carolina.locator('.month-sheet li').count()).toBe(view.duties.filter(({ due }) => due.startsWith('2026-07')).length)
  await visit(carolina, product.url, '/calendario?vista=lista')
  expect(await carolina.locator('tbody tr:has(td)').count()).toBe(view.duties.length)
})

test('la dirección secreta entrega la agenda sin sesión, y anulada ya no', async () => {
  await visit(carolina, product.url, '/calendario')
  await carolina.getByRole('button', { name: 'Llevar a mi agenda' }).click()
  const dialog = carolina.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Crear una dirección' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Su dirección' }).inputValue()
  const agenda = await fetch(address)
  expect([agenda.status, agenda.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const text = await agenda.text()
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(text).toContain('UID:eval-01.2026-1@09109.secplan\r\n')
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect((await fetch(address.replace(/\.ics$/, 'x.ics'))).status).toBe(404)
  await dialog.getByRole('button', { name: 'Anular' }).click()
  await expect.poll(async () => (await fetch(address)).status).toBe(404)
})

test('el mandato muestra sus 32 funciones con la regla que las decide, también en el teléfono', async () => {
  await visit(carolina, product.url, '/mandato')
  expect(await carolina.locator('tbody tr:has(td)').count()).toBe(32)
  const second = carolina.locator('tbody tr').filter({ has: carolina.locator('#G2') })
  await second.getByText('por vencer').first().waitFor()
  await second.getByText('Entrega al Concejo dentro de seis meses desde la anterior').waitFor()
  const phone = await enter(browser, product.url, 'Carolina Manríquez', 'phone')
  for (const address of ['/', '/calendario', '/calendario?vista=mes', '/calendario/deberes/eval-01.2026-1', '/mandato', '/encargos', '/calendario/responsables']) {
    await visit(phone, product.url, address)
    expect(await axe(phone), address).toEqual([])
    expect(await fitsWidth(phone), address).toBe(true)
  }
})

const MOST_TAPS = 6
test('en el pasillo, desde cualquier página del teléfono: texto, a quién, cuándo y foto en no más de seis toques', async () => {
  const phone = await enter(browser, product.url, 'Carolina Manríquez', 'phone')
  for (const from of ['/calendario', '/proyectos']) {
    await visit(phone, product.url, from)
    let taps = 0
    const tap = async (target: Locator) => { await target.click(); taps += 1 }
    await tap(phone.getByRole('button', { name: /^Encargo/ }))
    const dialog = phone.getByRole('dialog')
    const words = dialog.getByRole('textbox', { name: /Qué pidieron/ })
    await words.waitFor()
    expect(await words.evaluate((field) => field === document.activeElement)).toBe(true)
    await phone.keyboard.type(`Foto del paradero de ${from}`)
    await tap(dialog.getByRole('combobox', { name: /^Para/ }))
    await phone.keyboard.type('Obras')
    // The list settles as it is filtered: a person reads it before touching.
    await phone.getByRole('option', { name: /Tránsito/ }).waitFor({ state: 'detached' })
    await phone.waitForTimeout(400)
    await tap(phone.getByRole('option', { name: /Dirección de Obras/ }).first())
    await tap(dialog.getByRole('button', { name: 'Mañana' }))
    const chooser = phone.waitForEvent('filechooser')
    await tap(dialog.getByRole('button', { name: 'Foto o archivo' }))
    await (await chooser).setFiles({ name: 'paradero.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(`foto ${from}`) })
    await dialog.getByText('paradero.jpg').waitFor()
    // The days are at the left, under the thumb, and nothing slides sideways.
    const [group, chip] = await Promise.all([dialog.getByRole('group', { name: /Hasta cuándo/ }).boundingBox(), dialog.getByRole('button', { name: 'Hoy' }).boundingBox()])
    expect(chip?.x).toBeCloseTo(group?.x ?? -1, 0)
    expect(await fitsWidth(phone)).toBe(true)
    expect(await axe(phone)).toEqual([])
    await tap(dialog.getByRole('button', { name: 'Anotar' }))
    await dialog.waitFor({ state: 'detached' })
    expect(taps).toBeLessThanOrEqual(MOST_TAPS)
  }
  await visit(phone, product.url, '/encargos?de=asked')
  await phone.getByText('Foto del paradero de /proyectos').waitFor()
  expect(await axe(phone)).toEqual([])
  await phone.context().close()
})
