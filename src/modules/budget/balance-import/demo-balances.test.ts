import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pesos } from '#kernel'
import { loadClassifier } from '#platform/law'
import { readSheets, type Sheet } from '#platform/spreadsheets'
import { afterAll, expect, test } from 'vitest'
import { demoFiles, loncocheFacts } from '../../../../demo/index.ts'
import { accountBook, type Amounts, headerFor, type Preview, proposeMapping, readBalance, rowId } from './index.ts'

const facts = loncocheFacts()
const files = demoFiles(facts)
const folder = mkdtempSync(join(tmpdir(), 'secplan-demo-balances-'))
afterAll(() => rmSync(folder, { recursive: true }))
const localAccounts = facts.localAccounts.map(({ code, name }) => ({ longCode: code, name }))

/** What the ledger holds by line, summed here from the facts themselves. */
const ledger = (effectiveOn: string, knownOn: string): ReadonlyMap<string, Amounts> => {
  const lines = new Map(facts.lines.filter(({ year }) => year === 2026).map((line) => [line.key, line]))
  const field = { initial: 'initial', modification: 'modification', precommitment: 'precommitment', commitment: 'commitment', accrual: 'accrued', payment: 'paid', collection: 'collected' } as const
  const sums = new Map<string, Record<string, number>>()
  for (const { line: key, phase, amount, effectiveOn: on, recordedAt } of facts.movements) {
    const line = lines.get(key)
    if (!line || on > effectiveOn || recordedAt.slice(0, 10) > knownOn) continue
    const id = rowId({ kind: line.kind, account: line.account, area: line.area && String(line.area), programme: line.programme, costCentre: line.costCentre })
    const own = sums.get(id) ?? { initial: 0, modification: 0, adjusted: 0, precommitment: 0, commitment: 0, accrued: 0, paid: 0, collected: 0 }
    own[field[phase]] = (own[field[phase]] ?? 0) + amount
    if (phase === 'initial' || phase === 'modification') own['adjusted'] = (own['adjusted'] ?? 0) + amount
    sums.set(id, own)
  }
  return new Map([...sums].map(([id, own]) => [id, Object.fromEntries(Object.entries(own).map(([phase, amount]) => [phase, pesos(amount)]))]))
}
const sheetsOf = async (index: number): Promise<readonly Sheet[]> => {
  const path = join(folder, `${index}${index === 1 ? '.xls' : '.xlsx'}`)
  writeFileSync(path, files[index]?.bytes ?? new Uint8Array())
  return (await readSheets({ path })).sheets
}
const preview = (sheet: Sheet | undefined, period: string, effectiveOn: string, knownOn: string, before: string): Preview => {
  const header = sheet && headerFor(sheet)
  if (!sheet || !header) throw new Error('the file has no balance')
  const mapping = proposeMapping(sheet, header, accountBook(loadClassifier(), localAccounts))
  return readBalance(sheet, { header: { rows: header.rows }, columns: mapping.columns, unit: mapping.unit, kind: mapping.kind, period }, { accounts: loadClassifier(), localAccounts, previous: ledger(effectiveOn, knownOn), previousMonth: ledger(before, knownOn) })
}

test('el balance de junio en M$, de toda la municipalidad, es el libro por programa que Finanzas conocía el 13 de julio', async () => {
  const made = preview((await sheetsOf(0))[0], '2026-06', '2026-06-30', '2026-07-13', '2026-05-31')
  expect(made.counts).toMatchObject({ new: 0, changed: 0, rejected: 0, missing: 0 })
  expect(made.counts.equal).toBeGreaterThan(100)
  expect(made.loadable).toBe(true)
})
test('contra lo conocido hoy cambian solo las cuentas con hechos de junio anotados después del 13 de julio', async () => {
  const late = new Set(facts.movements.filter(({ line, effectiveOn, recordedAt, phase }) => line.startsWith('2026/215') && phase !== 'precommitment' && effectiveOn <= '2026-06-30' && recordedAt.slice(0, 10) > '2026-07-13').map(({ line }) => facts.lines.find(({ key }) => key === line)?.account))
  const made = preview((await sheetsOf(0))[0], '2026-06', '2026-06-30', '2026-07-22', '2026-05-31')
  expect(made.rows.filter(({ status }) => status !== 'equal').map(({ key, status }) => `${key.account} ${status}`).sort()).toEqual([...late].map((account) => `${account} changed`).sort())
})
test('el de julio, por área y en pesos escritos como texto, cuadra en sus dos hojas', async () => {
  const sheets = await sheetsOf(1)
  for (const name of ['GASTOS', 'INGRESOS']) {
    const made = preview(sheets.find((sheet) => sheet.name === name), '2026-07', '2026-07-21', '2026-07-21', '2026-06-30')
    expect([made.counts.new, made.counts.changed, made.counts.rejected, made.counts.missing, made.loadable], name).toEqual([0, 0, 0, 0, true])
  }
})
test('el de los errores señala primero sus tres faltas, cada una en su celda, y después lo que se sigue de ellas', async () => {
  const sheet = (await sheetsOf(2))[0]
  const made = preview(sheet, '2026-06', '2026-06-30', '2026-07-13', '2026-05-31')
  const rowOf = (code: string): number => Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => row).find((row) => sheet?.cell(row, 0) === code) ?? -1
  const [backwards, unknown, subtotal] = ['22-05-001-000-000', '22-99-001-000-000', '29-00-000-000-000'].map((code) => rowOf(code) + 1)
  const stops = made.problems.filter(({ severity }) => severity === 'stops')
  // Lo plantado (demo/files/demo-files.ts): 22.05.001 a la mitad en devengado (F) y pagado (G), la cuenta 22.99.001 y M$ 540 de más en el devengado del 29.
  expect(stops.slice(0, 4).map(({ code, cell }) => `${code} ${cell}`)).toEqual([`month-backwards F${backwards}`, `month-backwards G${backwards}`, `unknown-account A${unknown}`, `subtotal-differs F${subtotal}`])
  expect(stops.slice(4).every(({ code, follows }) => (code === 'subtotal-differs' || code === 'total-differs') && (follows?.length ?? 0) > 0)).toBe(true)
  expect(made.counts).toMatchObject({ new: 0, missing: 0, rejected: 2 })
})
