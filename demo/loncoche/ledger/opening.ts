import { dayNumber, openFrom } from '../days.ts'
import { randomStream, splitExactly } from '../random.ts'
import { suppliers } from '../suppliers.ts'
import type { Book } from './book.ts'
import { postBill } from './chains.ts'

/** Invoices of 2024 unpaid at its end; demonstration, with the total of the carried debt. */
export const openDebt2025 = (book: Book, total: number): string => {
  const line = book.line({ year: 2025, account: '215-34-07', programme: '101', source: 'MUN' })
  const random = randomStream('floating debt 2024')
  splitExactly(total, Array.from({ length: 46 }, () => random.between(0.3, 2.2))).forEach((amount, index) => {
    const on = openFrom(dayNumber(2025, 1, 2))
    postBill({ book, random, line, unit: 'DAF', year: 2025, amount, id: `${line} ${index}`, text: `Deuda flotante: factura de 2024 n.º ${3100 + index * 13}`, supplier: random.pick(suppliers).rut, on, pay: openFrom(on + random.whole(18, 62)), kind: 'decree', desk: 'contabilidad', paper: 'apertura 2025' })
  })
  return line
}

/** What each chain of 2025 left accrued and unpaid becomes the floating debt of 2026 (identity I5); entered once 2025 is closed. */
export const openDebt2026 = (book: Book): { line: string; total: number } => {
  const line = book.line({ year: 2026, account: '215-34-07', programme: '101', source: 'MUN' })
  const owed = new Map<string, { amount: number; text: string; supplier: string | undefined }>()
  for (const draft of book.drafts()) {
    if (!draft.line.startsWith('2025/215') || draft.chain === undefined || (draft.phase !== 'accrual' && draft.phase !== 'payment')) continue
    const known = owed.get(draft.chain) ?? { amount: 0, text: draft.text, supplier: draft.supplier }
    known.amount += draft.phase === 'accrual' ? draft.amount : -draft.amount
    owed.set(draft.chain, known)
  }
  const on = openFrom(dayNumber(2026, 1, 2))
  const typed = dayNumber(2026, 1, 19)
  const random = randomStream('floating debt 2025')
  let total = 0
  for (const [chain, { amount, text, supplier }] of owed) {
    if (amount === 0) continue
    total += amount
    const base = { line, amount, text: `Deuda flotante: ${text}`, chain: `34.07 ${chain}`, ...(supplier ? { supplier } : {}) }
    book.post({ ...base, phase: 'commitment', on, recorded: typed, kind: 'decree', paper: 'apertura 2026', desk: 'contabilidad' })
    book.post({ ...base, phase: 'accrual', on, recorded: typed, kind: 'decree', paper: 'apertura 2026', desk: 'contabilidad' })
    book.post({ ...base, phase: 'payment', on: openFrom(typed + random.whole(1, 46)), kind: 'payment-decree', paper: `${chain} pago 2026`, desk: 'tesoreria' })
  }
  return { line, total }
}

/** Income left to collect (12.10): recognised on opening, collected month by month (identity I6). */
export const openReceivables = (book: Book, year: number, owed: number, recovered: number): string => {
  const line = book.line({ year, account: '115-12-10', source: 'MUN', unit: 'DAF-REN' })
  book.post({ line, phase: 'accrual', amount: owed, on: openFrom(dayNumber(year, 1, 2)), recorded: year === 2026 ? dayNumber(2026, 1, 19) : openFrom(dayNumber(year, 1, 2)), kind: 'decree', paper: `apertura ingresos ${year}`, text: `Ingresos por percibir al 31-12-${year - 1}`, desk: 'contabilidad' })
  splitExactly(recovered, [9, 7, 14, 10, 9, 8, 8, 7, 8, 7, 7, 6]).forEach((amount, index) => {
    const on = openFrom(dayNumber(year, index + 1, 21))
    book.post({ line, phase: 'collection', amount, on, kind: 'receipt', paper: `por percibir ${year} ${index}`, text: 'Cobro de derechos de años anteriores', desk: 'caja' })
  })
  return line
}

/** Corrections typed after the report of the second half of 2025 was issued: a payment charged to the wrong programme changes line, not total. */
export const reclassify = (book: Book): void => {
  const move = (from: string, to: string, amount: number, on: number, recorded: number, text: string): void => {
    const id = `reclasificación ${on} ${from}`
    for (const [line, sign] of [[from, -1], [to, 1]] as const)
      for (const phase of ['commitment', 'accrual', 'payment'] as const) book.post({ line, phase, amount: sign * amount, on, recorded, kind: 'decree', paper: id, text, desk: 'contabilidad', chain: `${id} ${sign}` })
  }
  const event = (programme: string): string => book.line({ year: 2025, account: '215-22-08-011', programme, source: 'MUN' })
  const land = (programme: string): string => book.line({ year: 2025, account: '215-24-01-004', programme, source: 'MUN' })
  move(event('301'), event('602'), 2_450_000, dayNumber(2025, 12, 18), dayNumber(2026, 3, 5), 'Reclasifica cierre de temporada artística imputado a fiestas comunales')
  move(land('501'), land('409'), 1_640_000, dayNumber(2025, 11, 27), dayNumber(2026, 4, 14), 'Reclasifica subvención de junta de vecinos imputada a clubes deportivos')
}
