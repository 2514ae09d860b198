import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, axe, enter, fitsWidth, launchBrowser, serveProduct, settled, visit } from './office.ts'

type Portfolio = { readonly projects: readonly { readonly name: string; readonly place: string; readonly cost: number | null }[] }
const folder = mkdtempSync(join(tmpdir(), 'secplan-planilla-'))
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
  rmSync(folder, { recursive: true, force: true })
})
const running = async () => (await ask<Portfolio>(desk, product.url, 'projects/list-projects?stage=execution&size=200')).projects

/** Edits as a person would: finds the titles, writes in the cells. */
const edit = async (path: string, work: (cell: (row: number, title: string) => exceljs.Cell, sheet: exceljs.Worksheet) => void): Promise<string> => {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets.find(({ state }) => state === 'visible')
  if (!sheet) throw new Error('La planilla no tiene hoja')
  let header = 0
  sheet.eachRow((row, number) => { if (!header && JSON.stringify(row.values).includes('Clave (no cambiar)')) header = number })
  const column = (title: string): number => { let at = 0; sheet.getRow(header).eachCell((cell, number) => { if (cell.value === title) at = number }); return at }
  work((row, title) => sheet.getCell(header + row, column(title)), sheet)
  const edited = join(folder, 'cartera editada.xlsx')
  await book.xlsx.writeFile(edited)
  return edited
}

test('la cartera filtrada baja, se edita en Excel, se acepta en parte y se deshace', async () => {
  const before = await running()
  const names = before.map(({ name }) => name)
  await visit(desk, product.url, '/proyectos?etapa=execution')
  await desk.getByRole('button', { name: 'Planilla para editar' }).click()
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('menuitem', { name: 'Fichas de la cartera' }).click()])
  const path = join(folder, 'cartera.xlsx')
  await download.saveAs(path)
  let seen: string[] = []
  const edited = await edit(path, (cell, sheet) => {
    seen = Array.from({ length: sheet.rowCount }, (_, row) => String(cell(row + 1, 'Proyecto').value ?? '')).filter(Boolean)
    cell(1, 'Lugar').value = 'Sector El Estero'
    cell(1, 'Costo total ($)').value = '1.234.567.890'
    cell(2, 'Costo total ($)').value = 'por definir'
    cell(3, 'Lugar').value = 'Ribera norte'
  })
  // What is downloaded is what was filtered.
  expect(seen).toEqual(names)

  await desk.getByRole('button', { name: 'Subir planilla editada' }).click()
  await desk.getByRole('menuitem', { name: 'Fichas de la cartera' }).click()
  await desk.getByText('Suelte aquí el archivo').waitFor()
  await desk.locator('input[type=file]').setInputFiles(edited)
  await desk.getByRole('heading', { name: 'Celda por celda' }).waitFor()
  await settled(desk)
  expect(await desk.getByText('«por definir» no es un número').count()).toBe(1)
  expect(await axe(desk)).toEqual([])
  expect(await fitsWidth(desk)).toBe(true)
  await desk.setViewportSize({ width: 390, height: 844 })
  expect(await axe(desk)).toEqual([])
  expect(await fitsWidth(desk)).toBe(true)
  await desk.setViewportSize({ width: 1440, height: 900 })

  // The rejected row comes down with why.
  const [rejected] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Bajar las filas que no se admiten' }).click()])
  expect(rejected.suggestedFilename()).toContain('filas que no se admitieron')
  // In part: the place of the first is left out.
  await desk.getByRole('row').filter({ hasText: 'Sector El Estero' }).getByText('Tomar Lugar').click({ force: true })
  await desk.getByRole('textbox', { name: 'Por qué' }).fill('Acta de la reunión de cartera')
  await desk.getByRole('button', { name: 'Aplicar en 2 registros' }).click()
  await desk.getByText('Se puede deshacer hasta el').waitFor()
  await settled(desk)
  expect(await axe(desk)).toEqual([])
  const after = await running()
  expect(after.find(({ name }) => name === names[0])).toMatchObject({ place: before[0]?.place, cost: 1_234_567_890 })
  expect(after.find(({ name }) => name === names[1])?.cost).toBe(before[1]?.cost)
  expect(after.find(({ name }) => name === names[2])?.place).toBe('Ribera norte')
  await desk.setViewportSize({ width: 390, height: 844 })
  expect(await axe(desk)).toEqual([])
  expect(await fitsWidth(desk)).toBe(true)
  await desk.setViewportSize({ width: 1440, height: 900 })

  await desk.getByRole('button', { name: 'Deshacer la planilla' }).click()
  await desk.getByRole('dialog').getByRole('textbox', { name: 'Por qué' }).fill('Se subió el archivo equivocado')
  await desk.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click()
  await desk.getByText('Esta planilla se deshizo').waitFor()
  expect(await running()).toEqual(before)
  await visit(desk, product.url, '/planillas')
  expect(await desk.getByText('deshecha').count()).toBe(1)
  expect(await axe(desk)).toEqual([])
})
test('quien no edita la cartera no ve sus botones ni la baja', async () => {
  const councillor = await enter(browser, product.url, 'Ruth Sáez')
  await visit(councillor, product.url, '/proyectos')
  expect(await councillor.getByText('Planilla para editar').count()).toBe(0)
  expect((await councillor.request.get(new URL('/api/worksheets/file/projects.portfolio', product.url).toString())).status()).toBe(403)
})
