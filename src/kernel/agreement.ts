import { formatNumber } from './format.ts'

/** Agreement of number for counted nouns: `counted(1, 'línea', 'líneas')` → «1 línea». */
export const counted = (count: number, one: string, many: string): string => `${formatNumber(count)} ${count === 1 ? one : many}`
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** Joins with commas and «y» («e» before i- or hi-): «a, b y c». */
export const enumerate = (items: readonly string[]): string => {
  if (items.length < 2) return items[0] ?? ''
  const last = items[items.length - 1] ?? ''
  const link = /^h?i(?![aeou])/i.test(last.normalize('NFD').replace(/[\u0300-\u036f]/g, '')) ? 'e' : 'y'
  return `${items.slice(0, -1).join(', ')} ${link} ${last}`
}

/** Ordinal as Spanish writes it in figures: 1.er semestre (masculine before noun), 2.º, 3.ª. */
export const ordinal = (number: number, gender: 'm' | 'f' = 'm', beforeNoun = false): string => {
  if (gender === 'f') return `${number}.ª`
  return beforeNoun && (number % 10 === 1 || number % 10 === 3) && number % 100 !== 11 && number % 100 !== 13 ? `${number}.er` : `${number}.º`
}
