import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'
import { monthStore } from './months/month.store.ts'

/** Entries that write in the ledger and are taken back whole. */
const written = ['certificate-issued', 'commitment-registered', 'accrual-registered', 'payment-registered', 'income-accrued', 'income-collected', 'amendment-approved', 'carry-over-approved']
/** What the histories of the budget can take back. */
export const budgetUndoings: readonly Undoing[] = [
  { of: written, action: 'budget.undo-entry', says: 'Se escribe lo contrario de todo el asiento, con su razón.', reason: true, input: async ({ id }, { tx }) => ((await tx.one(sql`select n from budget.movements where commune = ${tx.commune} and entry_id = ${id}::uuid limit 1`)) ? { entryId: id } : undefined) },
  {
    of: ['balance-imported'], action: 'budget.undo-import', says: 'Se escribe lo contrario de toda la carga. La planilla sigue guardada.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from budget.imports where commune = ${tx.commune} and entry_id = ${id}::uuid and state = 'loaded'`),
  },
  {
    of: ['month-closed'], action: 'budget.reopen-month', says: 'El mes vuelve a recibir hechos y sus cifras dejan de ser firmes.', reason: true, newest: true,
    input: async ({ record }, { tx }) => {
      const [year = 0, month = 0] = record.id.split('-').map(Number)
      const state = (await monthStore(tx).states(year, Number.MAX_SAFE_INTEGER)).get(month)
      return state?.state === 'closed' ? { year, month, version: state.version } : undefined
    },
  },
]
