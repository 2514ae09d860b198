import { can, lastDayOfMonth, monthNames, yearOf } from '#kernel'
import { defineQuery } from '#platform/actions'
import { z } from 'zod'
import type { MonthView } from '../answers.ts'
import { Year } from '../contract.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { importStore } from '../imports/import.store.ts'
import { monthStates } from '../months/change-month.ts'
import { monthStore } from '../months/month.store.ts'

/** The twelve months with their state and what moved in each. */
export const listMonths = defineQuery({
  name: 'budget.list-months', title: 'Meses del presupuesto', input: z.object({ year: Year.optional() }), allowed: can('budget.read'),
  run: async ({ year }, context): Promise<{ year: number; months: readonly MonthView[] }> => {
    const wanted = year ?? yearOf(context.asOf.effectiveOn)
    const states = await monthStore(context.tx).states(wanted, await context.knownSeq())
    const { cube } = await linesOf(context, 'both', { year: String(wanted) })
    const loads = (await importStore(context.tx).list(wanted)).filter(({ state }) => state === 'loaded')
    const months = monthNames.map((name, index): MonthView => {
      const month = index + 1
      const cells = [...cube.lines.values()].flatMap((line) => line.cells.filter((cell) => cell.month === month).map((cell) => ({ cell, kind: line.kind })))
      const sum = (phase: number, kind: string): number => cells.filter((one) => one.kind === kind).reduce((total, { cell }) => total + (cell.sums[phase] ?? 0), 0)
      const row = states.get(month)
      return {
        year: wanted, month, title: `${name} de ${wanted}`, state: row?.state ?? 'open', stateTitle: monthStates[row?.state ?? 'open'], version: row?.version ?? 0, reason: row?.reason ?? '', changedAt: row?.recorded_at ?? null,
        accrued: sum(4, 'expenditure'), paid: sum(5, 'expenditure'), collected: sum(6, 'income'), movements: cells.reduce((total, { cell }) => total + cell.counts.reduce((all, count) => all + count, 0), 0),
        loads: loads.filter((load) => load.month === month).length, ended: lastDayOfMonth(wanted, month) < context.today,
      }
    })
    return { year: wanted, months }
  },
})
