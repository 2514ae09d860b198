import { type Day, sortKey } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { type LedgerPhase, phaseIndex } from '../movements/phase.ts'

/** How many amounts of a line a list of movements will show. */
export const movementCount = async (tx: Tx, filter: { line: string; year: number; phases: readonly LedgerPhase[]; to: Day; knownSeq: number; text?: string }): Promise<number> => {
  const row = await tx.one<{ n: number }>(sql`
    select count(*)::int as n from budget.movements m
    join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
    cross join lateral (values (0, m.initial), (1, m.modification), (2, m.precommitment), (3, m.commitment), (4, m.accrual), (5, m.payment), (6, m.collection)) v (phase, amount)
    where m.commune = ${tx.commune} and m.year = ${filter.year} and m.line_id = ${filter.line} and m.effective_on <= ${filter.to} and p.seq <= ${filter.knownSeq}
      and v.amount <> 0 and v.phase = any (${filter.phases.map((phase) => phaseIndex[phase])}::int[])
      ${filter.text ? sql`and platform.sort_key(m.text || ' ' || m.document_number) like ${`%${sortKey(filter.text)}%`}` : sql``}`)
  return row?.n ?? 0
}
