import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { LocalAccountRow } from './accounts/account-tree.ts'
import type { LineKind } from './movements/phase.ts'

/** `adjusted` and `executed` (accrued of spending, collected of income) in whole pesos. */
export type LineSummary = { readonly id: string; readonly kind: LineKind; readonly account: string; readonly adjusted: number; readonly executed: number }

/** Lines with what they add up to as of both dates, and the accounts of the municipality that name them: one query, for a thread is drawn on every page. */
export const lineSummaries = async (tx: Tx, ids: readonly string[], to: Day, knownSeq: number): Promise<{ lines: readonly LineSummary[]; names: readonly LocalAccountRow[] }> => {
  const row = await tx.one<{ lines: LineSummary[] | null; names: LocalAccountRow[] | null }>(sql`
    select (
      select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'account', l.account, 'adjusted', coalesce(s.adjusted, 0), 'executed', coalesce(case l.kind when 'income' then s.collected else s.accrued end, 0)))
      from budget.lines l left join (
        select m.line_id, sum((m.initial + m.modification)::float8) as adjusted, sum(m.accrual::float8) as accrued, sum(m.collection::float8) as collected
        from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
        where m.commune = ${tx.commune} and m.line_id = any (${ids as string[]}::uuid[]) and m.effective_on <= ${to} and p.seq <= ${knownSeq} group by 1
      ) s on s.line_id = l.id
      where l.commune = ${tx.commune} and l.id = any (${ids as string[]}::uuid[])
    ) as lines, (
      select json_agg(json_build_object('long_code', a.long_code, 'name', a.name)) from budget.accounts a
      join evidence.posted p on p.commune = a.commune and p.entry_id = a.entry_id where a.commune = ${tx.commune}
    ) as names`)
  return { lines: row?.lines ?? [], names: row?.names ?? [] }
}
