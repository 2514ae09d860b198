import type { Sheet } from '#platform/spreadsheets'
import type { Recipe } from '../model/recipe.ts'
import { textOf } from '../text/plain-text.ts'
import type { DimensionReader } from './dimension-reader.ts'
import type { FindingBook } from './findings.ts'

type Above = { readonly text: string; readonly row: number; readonly column: number }
const above = (sheet: Sheet, header: number): Above[] =>
  Array.from({ length: header }, (_, row) => sheet.row(row).map((cell, column) => ({ text: textOf(cell), row, column }))).flat().filter(({ text }) => text !== '')

/** Codes that hold for the whole file: said by the recipe, read in a title above the table, or in the name of the sheet. A title that should be there and is not means that the unit or the year changed. */
export const titleCodes = (sheet: Sheet, header: number, recipe: Recipe, readers: ReadonlyMap<string, DimensionReader>, findings: FindingBook): Record<string, string> => {
  const codes: Record<string, string> = {}
  const keep = (key: string, text: string, place: { row?: number; column?: number }): void => { const code = readers.get(key)?.read(text, place); if (code !== undefined) codes[key] = code }
  for (const { key, constant, fromSheetName } of recipe.dimensions) {
    if (constant !== undefined) keep(key, constant, {})
    if (!fromSheetName) continue
    const found = new RegExp(fromSheetName, 'iu').exec(sheet.name)
    const value = found?.groups?.['value'] ?? found?.[1]
    if (value) keep(key, value, {})
    else findings.add('el nombre de la hoja no sirve', 'stops', {}, `El nombre de la hoja, «${sheet.name}», no dice lo que espera la receta.`, 'Cambie el patrón de la receta o el nombre de la hoja.')
  }
  const titles = recipe.titles.length > 0 ? above(sheet, header) : []
  for (const { pattern, says, dimension } of recipe.titles) {
    const shape = new RegExp(pattern, 'iu')
    const at = titles.find(({ text }) => shape.test(text))
    const found = at && shape.exec(at.text)
    if (!at || !found) {
      const seen = titles.slice(0, 3).map(({ text }) => `«${text.slice(0, 100)}»`).join(', ')
      findings.add('título que cambió', 'stops', { row: titles[0]?.row ?? 0, column: titles[0]?.column ?? 0 }, `Sobre la tabla debía decirse ${says}, y dice ${seen || 'nada'}.`, 'Si cambió la unidad o el período, los números no se comparan con los de antes: corrija la receta a sabiendas.')
    } else if (dimension) keep(dimension, found.groups?.['value'] ?? found[1] ?? '', at)
  }
  const given = new Set([...recipe.columns.flatMap((column) => (column.as === 'dimension' ? [column.dimension] : [])), ...(recipe.wide?.levels.flatMap((level) => ('dimension' in level ? [level.dimension] : [])) ?? []), ...recipe.titles.flatMap((one) => one.dimension ?? []), ...recipe.dimensions.flatMap((one) => (one.constant !== undefined || one.fromSheetName ? [one.key] : []))])
  for (const { key, title } of recipe.dimensions) if (!given.has(key)) findings.add('dimensión sin origen', 'stops', {}, `La receta no dice de dónde sale «${title}».`, 'Dele una columna, un nivel del encabezado, un título o un valor fijo.')
  return codes
}
