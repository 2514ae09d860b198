import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { demoBytes, demoFiles, loncocheFacts, natalesBalance, natalesFacts } from '../index.ts'

const facts = loncocheFacts()
const files = demoFiles(facts)
const sheet = (file: number, name?: string): (string | number | null)[][] => {
  const book = read(files[file]?.bytes, { type: 'array' })
  return utils.sheet_to_json(book.Sheets[name ?? book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: null })
}
const accrued = (kind: string, until: string, known: string): number => facts.movements.reduce((sum, one) => (one.line.startsWith(`2026/${kind}`) && one.phase === 'accrual' && one.effectiveOn <= until && one.recordedAt.slice(0, 10) <= known ? sum + one.amount : sum), 0)

describe('balance files to try', () => {
  test('June: the total is the ledger as known on 13 July, in M$, and subtotals add up', () => {
    const rows = sheet(0)
    const total = rows.find((row) => row[1] === 'TOTAL GASTOS')
    // Some 120 accounts rounded one by one: the printed total may differ from the exact one by half a thousand each, at most.
    expect(Math.abs(Number(total?.[5]) - accrued('215', '2026-06-30', '2026-07-13') / 1000)).toBeLessThan(60)
    for (const row of rows.filter((one) => /^\d\d-\d\d/.test(String(one[0])))) {
      const [allowed, committed, done, paid] = row.slice(3, 7).map(Number)
      expect([paid, done, committed, allowed], String(row[0])).toEqual([paid, done, committed, allowed].sort((a, b) => Number(a) - Number(b)))
    }
    const titles = rows.filter((row) => /^\d\d-00-000-000-000$/.test(String(row[0])) && row[0] !== '00-00-000-000-000')
    for (const column of [2, 3, 4, 5, 6, 7, 8]) expect(titles.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(total?.[column])
    expect(rows.filter((row) => row[0] === 'MUNICIPALIDAD DE LONCOCHE').length).toBeGreaterThan(2)
  })
  test('July: true .xls, pesos as text, two sheets', () => {
    expect([...(files[1]?.bytes.slice(0, 4) ?? [])]).toEqual([0xd0, 0xcf, 0x11, 0xe0])
    const plain = (value: unknown): number => Number(String(value).replace(/\./g, ''))
    expect(plain(sheet(1, 'GASTOS').find((row) => row[1] === 'TOTAL GENERAL')?.[5])).toBe(accrued('215', '2026-07-21', '2026-07-21'))
    expect(plain(sheet(1, 'INGRESOS').find((row) => row[1] === 'TOTAL GENERAL')?.[4])).toBe(accrued('115', '2026-07-21', '2026-07-21'))
  })
  test('the wrong one has the unknown account and a subtotal that does not add', () => {
    const rows = sheet(2)
    expect(rows.some((row) => row[0] === '22-99-001-000-000')).toBe(true)
    const of29 = rows.filter((row) => /^29-\d\d-000-000-000$/.test(String(row[0])) && row[0] !== '29-00-000-000-000').reduce((sum, row) => sum + Number(row[5]), 0)
    expect(Number(rows.find((row) => row[0] === '29-00-000-000-000')?.[5])).toBe(of29 + 540)
  })
})

describe('the second commune', () => {
  test('brings its own people and its real balance, and no movement', () => {
    const natales = natalesFacts()
    expect(natales.commune.code).toBe('12401')
    expect(natales.movements).toEqual([])
    expect(natales.people.filter((one) => facts.people.some((other) => other.rut === one.rut || other.name === one.name))).toEqual([])
    const text = new TextDecoder('latin1').decode(demoBytes(natalesBalance.path))
    expect(text).toContain('8.401.002')
    expect(text).toContain('C X P GASTOS EN PERSONAL')
  })
})
