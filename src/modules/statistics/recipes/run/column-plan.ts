import type { MatchedColumns } from '../locate/match-columns.ts'
import type { Recipe } from '../model/recipe.ts'
import { fold } from '../text/plain-text.ts'
import type { DimensionReader } from './dimension-reader.ts'
import type { FindingBook } from './findings.ts'

/** Numbers of a row that share their codes: one observation. `codes` are those that the header gives. */
export type ValueGroup = { readonly codes: Readonly<Record<string, string>>; readonly columns: readonly { readonly measure: string; readonly column: number }[] }
export type ColumnPlan = {
  readonly dimensions: readonly { readonly key: string; readonly column: number }[]; readonly labels: readonly { readonly key: string; readonly column: number }[]
  readonly statuses: ReadonlyMap<string, number>; readonly groups: readonly ValueGroup[]; /** Footnote marks on the header of each measure. */ readonly measureMarks: ReadonlyMap<string, readonly string[]>; readonly dimensionMarks: ReadonlyMap<string, readonly string[]>
}

const wideGroups = ({ wide }: MatchedColumns, recipe: Recipe, readers: ReadonlyMap<string, DimensionReader>, headerRow: number, findings: FindingBook, marks: Map<string, string[]>): ValueGroup[] => {
  const rule = recipe.wide
  if (!rule) return []
  const groups = new Map<string, { codes: Record<string, string>; columns: { measure: string; column: number }[] }>()
  for (const { column, levels, marks: found } of wide) {
    const codes: Record<string, string> = {}
    let measure = rule.measure
    for (const level of rule.levels) {
      const text = levels[level.row - 1] ?? ''
      const place = { row: headerRow + level.row - 1, column }
      if ('dimension' in level) {
        const code = readers.get(level.dimension)?.read(text, place)
        if (code !== undefined) { codes[level.dimension] = code; for (const mark of found[level.row - 1] ?? []) marks.set(`${level.dimension}\u001f${code}`, [...(marks.get(`${level.dimension}\u001f${code}`) ?? []), mark]) }
      } else {
        measure = Object.entries(level.measures).find(([from]) => fold(from) === fold(text))?.[1]
        if (measure) marks.set(measure, [...(marks.get(measure) ?? []), ...(found[level.row - 1] ?? [])])
        else findings.add('columna que no es de ninguna medida', 'stops', place, `La columna «${text}» no dice ninguna de las medidas de la receta.`, 'Si es otra unidad u otra medida, agréguela; si sólo cambió el título, dígalo en la receta.')
      }
    }
    if (!measure || rule.levels.some((level) => 'dimension' in level && codes[level.dimension] === undefined)) continue
    const key = JSON.stringify(codes)
    const group = groups.get(key) ?? { codes, columns: [] }
    if (group.columns.some((one) => one.measure === measure)) findings.add('columna repetida', 'stops', { row: headerRow, column }, 'Dos columnas dicen lo mismo: no se sabe cuál vale.', 'Deje una, o agregue a la receta el nivel del encabezado que las distingue.')
    group.columns.push({ measure, column })
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Which columns give the codes of a row and which its numbers. */
export const columnPlan = (matched: MatchedColumns, recipe: Recipe, readers: ReadonlyMap<string, DimensionReader>, headerRow: number, findings: FindingBook): ColumnPlan => {
  const of = <T>(take: (rule: MatchedColumns['ruled'][number]['rule'], column: number) => T | undefined): T[] => matched.ruled.flatMap(({ rule, column }) => { const found = take(rule, column.column); return found === undefined ? [] : [found] })
  const marks = new Map<string, string[]>()
  const groups = wideGroups(matched, recipe, readers, headerRow, findings, marks)
  const long = of((rule, column) => (rule.as === 'measure' ? { measure: rule.measure, column } : undefined))
  const headMarks = (as: 'measure' | 'dimension') => matched.ruled.flatMap(({ rule, column }) => (rule.as === as ? [[rule.as === 'measure' ? rule.measure : rule.as === 'dimension' ? rule.dimension : '', column.marks.flat()] as const] : []))
  return {
    dimensions: of((rule, column) => (rule.as === 'dimension' ? { key: rule.dimension, column } : undefined)), labels: of((rule, column) => (rule.as === 'label' ? { key: rule.dimension, column } : undefined)),
    statuses: new Map(of((rule, column) => (rule.as === 'status' ? [rule.measure, column] as const : undefined))),
    groups: recipe.wide ? groups : [{ codes: {}, columns: long }],
    measureMarks: new Map([...headMarks('measure'), ...marks]), dimensionMarks: new Map(headMarks('dimension')),
  }
}
