import type { Recipe } from '../model/recipe.ts'

/** Why a recipe needs the sheet in memory; undefined when it only maps columns and the engine can run it over millions of records. */
export const needsSheet = (recipe: Recipe): string | undefined => {
  if (recipe.wide) return 'despliega columnas en filas'
  if (recipe.header.rows !== 1 || recipe.header.at !== 1) return 'el encabezado no es la primera fila'
  if (recipe.end.kind !== 'sheet' || recipe.titles.length > 0) return 'la tabla no ocupa la hoja entera'
  if (recipe.checks.length > 0) return 'comprueba sumas'
  if (recipe.reading.footnotes !== 'none') return 'lee notas al pie'
  if (recipe.dimensions.some(({ fillDown, fromSheetName, totals }) => fillDown || fromSheetName || totals.some(({ column }) => column))) return 'completa celdas con las de arriba o con el nombre de la hoja'
  return recipe.measures.some(({ words, range }) => Object.keys(words).length > 0 || range) ? 'reemplaza palabras por números' : undefined
}
