import { can, counted, dayFrom, formatPesos } from '#kernel'
import { defineAction } from '#platform/actions'
import { OpenBudgetInput } from '../contract.ts'
import { demandOpenMonth } from '../movements/guards.ts'
import { addMovements, type NewMovement } from '../movements/movement.store.ts'
import { onlyPhase } from '../movements/phase.ts'
import { notBalanced } from '../problems.ts'
import { amendmentImbalance } from '../rules/identities.ts'
import { demandAccount, namesOf } from './demand-account.ts'
import { newLine } from './line.ts'
import { lineStore } from './line.store.ts'

const CHUNK = 2000

/** Opens the budget of a year with its approved lines. Income and expenditure must be equal (I1), in each management. */
export const openBudget = defineAction({
  name: 'budget.open-budget', title: 'Abrir el presupuesto del año',
  help: 'Carga las líneas del presupuesto aprobado por el Concejo y decretado. Ingresos y gastos deben ser iguales.',
  input: OpenBudgetInput, allowed: can('budget.open'),
  run: async (input, context) => {
    const first = dayFrom(input.year, 1, 1)
    await demandOpenMonth(context, first)
    const names = await namesOf(context)
    const lines = input.lines.map((given) => ({ line: newLine({ ...given, year: input.year, account: demandAccount(given.account, names) }), amount: given.amount }))
    for (const management of new Set(lines.map(({ line }) => line.management))) {
      const own = lines.filter(({ line }) => line.management === management).map(({ line, amount }) => ({ kind: line.kind, amount }))
      const income = own.filter(({ kind }) => kind === 'income').reduce((total, { amount }) => total + amount, 0)
      if (amendmentImbalance(own) !== 0) throw notBalanced({ income, expenditure: income - amendmentImbalance(own) })
    }
    const unique = [...new Map(lines.map(({ line }) => [line.id, line])).values()]
    for (let at = 0; at < unique.length; at += CHUNK) await lineStore(context.tx).add(unique.slice(at, at + CHUNK), context.entryId)
    const rows = lines.map(({ line, amount }): NewMovement => ({ line: line.id, year: input.year, effectiveOn: first, amounts: onlyPhase('initial', amount), documentKind: 'decree', documentNumber: input.decreeNumber, documentDate: input.decreeOn, text: `Presupuesto ${input.year}, acuerdo ${input.agreement}` }))
    for (let at = 0; at < rows.length; at += CHUNK) await addMovements(context.tx, rows.slice(at, at + CHUNK), context.entryId, at)
    const total = lines.filter(({ line }) => line.kind === 'expenditure').reduce((sum, { amount }) => sum + amount, 0)
    return {
      result: { lines: unique.length, total },
      entry: { name: 'budget-opened', effectiveOn: first, summary: `Se abrió el presupuesto ${input.year} con ${counted(unique.length, 'línea', 'líneas')} por ${formatPesos(total)}`, record: { kind: 'budget-year', id: String(input.year) }, facts: { year: input.year, lines: unique.length, total, agreement: input.agreement, decree: input.decreeNumber } },
    }
  },
})
