import exceljs from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, attempt, axe, enter, fitsWidth, launchBrowser, openContext, serveProduct, settled, visit } from './office.ts'

type Board = { readonly campaigns: readonly { readonly id: string; readonly state: string; readonly silent: number }[] }
type Units = { readonly units: readonly { readonly id: string; readonly unitName: string; readonly state: string; readonly submittedOn: string | null }[] }
const THREE_MINUTES_MS = 180_000

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let desk: Page
let campaign = ''
let health = ''
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  desk = await enter(browser, product.url, 'Carolina Manríquez')
  campaign = (await ask<Board>(desk, product.url, 'requests/list-campaigns')).campaigns.find(({ state }) => state === 'open')?.id ?? ''
  health = (await board()).find(({ unitName }) => unitName.includes('Salud'))?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
const board = async () => (await ask<Units>(desk, product.url, `requests/show-campaign?id=${campaign}`)).units
const handOver = async (): Promise<string> => {
  const { status, body } = await attempt(desk, product.url, 'requests/hand-over', { requestId: health })
  expect(status).toBe(200)
  return (body as { result: { link: string } }).result.link
}

test('la demostración trae una campaña cerrada con silencio y una abierta con atrasadas, devueltas y calladas', async () => {
  const { campaigns } = await ask<Board>(desk, product.url, 'requests/list-campaigns')
  expect(campaigns.map(({ state, silent }) => [state, silent])).toEqual([['open', 3], ['closed', 1]])
  expect((await board()).map(({ state }) => state).sort()).toEqual(['done', 'done', 'returned', 'sent', 'sent', 'silent', 'silent', 'silent'])
})

test('la jefa de Salud responde cinco cosas desde el teléfono, por enlace y sin cuenta, en menos de tres minutos', async () => {
  const link = await handOver()
  const context = await openContext(browser, 'phone')
  const page = await context.newPage()
  const answer = await page.goto(link)
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  const started = performance.now()
  await settled(page)
  expect(await axe(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)
  expect(await page.locator('body').innerText()).not.toContain('Sonia')
  // A scanner looks at the link too: nothing is used up.
  for (let look = 0; look < 3; look++) expect((await page.request.get(link)).ok()).toBe(true)
  await page.getByRole('textbox', { name: 'I03 Población inscrita validada en salud municipal' }).fill('12.611')
  const coverage = page.getByRole('listitem').filter({ hasText: 'I04 Cobertura' })
  await coverage.getByRole('textbox', { name: 'I04 Cobertura de salud primaria municipal' }).fill('50,9')
  await page.getByRole('textbox', { name: 'Horas médicas perdidas por inasistencia en el semestre' }).fill('418')
  await page.getByRole('listitem').filter({ hasText: 'Gasto en rondas rurales' }).getByText('Sin novedad').click()
  await page.getByRole('textbox', { name: 'Dificultad principal del semestre' }).fill('Faltaron conductores para las rondas de mayo.')
  await coverage.getByText('Comentario y respaldo').click()
  await coverage.locator('input[type=file]').setInputFiles({ name: 'inscritos-junio.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('foto del listado') })
  await coverage.getByText('inscritos-junio.jpg').waitFor()
  await page.getByText('5 de 5').waitFor()
  await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Sonia Retamal')
  await page.getByRole('textbox', { name: 'Cargo', exact: true }).fill('Jefa del Departamento de Salud')
  await page.getByRole('button', { name: /Enviar 5 respuestas/ }).click()
  await page.getByText('ya respondió').waitFor()
  expect(performance.now() - started).toBeLessThan(THREE_MINUTES_MS)
  expect(await axe(page)).toEqual([])
  await page.reload()
  await page.getByText('ya respondió').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await context.close()
  expect((await board()).find(({ id }) => id === health)).toMatchObject({ state: 'sent', submittedOn: '2026-07-22' })
})

test('un enlace inventado dice que no sirve y qué hacer, sin mostrar nada', async () => {
  const page = await (await openContext(browser, 'phone')).newPage()
  await page.goto(new URL(`/responder/09109.${'A'.repeat(43)}`, product.url).toString())
  await page.getByText('Este enlace no sirve').waitFor()
  expect(await axe(page)).toEqual([])
  await page.context().close()
})

test('la directora revisa lo que llegó, devuelve una con motivo y acepta las demás, que pasan al plan', async () => {
  await visit(desk, product.url, `/rendir/solicitudes/revisar/${health}`)
  await settled(desk)
  await desk.getByText('12.611 personas').waitFor()
  const spending = desk.getByRole('row').filter({ hasText: 'rondas rurales' })
  await spending.getByRole('button', { name: 'Devolver' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Qué debe corregir').fill('Se necesita el gasto, aunque sea el mismo del semestre anterior.')
  await dialog.getByRole('button', { name: 'Devolver' }).click()
  await dialog.waitFor({ state: 'detached' })
  await spending.getByText('devuelta', { exact: true }).waitFor()
  await desk.getByRole('button', { name: 'Aceptar 4 respuestas' }).click()
  await desk.getByText('4 respuestas aceptadas; 2 pasaron a su registro').waitFor()
  const { indicators } = await ask<{ indicators: readonly { code: string; latestText: string; approved: boolean }[] }>(desk, product.url, 'plan/show-plan')
  expect(indicators.find(({ code }) => code === 'I03')).toMatchObject({ latestText: '12.611\u00a0personas', approved: true })
  expect((await board()).find(({ id }) => id === health)?.state).toBe('returned')
})
test('dos personas escriben lo mismo a la vez: cada una ve lo de la otra y nada se pierde', async () => {
  const works = (await board()).find(({ state }) => state === 'silent')
  const link = (await attempt(desk, product.url, 'requests/hand-over', { requestId: works?.id })).body as { result: { link: string } }
  const [one, two] = await Promise.all([0, 1].map(async () => { const page = await (await openContext(browser, 'phone')).newPage(); await page.goto(link.result.link); await settled(page); return page }))
  if (!one || !two) throw new Error('faltan páginas')
  const write = async (page: Page, text: string) => { const field = page.locator('.asked').first().getByRole('textbox').first(); await field.fill(text); await field.blur() }
  await write(one, '41')
  await one.getByText('Borrador guardado').waitFor()
  await write(two, '43')
  await two.getByText('Otra persona escribió aquí mientras tanto').waitFor()
  const both = await two.locator('.dispute').innerText()
  expect(both).toContain('43')
  expect(both).toContain('41')
  expect(await axe(two)).toEqual([])
  expect(await fitsWidth(two)).toBe(true)
  await two.getByRole('button', { name: 'Tomar lo guardado' }).click()
  expect(await two.locator('.asked').first().getByRole('textbox').first().inputValue()).toBe('41')
  await write(two, '44')
  await two.getByText('Borrador guardado').waitFor()
  await write(one, '45')
  await one.getByRole('button', { name: 'Dejar lo mío' }).click()
  await one.getByText('Borrador guardado').waitFor()
  await two.reload()
  await settled(two)
  expect(await two.locator('.asked').first().getByRole('textbox').first().inputValue()).toBe('45')
  await one.context().close()
  await two.context().close()
})
test('un enlace reenviado a quien no es de la unidad dice de quién es y qué hacer; anulado, no muestra nada', async () => {
  const silent = (await board()).filter(({ state }) => state !== 'done' && state !== 'sent')
  const target = silent.at(-1)
  const { body } = await attempt(desk, product.url, 'requests/hand-over', { requestId: target?.id })
  const { link, eml } = (body as { result: { link: string; eml: string } }).result
  expect(eml).toContain('.xlsx')
  const page = await (await openContext(browser, 'phone')).newPage()
  await page.goto(link)
  await page.getByText('Si usted no es de esa unidad, no responda y avise a quien le envió el enlace.').waitFor()
  expect((await attempt(desk, product.url, 'requests/revoke-links', { requestId: target?.id, reason: 'Se reenvió a otra persona' })).status).toBe(200)
  await page.reload()
  await page.getByText('Este enlace no sirve').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.context().close()
})
test('la planilla baja, vuelve llena y se toma fila por fila, desde la página del enlace', async () => {
  const target = (await board()).find(({ state, id }) => id !== health && (state === 'silent' || state === 'started'))
  const { body } = await attempt(desk, product.url, 'requests/hand-over', { requestId: target?.id })
  const page = await (await openContext(browser, 'phone')).newPage()
  await page.goto((body as { result: { link: string } }).result.link)
  await settled(page)
  await page.getByText('Prefiero responder en Excel').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bajar la planilla' }).click()])
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.getWorksheet('Respuestas')
  let rows = 0
  sheet?.eachRow((row) => { if (typeof row.getCell(1).value === 'number') { row.getCell(6).value = null; row.getCell(7).value = 'sí'; rows += 1 } })
  const bytes = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer)
  await page.getByLabel('Planilla respondida').setInputFiles({ name: 'respuestas.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes })
  await page.getByRole('button', { name: /^Tomar \d+ filas?$/ }).click()
  await page.getByText(`${rows} de ${rows}`).waitFor()
  await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Elsa Prueba')
  await page.getByRole('textbox', { name: 'Cargo', exact: true }).fill('Encargada de oficina')
  await page.getByRole('button', { name: /^Enviar/ }).click()
  await page.getByText('ya respondió').waitFor()
  await page.context().close()
  expect((await board()).find(({ id }) => id === target?.id)?.state).toBe('sent')
})
test('cada respuesta cuenta su historia, y la bandeja muestra lo que se escribió a cada unidad', async () => {
  await visit(desk, product.url, `/rendir/solicitudes/revisar/${health}`)
  await settled(desk)
  await desk.getByRole('row').filter({ hasText: 'rondas rurales' }).getByRole('button', { name: /^Historia/ }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByText('Devuelta').waitFor()
  expect(await dialog.locator('.history li').count()).toBe(3)
  await desk.keyboard.press('Escape')
  await visit(desk, product.url, `/rendir/solicitudes/campanas/${campaign}`)
  await settled(desk)
  await desk.getByRole('button', { name: /^Ver mensajes de/ }).first().click()
  await desk.getByRole('dialog').getByText('(Demostración)').first().waitFor()
  expect(await axe(desk)).toEqual([])
})
