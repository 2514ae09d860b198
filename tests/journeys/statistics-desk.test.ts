import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, enter, fitsWidth, launchBrowser, openContext, serveProduct, settled, signIn, visit } from './office.ts'

const STEPS_AGAIN = 5
let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let desk: Page
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  desk = await enter(browser, product.url, 'Carolina Manríquez')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
/** Writes a question down, as on the phone, and opens it. */
const capture = async (asked: string): Promise<void> => {
  await visit(desk, product.url, '/conocer/solicitudes')
  await desk.getByRole('button', { name: /Ingresar solicitud/ }).click()
  await desk.getByRole('textbox', { name: 'Qué se pide' }).fill(asked)
  await desk.getByRole('combobox', { name: 'Unidad que pide' }).click()
  await desk.getByRole('option').first().click()
  await desk.getByRole('button', { name: 'Ingresar', exact: true }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.getByRole('link', { name: new RegExp(asked.slice(0, 30)) }).first().click()
  await desk.getByRole('heading', { level: 1, name: /Solicitud de datos N/ }).waitFor()
  await settled(desk)
}

test('una pregunta se responde, y la misma pregunta otra vez en pocos pasos', async () => {
  await capture('Cuántos estudiantes hay por establecimiento en la comuna')
  await desk.getByRole('button', { name: /Responder/ }).first().click()
  await desk.getByRole('combobox', { name: 'Conjunto de datos' }).click()
  await desk.getByRole('option').first().click()
  await desk.getByRole('button', { name: 'Agregar este cuadro' }).click()
  await desk.getByRole('list', { name: 'Cuadros de la respuesta' }).getByRole('listitem').waitFor()
  expect(await axe(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Preparar la respuesta' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 })
  await desk.getByRole('link', { name: 'Carta', exact: true }).waitFor()
  await desk.getByRole('button', { name: 'Registrar la entrega' }).click()
  await desk.getByRole('button', { name: 'Registrar', exact: true }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.getByText('entregada', { exact: true }).first().waitFor()
  expect(await axe(desk)).toEqual([])

  await capture('Estudiantes por establecimiento de la comuna, cuántos hay')
  const steps = [
    () => desk.getByRole('region', { name: 'Preguntas parecidas' }).getByRole('button', { name: /Responder igual/ }).first().click(),
    () => desk.getByRole('button', { name: 'Preparar la respuesta' }).click(),
    () => desk.getByRole('button', { name: 'Registrar la entrega' }).click({ timeout: 60_000 }),
    () => desk.getByRole('button', { name: 'Registrar', exact: true }).click(),
  ]
  expect(steps.length).toBeLessThan(STEPS_AGAIN)
  for (const step of steps) await step()
  await desk.getByText('Misma versión que la entregada antes').waitFor()
  await desk.getByText('entregada', { exact: true }).first().waitFor()
})

test('las páginas caben en el teléfono y se leen con lector de pantalla', async () => {
  for (const screen of ['desk', 'phone'] as const) {
    const context = await openContext(browser, screen)
    const page = await context.newPage()
    await signIn(page, product.url)
    await visit(page, product.url, '/conocer/solicitudes')
    await page.getByRole('link', { name: /Estudiantes por establecimiento/i }).first().waitFor()
    expect(await axe(page), screen).toEqual([])
    expect(await fitsWidth(page), screen).toBe(true)
    await page.getByRole('link', { name: /Estudiantes por establecimiento/i }).first().click()
    await page.getByRole('heading', { level: 1, name: /Solicitud de datos N/ }).waitFor()
    await settled(page)
    expect(await axe(page), screen).toEqual([])
    expect(await fitsWidth(page), screen).toBe(true)
    await context.close()
  }
})
