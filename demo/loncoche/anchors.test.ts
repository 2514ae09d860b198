import { describe, expect, test } from 'vitest'
import { loncocheFacts } from './facts.ts'

/**
 * Hand calculation. CPI (base 2009-12 = 57.31) December 2023 101.04, December 2025 109.26; real growth 1.5 % a year:
 * 109.26 / 101.04 × 1.015 × 1.015 = 1.114038. Each expected value is SINIM 2023 (M$) × 1.114038; patentes is its 2024 total
 * 235.988 × 109.26 / 105.62 × 1.015 = 247.783.
 */
const facts = loncocheFacts()
const lines = new Map(facts.lines.map((line) => [line.key, line]))
const thousands = (year: number, phase: string, match: (account: string) => boolean): number =>
  facts.movements.reduce((sum, one) => { const line = lines.get(one.line); return line?.year === year && one.phase === phase && match(line.account) ? sum + one.amount : sum }, 0) / 1000
const under = (...codes: string[]) => (account: string): boolean => codes.some((code) => account.startsWith(code))
const close = (value: number, expected: number): void => expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(0.02)

describe('the year 2025 stands on the real totals', () => {
  test.each([
    ['ingreso total percibido (1110)', under('115'), 10_916_386], ['Fondo Común Municipal (880)', under('115-08-03'), 6_186_304], ['patentes (4173, 2024)', under('115-03-01-001'), 247_783],
    ['permisos de circulación (4174)', under('115-03-02-001-001'), 354_110], ['impuesto territorial (4251)', under('115-03-03'), 469_928],
    ['ingresos propios permanentes (879)', under('115-03-01', '115-03-02-001-001', '115-03-02-002', '115-03-02-999', '115-03-03', '115-03-99', '115-06', '115-08-02-001', '115-08-02-003', '115-08-02-005', '115-08-02-008', '115-13-03-005-001'), 2_017_413],
  ])('income: %s', (_name, match, expected) => close(thousands(2025, 'collection', match), expected))

  test.each([
    ['planta (1305)', under('215-21-01'), 2_202_175], ['contrata (1306)', under('215-21-02'), 970_476], ['honorarios 21.03 (4421)', under('215-21-03'), 279_658], ['a suma alzada (1307)', under('215-21-03-001'), 170_207],
    ['programas comunitarios (3964)', under('215-21-04-004'), 892_304], ['concejales (1256)', under('215-21-04-003'), 101_658], ['subtítulo 21 (3975)', under('215-21'), 4_446_272], ['subtítulo 22 (3770)', under('215-22'), 3_140_601],
    ['transferencias corrientes (1229)', under('215-24'), 1_741_215], ['educación (1302)', under('215-24-03-101-001'), 552_089], ['al FCM (910)', under('215-24-03-090'), 589_655], ['asistencia social (3784)', under('215-24-01-007'), 42_103],
    ['inversión (1103)', under('215-31'), 810_309], ['electricidad (3921)', under('215-22-05-001'), 402_640], ['agua (3922)', under('215-22-05-002'), 92_378], ['aseo (3923)', under('215-22-08-001'), 887_524], ['gasto total (1093)', under('215'), 10_528_077],
  ])('spending: %s', (_name, match, expected) => close(thousands(2025, 'accrual', match), expected))

  test('the six areas keep the shares of 2023 within half a point (61,36 · 25,66 · 1,24 · 7,04 · 3,10 · 1,60 %)', () => {
    const total = thousands(2025, 'accrual', under('215'))
    ;[61.36, 25.66, 1.24, 7.04, 3.1, 1.6].forEach((share, index) => {
      const area = facts.movements.reduce((sum, one) => (one.phase === 'accrual' && one.line.startsWith('2025/215') && lines.get(one.line)?.area === index + 1 ? sum + one.amount : sum), 0) / 1000
      expect(Math.abs((100 * area) / total - share)).toBeLessThan(0.5)
    })
  })
})

describe('the first half of 2026', () => {
  // 112.35 / 107.68 × 1.015 = 1.059020: CPI June 2026 over June 2025 and 1.5 % real.
  test.each([['115-08-03', 'collection'], ['215-21-01-001', 'accrual'], ['115-03-02-001-001', 'collection']])('%s grows by the rule over the same months of 2025', (code, phase) => {
    const half = (year: number): number => facts.movements.reduce((sum, one) => { const line = lines.get(one.line); return line?.year === year && line.account.startsWith(code) && one.phase === phase && one.effectiveOn <= `${year}-06-30` ? sum + one.amount : sum }, 0)
    close(half(2026) / half(2025), 1.05902)
  })
  const rate = (match: (account: string) => boolean): number => {
    let [done, allowed] = [0, 0]
    for (const one of facts.movements) {
      const line = lines.get(one.line)
      if (line?.year !== 2026 || one.effectiveOn > '2026-06-30' || !match(line.account)) continue
      if (one.phase === 'accrual') done += one.amount
      if (one.phase === 'initial' || one.phase === 'modification') allowed += one.amount
    }
    return done / allowed
  }
  test('executes 45–50 % of the budget in force and about 30 % of the investment', () => {
    const spending = rate((account) => account.startsWith('215') && !account.startsWith('215-35'))
    expect(spending).toBeGreaterThan(0.45)
    expect(spending).toBeLessThan(0.5)
    // The certificates of the half add up to M$ 412.963 of M$ 1.386.540.
    expect(rate(under('215-31'))).toBeCloseTo(412_963 / 1_386_540, 6)
  })
})
