import { type Day, dayFrom } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { Line } from '../lines/line.ts'
import type { LineKind, PhaseSums } from '../movements/phase.ts'
import type { CubeCell } from './cube.ts'

type CellRow = {
  line_id: string; month: number
  s0: number; s1: number; s2: number; s3: number; s4: number; s5: number; s6: number
  c0: number; c1: number; c2: number; c3: number; c4: number; c5: number; c6: number; digest: string
}
type LineRow = {
  id: string; year: number; management: string; kind: LineKind; account: string; area: string; programme: string; cost_centre: string
  project_id: string; funding: string; unit_id: string | null; programme_name: string | null; programme_id: string | null
}
export type StoredLine = Line & { readonly programmeName: string; readonly programmeId: string | null }

/** The whole year by line and month in one statement: posted entries after one ledger number up to another, in effect on a day. */
export const cubeStore = (tx: Tx) => ({
  cells: async (year: number, effectiveOn: Day, afterSeq: number, upToSeq: number): Promise<CubeCell[]> => {
    const rows = await tx.all<CellRow>(sql`
      select m.line_id, extract(month from m.effective_on)::int as month,
        sum(m.initial)::bigint as s0, sum(m.modification)::bigint as s1, sum(m.precommitment)::bigint as s2, sum(m.commitment)::bigint as s3,
        sum(m.accrual)::bigint as s4, sum(m.payment)::bigint as s5, sum(m.collection)::bigint as s6,
        count(*) filter (where m.initial <> 0)::int as c0, count(*) filter (where m.modification <> 0)::int as c1,
        count(*) filter (where m.precommitment <> 0)::int as c2, count(*) filter (where m.commitment <> 0)::int as c3,
        count(*) filter (where m.accrual <> 0)::int as c4, count(*) filter (where m.payment <> 0)::int as c5, count(*) filter (where m.collection <> 0)::int as c6,
        bit_xor(uuid_hash_extended(m.entry_id, m.n) # hashint8extended(m.initial + 3 * m.modification + 5 * m.precommitment + 7 * m.commitment + 11 * m.accrual + 13 * m.payment + 17 * m.collection, m.n))::text as digest
      from budget.movements m
      join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.year = ${year} and p.seq > ${afterSeq} and p.seq <= ${upToSeq}
        and m.effective_on >= ${dayFrom(year, 1, 1)} and m.effective_on <= ${effectiveOn}
      group by 1, 2`)
    return rows.map((row) => ({
      line: row.line_id, month: row.month, digest: row.digest,
      sums: [row.s0, row.s1, row.s2, row.s3, row.s4, row.s5, row.s6] as PhaseSums,
      counts: [row.c0, row.c1, row.c2, row.c3, row.c4, row.c5, row.c6] as PhaseSums,
    }))
  },
  lines: async (year: number): Promise<StoredLine[]> => {
    const rows = await tx.all<LineRow>(sql`
      select l.id, l.year, l.management, l.kind, l.account, l.area, l.programme, l.cost_centre, l.project_id, l.funding, l.unit_id, g.name as programme_name, g.id as programme_id
      from budget.lines l left join budget.programmes g on g.commune = l.commune and g.code = l.programme
      where l.commune = ${tx.commune} and l.year = ${year}`)
    return rows.map((row) => ({
      id: row.id, year: row.year, management: row.management, kind: row.kind, account: row.account, area: row.area, programme: row.programme, costCentre: row.cost_centre,
      project: row.project_id, funding: row.funding, unitId: row.unit_id, programmeName: row.programme_name ?? row.programme, programmeId: row.programme_id,
    }))
  },
  /** Lines of the year whose own entry is posted: those added by hand exist without movements. */
  postedLines: async (year: number, knownSeq: number): Promise<ReadonlySet<string>> => {
    const rows = await tx.all<{ id: string }>(sql`
      select l.id from budget.lines l join evidence.posted p on p.commune = l.commune and p.entry_id = l.entry_id
      where l.commune = ${tx.commune} and l.year = ${year} and p.seq <= ${knownSeq}`)
    return new Set(rows.map(({ id }) => id))
  },
  localAccounts: () => tx.all<{ long_code: string; name: string }>(sql`
    select a.long_code, a.name from budget.accounts a join evidence.posted p on p.commune = a.commune and p.entry_id = a.entry_id where a.commune = ${tx.commune}`),
  /** Where the ledger stands, and whether anything of the budget came after a ledger number. */
  watermark: async (afterSeq: number): Promise<{ seq: number; hash: string; hashAtAfter: string | null; movedBy: number | null }> => {
    const row = await tx.one<{ seq: number; hash: string; at_after: string | null; moved: number | null }>(sql`
      select c.seq, c.hash, (select e.hash from evidence.entries e where e.commune = c.commune and e.seq = ${afterSeq}) as at_after,
        (select max(e.seq) from evidence.entries e where e.commune = c.commune and e.seq > ${afterSeq} and e.action like 'budget.%') as moved
      from evidence.chains c where c.commune = ${tx.commune}`)
    return { seq: row?.seq ?? 0, hash: row?.hash ?? '', hashAtAfter: row?.at_after ?? null, movedBy: row?.moved ?? null }
  },
})
