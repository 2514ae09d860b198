import type { Sheet } from '#platform/spreadsheets'
import type { HeaderColumn } from '../locate/match-columns.ts'
import type { Recipe } from '../model/recipe.ts'
import { fold, textOf } from '../text/plain-text.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { DimensionReader } from './dimension-reader.ts'
import type { FindingBook } from './findings.ts'
import type { Gathered } from './gathered.ts'
import type { ReadValue, ValueReader } from './value-reader.ts'

export type RowReading = {
  readonly sheet: Sheet; readonly recipe: Recipe; readonly from: number; readonly to: number; readonly headers: readonly HeaderColumn[]; readonly plan: ColumnPlan
  readonly readers: ReadonlyMap<string, DimensionReader>; readonly values: ReadonlyMap<string, ValueReader>; readonly constants: Readonly<Record<string, string>>; readonly findings: FindingBook; readonly into: Gathered
}
const columnOf = (headers: readonly HeaderColumn[], name: string): number | undefined => headers.find(({ header, levels }) => fold(header) === fold(name) || fold(levels.at(-1) ?? '') === fold(name))?.column

const rowFilter = (sheet: Sheet, recipe: Recipe, headers: readonly HeaderColumn[]): ((row: number) => boolean) => {
  const rules = recipe.rows.flatMap(({ column, matches, keep }) => { const at = columnOf(headers, column); return at === undefined ? [] : [{ at, keep, shape: new RegExp(matches, 'iu') }] })
  return (row) => rules.every(({ at, keep, shape }) => shape.test(textOf(sheet.cell(row, at))) === keep)
}
/** First column with something past the end of the header; -1 when there is none. */
const beyondHeader = (sheet: Sheet, row: number, lastColumn: number): number => {
  for (let column = lastColumn + 1; column < sheet.columnCount; column++) if (textOf(sheet.cell(row, column)) !== '') return column
  return -1
}
const isBlank = (sheet: Sheet, row: number): boolean => { for (let column = 0; column < sheet.columnCount; column++) if (textOf(sheet.cell(row, column)) !== '') return false; return true }

/** Reads the rows of the table into observations. Every cell with a problem is told; nothing stops the reading of the rest. Returns rows read. */
export const readRows = ({ sheet, recipe, from, to, headers, plan, readers, values, constants, findings, into }: RowReading): number => {
  const wanted = rowFilter(sheet, recipe, headers)
  const columns = new Map<string, number | undefined>()
  const lastColumn = headers.reduce((last, { column, header }) => (header === '' ? last : column), 0)
  let read = 0
  for (let row = from; row < to; row++) {
    if (isBlank(sheet, row) || !wanted(row)) continue
    read++
    const beyond = beyondHeader(sheet, row, lastColumn)
    if (beyond !== -1) findings.add('fila corrida', 'stops', { row, column: beyond }, 'La fila tiene una celda más allá del encabezado: sus columnas están corridas.', 'Suele ser un separador o una comilla de más. Corrija la fila y vuelva a subir el archivo.')
    const textOfColumn = (name: string): string => {
      if (!columns.has(name)) columns.set(name, columnOf(headers, name))
      const at = columns.get(name)
      return at === undefined ? '' : textOf(sheet.cell(row, at))
    }
    const codes: Record<string, string> = { ...constants }
    let whole = true
    for (const { key, column } of plan.dimensions) {
      const code = readers.get(key)?.read(sheet.cell(row, column), { row, column }, textOfColumn)
      if (code === undefined) whole = false
      else codes[key] = code
    }
    for (const { key, column } of plan.labels) { const code = codes[key]; if (code !== undefined) readers.get(key)?.book.relabel(code, textOf(sheet.cell(row, column))) }
    for (const group of plan.groups) {
      const found: Record<string, ReadValue | undefined> = {}
      for (const { measure, column } of group.columns) {
        const mark = plan.statuses.get(measure)
        found[measure] = values.get(measure)?.(sheet.cell(row, column), { row, column }, mark === undefined ? undefined : textOf(sheet.cell(row, mark)))
      }
      for (const { key, constant } of recipe.measures) if (constant !== undefined) found[key] = { value: constant, status: null }
      if (whole && Object.values(found).some((one) => one !== undefined)) into.add({ ...codes, ...group.codes }, found, { row, column: group.columns[0]?.column })
    }
  }
  return read
}
