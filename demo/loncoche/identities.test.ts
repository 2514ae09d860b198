import { describe, expect, test } from 'vitest'
import type { MovementFact } from '../facts.ts'
import { CLOCK } from './days.ts'
import { loncocheFacts } from './facts.ts'

const facts = loncocheFacts()
const lines = new Map(facts.lines.map((line) => [line.key, line]))
const total = (match: (one: MovementFact) => boolean): number => facts.movements.reduce((sum, one) => (match(one) ? sum + one.amount : sum), 0)

type State = { allowed: number; reserved: number; committed: number; accrued: number; settled: number }
const column = { initial: 'allowed', modification: 'allowed', precommitment: 'reserved', commitment: 'committed', accrual: 'accrued', payment: 'settled', collection: 'settled' } as const

/** Replays the movements day by day, by their effective or their known day, and reports every breach of the chain. */
const breaches = (dayOf: (one: MovementFact) => string, budgetToo: boolean): string[] => {
  const found: string[] = []
  const states = new Map<string, State>()
  const ordered = [...facts.movements].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  for (let index = 0; index < ordered.length; ) {
    const today = dayOf(ordered[index] as MovementFact)
    const touched = new Set<string>()
    for (let one = ordered[index]; one && dayOf(one) === today; index += 1, one = ordered[index]) {
      const state = states.get(one.line) ?? { allowed: 0, reserved: 0, committed: 0, accrued: 0, settled: 0 }
      state[column[one.phase]] += one.amount
      states.set(one.line, state)
      touched.add(one.line)
    }
    for (const line of touched) {
      const state = states.get(line)
      if (!state) continue
      const { allowed, reserved, committed, accrued, settled } = state
      const good = line.includes('/115-') ? 0 <= settled && settled <= accrued : 0 <= settled && settled <= accrued && accrued <= committed && reserved >= 0 && (!budgetToo || committed + reserved <= allowed)
      if (!good) found.push(`${today} ${line} ${JSON.stringify(state)}`)
    }
  }
  return found
}

describe('identities of the budget (budget.md, I1–I11)', () => {
  test('I1 and I2: income equals spending in the initial budget and in each amendment', () => {
    for (const year of [2025, 2026]) {
      const initial = (kind: string): number => total((one) => one.phase === 'initial' && one.line.startsWith(`${year}/${kind}`))
      expect(initial('115')).toBe(initial('215'))
      expect(initial('115')).toBeGreaterThan(10_000_000_000)
    }
    expect(facts.amendments.filter((one) => one.year === 2025)).toHaveLength(9)
    expect(facts.amendments.filter((one) => one.year === 2026)).toHaveLength(8)
    for (const one of facts.amendments) {
      const side = (mark: string): number => one.lines.filter((change) => change.line.includes(mark)).reduce((sum, change) => sum + change.amount, 0)
      expect(side('/115-'), `modificación ${one.number} de ${one.year}`).toBe(side('/215-'))
      const posted = facts.movements.filter((movement) => movement.phase === 'modification' && movement.document.number === one.decree.number)
      expect(posted.map((movement) => [movement.line, movement.amount]).sort()).toEqual(one.lines.map((change) => [change.line, change.amount]).sort())
      expect(one.session.date < one.decree.date).toBe(true)
    }
  })
  test('I3 and I6: the chain holds on every effective day', () => expect(breaches((one) => one.effectiveOn, true)).toEqual([]))
  test('I3 and I6: the chain of facts also holds on every day of what was known', () => expect(breaches((one) => one.recordedAt.slice(0, 10), true)).toEqual([]))
  test('no negative budget, initial or in force', () => {
    expect(facts.movements.filter((one) => one.phase === 'initial' && one.amount < 0)).toEqual([])
  })
  test('I5: what 2025 accrued and did not pay is the floating debt of 2026, to the peso', () => {
    const owed = total((one) => one.line.startsWith('2025/215') && one.phase === 'accrual') - total((one) => one.line.startsWith('2025/215') && one.phase === 'payment')
    expect(total((one) => one.line.startsWith('2026/215-34-07') && one.phase === 'accrual')).toBe(owed)
    expect(owed).toBeGreaterThan(50_000_000)
  })
  test('I6: what 2025 left to collect is the 12.10 of 2026, to the peso', () => {
    const owed = total((one) => one.line.startsWith('2025/115') && one.phase === 'accrual') - total((one) => one.line.startsWith('2025/115') && one.phase === 'collection')
    expect(total((one) => one.line.startsWith('2026/115-12-10') && one.phase === 'accrual')).toBe(owed)
  })
  test('I7: the opening cash of 2026 is the opening cash of 2025 plus collected minus paid', () => {
    const cash = (year: number): number => total((one) => one.line.startsWith(`${year}/115-15`) && (one.phase === 'initial' || one.phase === 'modification'))
    expect(cash(2026)).toBe(cash(2025) + total((one) => one.line.startsWith('2025/') && one.phase === 'collection') - total((one) => one.line.startsWith('2025/') && one.phase === 'payment'))
  })
  test('I8: the final cash is only budgeted, and the opening cash is never accrued', () => {
    expect(facts.movements.filter((one) => /\/(215-35|115-15)/.test(one.line) && one.phase !== 'initial' && one.phase !== 'modification')).toEqual([])
    for (const year of [2025, 2026]) expect(total((one) => one.line.startsWith(`${year}/215-35`))).toBeGreaterThan(0)
  })
  test('I9: no line sits on an account that is the parent of another one with lines', () => {
    const stems = [...new Set(facts.lines.map((line) => line.account.replace(/(-0+)+$/, '')))]
    expect(stems.filter((stem) => stems.some((other) => other.startsWith(`${stem}-`)))).toEqual([])
  })
  test('I11: every movement falls in the year of its line', () => expect(facts.movements.filter((one) => one.effectiveOn.slice(0, 4) !== one.line.slice(0, 4))).toEqual([]))
})

describe('the ledger of the demonstration', () => {
  test('has at least 20,000 movements', () => {
    expect(facts.movements.length).toBeGreaterThanOrEqual(20_000)
  })
  test('nothing is recorded before it happens nor after the clock', () => {
    expect(facts.movements.filter((one) => one.effectiveOn > one.recordedAt.slice(0, 10))).toEqual([])
    expect(facts.movements.filter((one) => new Date(one.recordedAt) > new Date(CLOCK))).toEqual([])
  })
  test('each batch was recorded at one instant', () => {
    const instants = new Map<string, Set<string>>()
    for (const one of facts.movements) instants.set(one.batch, (instants.get(one.batch) ?? new Set()).add(one.recordedAt))
    expect([...instants].filter(([, times]) => times.size > 1)).toEqual([])
  })
  test('late units: some payments of January 2026 were only known in March', () => {
    expect(facts.movements.some((one) => one.phase === 'payment' && one.effectiveOn.startsWith('2026-01') && one.recordedAt >= '2026-03-01')).toBe(true)
  })
  test('corrections of 2025 came after its report was issued, and change no total', () => {
    const late = facts.movements.filter((one) => one.line.startsWith('2025/') && one.recordedAt > '2026-01-30')
    expect(late.length).toBe(12)
    expect(late.reduce((sum, one) => sum + one.amount, 0)).toBe(0)
  })
  test('amounts are whole pesos and no movement is empty', () => expect(facts.movements.filter((one) => !Number.isSafeInteger(one.amount) || one.amount === 0)).toEqual([]))
  test('cash never runs out', () => {
    let cash = total((one) => one.line.startsWith('2025/115-15'))
    const flows = facts.movements.filter((one) => one.phase === 'collection' || one.phase === 'payment').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
    for (const one of flows) { cash += one.phase === 'collection' ? one.amount : -one.amount; expect(cash).toBeGreaterThan(-1) }
  })
  test('the same facts come out twice', () => expect(JSON.stringify(loncocheFacts())).toBe(JSON.stringify(facts)))
  test('lines know their dimensions', () => expect(facts.lines.every((line) => lines.get(line.key) === line && (line.kind === 'income' || (line.area !== undefined && line.programme !== undefined)))).toBe(true))
})
