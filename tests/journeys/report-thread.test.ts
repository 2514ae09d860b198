import { readFile } from 'node:fs/promises'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocxFigures } from '#platform/documents'
import { ask, attempt, axe, enter, launchBrowser, openContext, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let report: string
let address: string
const people = new Map<string, Page>()
const as = async (who: string): Promise<Page> => {
  const page = people.get(who) ?? (await enter(browser, product.url, who))
  people.set(who, page)
  return page
}
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  const { reports } = await ask<{ reports: { id: string; period: string }[] }>(await as('Marta Riffo'), product.url, 'reporting/list-reports')
  report = reports.find(({ period }) => period === '2026-1')?.id ?? ''
  address = `/rendir/informes/${report}`
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(await readFile(await download.path()))
const writing = async (page: Page): Promise<Locator> => {
  await visit(page, product.url, address)
  const prose = page.getByRole('textbox', { name: 'Texto de Síntesis' })
  await prose.waitFor()
  return prose
}
/** Puts the caret where a person who clicked and pressed Ctrl+End sees it: the editor may still be taking in the click. */
const caretAtEnd = async (page: Page, prose: Locator): Promise<void> => {
  await prose.click()
  await expect.poll(async () => {
    await page.keyboard.press('Control+End')
    return prose.evaluate((element) => {
      const last = element.querySelector(':scope > :last-child')
      const selection = getSelection()
      return Boolean(last?.contains(selection?.anchorNode ?? null) && selection?.isCollapsed)
    })
  }).toBe(true)
}
const saved = (page: Page) => page.waitForResponse((response) => response.url().includes('/reporting/save-section') && response.ok())
const view = async () => ask<{ report: { state: string; version: number }; editions: { number: number; verificationCode: string; reservations: string[] }[]; sections: { key: string; content: unknown[] }[] }>(await as('Carolina Manríquez'), product.url, `reporting/open?report=${report}`)

test('Marta pone una cifra en la frase sin ratón y queda guardada con su receta', async () => {
  const marta = await as('Marta Riffo')
  const prose = await writing(marta)
  const chips = await prose.locator('.chip-figure').count()
  await caretAtEnd(marta, prose)
  await marta.keyboard.press('Enter')
  await marta.keyboard.type('En el semestre se pagaron =')
  const picker = marta.getByRole('dialog', { name: 'Insertar una cifra' })
  await picker.getByRole('combobox').waitFor()
  await marta.keyboard.type('gasto pagado')
  await picker.getByRole('option', { name: /Gasto pagado/ }).first().waitFor()
  await marta.keyboard.press('Enter')
  await picker.waitFor({ state: 'detached' })
  await marta.keyboard.type(' con cargo al presupuesto.')
  await marta.keyboard.press('Control+s')
  expect(await prose.locator('.chip-figure').count()).toBe(chips + 1)
  // A save begun by itself while she typed may still be under way: what counts is what ends up stored.
  const lastParagraph = async () => JSON.stringify((await view()).sections.find(({ key }) => key === 'summary')?.content.at(-1))
  await expect.poll(lastParagraph, { timeout: 10_000 }).toMatch(/En el semestre se pagaron .*"id":"budget\/paid".*con cargo al presupuesto/)
})

test('dos ventanas a la vez: la segunda ve ambas versiones y no pierde la suya', async () => {
  const marta = await as('Marta Riffo')
  const other = await marta.context().newPage()
  const [mine, theirs] = [await writing(marta), await writing(other)]
  await theirs.click()
  await other.keyboard.press('Control+Home')
  await other.keyboard.type('Desde la otra ventana. ')
  const first = saved(other)
  await other.keyboard.press('Control+s')
  await first
  await caretAtEnd(marta, mine)
  await marta.keyboard.type(' Desde esta ventana.')
  await marta.keyboard.press('Control+s')
  await marta.getByText(/guardó «Síntesis» mientras usted escribía/).waitFor()
  await marta.getByRole('button', { name: 'Comparar' }).click()
  const dialog = marta.getByRole('dialog', { name: 'Dos versiones de «Síntesis»' })
  const text = await dialog.innerText()
  expect(text).toContain('Desde la otra ventana.')
  expect(text).toContain('Desde esta ventana.')
  const settled = saved(marta)
  await dialog.getByRole('button', { name: 'Unir lo elegido' }).click()
  await settled
  const words = JSON.stringify((await view()).sections.find(({ key }) => key === 'summary')?.content)
  expect(words).toContain('Desde la otra ventana.')
  expect(words).toContain('Desde esta ventana.')
  await other.close()
})

test('Carolina no aprueba; la Alcaldesa sí; Carolina emite con reservas y baja Word y PDF', async () => {
  const carolina = await as('Carolina Manríquez')
  await visit(carolina, product.url, address)
  const approving = carolina.getByRole('button', { name: 'Aprobar' })
  await approving.waitFor()
  expect(await approving.getAttribute('aria-disabled') ?? String(await approving.isDisabled())).toBe('true')
  const { report: { version } } = await view()
  expect((await attempt(carolina, product.url, 'reporting/approve-report', { report, version })).status).toBe(403)
  const mayor = await as('Inés Cayuqueo')
  await visit(mayor, product.url, address)
  await mayor.getByRole('button', { name: 'Aprobar' }).click()
  await mayor.getByText('Informe aprobado').waitFor()
  await visit(carolina, product.url, address)
  await carolina.getByRole('button', { name: 'Emitir con reservas' }).click()
  const dialog = carolina.getByRole('dialog', { name: 'Emitir la edición 1' })
  const gaps = await dialog.getByRole('list', { name: 'Reservas que se imprimirán' }).getByRole('listitem').count()
  expect(gaps).toBeGreaterThan(0)
  await dialog.getByRole('button', { name: 'Emitir con reservas' }).click()
  await dialog.getByRole('progressbar').waitFor()
  await dialog.getByText('Edición 1 emitida').waitFor({ timeout: 60_000 })
  const [word] = await Promise.all([carolina.waitForEvent('download'), dialog.getByRole('link', { name: 'Word' }).click()])
  const [pdf] = await Promise.all([carolina.waitForEvent('download'), dialog.getByRole('link', { name: 'PDF' }).click()])
  expect(readDocxFigures(await bytesOf(word)).figures.length).toBeGreaterThan(100)
  expect(new TextDecoder('latin1').decode((await bytesOf(pdf)).slice(0, 5))).toBe('%PDF-')
  await dialog.getByRole('button', { name: 'Listo' }).click()
  expect((await view()).editions[0]?.reservations.length).toBe(gaps)
})

test('Beatriz anota la entrega, el deber queda cumplido y cualquiera verifica el código sin sesión', async () => {
  const beatriz = await as('Beatriz Lagos')
  await visit(beatriz, product.url, address)
  await beatriz.getByRole('button', { name: 'Registrar la entrega' }).click()
  const dialog = beatriz.getByRole('dialog', { name: 'Registrar la entrega al Concejo' })
  await dialog.getByLabel('Número del acuse').fill('Oficio ordinario N.º 412')
  await dialog.getByRole('button', { name: 'Registrar la entrega' }).click()
  await beatriz.getByText('Entrega registrada: el deber quedó cumplido').waitFor()
  await visit(beatriz, product.url, '/rendir/deberes')
  const duty = beatriz.locator('.duty').filter({ hasText: '1.er semestre 2026' })
  await duty.getByText(/cumplido/i).first().waitFor()
  expect(await duty.innerText()).toContain('Oficio ordinario N.º 412')
  const code = (await view()).editions[0]?.verificationCode ?? ''
  const visitor = await (await openContext(browser, 'phone')).newPage()
  await visitor.goto(new URL(`/rendir/verificar?codigo=${encodeURIComponent(code)}`, product.url).toString())
  await visitor.getByText('Es el documento emitido').waitFor()
  expect(await axe(visitor)).toEqual([])
  await visitor.goto(new URL('/rendir/verificar?codigo=AAAA-BBBB-CCCC-DDDD', product.url).toString())
  await visitor.getByText('No corresponde a ningún documento').waitFor()
  await visitor.context().close()
})

test('una corrección posterior no toca la edición y «diferencias» dice qué cambió y por qué', async () => {
  const tomas = await as('Tomás Venegas')
  const file = async () => (await tomas.request.get(new URL(`/api/reporting/file?report=${report}&edition=1&format=json`, product.url).toString())).text()
  const before = await file()
  const { rows } = await ask<{ rows: { id: string; room: { payment: number } }[] }>(tomas, product.url, 'budget/list-lines?kind=expenditure&title=22')
  const line = rows.find(({ room }) => room.payment > 50_000)
  if (!line) throw new Error('La demostración no tiene deuda por pagar')
  await attempt(tomas, product.url, 'budget/reopen-month', { year: 2026, month: 6, version: (await ask<{ months: { month: number; version: number }[] }>(tomas, product.url, 'budget/list-months?year=2026')).months.find(({ month }) => month === 6)?.version, reason: 'Falta un decreto de pago de junio' })
  const paid = await attempt(tomas, product.url, 'budget/register-payment', { line: line.id, amount: 50_000, on: '2026-06-29', text: 'Decreto de pago traspapelado', document: { kind: 'payment-decree', number: 'DP-9001', date: '2026-06-29' } })
  expect(paid.status, JSON.stringify(paid.body)).toBe(200)
  expect(await file()).toBe(before)
  const carolina = await as('Carolina Manríquez')
  await visit(carolina, product.url, `${address}?vista=diferencias`)
  const rowOfPaid = carolina.getByRole('row').filter({ hasText: /Gasto pagado, enero a junio de 2026/ }).first()
  await rowOfPaid.waitFor({ timeout: 40_000 })
  const said = (await rowOfPaid.innerText()).match(/\$[\d.]+/g)?.map((text) => Number(text.replace(/\D/g, ''))) ?? []
  expect((said[1] ?? 0) - (said[0] ?? 0)).toBe(50_000)
})
