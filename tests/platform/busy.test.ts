import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePress } from '#platform/documents'
import { listProjects } from '../../src/modules/projects/queries.ts'
import { listLines } from '../../src/modules/budget/screens/list-lines.query.ts'
import { loadNow } from '../../src/modules/budget/testing/load-now.ts'
import { openSmallBudget } from '../../src/modules/budget/testing/small-budget.ts'
import { listUnits } from '../../src/modules/registry/queries.ts'
import { modules, reporting } from '../../src/app/modules.ts'
import { ivan, rosa } from '../cast.ts'
import { bigBalance } from '../fixtures/balances/make.ts'
import { openTown, type Town } from '../town.ts'

const FULL = process.env['SECPLAN_TEST'] === 'full'
const ROWS = FULL ? 100_000 : 12_000
const REPORT = '55555555-0000-4000-8000-000000000001'
let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
  const start = modules.flatMap(({ actions }) => actions ?? []).find(({ name }) => name === 'reporting.start-report')
  if (!start) throw new Error('no existe reporting.start-report')
  await town.as(ivan).does(start, { id: REPORT, kind: 'council-half-year', period: '2026-1' })
})
afterAll(async () => {
  await town.close()
  await closePress()
})

test(`las listas responden mientras se hace el informe y se cargan ${ROWS} filas`, { timeout: 300_000 }, async () => {
  const bytes = bigBalance(ROWS)
  const clerk = town.as(rosa)
  const lists = [() => clerk.asks(listUnits, {}), () => clerk.asks(listProjects, {}), () => clerk.asks<{ total: number }>(listLines, { year: '2026' })] as const
  for (const list of lists) await list()
  let working = true
  let reports = 0
  const load = loadNow(town, ivan, bytes, { name: 'detalle.xlsx', month: 6, kind: 'expenditure' })
  const report = (async () => {
    while (working) {
      const file = await reporting.file(town.system.services, rosa, { report: REPORT, format: 'pdf', paper: 'letter' })
      expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
      reports += 1
    }
  })()
  const times: number[] = []
  const totals: number[] = []
  const reader = (async () => {
    while (working) {
      for (const list of lists) {
        const at = performance.now()
        const answer = await list()
        times.push(performance.now() - at)
        if ('total' in (answer as object) && list === lists[2]) totals.push((answer as { total: number }).total)
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  const began = performance.now()
  const made = await load.finally(() => { working = false })
  const spent = performance.now() - began
  await Promise.all([report, reader])
  const sorted = [...times].sort((a, b) => a - b)
  const told = `${times.length} listas y ${reports} informes en ${Math.round(spent)} ms de carga; p95 ${Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)} ms, máximo ${Math.round(sorted.at(-1) ?? 0)} ms`
  process.stdout.write(`${told}\n`)
  // Every row, and the three lines of expenditure of the small budget that no longer come and go back to zero.
  expect(made.movements).toBe(ROWS + 3)
  // Nobody waited for the load to end: many lists were answered during it, and even the slowest ended well before.
  expect(times.length, told).toBeGreaterThan(30)
  expect(sorted.at(-1) ?? 0, told).toBeLessThan(spent * 0.7)
  expect(reports, told).toBeGreaterThan(0)
  // The load is seen whole or not at all: five lines before it, all of them after.
  expect(totals.filter((total) => total !== 5 && total !== ROWS + 5)).toEqual([])
  expect((await clerk.asks<{ total: number }>(listLines, { year: '2026' })).total).toBe(ROWS + 5)
})
