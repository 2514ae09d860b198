import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, type AsOf, day } from '#kernel'
import { addPastLines, addPastMovements, newLine, onlyPhase, paymentsOfLines, type PastMovement } from '#budget'
import { appendEntries, bulkEvidence, kinds, type PastEntry, relations, type Thread } from '#evidence'
import { readContext, scopeOf } from '#platform/actions'
import type { Tx } from '#platform/database'
import { rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { threadOfEverything } from './thread.ts'

const [opening, march, april, undoing] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const works = newLine({ year: 2026, account: '215-31-02-004-000-000', area: '1', project: 'costanera' })
const services = newLine({ year: 2026, account: '215-22-05-000-000-000', area: '2' })
const other = newLine({ year: 2026, account: '215-22-06-000-000-000', area: '2' })
const entry = (id: string, recordedAt: string, effectiveOn: string): PastEntry => ({ id, action: 'budget.load-facts', accountId: rosa.accountId, recordedAt, effectiveOn, draft: { name: 'facts-loaded', summary: 'Hechos' } })
const fact = (entryId: string, line: string, phase: 'accrual' | 'payment', amount: number, kind: string, number: string, on: string, more: Partial<PastMovement> = {}): PastMovement =>
  ({ entryId, line, year: 2026, effectiveOn: day(on), amounts: onlyPhase(phase, amount), documentKind: kind, documentNumber: number, documentDate: day(on), ...more })
/**
 * By hand: invoice 77 of January ($9.000.000) and its decree 12 (two lines: 9.000.000 + 1.000.000) were typed in March; in April decree 31 pays
 * 5.000.000 of works against invoice 80, and decree 40 pays 700.000, taken back the same month. A receipt on another line is nobody's decree.
 */
const movements: PastMovement[] = [
  fact(march, works.id, 'accrual', 9_000_000, 'invoice', '77', '2026-01-20'), fact(march, services.id, 'accrual', 1_000_000, 'invoice', '9', '2026-01-20'),
  fact(march, works.id, 'payment', 9_000_000, 'payment-decree', '12', '2026-01-28'), fact(march, services.id, 'payment', 1_000_000, 'payment-decree', '12', '2026-01-28'),
  fact(april, works.id, 'accrual', 6_000_000, 'certificate', '80', '2026-04-06'), fact(april, works.id, 'payment', 5_000_000, 'payment-decree', '31', '2026-04-10'),
  fact(april, works.id, 'payment', 700_000, 'payment-decree', '40', '2026-04-12'), fact(april, services.id, 'payment', 50_000, 'payroll', '3', '2026-04-12'), fact(april, other.id, 'payment', 99_000, 'payment-decree', '50', '2026-04-12'),
  fact(undoing, works.id, 'payment', -700_000, 'reversal', '40', '2026-04-12', { reverses: april }),
]
let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await addPastLines(tx, [works, services, other], opening)
    await addPastMovements(tx, movements)
    const project = { kind: kinds.project, id: 'costanera' }
    await bulkEvidence(tx).link(opening, [works, services].map(({ id }) => ({ from: project, relation: relations.budgetedBy, to: { kind: kinds.budgetLine, id } })))
    await bulkEvidence(tx).index([{ ...project, title: 'Costanera', href: '/proyectos/costanera' }])
    await appendEntries(tx, [entry(opening, '2026-01-02T12:00:00Z', '2026-01-02'), entry(march, '2026-03-09T12:00:00Z', '2026-01-28'), entry(april, '2026-04-13T12:00:00Z', '2026-04-12'), entry(undoing, '2026-05-04T12:00:00Z', '2026-04-12')])
  })
})
afterAll(() => town.close())

const at = (effectiveOn: string, knownOn: string): AsOf => ({ effectiveOn: day(effectiveOn), knownOn: day(knownOn) })
const today = at('2026-07-22', '2026-07-22')
/** The thread of the project, and the statements it took about the end of the chain. */
const read = (asOf: AsOf, actor: Actor = rosa): Promise<{ thread: Thread; ledger: number; statements: number }> => town.system.database.read(scopeOf(actor), async (tx) => {
  let [ledger, statements] = [0, 0]
  const said = <Q,>(query: Q): Q => { statements += 1; return query }
  const counting: Tx = { ...tx, all: (query) => { if (JSON.stringify(query.toOperationNode()).includes('by_line')) ledger += 1; return tx.all(said(query)) }, one: (query) => tx.one(said(query)) }
  return { thread: await threadOfEverything({ kind: kinds.project, id: 'costanera' }, readContext(town.system.services, counting, actor, asOf)), ledger, statements }
})
const step = ({ steps }: Thread, position: number) => steps.find((one) => one.position === position)

test('el hilo del proyecto llega a sus decretos de pago, del más nuevo al más antiguo, sin el que se deshizo', async () => {
  const { thread, ledger, statements } = await read(today)
  // 9.000.000 + 1.000.000 del decreto 12, más 5.000.000 del 31: $15.000.000 en dos decretos.
  expect(step(thread, 8)).toMatchObject({ state: 'linked', count: 2, detail: 'M$\u00a015.000 pagados', records: [{ title: 'Decreto de pago N.º 31 del 10-04-2026', detail: 'M$\u00a05.000' }, { title: 'Decreto de pago N.º 12 del 28-01-2026', detail: 'M$\u00a010.000', href: `/presupuestar/lineas/${works.id}?fase=payment&texto=12` }] })
  // Solo lo devengado por obras: 9.000.000 + 6.000.000; la factura 9 es de servicios.
  expect(step(thread, 7)).toMatchObject({ state: 'linked', count: 2, detail: 'M$\u00a015.000 devengados' })
  expect(step(thread, 7)?.records.map(({ title }) => title)).toEqual(['Estado de pago N.º 80 del 06-04-2026', 'Factura N.º 77 del 20-01-2026'])
  expect(ledger).toBe(1)
  // Enlaces, títulos, líneas con lo que suman, y el libro.
  expect(statements).toBe(4)
  expect(step(thread, 4)?.records.map(({ detail }) => detail)).toContain('M$\u00a00 vigente · M$\u00a015.000 devengado')
})
test('el pago de enero anotado en marzo solo se conoce desde marzo, y el deshecho se ve hasta que se deshizo', async () => {
  expect(step((await read(at('2026-02-28', '2026-02-28'))).thread, 8)).toMatchObject({ state: 'missing', count: 0 })
  expect(step((await read(at('2026-02-28', '2026-03-31'))).thread, 8)).toMatchObject({ count: 1, detail: 'M$\u00a010.000 pagados' })
  expect(step((await read(at('2026-07-22', '2026-04-30'))).thread, 8)).toMatchObject({ count: 3, detail: 'M$\u00a015.700 pagados' })
})
test('otra comuna no ve nada, y quien no lee el presupuesto tampoco', async () => {
  await expect(read(today, stranger)).rejects.toMatchObject({ status: 404 })
  for (const actor of [stranger, visita]) {
    const answer = await town.as(actor).reads((context) => paymentsOfLines(context, [works.id, services.id]))
    expect(answer).toEqual({ certificates: { count: 0, total: 0, newest: [] }, payments: { count: 0, total: 0, newest: [] } })
  }
})
