import type { Cell } from '#platform/spreadsheets'
import type { CodeLists } from '../model/code-list.ts'
import type { NumberFormat } from '../model/measure-rule.ts'
import { listIndex } from '../run/list-index.ts'
import { usualAbsences } from '../run/status-words.ts'
import { possibleFormats } from '../text/number-text.ts'
import { periodFrom } from '../text/period-code.ts'
import { fold, textOf } from '../text/plain-text.ts'

/** What a column seems to hold, by its content more than by its title, with the reason in words. */
export type ColumnGuess =
  | { readonly is: 'commune'; readonly by: 'code' | 'name'; readonly reason: string }
  | { readonly is: 'sex' | 'age' | 'category' | 'label'; readonly reason: string; readonly values: readonly string[] }
  | { readonly is: 'period'; readonly of: 'year' | 'month' | 'day'; readonly reason: string }
  | { readonly is: 'measure'; readonly numbers: NumberFormat; readonly percent: boolean; readonly reason: string }
  | { readonly is: 'ignored'; readonly reason: string }

const SEX = /^(h|m|hombres?|mujer(es)?|masculino|femenino|varon(es)?|ambos( sexos)?|indeterminado|total)$/
const AGE = /^(\d{1,3}|\d{1,3}\s*(a|-)\s*\d{1,3}( anos)?|\d{1,3}\s*(o|y) ?mas( anos)?|\d{1,3}\+|menos de \d+.*|total)$/
const MOSTLY = 0.9
const usual = new Set(usualAbsences.map(([text]) => text))
const share = <T>(all: readonly T[], is: (one: T) => boolean): number => (all.length === 0 ? 0 : all.filter(is).length / all.length)

/** Guesses what a column is from its title and cells. */
export const guessColumn = (header: string, cells: readonly Cell[], lists: CodeLists): ColumnGuess => {
  const full = cells.filter((cell) => textOf(cell) !== '')
  const texts = full.map((cell) => textOf(cell))
  const spoken = texts.filter((text) => !usual.has(fold(text)))
  const distinct = [...new Set(texts)]
  const title = fold(header)
  if (full.length === 0) return { is: 'ignored', reason: 'está vacía' }
  const cut = lists['cut']
  if (cut) {
    const index = listIndex(cut)
    if (share(texts, (text) => /^\d{4,5}$/.test(text) && index.byCode(text.padStart(5, '0'))?.level === 'commune') >= MOSTLY) return { is: 'commune', by: 'code', reason: 'son códigos CUT de comunas' }
    if (share(texts, (text) => index.byName(text, 'commune') !== undefined || /^total/i.test(text)) >= MOSTLY && distinct.length > 2) return { is: 'commune', by: 'name', reason: 'son nombres de comunas' }
  }
  if (distinct.length <= 5 && distinct.every((text) => SEX.test(fold(text))) && distinct.some((text) => /^(h|m|hombre|mujer|masc|fem)/.test(fold(text)))) return { is: 'sex', reason: 'son hombres y mujeres', values: distinct }
  if (/edad|age/.test(title) && share(texts, (text) => AGE.test(fold(text))) >= MOSTLY) return { is: 'age', reason: 'son edades', values: distinct }
  if (share(full, (cell) => typeof cell === 'object' && cell !== null && 'date' in cell) >= MOSTLY || share(texts, (text) => /^\d{4}-\d{2}(-\d{2})?$/.test(text)) >= MOSTLY) {
    const days = texts.every((text) => /^\d{4}-\d{2}(-01)?$/.test(text))
    return { is: 'period', of: days ? 'month' : 'day', reason: days ? 'son meses' : 'son fechas' }
  }
  const years = share(texts, (text) => { const found = periodFrom(text, 'year'); return found !== undefined && Number(found.code) >= 1850 && Number(found.code) <= 2150 })
  if (years >= MOSTLY && (/a[nñ]o|anio|year|periodo/.test(title) || distinct.length <= Math.max(3, full.length / 3))) return { is: 'period', of: 'year', reason: 'son años' }
  const percent = full.some((cell) => (typeof cell === 'object' && cell !== null && 'percent' in cell) || (typeof cell === 'string' && /%\s*$/.test(cell)))
  const written = full.filter((cell): cell is string => typeof cell === 'string').map((cell) => textOf(cell)).filter((text) => !usual.has(fold(text)))
  const numeric = share(full, (cell) => typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'percent' in cell))
  const formats = possibleFormats(written)
  if (spoken.length > 0 && (numeric >= MOSTLY || written.length === 0 || formats.length > 0) && !/^(id|cod|codigo|cut)\b|_id$/.test(title)) return { is: 'measure', numbers: written.length === 0 ? 'plain' : (formats[0] ?? 'plain'), percent, reason: formats[0] === 'es' && !formats.includes('plain') ? 'son números con punto de miles y coma decimal' : 'son números' }
  if (distinct.length > Math.max(200, full.length * 0.9) && full.length > 30) return { is: 'label', reason: 'es un texto distinto en cada fila', values: distinct.slice(0, 5) }
  return { is: 'category', reason: `tiene ${distinct.length} valores distintos`, values: distinct.slice(0, 50) }
}
