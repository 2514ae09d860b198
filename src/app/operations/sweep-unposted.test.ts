import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPastLines, addPastMovements, newLine, onlyPhase, sweepUnposted } from '#budget'
import { day } from '#kernel'
import { scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { jobStore } from '#platform/jobs'
import { openBudget } from '../../modules/budget/lines/open-budget.ts'
import { COMMUNE, OTHER_COMMUNE, rosa, tomas } from '../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../tests/setup/engines.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { communeHealth } from './commune-health.ts'
import { sweepSystem } from './sweep-unposted.ts'
import { unpostedRows } from './unposted-rows.ts'

const ROWS = 2500
const kept = newLine({ year: 2026, account: '215-22-05-000-000-000', area: '2' })
const lonely = newLine({ year: 2026, account: '215-22-06-000-000-000', area: '2' })

describe.each(engines)('lo que dejó una carga interrumpida en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    await leave()
    // Otra carga asentada usa una línea que la muerta alcanzó a crear.
    await town.as(tomas).does(openBudget, { year: 2026, agreement: '1', decreeNumber: '1', decreeOn: '2025-12-20', lines: [{ account: '115-03-01', amount: 500 }, { account: '215-22-05', area: '2', amount: 500 }] })
    await town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`update budget.lines set entry_id = ${dead} where commune = ${COMMUNE} and id = ${kept.id}`))
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const [dead, load] = [randomUUID(), randomUUID()]
  const leave = async () => {
    const { database } = town.system
    await database.write(scopeOf(rosa), (tx) => addPastLines(tx, [kept, lonely], dead))
    await database.write(scopeOf(rosa), (tx) => addPastMovements(tx, Array.from({ length: ROWS }, () => ({ line: lonely.id, year: 2026, effectiveOn: day('2026-06-30'), amounts: onlyPhase('accrual', 1), documentKind: 'balance', entryId: dead }))))
    await database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into budget.imports (commune, id, year, month, kind, file_hash, file_name, state, entry_id, account_id, started_at) values (${COMMUNE}, ${load}, 2026, 6, 'expenditure', '', 'junio.xlsx', 'staged', ${dead}, ${rosa.accountId}, now())`))
  }
  const tables = () => unpostedRows(town.system.database, COMMUNE)
  const adjusted = () => town.as(rosa).reads(async ({ figures }) => (await figures.get('budget/adjusted', { year: '2026' })).value)

  test('se cuenta y se dice cómo borrarlo; la carga en revisión no cuenta', async () => {
    expect(await tables()).toEqual([{ table: 'budget.lines', rows: 2 }, { table: 'budget.movements', rows: ROWS }])
    const finding = (await communeHealth(town.system, { commune: COMMUNE, name: 'Villa Prueba' })).find(({ what }) => what.includes('sin asiento'))
    expect(finding).toMatchObject({ state: 'aviso', remedy: expect.stringContaining('--reparar') })
  })
  test('mientras corre un trabajo, quien no está solo no borra nada', async () => {
    const { database } = town.system
    const { id } = await database.write(scopeOf(rosa), (tx) => jobStore(tx).add(rosa.accountId, { kind: 'budget.load-balance', title: 'Cargar', input: { id: load } }))
    await database.write(scopeOf(rosa), (tx) => jobStore(tx).take())
    expect(await sweepUnposted(database, COMMUNE, { alone: false })).toBe('busy')
    expect((await tables()).length).toBe(2)
    await database.write(scopeOf(rosa), (tx) => tx.run(sql`update platform.jobs set state = 'failed' where commune = ${COMMUNE} and id = ${id}`))
  })
  test('se borra lo suyo y nada asentado: la línea en uso toma el asiento que la movió, y la carga queda detenida', async () => {
    expect(await sweepUnposted(town.system.database, OTHER_COMMUNE, { alone: false })).toEqual({ movements: 0, lines: 0, adopted: 0, loads: 0 })
    expect((await tables()).length).toBe(2)
    const before = await adjusted()
    expect(before).toBe(500)
    const findings = await sweepSystem(town.system)
    expect(findings[0]?.what).toContain('2.501 filas')
    expect(await tables()).toEqual([])
    expect(await adjusted()).toBe(before)
    const rows = await town.system.database.read(scopeOf(rosa), (tx) => tx.all<{ id: string; posted: boolean }>(sql`select l.id, exists (select from evidence.posted p where p.commune = l.commune and p.entry_id = l.entry_id) as posted from budget.lines l where l.commune = ${COMMUNE} and l.kind = 'expenditure'`))
    expect(rows).toEqual([{ id: kept.id, posted: true }])
    expect(await town.system.database.read(scopeOf(rosa), (tx) => tx.one(sql`select state from budget.imports where commune = ${COMMUNE} and id = ${load}`))).toEqual({ state: 'cancelled' })
    // Otra vez no encuentra nada.
    expect(await sweepUnposted(town.system.database, COMMUNE, { alone: false })).toEqual({ movements: 0, lines: 0, adopted: 0, loads: 0 })
  })
})
