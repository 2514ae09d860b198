import { type Day, formatDay } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'

/** The last time the budget's information was processed: a load, a payment, the closing of a month. */
export const budgetEvidence: MandateProvider = {
  facts: ['budget.movements-recorded'],
  evidence: async ({ from, to }, { tx, knownSeq }) => {
    const row = await tx.one<{ on: Day; summary: string }>(sql`select e.effective_on as "on", e.summary from evidence.entries e
      where e.commune = ${tx.commune} and e.seq <= ${await knownSeq()} and e.action like 'budget.%' and e.effective_on between ${from} and ${to} order by e.recorded_at desc, e.seq desc limit 1`)
    return { acts: row ? [{ fact: 'budget.movements-recorded', on: row.on, title: `Último asiento del presupuesto, ${formatDay(row.on)}`, href: '/presupuestar/ejecucion' }] : [] }
  },
}
