import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newLine } from '../lines/line.ts'
import { noSums, onlyPhase } from '../movements/phase.ts'
import { carryOverPlan, leftByPurchase, type NextLine, type YearEndGroup } from './carry-over.ts'

const accounts = { floatingDebt: '215-34-07-000-000-000', incomeReceivable: '115-12-10-000-000-000', openingCash: '115-15-00-000-000-000', closingCash: '215-35-00-000-000-000' }
const light = newLine({ year: 2025, account: '215-22-05-000-000-000', area: '2', programme: '202' })
const permits = newLine({ year: 2025, account: '115-03-01-000-000-000' })
const group = (given: Partial<YearEndGroup> & Pick<YearEndGroup, 'line'>): YearEndGroup => ({ chain: '', supplier: null, text: '', committed: 0, accrued: 0, settled: 0, ...given })
const next = (account: string, initial: number, more: Partial<NextLine> = {}): NextLine => ({ line: newLine({ year: 2026, account, area: account.startsWith('215') ? '1' : '' }), sums: onlyPhase('initial', initial), chains: new Map(), ...more })
const ask = (groups: readonly YearEndGroup[], lines: readonly NextLine[], coverage: 'add' | 'available' = 'add', available = 0) =>
  carryOverPlan({ fromYear: 2025, management: 'municipal', groups, next: lines, accounts, cash: { available, advances: 0, thirdParty: 0 }, coverage })

test('una compra con devengo sin pagar y saldo sin devengar pasa en dos partidas: la deuda a 34.07 y el resto a su misma línea', () => {
  // Obligado 900, devengado 700, pagado 650: debe 50 y quedan 200 por devengar.
  const { rows, totals } = ask([group({ line: light, chain: 'c1', committed: 900, accrued: 700, settled: 650 })], [])
  expect(rows.map(({ kind, amount, to, toChain }) => [kind, amount, to.account.slice(0, 9), to.programme, toChain])).toEqual([['debt', 50, '215-34-07', '', '34.07 c1'], ['commitment', 200, '215-22-05', '202', 'c1']])
  expect(rows.every(({ to }) => to.year === 2026)).toBe(true)
  expect(totals).toMatchObject({ debt: 50, commitment: 200, receivable: 0 })
})
test('lo devengado sin percibir pasa a 12.10 y no aumenta el presupuesto', () => {
  const { rows, changes } = ask([group({ line: permits, accrued: 1000, settled: 800 })], [])
  expect(rows).toMatchObject([{ kind: 'receivable', amount: 200, toChain: `12.10 ${permits.id}` }])
  expect(changes).toEqual([])
})
test('el saldo inicial y el final de caja no dejan deuda ni por percibir', () => {
  const cash = newLine({ year: 2025, account: accounts.openingCash })
  const closing = newLine({ year: 2025, account: accounts.closingCash })
  expect(ask([group({ line: cash, accrued: 10 }), group({ line: closing, committed: 10 })], []).rows).toEqual([])
})
test('el cambio cuadra por sí mismo: caja real menos estimada, deuda real menos estimada y lo que pasa, contra el saldo final', () => {
  // Caja 700 − 500 estimados = +200. Deuda 50 − 80 estimados = −30. Pasan 200. Al saldo final: 200 + 30 − 200 = +30.
  const lines = [next('115-15-00-000-000-000', 500), next('215-34-07-000-000-000', 80), next('215-35-00-000-000-000', 10)]
  const { changes, missing } = ask([group({ line: light, chain: 'c1', committed: 900, accrued: 700, settled: 650 })], lines, 'add', 700)
  expect(changes.map(({ what, before, amount }) => [what, before, amount])).toEqual([['cash', 500, 200], ['debt', 80, -30], ['commitment', 0, 200], ['closing', 10, 30]])
  expect(missing).toBe(0)
})
test('si la caja no alcanza se dice cuánto falta, y usar lo disponible de la línea pide menos', () => {
  const same: NextLine = { line: newLine({ ...light, year: 2026 }), sums: onlyPhase('initial', 150), chains: new Map() }
  const owed = [group({ line: light, chain: 'c1', committed: 200 })]
  expect(ask(owed, [same, next('215-35-00-000-000-000', 30)], 'add').missing).toBe(170)
  expect(ask(owed, [same, next('215-35-00-000-000-000', 30)], 'available').missing).toBe(20)
})
test('lo que el año nuevo ya registró no se repite: por compra, y si vino sin compra, como un monto', () => {
  const debt = next('215-34-07-000-000-000', 0, { chains: new Map([['34.07 c1', onlyPhase('accrual', 30)], ['', onlyPhase('accrual', 15)]]) })
  const { rows } = ask([group({ line: light, chain: 'c1', committed: 50, accrued: 50 }), group({ line: light, chain: 'c2', committed: 20, accrued: 20 })], [debt])
  // c1: 30 por su compra y los 15 sin compra; c2: nada.
  expect(rows.map(({ amount, already }) => [amount, already])).toEqual([[50, 45], [20, 0]])
})
test('lo que queda por compra suma lo que queda en la línea, sin negativos', () => {
  fc.assert(fc.property(fc.array(fc.record({ chain: fc.constantFrom('', 'a', 'b', 'c'), left: fc.integer({ min: -1000, max: 1000 }) }), { maxLength: 12 }), (groups) => {
    const left = leftByPurchase(groups)
    expect(left.reduce((sum, one) => sum + one.left, 0)).toBe(Math.max(0, groups.reduce((sum, one) => sum + one.left, 0)))
    expect(left.every((one) => one.left > 0)).toBe(true)
  }))
})
test('una modificación del arrastre siempre cuadra', () => {
  const amount = fc.integer({ min: 0, max: 10_000 })
  fc.assert(fc.property(amount, amount, amount, amount, amount, (cash, estimated, committed, accrued, room) => {
    const lines = [next('115-15-00-000-000-000', estimated), { line: newLine({ ...light, year: 2026 }), sums: onlyPhase('initial', room), chains: new Map([['', noSums]]) }]
    const { changes } = ask([group({ line: light, committed: committed + accrued, accrued })], lines, 'available', cash)
    expect(changes.reduce((sum, { line, amount: one }) => sum + (line.kind === 'income' ? one : -one), 0)).toBe(0)
  }))
})
