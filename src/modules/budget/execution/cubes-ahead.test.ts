import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { ivan, rosa } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { bigBalance } from '../../../../tests/fixtures/balances/make.ts'
import { loadNow } from '../testing/load-now.ts'
import { openSmallBudget } from '../testing/small-budget.ts'
import { cubeMemory } from './cube-memory.ts'
import { executionCube } from './execution-cube.ts'

const ROWS = 2400
let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

/** The cube as the system remembers it, and as somebody who remembers nothing computes it. */
const both = (effectiveOn: string) => town.as(rosa).reads(async (context) => {
  const asOf = { effectiveOn: day(effectiveOn), knownOn: context.asOf.knownOn }
  const remembered = cubeMemory(context.files).get({ commune: rosa.commune, year: 2026, effectiveOn: day(effectiveOn), known: Number.MAX_SAFE_INTEGER })
  return { remembered: remembered?.cube, asked: await executionCube(context, 2026, asOf), computed: await executionCube({ ...context, files: { ...context.files } }, 2026, asOf) }
})

test('tras una carga grande los cubos ya están al día, y son los mismos que se calculan de nuevo', async () => {
  for (const at of ['2026-07-22', '2026-05-31']) await both(at)
  await loadNow(town, ivan, bigBalance(ROWS), { name: 'detalle.xlsx', month: 6, kind: 'expenditure' })
  for (const [at, accrued] of [['2026-07-22', 400_000 * ROWS + (ROWS * (ROWS - 1)) / 2], ['2026-05-31', 0]] as const) {
    const { remembered, asked, computed } = await both(at)
    // Was there before anybody asked: the very object that is answered.
    expect(asked, at).toBe(remembered)
    expect([...asked.lines], at).toEqual([...computed.lines])
    // Row i accrues 400.000 + i: a sum of n terms and 0 + 1 + … + (n − 1).
    expect([...asked.lines.values()].reduce((sum, line) => sum + line.sums[4], 0), at).toBe(accrued)
    expect(asked.lines.size).toBe(ROWS + 5)
  }
})
