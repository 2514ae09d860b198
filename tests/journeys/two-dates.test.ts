import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, enter, launchBrowser, serveProduct, settled, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let page: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  page = await enter(browser, product.url, 'Tomás Venegas')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const PERIOD = 'period=2026-01&effectiveOn=2026-01-31'
type Trail = { readonly figure: { readonly value: number; readonly text: string }; readonly trail: { readonly total: number; readonly records: readonly { readonly id: string; readonly amount: number; readonly documentTitle: string }[] } }
/** Every record behind what was paid in January, as it was known on a day. */
const paidKnownOn = async (day: string) => {
  const records: { id: string; amount: number; documentTitle: string }[] = []
  for (let at = 1; ; at += 1) {
    const { trail, figure } = await ask<Trail>(page, product.url, `figures/budget/paid?${PERIOD}&knownOn=${day}&page=${at}&size=200`)
    records.push(...trail.records)
    if (records.length >= trail.total || trail.records.length === 0) return { figure, records }
  }
}
const digits = (text: string): number => Number(text.replace(/[^\d]/g, ''))

test('un pago de enero anotado en marzo se ve conocido al 31 de marzo y no al 28 de febrero, con las dos fechas de la página', async () => {
  const [february, march] = [await paidKnownOn('2026-02-28'), await paidKnownOn('2026-03-31')]
  const known = new Set(february.records.map(({ id }) => id))
  const late = march.records.filter(({ id }) => !known.has(id))
  expect(late.length).toBeGreaterThan(0)
  const amount = late.reduce((sum, record) => sum + record.amount, 0)
  // By hand: what was known in February plus the late payments is what is known in March.
  expect(february.figure.value + amount).toBe(march.figure.value)

  const seen = async (known: string): Promise<string> => {
    await visit(page, product.url, '/presupuestar/ejecucion')
    await page.getByRole('button', { name: /^Período/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Período y las dos fechas' })
    const period = dialog.getByRole('combobox', { name: 'Período' })
    await period.fill('enero de 2026')
    await page.getByRole('option', { name: /enero de 2026/i }).first().click()
    await dialog.getByRole('textbox', { name: 'Hechos al' }).fill('31-01-2026')
    await dialog.getByRole('textbox', { name: 'Conocido al' }).fill(known)
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: 'Mirar así' }).click()
    await page.waitForURL(new RegExp(`conocido=${known.split('-').reverse().join('-')}`))
    await settled(page)
    const figure = page.getByRole('button', { name: /Gasto pagado.*abrir ficha|Pagado.*abrir ficha/ }).first()
    await figure.waitFor()
    await figure.click()
    const sheet = page.getByRole('dialog', { name: /^Ficha de la cifra/ })
    await sheet.getByRole('heading', { name: 'Las dos fechas' }).waitFor()
    expect(await sheet.innerText()).toMatch(new RegExp(`Conocido al\\s*${known}`))
    return sheet.locator('.figure-sheet-value').innerText()
  }
  expect(digits(await seen('28-02-2026'))).toBe(february.figure.value)
  expect(digits(await seen('31-03-2026'))).toBe(march.figure.value)
})
