import { dayNumber, numberOf, openFrom, openUntil } from '../days.ts'
import type { ProjectRow } from '../project-table.ts'
import { programmeOf } from '../programmes.ts'
import { randomStream, splitExactly } from '../random.ts'
import { firmNamed } from '../suppliers.ts'
import type { Book } from './book.ts'
import { postBill } from './chains.ts'

/** Local account of a project: the next level below its assignment. */
export const projectAccount = (row: ProjectRow, order: number): string => `215-${row.account}-${String(order + 101)}`

type Work = { readonly row: ProjectRow; readonly order: number; readonly year: number; /** Pesos of each certificate. */ readonly amounts: readonly number[] }

/** Writes the investment of a project in a year: reservation, contract and certificates. Returns its line. */
export const build = (book: Book, { row, order, year, amounts }: Work): string => {
  const programme = programmeOf(row.programme)
  const line = book.line({ year, account: projectAccount(row, order), programme: row.programme, project: row.code, source: row.source })
  const random = randomStream(line)
  const certificates = (year === 2025 ? row.done2025 : row.done2026) ?? []
  const id = `${line} contrato`
  const supplier = row.firm ? firmNamed(row.firm) : undefined
  const base = { line, chain: id, project: row.code, ...(supplier ? { supplier } : {}) }
  const total = year === 2025 ? amounts.reduce((sum, amount) => sum + amount, 0) : (row.contract2026?.amount ?? 0) * 1000
  const signed = year === 2025 ? openFrom(Math.max(dayNumber(2025, 1, 13), numberOf(row.contractFrom ?? '2025-01-13'))) : numberOf(row.contract2026?.on ?? '2026-01-06')
  if (total > 0) {
    const reserved = openUntil(Math.max(dayNumber(year, 1, 5), signed - 6))
    const paper = { kind: 'contract' as const, paper: id, desk: 'obras' as const }
    book.post({ ...base, phase: 'precommitment', amount: total, on: Math.min(reserved, signed), kind: 'certificate', paper: `${id} cdp`, text: `Disponibilidad para ${row.name}`, desk: 'presupuesto' })
    book.post({ ...base, phase: 'precommitment', amount: -total, on: signed, ...paper, text: `${row.name}: la reserva pasa a contrato` })
    book.post({ ...base, phase: 'commitment', amount: total, on: signed, ...paper, text: `${row.name}: compromiso ${year} del contrato` })
  } else if (row.stage === 'tender' && year === 2026) {
    book.post({ ...base, phase: 'precommitment', amount: (row.budget2026 ?? 0) * 1000, on: openFrom(dayNumber(2026, 5, 20)), kind: 'certificate', paper: `${id} cdp`, text: `Disponibilidad para licitar ${row.name}`, desk: 'presupuesto' })
  }
  certificates.forEach((certificate, index) => {
    const on = numberOf(certificate.on)
    const recorded = certificate.recorded ? numberOf(certificate.recorded) : on
    const pay = openFrom(Math.max(on + random.whole(12, 26), recorded + 1))
    const text = `${row.name}: estado de pago ${index + 1} de ${year}`
    const one = { ...base, chain: `${id} ep ${index}`, text, amount: amounts[index] ?? 0 }
    if (certificate.recorded) {
      book.post({ ...one, phase: 'accrual', on, recorded, kind: 'invoice', paper: `${id} ep ${index}`, desk: 'obras' })
      book.post({ ...one, phase: 'payment', on: pay, kind: 'payment-decree', paper: `${id} pago ${index}`, desk: 'tesoreria' })
    } else postBill({ book, random, line, unit: programme.unit, year, amount: amounts[index] ?? 0, id: `${id} ep ${index}`, text, on, pay, kind: 'invoice', desk: 'obras', committed: true, project: row.code, ...(supplier ? { supplier } : {}) })
  })
  return line
}

/** Certificates of 2025 of every project in whole pesos, adding up exactly to the investment of the year. */
export const scaledCertificates = (rows: readonly ProjectRow[], total: number): Map<string, number[]> => {
  const all = rows.flatMap((row) => (row.done2025 ?? []).map((certificate) => ({ code: row.code, weight: certificate.amount })))
  const result = new Map<string, number[]>()
  splitExactly(total, all.map((one) => one.weight)).forEach((amount, index) => {
    const code = all[index]?.code ?? ''
    result.set(code, [...(result.get(code) ?? []), amount])
  })
  return result
}
