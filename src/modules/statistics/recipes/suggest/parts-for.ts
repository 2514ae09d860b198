import type { RecipeInput } from '../model/recipe.ts'
import { fold, slug } from '../text/plain-text.ts'
import type { ColumnGuess } from './guess-column.ts'

type DimensionInput = RecipeInput['dimensions'][number]
type MeasureInput = RecipeInput['measures'][number]
const sexCode = (text: string): string => (/^(h|masc|var)/.test(fold(text)) ? 'H' : /^(m|fem)/.test(fold(text)) ? 'M' : /^(ambos|total)/.test(fold(text)) ? 'T' : 'I')

/** The dimension that a guess gives. */
export const dimensionFor = (header: string, guess: ColumnGuess, key: string): DimensionInput | undefined => {
  const title = header.slice(0, 200)
  switch (guess.is) {
    case 'commune': return { key, title: 'Comuna', role: 'place', list: 'cut', code: { kind: 'list', list: 'cut', width: 5, level: 'commune', names: guess.by === 'name' }, unknown: 'stop' }
    case 'sex': return { key, title, role: 'sex', code: { kind: 'map', map: Object.fromEntries(guess.values.map((text) => [text, sexCode(text)])) }, labels: { H: 'Hombres', M: 'Mujeres', T: 'Total', I: 'Indeterminado' }, unknown: 'stop', ...(guess.values.some((text) => sexCode(text) === 'T') ? { total: 'T' } : {}) }
    case 'age': return { key, title, role: 'age', code: guess.values.every((text) => /^\d+$/.test(text)) ? { kind: 'integer' } : { kind: 'slug' } }
    case 'period': return { key, title, role: 'time', code: { kind: 'period', of: guess.of } }
    case 'category': return { key, title, role: 'category', code: guess.values.every((text) => text.length <= 12 && /^[\w.-]+$/.test(text)) ? { kind: 'text' } : { kind: 'slug' }, ...(guess.values.some((text) => fold(text) === 'total') ? { total: slug('total') } : {}) }
    default: return undefined
  }
}
/** «Superficie (ha)» → ha; «Porcentaje de…» → %; empty when the title does not say. */
export const unitInTitle = (header: string): string => {
  const between = /\(([^()]{1,20})\)\s*$/.exec(header)?.[1]
  if (between && !/^\*+$|^\d/.test(between)) return between
  return /porcentaje|^%|\bpct\b/i.test(header) ? '%' : /poblacion|personas|habitantes|beneficiarios/.test(fold(header)) ? 'personas' : /m\$/i.test(header) ? 'M$' : ''
}
export const measureFor = (header: string, guess: ColumnGuess & { is: 'measure' }, key: string): MeasureInput => {
  const unit = guess.percent ? '%' : unitInTitle(header)
  return { key, title: header.slice(0, 300), unit, numbers: guess.numbers, decimals: guess.percent ? 1 : 0, adds: !guess.percent && !/tasa|promedio|indice|porcentaje|razon/.test(fold(header)) }
}
