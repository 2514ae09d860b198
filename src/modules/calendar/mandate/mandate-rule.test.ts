import { addMonths, day } from '#kernel'
import type { MandateAnswer } from '#platform/actions'
import { loadLaw } from '#platform/law'
import { describe, expect, test } from 'vitest'
import { judge, type MandateRule, mandateRules } from './mandate-rule.ts'

const on = day('2026-07-22')
const rules = mandateRules(loadLaw(), on)
const provable = (rule: MandateRule) => new Set(rule.needs.map(({ fact }) => fact))
/** Proof of everything a rule asks: an act of yesterday, all the records. */
const enough = (rule: MandateRule): MandateAnswer => ({
  acts: rule.needs.filter(({ months }) => months !== undefined).map(({ fact }) => ({ fact, on: day('2026-07-21'), title: 'Prueba', href: '/prueba' })),
  shares: rule.needs.filter(({ share }) => share !== undefined).map(({ fact }) => ({ fact, met: 10, total: 10, title: 'registros', href: '/prueba' })),
})

test('the 32 functions of the regulation, in its order', () => {
  const numbered = (part: string, count: number) => Array.from({ length: count }, (_, index) => `${part}${index + 1}`)
  expect(rules.map(({ code }) => code)).toEqual([...numbered('G', 14), ...numbered('I', 6), ...numbered('E', 6), ...numbered('S', 6)])
})

describe.each(rules.map((rule) => ({ code: rule.code, rule })))('$code', ({ rule }) => {
  test('red without its proof, green with it, red again with any one of them missing', () => {
    expect(judge(rule, { acts: [] }, provable(rule), on).state).toBe('overdue')
    expect(judge(rule, enough(rule), provable(rule), on).state).toMatch(/^(on-track|due-soon)$/)
    for (const need of rule.needs) {
      const all = enough(rule)
      const less = { acts: all.acts.filter(({ fact }) => fact !== need.fact), shares: (all.shares ?? []).filter(({ fact }) => fact !== need.fact) }
      expect(judge(rule, less, provable(rule), on).state, need.fact).toBe('overdue')
    }
  })
  test('an old act, or one record too few, is not proof; a late duty is red whatever else there is', () => {
    for (const need of rule.needs) {
      const all = enough(rule)
      const { months, share } = need
      const old = months === undefined ? all : { ...all, acts: all.acts.map((act) => (act.fact === need.fact ? { ...act, on: addMonths(on, -months - 1) } : act)) }
      const few = share === undefined ? old : { ...all, shares: (all.shares ?? []).map((one) => (one.fact === need.fact ? { ...one, met: Math.ceil(share * 100) - 1, total: 100 } : one)) }
      expect(judge(rule, few, provable(rule), on).state, need.fact).toBe('overdue')
    }
    expect(judge(rule, enough(rule), provable(rule), on, { late: true }).state).toBe('overdue')
  })
  test('without a module that can prove it, it says so and shows nothing', () => {
    expect(judge(rule, enough(rule), new Set(), on)).toEqual({ state: 'unavailable', proofs: [] })
  })
})

test('near: the proof of G2 grows old on 30 July, six months after 30 January', () => {
  const rule = rules.find(({ code }) => code === 'G2')
  if (!rule) throw new Error('G2')
  const acts = [{ fact: 'reporting.report-delivered', on: day('2026-01-30'), title: 'Acuse 87', href: '/x' }]
  expect(judge(rule, { acts }, provable(rule), on)).toMatchObject({ state: 'due-soon', next: '2026-07-30' })
  expect(judge(rule, { acts }, provable(rule), day('2026-06-29')).state).toBe('on-track')
  expect(judge(rule, { acts }, provable(rule), day('2026-07-31')).state).toBe('overdue')
})
