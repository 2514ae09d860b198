import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPastLines, addPastMovements, newLine, onlyPhase } from '#budget'
import { appendEntries, type PastEntry } from '#evidence'
import { type AsOf, day } from '#kernel'
import { scopeOf } from '#platform/actions'
import { marcela, rosa, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { ProjectAnswer } from '../contract.ts'
import { curveBlock } from '../pages/record/curve-block.ts'
import { createProject } from '../portfolio/change-projects.ts'
import { showProject } from '../queries.ts'
import { financialCurve } from './financial.ts'

describe('la curva financiera', () => {
  const accrued = [{ month: '2025-11', amount: 200 }, { month: '2026-01', amount: 300 }]
  test('acumula sobre el contrato, cruza el año y conserva lo devengado en los meses sin hechos', () => {
    // 200/1000 en noviembre y diciembre; (200 + 300)/1000 desde enero, hasta el mes de corte.
    expect(financialCurve(accrued, 1000, 4000, day('2026-02-10'))).toEqual({ base: 1000, of: 'contract', accrued: 500, points: [{ month: '2025-11', share: 0.2 }, { month: '2025-12', share: 0.2 }, { month: '2026-01', share: 0.5 }, { month: '2026-02', share: 0.5 }] })
  })
  test('sin contrato se mide sobre el costo, y sin qué dividir o sin hechos no hay curva', () => {
    expect(financialCurve(accrued, 0, 4000, day('2026-01-31'))).toMatchObject({ of: 'cost', base: 4000, points: [{ share: 0.05 }, { share: 0.05 }, { share: 0.125 }] })
    expect(financialCurve(accrued, 0, null, day('2026-01-31'))).toBeNull()
    expect(financialCurve([], 1000, 4000, day('2026-01-31'))).toBeNull()
  })
})

const project = randomUUID()
const [opening, late] = [randomUUID(), randomUUID()]
const entry = (id: string, recordedAt: string, effectiveOn: string): PastEntry => ({ id, action: 'budget.load-facts', accountId: rosa.accountId, recordedAt, effectiveOn, draft: { name: 'facts-loaded', summary: 'Hechos' } })
const works = newLine({ year: 2026, account: '215-31-02-004-000-000', area: '1', project })
const debt = newLine({ year: 2026, account: '215-34-07-000-000-000', area: '1', project })
let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  const fact = (entryId: string, line: string, on: string, amount: number) => ({ entryId, line, year: 2026, effectiveOn: day(on), amounts: onlyPhase('accrual', amount), documentKind: 'invoice', documentNumber: '1', documentDate: day(on) })
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await addPastLines(tx, [works, debt], opening)
    await addPastMovements(tx, [fact(opening, works.id, '2026-01-15', 100_000), fact(opening, debt.id, '2026-01-15', 77_000), fact(late, works.id, '2026-02-15', 300_000)])
    await appendEntries(tx, [entry(opening, '2026-01-20T12:00:00Z', '2026-01-15'), entry(late, '2026-05-04T12:00:00Z', '2026-02-15')])
  })
  await town.as(rosa).does(createProject, { id: project, code: 'costanera', name: 'Mejoramiento costanera río Cruces', totalCost: 1_000_000, since: '2026-01-01' })
})
afterAll(() => town.close())
const show = (asOf?: AsOf, actor = rosa) => town.as(actor).asks<ProjectAnswer>(showProject, { id: project }, asOf)

test('la ficha lleva lo devengado de sus líneas sobre el costo, sin la deuda flotante, y la cifra se abre', async () => {
  const answer = await show()
  // 100.000 + 300.000 de 1.000.000; la deuda flotante (77.000) no es obra nueva, pero sí gasto del año.
  expect(answer.financial).toMatchObject({ of: 'cost', accrued: 400_000 })
  expect(answer.financial?.points.map(({ share }) => share)).toEqual([0.1, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4])
  expect(answer.figures.accrued).toMatchObject({ recipe: { id: 'budget/accrued', parameters: { project } }, value: 477_000 })
  const chart = curveBlock(answer, answer.project.name)
  expect(chart?.series.find(({ name }) => name === 'Financiero')?.values).toEqual([0.1, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4])
})
test('a una fecha solo cuenta lo que entonces regía y se sabía', async () => {
  expect((await show({ effectiveOn: day('2026-07-22'), knownOn: day('2026-07-22') })).financial?.accrued).toBe(400_000)
  expect((await show({ effectiveOn: day('2026-01-31'), knownOn: day('2026-07-22') })).financial?.points).toEqual([{ month: '2026-01', share: 0.1 }])
})
test('otra comuna no ve el proyecto; una concejala, que lee el presupuesto, sí ve lo devengado', async () => {
  expect((await town.as(stranger).refused(showProject, { id: project })).status).toBe(404)
  expect((await show(undefined, marcela)).financial?.accrued).toBe(400_000)
})
