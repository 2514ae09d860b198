import type { AmendmentFact, LineFact, MovementFact, SessionFact } from '../../facts.ts'
import { readAnchors } from '../anchors.ts'
import { incomeTable, RECOVERED_INCOME } from '../income-table.ts'
import { type ProjectRow, projectTable } from '../project-table.ts'
import { CARRIED_DEBT, spendingTable } from '../spending-table.ts'
import { amendments2025, amendments2026 } from './amendment-table.ts'
import { openBook } from './book.ts'
import { writeBudget } from './budget.ts'
import { postBill } from './chains.ts'
import { collect } from './income.ts'
import { openDebt2025, openDebt2026, openReceivables, reclassify } from './opening.ts'
import { spend } from './spending.ts'
import { build, scaledCertificates } from './works.ts'
import { lastOpenOf, openFrom } from '../days.ts'
import { randomStream, splitExactly } from '../random.ts'

/** Cash at the end of 2024 (demonstration): in the initial budget of 2025 it is estimated, and corrected by its first amendment. */
const OPENING_CASH_2025 = 1_012_480_316
const UNPAID_INCOME_2024 = 64_318_000
/** What the budget holds above the year's planned spending, by pattern: 2025 closed with balances left; 2026 is still tight. */
const margins: Record<number, Record<string, number>> = {
  2025: { payroll: 0.03, fees: 0.05, council: 0.02, utility: 0.06, contract: 0.02, purchases: 0.14, few: 0.15, 'monthly-transfer': 0.04, grants: 0.06, aid: 0.09, works: 0.18 },
  2026: { payroll: 0.01, fees: 0.01, council: 0.01, utility: 0.02, contract: 0.01, purchases: 0.03, few: 0.03, 'monthly-transfer': 0.02, grants: 0.02, aid: 0.03, works: 0 },
}
/** Budgets are written in tens of thousands of pesos. */
const rounded = (amount: number): number => Math.ceil(amount / 10_000) * 10_000

export type Ledger = { readonly lines: readonly LineFact[]; readonly amendments: readonly AmendmentFact[]; readonly movements: readonly MovementFact[]; /** Cash found at the end of 2025. */ readonly cash: number }

/** The two years of the ledger: everything that happened from January 2025 to the clock. */
export const writeLedger = (sessions: readonly SessionFact[]): Ledger => {
  const anchors = readAnchors()
  const book = openBook()
  const factor = (year: number): number => 1000 * anchors.from2023 * (year === 2025 ? 1 : anchors.to2026)
  const works = projectTable.map((row, order): { row: ProjectRow; order: number } => ({ row, order })).filter(({ row }) => row.account !== undefined)
  const amendments: AmendmentFact[] = []
  let cash = OPENING_CASH_2025

  for (const year of [2025, 2026]) {
    const scale = factor(year)
    const inForce = new Map<string, number>()
    const allow = (line: string, amount: number): void => { inForce.set(line, (inForce.get(line) ?? 0) + rounded(amount)) }
    const margin = (pattern: string): number => 1 + (margins[year]?.[pattern] ?? 0)

    for (const row of spendingTable) {
      const { line, planned } = spend(book, row, year, Math.round(row.base * scale))
      allow(line, planned * margin(row.pattern))
    }
    const certificates = scaledCertificates(projectTable, Math.round(anchors.real('1103', 2023) * factor(2025)))
    for (const { row, order } of works) {
      const amounts = year === 2025 ? (certificates.get(row.code) ?? []) : (row.done2026 ?? []).map((one) => one.amount * 1000)
      if (year === 2025 ? amounts.length === 0 : row.budget2026 === undefined) continue
      const line = build(book, { row, order, year, amounts })
      allow(line, year === 2025 ? amounts.reduce((sum, one) => sum + one, 0) * margin('works') : (row.budget2026 ?? 0) * 1000)
    }

    const patentsAbove = (anchors.real('4173', 2024) * anchors.from2024) / anchors.from2023 - anchors.real('4173', 2023)
    const incomes = incomeTable.map((row) => {
      const base = row.from2024 ? (row.base * anchors.from2024) / anchors.from2023 : row.account === '115-03-01-003-999' ? row.base - patentsAbove : row.base
      const line = collect(book, row, year, Math.round(base * scale))
      return { line, row, total: Math.round(base * scale) }
    })
    for (const { line, row, total } of incomes) allow(line, total * (row.account.startsWith('115-13') ? 1 : year === 2025 ? 0.985 : 0.965))

    // The permits of the Common Fund leave in the month after they come in (DL 3.063).
    const fund = book.line({ year, account: '215-24-03-090-001', programme: '104', source: 'MUN' })
    const permits = incomeTable.find((row) => row.account === '115-03-02-001-002')
    if (!permits) throw new RangeError('No permits of the Common Fund')
    splitExactly(Math.round(permits.base * scale), permits.weights).forEach((amount, index) => {
      const on = lastOpenOf(year, index + 1)
      postBill({ book, random: randomStream(`${fund} ${index}`), line: fund, unit: 'DAF', year, amount, id: `${fund} ${index}`, text: `Aporte al Fondo Común Municipal, permisos del mes ${index + 1}`, on, pay: openFrom(on + 6), kind: 'transfer', desk: 'tesoreria' })
    })
    allow(fund, permits.base * scale * 1.03)

    const cashLine = book.line({ year, account: '115-15', source: 'MUN' })
    const finalCash = book.line({ year, account: '215-35', programme: '101', source: 'MUN' })
    let cashFound: number | undefined
    if (year === 2025) {
      const carried = Math.round(CARRIED_DEBT * scale)
      allow(openDebt2025(book, carried), carried * 1.02)
      allow(openReceivables(book, year, UNPAID_INCOME_2024, Math.round(RECOVERED_INCOME * scale)), RECOVERED_INCOME * scale * 0.95)
    } else {
      reclassify(book)
      cash += book.sum((draft) => draft.line.startsWith('2025/') && draft.phase === 'collection') - book.sum((draft) => draft.line.startsWith('2025/') && draft.phase === 'payment')
      const debt = openDebt2026(book)
      allow(debt.line, debt.total * 1.01)
      const owed = book.sum((draft) => draft.line.startsWith('2025/') && draft.line.includes('/115-') && draft.phase === 'accrual') - book.sum((draft) => draft.line.startsWith('2025/') && draft.phase === 'collection')
      allow(openReceivables(book, year, owed, Math.round(owed * 0.55)), owed * 0.5)
      cashFound = cash - Math.floor((cash * 0.72) / 1_000_000) * 1_000_000
    }
    inForce.set(cashLine, cash)
    const side = (mark: string): number => [...inForce].reduce((sum, [line, amount]) => (line.includes(mark) ? sum + amount : sum), 0)
    inForce.set(finalCash, side('/115-') - side('/215-'))
    amendments.push(...writeBudget({ book, year, inForce, rows: year === 2025 ? amendments2025 : amendments2026, sessions, ...(cashFound === undefined ? {} : { cashFound }) }))
  }
  return { lines: book.lines(), amendments, movements: book.close(), cash }
}

