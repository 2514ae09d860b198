import type { Workbook } from '#platform/spreadsheets'
import type { Finding, Observations } from '../../model/observations.ts'
import type { Code } from '../../model/structure.ts'
import { checkDuplicates } from '../checks/duplicates.ts'
import { checkExpected } from '../checks/expected.ts'
import { checkTotals } from '../checks/totals.ts'
import { findHeader } from '../locate/find-header.ts'
import { findSheet } from '../locate/find-sheet.ts'
import { lastRow } from '../locate/last-row.ts'
import { headerColumns, matchColumns } from '../locate/match-columns.ts'
import type { CodeLists } from '../model/code-list.ts'
import type { Recipe } from '../model/recipe.ts'
import { notesBelow } from '../text/footnotes.ts'
import { columnPlan } from './column-plan.ts'
import { dimensionReader } from './dimension-reader.ts'
import { findingBook } from './findings.ts'
import { gathered } from './gathered.ts'
import { presentParents } from './present-parents.ts'
import { readRows } from './read-rows.ts'
import { aboutFacts } from './sheet-facts.ts'
import { statusWords } from './status-words.ts'
import { structureOf } from './structure-of.ts'
import { titleCodes } from './title-codes.ts'
import { valueReader } from './value-reader.ts'

/** Where the table was, counted from 0; `to` is the row after the last one. */
export type TableRegion = { readonly sheet: string; readonly header: { readonly from: number; readonly to: number }; readonly first: number; readonly to: number }
/** What a recipe makes of a file. Without `observations` nothing loads: the findings say why, all at once. */
export type RecipeRun = { readonly observations?: Observations; readonly findings: readonly Finding[]; readonly region?: TableRegion; readonly rowsRead: number }

/** Runs a recipe on a workbook. Pure: the lists of codes come from outside. */
export const runRecipe = (workbook: Workbook, recipe: Recipe, lists: CodeLists): RecipeRun => {
  let name = ''
  const findings = findingBook(() => name)
  const ended = (region?: TableRegion): RecipeRun => ({ findings: findings.list(), rowsRead: 0, ...(region ? { region } : {}) })
  const sheet = findSheet(workbook, recipe.sheet)
  if (!sheet) {
    findings.add('no está la hoja', 'stops', {}, `El archivo trae ${workbook.sheets.length === 1 ? 'la hoja' : 'las hojas'} ${workbook.sheets.map((one) => `«${one.name}»`).join(', ')} y la receta pide otra.`, 'Elija la hoja en la receta: por su nombre, por una parte de él o por su lugar.')
    return ended()
  }
  name = sheet.name
  const header = findHeader(sheet, recipe)
  if (!header) {
    findings.add('no está el encabezado', 'stops', { row: recipe.header.at - 1 }, `No se encontró en la hoja el encabezado que espera la receta (${recipe.columns.slice(0, 5).map((column) => `«${column.header}»`).join(', ')}…).`, 'Señale la fila del encabezado y compare los nombres de las columnas: quien publica cambió la tabla, o es otro archivo.')
    return ended()
  }
  const first = header.from + recipe.header.rows
  const to = lastRow(sheet, first, recipe.end)
  const region: TableRegion = { sheet: sheet.name, header: { from: header.from, to: first - 1 }, first, to }
  if (header.moved) findings.add('encabezado movido', 'warns', { row: header.from }, `El encabezado estaba en la fila ${recipe.header.at} y ahora está en la ${header.from + 1}.`, 'Se encontró por sus textos. Mire que la tabla siga siendo la misma.')
  const below = notesBelow(sheet, to, recipe.reading.footnotes, recipe.reading.notesPattern)
  const headers = headerColumns(header, recipe.reading.footnotes, below.marked)
  const matched = matchColumns(headers, recipe, header.from, findings)
  const about = aboutFacts(sheet, recipe, matched)
  const context = { lists, findings, footnotes: recipe.reading.footnotes, notes: below.marked, lineBreaks: recipe.reading.lineBreaks }
  const readers = new Map(recipe.dimensions.map((rule) => [rule.key, dimensionReader(rule, context)]))
  for (const [key, codes] of about.codes) for (const { code, label, note } of codes) { const known = readers.get(key)?.book; if (!known?.has(code)) known?.note(code, label, { note }) }
  const constants = titleCodes(sheet, header.from, recipe, readers, findings)
  const plan = columnPlan(matched, recipe, readers, header.from, findings)
  const words = statusWords(recipe.reading.statuses, about.symbols)
  const values = new Map(recipe.measures.map((rule) => [rule.key, valueReader(rule, { numbers: recipe.reading.numbers, empty: recipe.reading.empty, words, findings })]))
  const into = gathered(recipe.dimensions.map(({ key }) => key), recipe.measures.map(({ key }) => key))
  const rowsRead = readRows({ sheet, recipe, from: first, to, headers, plan, readers, values, constants, findings, into })
  if (rowsRead === 0) findings.add('tabla vacía', 'stops', { row: first }, 'Debajo del encabezado no hay ninguna fila con datos.', 'Revise que el archivo esté completo y que la receta no descarte todas las filas.')
  const books = new Map([...readers].map(([key, { book }]) => [key, book]))
  if (recipe.shape === 'cube') checkDuplicates(into, findings)
  const codesOf = (key: string): readonly Code[] => {
    const [used, list] = [new Set(into.dimensions.get(key)), recipe.dimensions.find((one) => one.key === key)?.list ?? '']
    return presentParents((books.get(key)?.all() ?? []).filter(({ code }) => used.has(code)), lists[list])
  }
  checkTotals(into, recipe, codesOf, findings)
  checkExpected(recipe, books, { row: header.from }, findings)
  if (findings.stops()) return { ...ended(region), rowsRead }
  const noted = (marks: readonly string[]): string => [...new Set(marks)].map((mark) => below.marked.get(mark) ?? '').filter(Boolean).join(' ')
  for (const [key, marks] of plan.measureMarks) { const [dimension, code] = key.split('\u001f'); if (dimension && code) books.get(dimension)?.addNote(code, noted(marks)) }
  const structure = structureOf(recipe, codesOf, {
    measures: new Map([...about.measureNotes, ...[...plan.measureMarks].map(([key, marks]) => [key, noted(marks)] as const)]), dimensions: new Map([...about.dimensionNotes, ...[...plan.dimensionMarks].map(([key, marks]) => [key, noted(marks)] as const)]),
    table: [...about.notes, ...below.others, ...below.marked.values()], cells: about.cellNotes,
  })
  const statuses = Object.fromEntries([...into.statuses].filter(([, column]) => column.some((one) => one !== null)))
  return { observations: { structure, rows: into.size(), dimensions: Object.fromEntries(into.dimensions), measures: Object.fromEntries(into.measures), statuses }, findings: findings.list(), region, rowsRead }
}
