import { monthNames } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import { type BalanceKind, plain } from './fields.ts'
import type { AmountUnit } from './amounts.ts'
import { cellText } from './header.ts'

/** Something read in the titles, with the cell that says it (undefined: the name of the sheet). */
export type Said<Value> = { readonly value: Value; readonly cell?: string; readonly says: string }
export type TitleFacts = { readonly period?: Said<string>; readonly year?: Said<number>; readonly unit?: Said<AmountUnit>; readonly kind?: Said<BalanceKind> }

type Title = { readonly text: string; readonly cell?: string }
const SHORT_MONTHS = ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC']

const titlesOf = (sheet: Sheet, before: number): Title[] => {
  const found: Title[] = []
  for (let row = 0; row < before; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const cell = sheet.cell(row, column)
      const text = typeof cell === 'object' && cell !== null && 'date' in cell ? `AL ${cell.date.slice(8, 10)}/${cell.date.slice(5, 7)}/${cell.date.slice(0, 4)}` : cellText(sheet, row, column)
      if (text !== '') found.push({ text, cell: sheet.address(row, column) })
    }
  }
  return [...found, { text: sheet.name }]
}

const monthIn = (text: string): number => {
  const words = plain(text)
  const long = monthNames.findLastIndex((name) => new RegExp(`\\b${name.toUpperCase()}\\b`).test(words))
  if (long >= 0) return long + 1
  if (/\bSETIEMBRE\b/.test(words)) return 9
  return SHORT_MONTHS.findLastIndex((name) => new RegExp(`\\b${name}\\b`).test(words)) + 1
}
const yearIn = (text: string): number | undefined => {
  const found = /\b(20[0-4]\d)\b/.exec(text)
  return found ? Number(found[1]) : undefined
}
const monthId = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** The month a text closes on: «01/01/2026 al 30/06/2026», «junio de 2026», «06/2026». */
const periodIn = (text: string): string | undefined => {
  if (/FECHA|EMISI|IMPRES|HORA/.test(plain(text))) return undefined
  const closing = [...text.matchAll(/\b\d{1,2}[-/.](\d{1,2})[-/.](20\d{2})\b/g)].at(-1)
  if (closing) return monthId(Number(closing[2]), Number(closing[1]))
  const year = yearIn(text)
  const month = monthIn(text)
  if (year && month > 0) return monthId(year, month)
  const numeric = /\b(0[1-9]|1[0-2])[-/](20\d{2})\b/.exec(text)
  return numeric ? `${numeric[2]}-${numeric[1]}` : undefined
}

const first = <Value>(titles: readonly Title[], read: (text: string) => Value | undefined): Said<Value> | undefined => {
  for (const { text, cell } of titles) {
    const value = read(text)
    if (value !== undefined) return { value, cell, says: text }
  }
  return undefined
}

const unitIn = (text: string): AmountUnit | undefined => {
  if (/M\s?\$|MILES DE (PESOS|\$)|EN MILES/i.test(text)) return 'thousands'
  return /\(EN PESOS\)|EN PESOS|\(PESOS\)|\(\$\)|MONEDA:? PESOS/i.test(text) ? 'pesos' : undefined
}
const kindIn = (text: string): BalanceKind | undefined => {
  const words = plain(text)
  const income = /\bINGRESOS?\b/.test(words)
  const expenditure = /\bGASTOS?\b/.test(words)
  return income === expenditure ? undefined : income ? 'income' : 'expenditure'
}

/** What the rows above the header and the name of the sheet say of month, unit and kind. A month without year takes the year said elsewhere. */
export const readTitles = (sheet: Sheet, headerRow: number, headerLast = headerRow): TitleFacts => {
  const titles = titlesOf(sheet, headerRow)
  const year = first(titles, yearIn)
  const month = first(titles, (text) => (/FECHA|EMISI|IMPRES|HORA/.test(plain(text)) || monthIn(text) === 0 ? undefined : monthIn(text)))
  const whole = first(titles, periodIn)
  const joined = month && year ? { value: monthId(year.value, month.value), cell: month.cell, says: month.says } : undefined
  return { period: whole ?? joined, year, unit: first([...titles, ...titlesOf(sheet, headerLast + 1).slice(0, -1)], unitIn), kind: first([titles.at(-1) ?? { text: '' }, ...titles], kindIn) }
}
