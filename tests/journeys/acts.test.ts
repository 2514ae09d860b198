import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, attempt, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

type Act = { act: { id: string; state: string; number: number | null; version: number; finding: { text: string; signature: string } | null }; may: Record<string, true | string> }
let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let [pedro, carolina, beatriz]: Page[] = []
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  ;[pedro, carolina, beatriz] = await Promise.all(['Pedro Antilef', 'Carolina Manríquez', 'Beatriz Lagos'].map((who) => enter(browser, product.url, who)))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
const on = (page: Page | undefined): Page => { if (!page) throw new Error('falta la página'); return page }
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
/** What the fields say aloud stays a few seconds in a hidden place of the page, naming pieces that may be gone. */
const findings = async (page: Page) => {
  await page.locator('[data-live-announcer] [role=img]').first().waitFor({ state: 'detached' })
  return axe(page)
}
const shown = async (page: Page, id: string): Promise<Act> => ask<Act>(page, product.url, `correspondence/open-act?id=${id}`)

test('un oficio, del borrador a la notificación: se redacta, se visa, toma número, se firma en papel y se notifica', async () => {
  const [writer, head, clerk] = [on(pedro), on(carolina), on(beatriz)]
  await visit(writer, product.url, '/actos/nuevo?clase=letter&texto=ask-outside')
  await writer.getByLabel('Qué se solicita').fill('el catastro de viviendas sin alcantarillado')
  await writer.getByLabel('Para qué se necesita').fill('actualizar la cartera de saneamiento del sector rural')
  await writer.getByLabel('A quién se dirige').fill('Director Regional del SERVIU')
  expect(await findings(writer)).toEqual([])
  await button(writer, 'Comenzar el borrador').click()
  await writer.waitForURL(/\/actos\/[0-9a-f-]{36}/)
  await settled(writer)
  const id = /\/actos\/([0-9a-f-]{36})/.exec(writer.url())?.[1] ?? ''

  // The day was left for later: it stands between brackets and the act is not sent with it.
  await button(writer, 'Enviar a visación').click()
  await writer.getByText('El texto aún tiene espacios por llenar').waitFor()
  const text = writer.getByRole('textbox', { name: /^Texto de/ })
  const paragraph = text.locator('p', { hasText: '[fecha en que se necesita]' })
  await paragraph.click({ clickCount: 3 })
  await writer.keyboard.type('Agradeceré contar con la respuesta a más tardar el 14 de agosto de 2026.')
  await writer.keyboard.press('Control+s')
  await writer.getByText('Guardado', { exact: true }).waitFor()
  expect(await findings(writer)).toEqual([])
  await button(writer, 'Enviar a visación').click()
  await expect.poll(async () => (await shown(writer, id)).act.state).toBe('in-visa')

  await visit(head, product.url, '/actos/firma')
  await head.getByRole('link', { name: /Oficio ordinario \(borrador\)/ }).first().waitFor()
  expect(await findings(head)).toEqual([])
  await visit(head, product.url, `/actos/${id}`)
  await button(head, 'Dar el visto bueno').click()
  await expect.poll(async () => (await shown(head, id)).act.state).toBe('to-number')

  await visit(clerk, product.url, `/actos/${id}`)
  await button(clerk, 'Dar número').click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Dar número' }).click()
  await clerk.getByRole('heading', { level: 1, name: /Oficio ordinario N\.º 668 de 2026/ }).waitFor()
  const pdf = await clerk.request.get(new URL(`/api/correspondence/file?act=${id}&format=pdf`, product.url).toString())
  expect(pdf.headers()['content-disposition']).toContain('Oficio%20ordinario%20N%20668%20de%202026.pdf')
  await button(clerk, 'Subir el ejemplar firmado').click()
  await clerk.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'firmado.pdf', mimeType: 'application/pdf', buffer: await pdf.body() })
  await clerk.getByText('firmado.pdf').waitFor()
  expect(await findings(clerk)).toEqual([])
  await button(clerk, 'Registrar la firma').click()
  await expect.poll(async () => (await shown(clerk, id)).act.state).toBe('to-notify')
  expect((await shown(clerk, id)).act.finding).toMatchObject({ text: 'same', signature: 'none' })

  await settled(clerk)
  // Without a mail server the message is prepared with the signed act; once sent by hand it is noted, and stays as proof.
  await button(clerk, 'Notificar').click()
  const notify = clerk.getByRole('dialog')
  await notify.getByLabel('Correo del destinatario').fill('partes@vialidad.example')
  expect(await findings(clerk)).toEqual([])
  await notify.getByRole('button', { name: 'Notificar', exact: true }).click()
  await notify.waitFor({ state: 'hidden' })
  await clerk.getByText('Correo de notificación por salir').waitFor()
  const [eml] = await Promise.all([clerk.waitForEvent('download'), clerk.getByRole('link', { name: 'Mensaje con el acto (.eml)' }).click()])
  expect(eml.suggestedFilename()).toMatch(/\.eml$/)
  expect((await shown(clerk, id)).act.state).toBe('to-notify')
  await button(clerk, 'Anotar que salió').click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Anotar', exact: true }).click()
  await expect.poll(async () => (await shown(clerk, id)).act.state).toBe('notified')
  await settled(clerk)
  expect(await findings(clerk)).toEqual([])

  // Nobody changes it any more, and its drafter could never have granted or numbered.
  const tried = await attempt(writer, product.url, 'correspondence/save-act', { id, version: (await shown(writer, id)).act.version, subject: 'Otra cosa distinta', signerRole: 'mayor', addressees: [], distribution: [], references: [], restricted: false, content: [] })
  expect(tried.status).toBe(409)
  expect((await attempt(writer, product.url, 'correspondence/number-act', { id, version: 1, actOn: '2026-07-22' })).status).toBe(403)
})

test('lo que llega y su respuesta, y las páginas de actos en un teléfono', async () => {
  const clerk = on(beatriz)
  await visit(clerk, product.url, '/actos/partes')
  await clerk.getByText('Contraloría Regional de La Araucanía', { exact: false }).first().waitFor()
  const phone = await enter(browser, product.url, 'Pedro Antilef', 'phone', 'dark')
  const { acts } = await ask<{ acts: { id: string; kind: string }[] }>(phone, product.url, 'correspondence/list-acts?size=50')
  const decree = acts.find(({ kind }) => kind === 'decree')?.id ?? ''
  for (const path of ['/actos', '/actos/firma', '/actos/libros', '/actos/partes', '/actos/circuitos', '/actos/nuevo', `/actos/${decree}`]) {
    await visit(phone, product.url, path)
    expect(await fitsWidth(phone), path).toBe(true)
    expect(await findings(phone), path).toEqual([])
  }
})
