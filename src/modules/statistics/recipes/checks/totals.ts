import { formatNumber } from '#kernel'
import type { Check } from '../model/check-rule.ts'
import type { Recipe } from '../model/recipe.ts'
import type { Code } from '../../model/structure.ts'
import type { FindingBook } from '../run/findings.ts'
import { type Gathered, keyOf } from '../run/gathered.ts'

type Sum = { total?: { value: number; row: number }; parts: number; count: number; unknown: boolean }
type Told = Extract<Check, { kind: 'total' | 'children' }>
const shown = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2)

/** Parts against their total, for each combination of the other dimensions. A part without number leaves the sum unjudged. */
const sumsOf = (data: Gathered, check: Told, measure: string, parentOf: (code: string) => string | undefined): Map<string, Sum> => {
  const own = data.dimensions.get(check.dimension) ?? []
  const others = [...data.dimensions].filter(([key]) => key !== check.dimension).map(([, column]) => column)
  const values = data.measures.get(measure) ?? []
  const sums = new Map<string, Sum>()
  const at = (row: number, total: string): Sum => {
    const key = `${total}\u001f${keyOf(others, row)}`
    const sum = sums.get(key) ?? { parts: 0, count: 0, unknown: false }
    sums.set(key, sum)
    return sum
  }
  for (let row = 0; row < data.size(); row++) {
    const [code, value] = [own[row] ?? '', values[row] ?? null]
    const parent = parentOf(code)
    if (parent !== undefined) { const sum = at(row, parent); if (value === null) sum.unknown = true; else { sum.parts += value; sum.count++ } }
    if (value !== null && (check.kind === 'total' ? code === check.total : true)) at(row, code).total = { value, row }
  }
  return sums
}
const checkSums = (data: Gathered, check: Told, recipe: Recipe, codesOf: (dimension: string) => readonly Code[], findings: FindingBook): void => {
  const facts = new Map(codesOf(check.dimension).map((one) => [one.code, one]))
  const parentOf = (code: string): string | undefined => (check.kind === 'total' ? (code === check.total ? undefined : check.total) : facts.get(code)?.level === check.level ? facts.get(code)?.parent : undefined)
  for (const measure of check.measures) {
    const title = recipe.measures.find(({ key }) => key === measure)?.title ?? measure
    for (const [key, { total, parts, count, unknown }] of sumsOf(data, check, measure, parentOf)) {
      if (!total || count === 0 || unknown || Math.abs(total.value - parts) <= check.tolerance + Math.abs(total.value) * Number.EPSILON * 8) continue
      const label = facts.get(key.split('\u001f')[0] ?? '')?.label ?? ''
      findings.add(`total que no cuadra en «${title}»`, check.severity, data.places[total.row] ?? {}, `«${title}»: el total de ${label} dice ${shown(total.value)} y sus partes suman ${shown(parts)} (diferencia ${shown(total.value - parts)}).`, 'Compare con la publicación. Si quien publica redondea, suba la tolerancia en la receta; si faltan partes por secreto estadístico, dígalo en una nota y deje el aviso sin detener.')
    }
  }
}
const checkRow = (data: Gathered, check: Extract<Check, { kind: 'row' }>, recipe: Recipe, findings: FindingBook): void => {
  const titleOf = (key: string): string => recipe.measures.find((one) => one.key === key)?.title ?? key
  for (let row = 0; row < data.size(); row++) {
    const terms = check.terms.map((term) => ({ sign: term.startsWith('-') ? -1 : 1, value: data.measures.get(term.replace(/^-/, ''))?.[row] ?? null }))
    const said = data.measures.get(check.equals)?.[row] ?? null
    if (said === null || terms.some(({ value }) => value === null)) continue
    const made = terms.reduce((sum, { sign, value }) => sum + sign * (value ?? 0), 0)
    if (Math.abs(made - said) > check.tolerance + 1e-9) findings.add(`fila que no cuadra en «${titleOf(check.equals)}»`, check.severity, data.places[row] ?? {}, `«${titleOf(check.equals)}» dice ${shown(said)} y de la fila resulta ${shown(made)}.`, 'Revise la fila en el original: puede haber una columna corrida o un error de quien publica.')
  }
}
/** The checks of a recipe over what was read. */
export const checkTotals = (data: Gathered, recipe: Recipe, codesOf: (dimension: string) => readonly Code[], findings: FindingBook): void => {
  for (const check of recipe.checks) {
    if (check.kind === 'row') checkRow(data, check, recipe, findings)
    else checkSums(data, check, recipe, codesOf, findings)
  }
}
