import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, day } from '#kernel'
import { scopeOf } from '#platform/actions'
import { appendEntries, ledgerStore, type PastEntry, verifyLinks } from '#evidence'
import { rosa, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { executionCube } from '../execution/execution-cube.ts'
import { newLine } from '../lines/line.ts'
import { onlyPhase } from '../movements/phase.ts'
import { addPastLines, addPastMovements, type PastMovement } from './load-facts.ts'

const BATCHES = 2500
const EACH = 10
const account = rosa.accountId
let town: Town
const lines = Array.from({ length: 300 }, (_, index) => newLine({ year: 2026, account: `215-22-0${1 + (index % 9)}-00${1 + (index % 5)}-000-000`, area: String(1 + (index % 6)), costCentre: `C${index}` }))
const opening = randomUUID()
/** Batches recorded one after the other through the year until 22 July 2026, ten payments of $1.000 each. */
const batches = Array.from({ length: BATCHES }, (_, index) => ({ id: randomUUID(), on: addDays(day('2026-01-02'), Math.floor((index * 200) / BATCHES)), index }))
const entries: PastEntry[] = [
  { id: opening, action: 'budget.load-facts', accountId: account, recordedAt: '2026-01-01T12:00:00Z', effectiveOn: '2026-01-01', draft: { name: 'facts-loaded', summary: 'Líneas del año' } },
  ...batches.map(({ id, on, index }): PastEntry => ({ id, action: 'budget.load-facts', accountId: account, recordedAt: `${on}T15:00:00Z`, effectiveOn: on, draft: { name: 'facts-loaded', summary: `Lote ${index}` } })),
]
const movements: PastMovement[] = batches.flatMap(({ id, on, index }) => Array.from({ length: EACH }, (_, n): PastMovement => ({
  entryId: id, line: lines[(index * EACH + n) % lines.length]?.id ?? '', year: 2026, effectiveOn: on, amounts: onlyPhase('payment', 1000), documentKind: 'payment-decree', documentNumber: String(index), documentDate: on, text: 'Pago',
})))

beforeAll(async () => {
  town = await openTown()
  const write = <T>(work: (tx: Parameters<Parameters<typeof town.system.database.write>[1]>[0]) => Promise<T>) => town.system.database.write(scopeOf(rosa), work)
  await write((tx) => addPastLines(tx, lines, opening))
  await write((tx) => addPastMovements(tx, movements))
  await write((tx) => appendEntries(tx, entries))
})
afterAll(() => town.close())

test('la cadena de lo cargado se comprueba como la de lo escrito en el día', async () => {
  const links = await town.system.database.read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 10_000))
  expect(links).toHaveLength(BATCHES + 1)
  expect(verifyLinks({ seq: 0, hash: '' }, links)).toMatchObject({ seq: BATCHES + 1 })
})
test('un asiento anterior al último de la bitácora se rechaza: lo conocido no se reescribe', async () => {
  const late = { ...entries[0], id: randomUUID() } as PastEntry
  await expect(town.system.database.write(scopeOf(rosa), (tx) => appendEntries(tx, [late]))).rejects.toThrow(RangeError)
})
test('25.000 movimientos se leen en un cubo que suma lo mismo que a mano, y otra vez sin volver a sumar', async () => {
  const spent: number[] = []
  const value = () => town.as(rosa).reads(async (context) => {
    const start = performance.now()
    const cube = await executionCube(context, 2026)
    spent.push(performance.now() - start)
    return [...cube.lines.values()].reduce((sum, { sums }) => sum + sums[5], 0)
  })
  expect(await value()).toBe(BATCHES * EACH * 1000)
  expect(await value()).toBe(BATCHES * EACH * 1000)
  // La segunda vez solo se pregunta si llegó algo: con holgura para una máquina cargada.
  expect(spent[1] ?? Infinity).toBeLessThan(25)
  if (process.env['SECPLAN_MEASURE']) process.stdout.write(`cubo ${spent.map((ms) => ms.toFixed(1)).join(' ms, ')} ms\n`)
})
test('a una fecha anterior solo cuenta lo que entonces se sabía y regía', async () => {
  const cut = day('2026-03-31')
  const expected = batches.filter(({ on }) => on <= cut).length * EACH * 1000
  expect(await town.as(rosa).reads(async ({ figures }) => (await figures.get('budget/paid', { year: '2026' })).value, { effectiveOn: cut, knownOn: cut })).toBe(expected)
})
test('la otra comuna no recibe ni una línea', async () => {
  expect(await town.as(stranger).reads(async (context) => (await executionCube(context, 2026)).lines.size)).toBe(0)
})
