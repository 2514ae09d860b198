import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, attempt, axe, enter, fitsWidth, launchBrowser, serveProduct, visit } from './office.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let carolina: Page
let beatriz: Page
let ruth: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  ;[carolina, beatriz, ruth] = await Promise.all([enter(browser, product.url, 'Carolina Manríquez'), enter(browser, product.url, 'Beatriz Lagos'), enter(browser, product.url, 'Ruth Sáez', 'phone')])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
type Coming = { readonly id: string; readonly heldOn: string }
type Shown = { readonly agendaVersion: number; readonly points: readonly { readonly id: string; readonly title: string; readonly standing: string }[]; readonly sendings: readonly { readonly id: string; readonly receipts: readonly unknown[] }[] }
type Asked = { readonly requests: readonly { readonly id: string; readonly number: number; readonly state: string; readonly answeredOn: string | null; readonly acts: readonly { readonly id: string }[] }[] }
const coming = async (): Promise<readonly Coming[]> => (await ask<{ coming: readonly Coming[] }>(carolina, product.url, 'council/list-sessions')).coming
const shown = (page: Page, id: string) => ask<Shown>(page, product.url, `council/show-session?id=${id}`)

test('una modificación llega a la carpeta de su sesión y los concejales la reciben', async () => {
  const session = (await coming()).find(({ heldOn }) => heldOn === '2026-07-30')
  if (!session) throw new Error('no está citada la sesión del 30')
  await visit(carolina, product.url, `/concejo/sesiones/${session.id}`)
  // Jueves 30: se cuentan 24, 27, 28, 29 y 30; el último día es el jueves 23.
  await carolina.getByText('5 días hábiles, que son 24-07-2026, 27-07-2026, 28-07-2026, 29-07-2026, 30-07-2026').waitFor()
  await carolina.getByRole('button', { name: 'Poner un antecedente' }).first().click()
  const dialog = carolina.getByRole('dialog')
  await dialog.getByLabel('Qué documento es').fill('Oficio y cuadro de la modificación N.º 9')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'modificacion-9.txt', mimeType: 'text/plain', buffer: Buffer.from('Refuerza calefacción y caminos de invierno') })
  await dialog.getByText('modificacion-9.txt').waitFor()
  await dialog.getByRole('button', { name: 'Poner en la carpeta' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await visit(beatriz, product.url, `/concejo/sesiones/${session.id}`)
  await beatriz.getByRole('button', { name: 'Enviar la carpeta' }).click()
  await beatriz.getByRole('dialog').getByRole('button', { name: 'Enviar', exact: true }).click()
  await beatriz.getByRole('dialog').waitFor({ state: 'hidden' })
  await visit(ruth, product.url, `/concejo/sesiones/${session.id}`)
  await ruth.getByRole('button', { name: 'Acusar recibo hoy' }).click()
  await ruth.getByRole('button', { name: 'Acusar recibo hoy' }).waitFor({ state: 'hidden' })
  expect((await shown(ruth, session.id)).points[0]?.standing).toBe('waiting')
  // Lo que se le envió, la concejala lo abre.
  const [file] = await Promise.all([ruth.waitForEvent('download'), ruth.getByRole('link', { name: 'Oficio y cuadro de la modificación N.º 9' }).first().click()])
  expect(file.suggestedFilename()).toContain('modificacion-9')
})
test('la tabla se ordena con el teclado y se deshace', async () => {
  const session = (await coming()).find(({ heldOn }) => heldOn === '2026-07-30')
  if (!session) throw new Error('no está citada la sesión del 30')
  const before = (await shown(carolina, session.id)).points.map(({ title }) => title)
  await visit(carolina, product.url, `/concejo/sesiones/${session.id}`)
  await carolina.getByRole('button', { name: 'Ordenar y editar' }).click()
  const second = carolina.locator('.agenda-editor > li').nth(1)
  await second.focus()
  await carolina.keyboard.press('Alt+ArrowUp')
  await carolina.getByRole('button', { name: 'Guardar la tabla' }).click()
  await carolina.getByRole('button', { name: 'Ordenar y editar' }).waitFor()
  expect((await shown(carolina, session.id)).points.map(({ title }) => title)).toEqual([before[1], before[0], before[2]])
  await carolina.getByRole('button', { name: 'Deshacer' }).click()
  await carolina.getByText('Tabla anterior repuesta').waitFor()
  expect((await shown(carolina, session.id)).points.map(({ title }) => title)).toEqual(before)
})
test('un día tarde se rechaza, con el último día y la próxima sesión posible a la vista', async () => {
  // Martes 28: se cuentan 22, 23, 24, 27 y 28; el último día fue el martes 21, ayer.
  const [id, point] = [crypto.randomUUID(), crypto.randomUUID()]
  expect((await attempt(beatriz, product.url, 'council/call-session', { id, number: 1, kind: 'extraordinary', heldOn: '2026-07-28', startsAt: '09:00', place: 'Salón' })).status).toBe(200)
  expect((await attempt(beatriz, product.url, 'council/save-agenda', { sessionId: id, version: 0, points: [{ id: point, title: 'Modificación presupuestaria de emergencia', matter: 'budget-amendment' }] })).status).toBe(200)
  await visit(carolina, product.url, `/concejo/sesiones/${id}`)
  await carolina.getByText('Hay materias que ya no alcanzan esta sesión').waitFor()
  await carolina.getByRole('button', { name: 'Poner un antecedente' }).click()
  const dialog = carolina.getByRole('dialog')
  await dialog.getByLabel('Qué documento es').fill('Oficio conductor')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'oficio.txt', mimeType: 'text/plain', buffer: Buffer.from('tarde') })
  await dialog.getByText('oficio.txt').waitFor()
  const [answer] = await Promise.all([carolina.waitForResponse((response) => response.url().includes('put-in-folder')), dialog.getByRole('button', { name: 'Poner en la carpeta' }).click()])
  expect(answer.status()).toBe(422)
  await dialog.getByText(/el último día era el 21-07-2026; se cuentan 22-07, 23-07, 24-07, 27-07, 28-07/).waitFor()
  await dialog.getByText(/La próxima sesión posible es la sesión ordinaria N\.º \d+, 30-07-2026/).waitFor()
})
test('la pregunta de una concejala: derivada, con su carta en trámite y contestada con su número', async () => {
  const request = crypto.randomUUID()
  expect((await attempt(ruth, product.url, 'council/ask-for-report', { id: request, basis: 'be-informed', subject: 'Plazo de la posta de Huiscapi' })).status).toBe(200)
  const planning = (await ask<{ units: readonly { id: string; code: string }[] }>(beatriz, product.url, 'council/list-requests')).units.find(({ code }) => code === 'SECPLA')
  expect((await attempt(beatriz, product.url, 'council/assign-request', { id: crypto.randomUUID(), request, unitId: planning?.id })).status).toBe(200)
  await visit(carolina, product.url, '/concejo/solicitudes')
  const card = carolina.locator(`[id="${request}"]`)
  await card.getByRole('button', { name: 'Preparar la carta' }).click()
  await card.getByText('en respuesta').waitFor()
  const one = async () => (await ask<Asked>(carolina, product.url, 'council/list-requests')).requests.find(({ id }) => id === request)
  const act = (await one())?.acts[0]?.id ?? ''
  const opened = (page: Page) => ask<{ act: { version: number; state: string; addressees: readonly string[]; distribution: readonly string[]; references: readonly string[]; subject: string; signerRole: string } }>(page, product.url, `correspondence/open-act?id=${act}`)
  const step = async (page: Page, name: string, more: object = {}) => { const { act: now } = await opened(page); const answer = await attempt(page, product.url, `correspondence/${name}`, { id: act, version: now.version, ...more }); expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(200) }
  const { act: draft } = await opened(carolina)
  await step(carolina, 'save-act', { subject: draft.subject, signerRole: 'mayor', addressees: draft.addressees, distribution: [], references: draft.references, restricted: false, content: [{ type: 'paragraph', id: 'r1', content: [{ type: 'text', text: 'La posta de Huiscapi tiene su diseño contratado; se licita en el segundo semestre.' }] }] })
  await step(carolina, 'send-act')
  expect((await opened(carolina)).act.state).not.toBe('draft')
  expect((await one())?.answeredOn).toBeNull()
  // Secretaría gives the number, keeps the signed copy and notifies; with that the request is answered by itself.
  await visit(beatriz, product.url, `/actos/${act}`)
  await beatriz.getByRole('button', { name: 'Dar número', exact: true }).click()
  await beatriz.getByRole('dialog').getByRole('button', { name: 'Dar número' }).click()
  await expect.poll(async () => (await opened(beatriz)).act.state).toBe('to-sign')
  const pdf = await beatriz.request.get(new URL(`/api/correspondence/file?act=${act}&format=pdf`, product.url).toString())
  await beatriz.getByRole('button', { name: 'Subir el ejemplar firmado' }).click()
  await beatriz.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'carta firmada.pdf', mimeType: 'application/pdf', buffer: await pdf.body() })
  await beatriz.getByText('carta firmada.pdf').waitFor()
  await beatriz.getByRole('button', { name: 'Registrar la firma' }).click()
  await expect.poll(async () => (await opened(beatriz)).act.state).toBe('to-notify')
  await visit(ruth, product.url, '/actos/recibidos')
  await ruth.getByText('Aún no le ha llegado ningún acto').waitFor()
  await beatriz.getByRole('button', { name: 'Notificar', exact: true }).click()
  const dialog = beatriz.getByRole('dialog')
  await dialog.getByText('Ya se envió por fuera').click()
  await dialog.getByRole('button', { name: 'Notificar', exact: true }).click()
  await expect.poll(async () => (await opened(beatriz)).act.state).toBe('notified')
  await visit(carolina, product.url, '/concejo/solicitudes')
  await card.getByText('contestada', { exact: true }).waitFor()
  expect(await one()).toMatchObject({ state: 'answered', answeredOn: '2026-07-22' })
  // Who asked reads the letter on the phone, with its signed copy; the desk of acts stays closed.
  await visit(ruth, product.url, '/actos/recibidos')
  await ruth.getByRole('link', { name: /Oficio ordinario N\.º/ }).first().click()
  await ruth.getByText('se licita en el segundo semestre', { exact: false }).waitFor()
  expect(await axe(ruth)).toEqual([])
  expect(await fitsWidth(ruth)).toBe(true)
  const [copy] = await Promise.all([ruth.waitForEvent('download'), ruth.getByRole('link', { name: 'Ejemplar firmado' }).click()])
  expect(copy.suggestedFilename()).toContain('firmado')
  expect((await ruth.request.get(new URL(`/api/correspondence/open-act?id=${act}`, product.url).toString())).status()).toBe(403)
})
test('las páginas del Concejo cumplen WCAG 2.2 AA en escritorio y teléfono', async () => {
  const [session] = await coming()
  const found: string[] = []
  for (const page of [carolina, ruth]) for (const address of ['/concejo', '/concejo/sesiones', `/concejo/sesiones/${session?.id ?? ''}`, '/concejo/solicitudes', '/concejo/compromisos', ...(page === carolina ? ['/concejo/pauta'] : [])]) {
    await visit(page, product.url, address)
    for (const { id, nodes } of await axe(page)) found.push(`${address} ${id}: ${nodes[0]}`)
    if (!(await fitsWidth(page))) found.push(`${address} se corre de lado`)
  }
  expect(found).toEqual([])
})
