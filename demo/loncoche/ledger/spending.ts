import { monthNames } from '#kernel'
import { dayNumber, lastOpenOf, openFrom, openUntil } from '../days.ts'
import { programmeOf } from '../programmes.ts'
import { type Random, randomStream, splitExactly } from '../random.ts'
import type { SpendingRow } from '../spending-table.ts'
import { firmsOf } from '../suppliers.ts'
import type { Book } from './book.ts'
import { postBill, postPurchase } from './chains.ts'
import { council, fees, type Job, payroll } from './staff-spending.ts'

const utility = ({ book, row, year, total, line, unit, random }: Job): void => {
  const firms = firmsOf(row.activity ?? '')
  const winter = /lumbrado|lectricidad|Gas/.test(row.concept)
  const months = Array.from({ length: 12 }, (_, index) => (winter ? 1 + 0.16 * Math.cos(((index - 6) / 6) * Math.PI) : 1) * random.between(0.97, 1.03))
  splitExactly(total, months).forEach((amount, index) => {
    splitExactly(amount, Array.from({ length: row.count }, (_, point) => 1 + (point % 4) * 0.35)).forEach((part, point) => {
      const on = openFrom(dayNumber(year, index + 1, 7 + ((point * 5) % 14)))
      postBill({ book, random, line, unit, year, amount: part, id: `${line} ${index} ${point}`, text: `${row.concept}, ${monthNames[index]}, servicio ${point + 1}`, supplier: firms[point % firms.length] ?? '', on, pay: openFrom(on + random.whole(11, 26)), kind: 'invoice', desk: 'contabilidad' })
    })
  })
}

const contract = ({ book, row, year, total, line, unit, random }: Job): void => {
  const firms = firmsOf(row.activity ?? '')
  splitExactly(total, row.count === 2 ? [74, 26] : [1]).forEach((share, part) => {
    const id = `${line} contrato ${part}`
    const supplier = firms[part % firms.length] ?? ''
    const start = openFrom(dayNumber(year, 1, 6 + part * 3))
    book.post({ line, phase: 'commitment', amount: share, on: start, kind: 'contract', paper: id, text: `${row.concept}: compromiso anual del contrato`, supplier, desk: 'adquisiciones', chain: id })
    splitExactly(share, Array.from({ length: 12 }, (_, index) => (index < 2 ? 1.05 : 1))).forEach((amount, index) => {
      const on = openUntil(lastOpenOf(year, index + 1) - (index === 11 ? 1 : 0))
      postBill({ book, random, line, unit, year, amount, id: `${id} ${index}`, text: `${row.concept}, ${monthNames[index]}`, supplier, on, pay: openFrom(on + random.whole(14, 30)), kind: 'invoice', desk: 'contabilidad', committed: true })
    })
  })
}

/** Days of the year for so many purchases: one in each equal stretch, and the last one in time to be received within the year. */
const spread = (random: Random, year: number, count: number): number[] => Array.from({ length: count }, (_, index) => openFrom(dayNumber(year, 1, 8) + Math.floor(((index + random.next()) / count) * 318)))

const purchases = ({ book, row, year, total, line, unit, random }: Job): void => {
  const firms = row.activity ? firmsOf(row.activity) : undefined
  const end = dayNumber(year, 12, 29)
  const fixed = seasonOf(row.concept)
  const days = fixed ? Array.from({ length: row.count }, (_, index) => openFrom(dayNumber(year, fixed[index % fixed.length] ?? 6, 3 + ((index * 5) % 20)))) : spread(random, year, row.count)
  splitExactly(total, days.map(() => random.between(0.35, 1.7))).forEach((amount, index) => {
    const reserve = days[index] ?? 0
    if (!firms) {
      const on = Math.min(openFrom(reserve + 6), openUntil(end))
      postBill({ book, random, line, unit, year, amount, id: `${line} caso ${index}`, text: `${row.concept}, decreto ${index + 1} de ${year}`, on, pay: openFrom(on + random.whole(5, 20)), kind: 'decree', desk: 'contabilidad' })
      return
    }
    const order = Math.min(openFrom(reserve + random.whole(2, 8)), openUntil(end - 8))
    const invoice = Math.min(openFrom(order + random.whole(4, 20)), openUntil(end))
    postPurchase({ book, random, line, unit, year, amount, id: `${line} compra ${index}`, text: `${row.concept}, compra ${index + 1} de ${year}`, supplier: random.pick(firms), reserve: Math.min(reserve, order), order, invoice, pay: openFrom(invoice + random.whole(10, 34)) })
  })
}
/** Purchases tied to a season, by concept. */
const seasonOf = (concept: string): readonly number[] | undefined => {
  if (/Navidad/.test(concept)) return [11, 11, 10, 11]
  if (/verano/.test(concept)) return [1, 1, 2, 1, 11]
  if (/We Tripantu/.test(concept)) return [5, 6, 6, 9, 10]
  if (/aniversario/.test(concept)) return [9, 10, 10]
  if (/Pólizas/.test(concept)) return [1, 3, 3, 6, 9]
  return undefined
}

const transfers = ({ book, row, year, total, line, unit, random }: Job): void => {
  const every = 12 / row.count
  splitExactly(total, Array.from({ length: row.count }, () => random.between(0.94, 1.06))).forEach((amount, index) => {
    const on = openFrom(dayNumber(year, Math.min(12, Math.floor(index * every + (row.count < 12 ? every / 2 : 0)) + 1), 12))
    postBill({ book, random, line, unit, year, amount, id: `${line} ${index}`, text: `${row.concept}, remesa ${index + 1} de ${row.count}`, on, pay: on, kind: 'transfer', desk: 'tesoreria' })
  })
}

const grants = ({ book, row, year, total, line, unit, random }: Job): void => {
  splitExactly(total, Array.from({ length: row.count }, () => random.between(0.5, 1.5))).forEach((amount, index) => {
    const on = openFrom(dayNumber(year, 3, 10) + Math.floor((index / row.count) * 210))
    postBill({ book, random, line, unit, year, amount, id: `${line} ${index}`, text: `${row.concept}, organización ${index + 1}`, on, pay: openFrom(on + random.whole(5, 14)), kind: 'decree', desk: 'contabilidad' })
  })
}

const aid = ({ book, row, year, total, line, unit, random }: Job): void => {
  const firms = firmsOf(row.activity ?? '')
  splitExactly(total, Array.from({ length: row.count }, () => random.between(0.4, 1.6))).forEach((amount, index) => {
    const on = openFrom(dayNumber(year, 1, 7) + Math.floor((index / row.count) * 340))
    postBill({ book, random, line, unit, year, amount, id: `${line} ${index}`, text: `${row.concept}, informe social ${index + 1}-${year}`, supplier: random.pick(firms), on, pay: openFrom(on + random.whole(6, 20)), kind: 'decree', desk: 'contabilidad' })
  })
}

const makers = { payroll, fees, council, utility, contract, purchases, few: purchases, 'monthly-transfer': transfers, grants, aid } as const

/** Writes a year of a row and returns its line with the amount planned for the whole year. */
export const spend = (book: Book, row: SpendingRow, year: number, total: number): { line: string; planned: number } => {
  const line = book.line({ year, account: row.account, programme: row.programme, source: row.source ?? 'MUN' })
  makers[row.pattern]({ book, row, year, total, line, unit: programmeOf(row.programme).unit, random: randomStream(`${line} ${row.concept}`) })
  return { line, planned: total }
}
