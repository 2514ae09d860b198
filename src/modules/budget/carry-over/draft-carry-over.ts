import { randomUUID } from 'node:crypto'
import { can, formatPesos } from '#kernel'
import { defineAction } from '#platform/actions'
import { carryStates, DraftCarryOverInput, managementTitles } from './carry-over-contract.ts'
import { carryOverStore } from './carry-over.store.ts'
import { alreadyCarried, cashTooShort, nextYearNotOpen, nothingCarried, yearNotClosed } from './problems.ts'
import { readCarryOver } from './read-carry-over.ts'

/** Prepares the passage of a closed year to the next. It changes nothing until another person approves it with its decree. */
export const draftCarryOver = defineAction({
  name: 'budget.draft-carry-over', title: 'Preparar el arrastre al año siguiente',
  help: 'Saldo inicial de caja, deuda flotante, ingresos por percibir y obligaciones sin devengar de un año con diciembre cerrado. Lo aprueba otra persona.',
  input: DraftCarryOverInput, allowed: can('budget.amend'),
  run: async (input, context) => {
    const store = carryOverStore(context.tx)
    const alive = await store.alive(input.fromYear, input.management)
    if (alive) throw alreadyCarried({ year: input.fromYear, state: carryStates[alive.state] }, { facts: { id: alive.id } })
    const { plan, digest, closed, opened } = await readCarryOver(context, input, Number.MAX_SAFE_INTEGER)
    if (!closed) throw yearNotClosed({ year: input.fromYear })
    if (!opened) throw nextYearNotOpen({ year: input.fromYear + 1 })
    if (plan.rows.length === 0 && plan.changes.length === 0) throw nothingCarried({ year: input.fromYear })
    if (plan.missing > 0) throw cashTooShort({ missing: plan.missing })
    const id = randomUUID()
    const { available, advances, thirdParty, cashSource, coverage, fromYear, management } = input
    await store.add({ id, from_year: fromYear, management, available, advances, third_party: thirdParty, cash_source: cashSource, coverage, totals: plan.totals, digest, drafted_by: context.actor.accountId, draft_entry: context.entryId })
    await context.keep({ kind: 'carry-over', id, version: 1, data: { ...input, totals: plan.totals, state: 'draft' } })
    await context.index({ kind: 'carry-over', id, title: `Arrastre de ${fromYear} a ${fromYear + 1}`, subtitle: managementTitles[management], href: `/presupuestar/arrastre/${id}` })
    return {
      result: { id },
      entry: { name: 'carry-over-drafted', summary: `Se preparó el arrastre de ${fromYear} a ${fromYear + 1}: deuda flotante ${formatPesos(plan.totals.debt)}, obligaciones ${formatPesos(plan.totals.commitment)}, caja ${formatPesos(plan.totals.cash)}`, record: { kind: 'carry-over', id }, facts: { fromYear, rows: plan.rows.length, digest } },
    }
  },
})
