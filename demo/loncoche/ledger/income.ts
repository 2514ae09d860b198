import { dayNumber, openDaysOf, openFrom } from '../days.ts'
import type { IncomeRow } from '../income-table.ts'
import { randomStream, splitExactly } from '../random.ts'
import type { Book } from './book.ts'

/** Share of what is billed in a year that is collected in it (SINIM 2023: 92,79 % of patentes). */
export const COLLECTED_OF_BILLED = 0.93

/** Days of a month on which an income arrives. */
const receiptDays = (row: IncomeRow, year: number, month: number): number[] => {
  const open = openDaysOf(year, month)
  if (row.pattern === 'remittance') return row.count === 1 ? [openFrom(dayNumber(year, month, 16))] : [openFrom(dayNumber(year, month, 9)), openFrom(dayNumber(year, month, 24))]
  const count = Math.min(row.count, open.length)
  return Array.from({ length: count }, (_, index) => open[Math.floor(((index + 0.5) * open.length) / count)] ?? openFrom(dayNumber(year, month, 5)))
}

/** Writes a year of an income row: `total` is what is collected in the year. Returns its line. */
export const collect = (book: Book, row: IncomeRow, year: number, total: number): string => {
  const line = book.line({ year, account: row.account, source: row.source, unit: row.account.startsWith('115-03-02') ? 'TRANSITO' : row.pattern === 'billed' ? 'DAF-REN' : 'DAF-TES' })
  const random = randomStream(`${line} ${row.concept}`)
  const billed = row.pattern === 'billed'
  if (billed) {
    const roll = splitExactly(Math.round(total / COLLECTED_OF_BILLED), [54, 46])
    roll.forEach((amount, half) => void book.post({ line, phase: 'accrual', amount, on: openFrom(dayNumber(year, half === 0 ? 1 : 7, 1)), kind: 'decree', paper: `${line} rol ${half}`, text: `${row.concept}: rol del ${half === 0 ? 'primer' : 'segundo'} semestre`, desk: 'presupuesto' }))
  }
  splitExactly(total, row.weights).forEach((month, index) => {
    if (month === 0) return
    const days = receiptDays(row, year, index + 1)
    splitExactly(month, days.map(() => random.between(0.6, 1.4))).forEach((amount, order) => {
      const on = days[order] ?? 0
      const late = row.account.startsWith('115-03-02') && random.chance(0.02) ? random.whole(6, 20) : 0
      const recorded = year === 2025 ? Math.min(openFrom(on + late), dayNumber(2026, 1, 16)) : openFrom(on + late)
      const paper = row.pattern === 'remittance' ? `${line} ${row.concept} ${index} ${order}` : `caja ${on} ${row.account}`
      const base = { line, amount, on, recorded, paper, kind: 'receipt' as const, text: row.pattern === 'remittance' ? `${row.concept}, remesa` : `${row.concept}, recaudación del día`, desk: 'caja' as const }
      if (!billed) book.post({ ...base, phase: 'accrual' })
      book.post({ ...base, phase: 'collection' })
    })
  })
  return line
}
