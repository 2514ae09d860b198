import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, enter, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let tomas: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  tomas = await enter(browser, product.url, 'Tomás Venegas')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Drops a file of the demonstration on the assistant and waits until the whole sheet has been checked. */
const drop = async (name: string): Promise<string> => {
  await visit(tomas, product.url, '/presupuestar/cargas/nueva?de=2026-06')
  await tomas.locator('input[type=file]').setInputFiles(join(product.folder, 'archivos-para-probar', name))
  const bar = tomas.locator('.import-bar')
  await bar.getByText(/Lista para cargar|Aún no se puede|Nada cambia/).waitFor()
  return bar.innerText()
}
const accrued = async (): Promise<number> => (await ask<{ figure: { value: number } }>(tomas, product.url, 'figures/budget/accrued?period=2026-06')).figure.value

test('un archivo con errores se detiene en sus celdas, no guarda nada y lo decidido sigue allí al volver', async () => {
  const before = await accrued()
  const said = await drop('BALANCE GASTOS JUNIO 2026 (con errores).xlsx')
  expect(said).toMatch(/Aún no se puede cargar: quedan \d+ problemas que la detienen/)
  const problems = tomas.getByRole('region', { name: 'Problemas de la hoja' }).getByRole('row')
  const rows = await problems.allInnerTexts()
  // The damaged file was made with an account that does not exist at A144 and an accumulated that goes down at F91.
  expect(rows.some((row) => /A144/.test(row) && /no existe en el clasificador/.test(row))).toBe(true)
  expect(rows.some((row) => /F91/.test(row) && /Un acumulado no baja/.test(row))).toBe(true)
  expect(await tomas.getByRole('button', { name: /^Cargar \d+ líneas?$/ }).isDisabled()).toBe(true)
  const address = tomas.url()
  await tomas.getByLabel('Recordar esta lectura como').fill('Contabilidad, gastos')
  await tomas.waitForResponse((response) => response.url().includes('keep-import-draft'))
  await tomas.goto(new URL('/', product.url).toString())
  await tomas.goto(address)
  await tomas.getByText(/Aún no se puede cargar/).waitFor()
  expect(await tomas.getByLabel('Recordar esta lectura como').inputValue()).toBe('Contabilidad, gastos')
  const [rejected] = await Promise.all([tomas.waitForEvent('download'), tomas.getByRole('link', { name: 'Rechazadas, con su razón' }).click()])
  expect(rejected.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(await accrued()).toBe(before)
})

test('el balance de junio entra por el asistente, deja su recibo y se deshace entero', async () => {
  const before = await accrued()
  await drop('BALANCE GASTOS JUNIO 2026.xlsx')
  // June is closed: the assistant says so before anything is tried, and where to open it again.
  await tomas.getByText('El mes está cerrado: junio de 2026').waitFor()
  expect(await tomas.getByRole('button', { name: /^Cargar \d+ líneas?$/ }).isDisabled()).toBe(true)
  const address = tomas.url()
  await tomas.getByRole('link', { name: 'Ver los meses' }).click()
  await tomas.getByRole('row', { name: /Junio de 2026/ }).getByRole('button', { name: 'Reabrir' }).click()
  await tomas.getByRole('dialog').getByLabel('Razón').fill('Llegó el balance definitivo de contabilidad')
  await tomas.getByRole('dialog').getByRole('button', { name: 'Reabrir el mes' }).click()
  await tomas.getByRole('row', { name: /Junio de 2026.*reabierto/ }).waitFor()
  await tomas.goto(address)
  // Reopening wrote in the book: coming back reviews the file again by itself, without choosing anything anew.
  const ready = tomas.locator('.import-bar').filter({ hasText: 'Lista para cargar' })
  await ready.waitFor()
  const said = await ready.innerText()
  const lines = Number(/Lista para cargar: (\d+) líneas? cambian?/.exec(said)?.[1])
  expect(lines).toBeGreaterThan(0)
  // The header was recognised on the picture of the sheet: two rows, and each column says how it is read.
  expect(await tomas.getByRole('button', { name: /Fila [67], encabezado/ }).count()).toBe(2)
  expect(await tomas.getByText('Devengado', { exact: true }).count()).toBeGreaterThan(0)
  const changes = await tomas.getByRole('region', { name: 'Filas cambian' }).getByRole('row').allInnerTexts()
  expect(changes.filter((row) => /de \$[\d.]+ a \$[\d.]+/.test(row.replace(/\s+/g, ' '))).length).toBe(lines)
  await tomas.getByRole('button', { name: `Cargar ${lines} ${lines === 1 ? 'línea' : 'líneas'}` }).click()
  await tomas.getByText(`Cargada: ${lines} líneas cambiaron`).waitFor()
  const loaded = await accrued()
  expect(loaded).not.toBe(before)
  const id = new URL(tomas.url()).pathname.slice(-36)
  const record = await ask<{ totals: Record<string, number> }>(tomas, product.url, `budget/show-import?id=${id}`)
  // What the receipt says was added is what the figure of the municipality moved.
  expect(loaded - before).toBe(record.totals['accrual'])
  await tomas.getByRole('button', { name: 'Deshacer la carga' }).click()
  const dialog = tomas.getByRole('dialog', { name: 'Deshacer la carga' })
  await dialog.getByLabel('Razón').fill('Se trajo el archivo preliminar')
  await dialog.getByRole('button', { name: 'Deshacer', exact: true }).click()
  await tomas.getByText('Esta carga se deshizo').waitFor()
  expect(await accrued()).toBe(before)
})
