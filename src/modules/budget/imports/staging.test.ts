import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { bigBalance } from '../../../../tests/fixtures/balances/make.ts'
import { ivan } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { newLine } from '../lines/line.ts'
import { loadNow } from '../testing/load-now.ts'
import { openSmallBudget } from '../testing/small-budget.ts'

const ROWS = 40
let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

const count = (table: 'lines' | 'movements', entryId: string) => town.system.database.asOwner(async (tx) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(`budget.${table}`)} where entry_id = ${entryId}`))?.n)
const entryOf = (id: string) => town.system.database.asOwner(async (tx) => (await tx.one<{ entry_id: string }>(sql`select entry_id from budget.imports where id = ${id}`))?.entry_id ?? '')

test('una línea que otra carga dejó escrita no detiene a ésta: se conserva y lo demás se escribe', async () => {
  // The first row of the balance, as its key.
  const left = newLine({ year: 2026, account: '215-21-01-001-001-000', costCentre: '100000' })
  const other = randomUUID()
  await town.system.database.write(scopeOf(ivan), (tx) => tx.run(sql`
    insert into budget.lines (commune, id, year, management, kind, account, cost_centre, entry_id) values (${tx.commune}, ${left.id}, 2026, 'municipal', ${left.kind}, ${left.account}, ${left.costCentre}, ${other})`))
  const { id, movements } = await loadNow(town, ivan, bigBalance(ROWS), { name: 'detalle.xlsx', month: 6, kind: 'expenditure' })
  // The three expenditure lines of the small budget no longer come: each goes back to zero.
  expect(movements).toBe(ROWS + 3)
  const entry = await entryOf(id)
  // 40 rows are 40 lines; one was there.
  expect([await count('lines', other), await count('lines', entry), await count('movements', entry)]).toEqual([1, ROWS - 1, ROWS + 3])
})
