import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'

export type AccruedMonth = { readonly month: string; readonly amount: number }

/**
 * What the lines of a project accrued in each month of any year (YYYY-MM, whole pesos), as of both dates of the context. One query. The floating
 * debt (subtítulo 34) is left out: it pays again what was accrued the year before. Nothing for whoever may not read the budget.
 */
export const accruedByMonth = async (context: ReadContext, project: string): Promise<readonly AccruedMonth[]> => {
  if (!project || !context.actor.permissions.has('budget.read')) return []
  return context.tx.all<AccruedMonth>(sql`
    select to_char(m.effective_on, 'YYYY-MM') as month, sum(m.accrual::float8) as amount
    from budget.lines l
    join budget.movements m on m.commune = l.commune and m.line_id = l.id
    join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
    where l.commune = ${context.tx.commune} and l.project_id = ${project} and l.kind = 'expenditure' and l.account not like '215-34-%'
      and m.accrual <> 0 and m.effective_on <= ${context.asOf.effectiveOn} and p.seq <= ${await context.knownSeq()}
    group by 1 order by 1`)
}
