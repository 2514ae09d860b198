import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawFile } from '../../../../../tests/fixtures/statistics/open.ts'
import { lookAtFile, RecipeShape, recipeLists, runOnFile, shippedRecipe } from '../index.ts'
import { origin } from '../testing/small-recipe.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-recipes-')) })
afterAll(() => rmSync(folder, { recursive: true }))
const lists = recipeLists()

test('en el proceso de lectura: las observaciones, la región y la imagen de la hoja con sus problemas', async () => {
  const told = await runOnFile(rawFile('casen_sae_pobreza_comunal_2022.xlsx'), { recipe: shippedRecipe('casen-2022-sae-pobreza-xlsx'), lists })
  expect([told.observations?.rows, told.rowsRead, told.region]).toEqual([345, 345, { sheet: 'Estimaciones', header: { from: 2, to: 2 }, first: 3, to: 348 }])
  expect(told.view?.rows.slice(0, 4).map(({ number, role }) => [number, role])).toEqual([[1, 'title'], [2, 'title'], [3, 'header'], [4, 'data']])
  expect(told.view?.rows[0]?.cells[0]?.span).toBe(8)
  expect(told.view?.rows.at(-1)?.role).toBe('skipped')
  // The same file against what was just loaded: nothing changed.
  const again = await runOnFile(rawFile('casen_sae_pobreza_comunal_2022.xlsx'), { recipe: shippedRecipe('casen-2022-sae-pobreza-xlsx'), lists, brief: true, before: told.observations })
  expect(again.observations).toBeUndefined()
  expect(again.drift.values?.measures.every(({ equal, changed, fresh, missing }) => equal === 345 && changed + fresh + missing === 0)).toBe(true)
}, 60_000)
test('un PX propone su receta con sus códigos, y corre con ella', async () => {
  const path = join(folder, 'tabla.px')
  writeFileSync(path, 'CHARSET="ANSI";CODEPAGE="utf-8";TITLE="Casos";UNITS="casos";STUB="Comuna","Tramo";HEADING="Año";VALUES("Comuna")="Loncoche","Temuco";CODES("Comuna")="09109","09101";VALUES("Tramo")="Tramo A","Tramo B";CODES("Tramo")="A","B";VALUENOTE("Tramo","Tramo B")="Desde 2020.";VALUES("Año")="2023","2024";TIMEVAL("Año")=TLIST(A1);DATA=1 2 3 ".." 5 6 7 8;')
  const told = await lookAtFile(path, { origin: { ...origin, id: 'px', title: 'Casos' }, lists })
  expect([told?.format, told?.suggestion.missing]).toEqual(['px', []])
  const recipe = RecipeShape.parse(told?.suggestion.recipe)
  const run = await runOnFile(path, { recipe, lists })
  expect(run.findings).toEqual([])
  expect(run.observations?.structure.dimensions.find(({ title }) => title === 'Tramo')?.codes).toEqual([{ code: 'A', label: 'Tramo A' }, { code: 'B', label: 'Tramo B', note: 'Desde 2020.' }])
  expect(run.observations?.structure.measures[0]?.unit).toBe('casos')
  expect(Object.values(run.observations?.statuses ?? {})[0]).toEqual([null, null, null, 'no-data', null, null, null, null])
}, 60_000)
test('un problema se marca en la celda de la imagen, aunque esté lejos del comienzo', async () => {
  const path = join(folder, 'malo.csv')
  writeFileSync(path, `cut_comuna,comuna,tramo_fonasa,beneficiarios\n${Array.from({ length: 200 }, (_, row) => `09109,Loncoche,${'ABCD'[row % 4]},${row === 150 ? 'muchos' : row}`).join('\n')}\n`)
  const told = await runOnFile(path, { recipe: shippedRecipe('fonasa-2023-tramo'), lists })
  expect(told.observations).toBeUndefined()
  const marked = told.view?.rows.find(({ number }) => number === 152)
  expect(marked?.cells[3]?.problem).toBe('«Beneficiarios»: «muchos» no es un número ni una marca conocida.')
  expect(told.view?.rows.some(({ role }) => role === 'gap')).toBe(true)
}, 60_000)
