import { monthNames } from '#kernel'
import { dayNumber, lastOpenOf, openFrom, openUntil } from '../days.ts'
import { type Random, splitExactly } from '../random.ts'
import type { SpendingRow } from '../spending-table.ts'
import type { Book } from './book.ts'
import { payDay, postBill } from './chains.ts'

/** A year of a row of the spending table on its line. */
export type Job = { readonly book: Book; readonly row: SpendingRow; readonly year: number; readonly total: number; readonly line: string; readonly unit: string; readonly random: Random }

const groups = ['Alcaldía y Administración', 'Secretaría Municipal y Jurídica', 'SECPLA', 'Administración y Finanzas', 'Obras', 'Desarrollo Comunitario', 'Tránsito y Juzgado', 'Aseo, Seguridad y Operaciones']
const groupWeights = [8, 7, 10, 17, 13, 19, 10, 16]

/** Months in which each part of the pay is due. Performance pay is paid in four quotas (Ley 19.803); school bonus in March and June. */
const payMonths = (concept: string): number[] => {
  if (concept.startsWith('Desempeño')) return [0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1]
  if (concept === 'Asignaciones por desempeño') return [0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1]
  if (concept === 'Aguinaldos') return [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0.8]
  if (concept === 'Bono de escolaridad') return [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
  if (concept === 'Bonos especiales') return [0, 0, 0, 0, 0, 0.3, 0, 0, 0, 0, 0, 1]
  if (concept === 'Aguinaldos y bonos') return [0, 0, 0.2, 0, 0, 0.2, 0, 0, 0.6, 0, 0, 1]
  if (concept === 'Trabajos extraordinarios') return [0.7, 0.9, 1.6, 1, 0.9, 1.6, 1, 0.9, 1, 0.9, 0.9, 1.1]
  if (concept === 'Viáticos en el país') return [0.5, 0.3, 1, 1.1, 1.1, 1.2, 1, 1.1, 0.9, 1.3, 1.2, 1]
  return [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.03]
}

/** Monthly payroll by group of units: obligation, accrual and payment on the same day. */
export const payroll = ({ book, row, year, total, line, unit, random }: Job): void => {
  splitExactly(total, payMonths(row.concept)).forEach((amount, index) => {
    if (amount === 0) return
    const day = payDay(year, index + 1)
    const staff = row.account.startsWith('215-21-01') ? 'planta' : row.account.startsWith('215-21-02') ? 'contrata' : 'otras'
    splitExactly(amount, groupWeights.slice(0, row.count)).forEach((part, group) => { postBill({ book, random, line, unit, year, amount: part, id: `${line} ${index} ${group}`, text: `${row.concept}, ${monthNames[index]} ${year}, ${row.count === 1 ? 'personal de apoyo' : groups[group]}`, on: day, pay: day, kind: 'payroll', desk: 'remuneraciones', paper: `planilla ${staff} ${year} ${index}`, payPaper: `pago planilla ${staff} ${year} ${index}` }) })
  })
}

/** Yearly contracts by decree and a monthly invoice of each person. */
export const fees = ({ book, row, year, total, line, unit, random }: Job): void => {
  splitExactly(total, Array.from({ length: row.count }, () => random.between(0.85, 1.2))).forEach((share, person) => {
    const id = `${line} persona ${person}`
    const text = `${row.concept}, prestador ${person + 1}`
    const start = openFrom(dayNumber(year, 1, random.whole(5, 15)))
    book.post({ line, phase: 'commitment', amount: share, on: start, kind: 'decree', paper: `${id} decreto`, text: `${text}: contrato enero a diciembre`, desk: 'presupuesto', chain: id })
    splitExactly(share, Array.from({ length: 12 }, () => 1)).forEach((amount, index) => {
      const on = openUntil(lastOpenOf(year, index + 1) - (index === 11 ? 9 : 2))
      postBill({ book, random, line, unit, year, amount, id: `${id} ${index}`, text: `${text}: boleta de ${monthNames[index]}`, on, pay: openFrom(on + random.whole(3, 7)), kind: 'invoice', desk: 'contabilidad', committed: true })
    })
  })
}

/** Monthly allowance of the council. */
export const council = ({ book, row, year, total, line, unit, random }: Job): void => {
  splitExactly(total, Array.from({ length: 12 }, (_, index) => (index === 0 ? 1.4 : 1))).forEach((amount, index) => {
    const day = openFrom(payDay(year, index + 1) + 1)
    splitExactly(amount, Array.from({ length: row.count }, () => 1)).forEach((part, member) => { postBill({ book, random, line, unit, year, amount: part, id: `${line} ${index} ${member}`, text: `Dieta de ${monthNames[index]}, concejalía ${member + 1}`, on: day, pay: day, kind: 'payroll', desk: 'remuneraciones', paper: `dieta ${year} ${index}`, payPaper: `pago dieta ${year} ${index}` }) })
  })
}
