import { columnName } from '#platform/spreadsheets'
import type { Recipe } from '../model/recipe.ts'
import type { ColumnRule } from '../model/table-rule.ts'
import type { FindingBook } from '../run/findings.ts'
import { fold } from '../text/plain-text.ts'
import { withoutMarks } from '../text/footnotes.ts'
import type { FoundHeader } from './find-header.ts'
import { joinedHeader } from './header-texts.ts'

/** A column of the sheet with its header, clean and by levels, and the footnote marks that were on each level. */
export type HeaderColumn = { readonly column: number; readonly header: string; readonly levels: readonly string[]; readonly marks: readonly (readonly string[])[] }
export type MatchedColumns = { readonly ruled: readonly { readonly rule: ColumnRule; readonly column: HeaderColumn }[]; readonly wide: readonly HeaderColumn[] }

export const headerColumns = ({ levels }: FoundHeader, kind: Recipe['reading']['footnotes'], notes: ReadonlyMap<string, string>): HeaderColumn[] => {
  const width = levels[0]?.length ?? 0
  const clean = levels.map((level) => level.map((text) => withoutMarks(text, kind, notes)))
  return Array.from({ length: width }, (_, column) => ({
    column, header: joinedHeader(clean.map((level) => level.map(({ text }) => text)), column),
    levels: clean.map((level) => level[column]?.text ?? ''), marks: clean.map((level) => level[column]?.marks ?? []),
  }))
}
const letters = (letter: string): number => [...letter.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1

/** Gives each column its rule by its header. Missing ones stop; new and moved ones are told. */
export const matchColumns = (columns: readonly HeaderColumn[], recipe: Recipe, headerRow: number, findings: FindingBook): MatchedColumns => {
  const free = new Set(columns.filter(({ header }) => header !== ''))
  const ruled: { rule: ColumnRule; column: HeaderColumn }[] = []
  for (const rule of recipe.columns) {
    const texts = [rule.header, ...rule.also].map(fold)
    const found = [...free].filter(({ header, levels }) => texts.includes(fold(header)) || texts.includes(fold(levels.at(-1) ?? '')))
    // With two of the same name the one in its place is meant; otherwise the first.
    const column = found.find(({ column: at }) => rule.at !== undefined && at === letters(rule.at)) ?? found[0]
    if (!column) {
      if (!rule.optional) findings.add('falta una columna', 'stops', { row: headerRow }, `Falta la columna «${rule.header}»${rule.at ? ` (estaba en la ${rule.at})` : ''}.`, 'Si sólo cambió de nombre, agregue el nuevo en la receta («también se llama»). Si el publicador la quitó, márquela como opcional o quítela.')
      continue
    }
    free.delete(column)
    ruled.push({ rule, column })
    if (rule.at !== undefined && column.column !== letters(rule.at)) findings.add('columna movida', 'warns', { row: headerRow, column: column.column }, `La columna «${rule.header}» estaba en la ${rule.at} y ahora está en la ${columnName(column.column)}.`, 'Se leyó por su título. Mire que debajo estén los datos que corresponden.')
    const repeated = found.filter((one) => one !== column && free.has(one))
    if (repeated.length > 0 && !recipe.columns.some((other) => other !== rule && texts.includes(fold(other.header)))) findings.add('columna repetida', 'warns', { row: headerRow, column: repeated[0]?.column ?? 0 }, `«${rule.header}» está dos veces; se leyó la ${columnName(column.column)}.`, 'Si debía leerse la otra, señálela en la receta con su letra.')
  }
  const rest = [...free]
  if (!recipe.wide) {
    for (const { column, header } of rest) findings.add('columna nueva', 'warns', { row: headerRow, column }, `La columna «${header}» no está en la receta y no se leyó.`, 'Si trae algo útil, agréguela a la receta como dimensión o medida; si no, márquela como ignorada.')
    return { ruled, wide: [] }
  }
  const match = recipe.wide.match ? new RegExp(recipe.wide.match, 'iu') : undefined
  const wide = rest.filter(({ header }) => !match || match.test(header))
  for (const { column, header } of rest.filter((one) => !wide.includes(one))) findings.add('columna nueva', 'warns', { row: headerRow, column }, `La columna «${header}» no está en la receta y no se leyó.`, 'Agréguela a la receta o márquela como ignorada.')
  if (wide.length === 0) findings.add('sin columnas de datos', 'stops', { row: headerRow }, 'No hay columnas con datos a la derecha de las que describen la fila.', 'Revise que la fila señalada sea el encabezado y que la hoja esté completa.')
  return { ruled, wide }
}
