import { dayNumber, LAST_DAY, openFrom, openUntil } from '../days.ts'
import type { Random } from '../random.ts'
import type { Book, Desk, Post } from './book.ts'

/** Day by which the office closed 2025: what happened in December may be typed until here. */
const CLOSING_2025 = dayNumber(2026, 1, 16)

/** Units that send their papers late, and how often. */
const LATE_UNITS = new Set(['DOM', 'DIDECO', 'TRANSITO', 'CULTURA', 'EMERGENCIA', 'DEPORTES', 'DIDECO-SOC'])
const LATE_CHANCE = 0.03
/** The sports office handed in its papers of January 2026 in March: what was paid then is not known in February. */
const LOST_FOLDER = { unit: 'DEPORTES', from: dayNumber(2026, 1, 2), to: dayNumber(2026, 1, 31), typed: dayNumber(2026, 3, 10) }

export type Purchase = {
  readonly book: Book; readonly random: Random; readonly line: string; readonly unit: string; readonly year: number; readonly amount: number; readonly id: string; readonly text: string
  readonly supplier?: string; readonly project?: string
  /** Days of reservation, order, invoice and payment; without reservation when it comes with its own decree. */
  readonly reserve?: number; readonly order: number; readonly invoice: number; readonly pay: number
}

/** Day a fact of the year reaches the ledger: its own, or weeks later for late units, never after the closing of its year. */
export const typedOn = (random: Random, unit: string, year: number, day: number): number => {
  if (unit === LOST_FOLDER.unit && day >= LOST_FOLDER.from && day <= LOST_FOLDER.to) return LOST_FOLDER.typed
  const late = LATE_UNITS.has(unit) && random.chance(LATE_CHANCE) ? random.whole(14, 52) : 0
  const typed = openFrom(day + late)
  return year === 2025 ? Math.max(day, Math.min(typed, CLOSING_2025)) : typed
}

/** Reservation → order → invoice → payment, each typed no earlier than the one before it. */
export const postPurchase = (purchase: Purchase): void => {
  const { book, random, line, unit, year, amount, id, text, supplier, project } = purchase
  const base = { line, text, chain: id, ...(supplier ? { supplier } : {}), ...(project ? { project } : {}) }
  const step = (entry: Omit<Post, 'line' | 'text'>): boolean => book.post({ ...base, ...entry })
  const buying: Desk = project ? 'obras' : 'adquisiciones'
  let typed = purchase.reserve ?? purchase.order
  const next = (day: number, late: boolean): number => { typed = Math.max(typed, late ? typedOn(random, unit, year, day) : day); return typed }
  if (purchase.reserve !== undefined) step({ phase: 'precommitment', amount, on: purchase.reserve, recorded: next(purchase.reserve, false), kind: 'certificate', paper: `${id} cdp`, desk: 'presupuesto' })
  const ordered = next(purchase.order, false)
  const orderPaper = { kind: project ? ('contract' as const) : ('purchase-order' as const), paper: `${id} oc`, desk: buying }
  if (purchase.reserve !== undefined && purchase.order <= LAST_DAY) step({ phase: 'precommitment', amount: -amount, on: purchase.order, recorded: ordered, ...orderPaper })
  step({ phase: 'commitment', amount, on: purchase.order, recorded: ordered, ...orderPaper })
  if (!step({ phase: 'accrual', amount, on: purchase.invoice, recorded: next(purchase.invoice, true), kind: 'invoice', paper: `${id} factura`, desk: 'contabilidad' })) return
  step({ phase: 'payment', amount, on: purchase.pay, recorded: next(purchase.pay, true), kind: 'payment-decree', paper: `${id} pago`, desk: 'tesoreria' })
}

/** Commitment and accrual by the same paper, and payment some days later (the same day when `pay` is `on`). */
export const postBill = (purchase: Omit<Purchase, 'reserve' | 'order' | 'invoice'> & { readonly on: number; readonly kind: 'invoice' | 'payroll' | 'decree' | 'transfer'; readonly desk: Desk; readonly paper?: string; readonly payPaper?: string; /** Already committed by contract. */ readonly committed?: boolean }): void => {
  const { book, random, line, unit, year, amount, id, text, supplier, on, kind, desk } = purchase
  const base = { line, text, chain: id, ...(supplier ? { supplier } : {}), ...(purchase.project ? { project: purchase.project } : {}) }
  const paper = purchase.paper ?? `${id} papel`
  const typed = desk === 'remuneraciones' ? on : typedOn(random, unit, year, on)
  if (!purchase.committed) book.post({ ...base, phase: 'commitment', amount, on, recorded: typed, kind, paper, desk })
  if (!book.post({ ...base, phase: 'accrual', amount, on, recorded: typed, kind, paper, desk })) return
  const paid = desk === 'remuneraciones' ? purchase.pay : typedOn(random, unit, year, purchase.pay)
  book.post({ ...base, phase: 'payment', amount, on: purchase.pay, recorded: Math.max(typed, paid), kind: 'payment-decree', paper: purchase.payPaper ?? `${id} pago`, desk: desk === 'remuneraciones' ? 'remuneraciones' : 'tesoreria' })
}

/** Pay day of a month: the last business day up to the 28th, and the 22nd in December. */
export const payDay = (year: number, month: number): number => openUntil(dayNumber(year, month, month === 12 ? 22 : month === 9 ? 17 : 28))
