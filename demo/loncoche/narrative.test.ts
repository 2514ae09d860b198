import { describe, expect, test } from 'vitest'
import { loncocheFacts } from './facts.ts'
import { readTemplate } from './narrative.ts'

const facts = loncocheFacts()
const paragraphs = facts.reports.flatMap((report) => report.narrative.flatMap((section) => section.paragraphs.map((text) => ({ at: `${report.period} ${section.key}`, text }))))
const bare = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, 'CIFRA')
const words = (text: string): string[] => bare(text).toLowerCase().match(/\p{L}+/gu) ?? []

describe('prose of the reports', () => {
  test('each report has every section and at least 25 paragraphs of full length', () => {
    const keys = ['summary', 'income', 'expenditure', 'areas', 'programmes', 'objectives', 'amendments', 'debt', 'limits', 'deviations', 'plan', 'projects']
    for (const report of facts.reports) {
      expect(report.narrative.map((section) => section.key)).toEqual(keys)
      const texts = report.narrative.flatMap((section) => section.paragraphs)
      expect(texts.length).toBeGreaterThanOrEqual(25)
      expect(texts.reduce((sum, text) => sum + words(text).length, 0)).toBeGreaterThan(1500)
    }
    for (const { at, text } of paragraphs) expect(words(text).length, `${at}: ${text.slice(0, 60)}`).toBeGreaterThanOrEqual(40)
  })
  test('no placeholder, no unfinished sentence', () => {
    for (const { at, text } of paragraphs) {
      expect(text, at).not.toMatch(/lorem|ipsum|por completar|por definir|pendiente de redacción|xxx|tbd|todo:|\.\.\.|…|\[|\]/i)
      expect(text, at).toMatch(/^[A-ZÁÉÍÓÚÑ]/)
      expect(text, at).toMatch(/\.$/)
      expect(text, at).not.toMatch(/ {2}| ,| \./)
    }
  })
  test('no paragraph repeats another, whole or nearly', () => {
    const shingles = paragraphs.map(({ text }) => { const list = words(text); return new Set(list.slice(0, -3).map((_, index) => list.slice(index, index + 4).join(' '))) })
    for (const [index, one] of shingles.entries()) for (const [step, other] of shingles.slice(index + 1).entries()) {
      const shared = [...one].filter((part) => other.has(part)).length
      expect(shared / Math.min(one.size, other.size), `${paragraphs[index]?.text.slice(0, 50)} ~ ${paragraphs[index + 1 + step]?.text.slice(0, 50)}`).toBeLessThan(0.25)
    }
  })
  test('no amount or percentage is typed by hand', () => {
    for (const { at, text } of paragraphs) expect(bare(text), at).not.toMatch(/\$|%|\d{1,3}\.\d{3}|\d,\d|por ciento/)
  })
  test('every figure exists and its parameters name things that exist', () => {
    const accounts = facts.lines.map((line) => line.account)
    const known: Record<string, (value: string) => boolean> = {
      side: (value) => value === 'income' || value === 'expenditure', title: (value) => accounts.some((account) => account.slice(4, 6) === value), account: (value) => accounts.some((account) => account.startsWith(value)),
      area: (value) => /^[1-6]$/.test(value), programme: (value) => facts.programmes.some((one) => one.code === value), objective: (value) => facts.plan.objectives.some((one) => one.code === value),
      project: (value) => facts.projects.some((one) => one.code === value), indicator: (value) => facts.plan.indicators.some((one) => one.code === value), period: (value) => /^202[56]-[12]$/.test(value),
      stage: (value) => facts.projects.some((one) => one.stage === value),
    }
    let figures = 0
    for (const { at, text } of paragraphs) for (const piece of readTemplate(text)) {
      if (piece.type !== 'figure') continue
      figures += 1
      for (const [key, value] of Object.entries(piece.params)) expect(known[key]?.(value), `${at}: ${piece.figure} ${key}=${value}`).toBe(true)
    }
    expect(figures).toBeGreaterThan(80)
  })
  test('a wrong figure or an open mark is refused', () => {
    expect(() => readTemplate('Se gastó {{budget/nothing}}.')).toThrow('No figure')
    expect(() => readTemplate('Se gastó {{budget/paid.')).toThrow('Open mark')
  })
})

describe('what the prose says is what the facts say', () => {
  const lines = new Map(facts.lines.map((line) => [line.key, line]))
  const spent = (objective: string, year: number, until: string): number => facts.movements.reduce((sum, one) => {
    const line = lines.get(one.line)
    if (one.phase !== 'accrual' || line?.year !== year || line.kind !== 'expenditure' || one.effectiveOn > until) return sum
    const aim = (line.project && facts.projects.find((project) => project.code === line.project)?.objectiveCode) ?? facts.programmes.find((programme) => programme.code === line.programme)?.objectiveCode
    return aim === objective ? sum + one.amount : sum
  }, 0)
  test('in 2026 the riverside received more than streets and roads', () => expect(spent('2.3', 2026, '2026-06-30')).toBeGreaterThan(spent('2.2', 2026, '2026-06-30')))
  test('three measurements wait for approval and six indicators have none in June 2026', () => {
    const june = facts.plan.indicators.map((one) => one.measurements.find((measure) => measure.on === '2026-06-30'))
    expect(june.filter((one) => one && !one.approved)).toHaveLength(3)
    expect(june.filter((one) => !one)).toHaveLength(6)
  })
  test('the floating debt of 2025 was paid before April, that of 2026 between January and March', () => {
    for (const year of [2025, 2026]) {
      const debt = facts.movements.filter((one) => one.line.startsWith(`${year}/215-34-07`))
      const sum = (phase: string, until: string): number => debt.filter((one) => one.phase === phase && one.effectiveOn <= until).reduce((total, one) => total + one.amount, 0)
      expect(sum('payment', `${year}-03-31`)).toBe(sum('accrual', `${year}-12-31`))
    }
  })
  test('the May remittance of the Common Fund is the largest of the half-year', () => {
    const month = (number: number): number => facts.movements.filter((one) => one.line.startsWith('2026/115-08-03') && one.phase === 'collection' && one.effectiveOn.startsWith(`2026-0${number}`)).reduce((sum, one) => sum + one.amount, 0)
    expect(Math.max(...[1, 2, 3, 4, 5, 6].map(month))).toBe(month(5))
  })
  test('the fourth certificate of the riverside work accrued in June and was known on 14 July', () => {
    const known = facts.movements.filter((one) => one.project === 'costanera' && one.phase === 'accrual' && one.effectiveOn === '2026-06-30')
    expect(known.map((one) => [one.amount, one.recordedAt.slice(0, 10)])).toEqual([[73_188_000, '2026-07-14']])
  })
})
