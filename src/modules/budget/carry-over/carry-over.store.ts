import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { LineRow } from '../lines/line.store.ts'
import type { PhaseSums } from '../movements/phase.ts'
import type { CarryKind, CarryState, CarryTotals } from './carry-over-contract.ts'

export type CarryOverRow = {
  id: string; from_year: number; management: string; state: CarryState; available: number; advances: number; third_party: number; cash_source: string; coverage: 'add' | 'available'
  totals: CarryTotals; digest: string; drafted_by: string; draft_entry: string; approval_entry: string | null; amendment_id: string | null; decree_number: string; decree_on: Day | null; version: number
}
export type GroupRow = LineRow & { chain: string; supplier: string | null; text: string; s: PhaseSums }
export type StoredCarryRow = { n: number; kind: CarryKind; from_line: string; from_chain: string; to_line: string; to_chain: string; amount: number; already: number; text: string }
const COLUMNS = sql`c.id, c.from_year, c.management, c.state, c.available, c.advances, c.third_party, c.cash_source, c.coverage, c.totals, c.digest, c.drafted_by, c.draft_entry, c.approval_entry, c.amendment_id, c.decree_number, c.decree_on, c.version`
const SUMS = sql`array[sum(m.initial), sum(m.modification), sum(m.precommitment), sum(m.commitment), sum(m.accrual), sum(m.payment), sum(m.collection)]::float8[]`
const CHUNK = 1000

export const carryOverStore = (tx: Tx) => ({
  /** Sums of a year of one management by line and purchase, as known at a ledger number, with lines that never moved. */
  groups: (year: number, management: string, knownSeq: number) => tx.all<GroupRow>(sql`
    select l.id, l.year, l.management, l.kind, l.account, l.area, l.programme, l.cost_centre, l.project_id, l.funding, l.unit_id, l.entry_id, coalesce(g.chain, '') as chain, g.supplier, coalesce(g.text, '') as text, coalesce(g.s, array[0,0,0,0,0,0,0]::float8[]) as s
    from budget.lines l left join (
      select m.line_id, m.chain, (array_agg(m.supplier_id) filter (where m.supplier_id is not null))[1] as supplier, (array_agg(m.text order by m.effective_on, m.n) filter (where m.commitment > 0 or m.accrual > 0))[1] as text, ${SUMS} as s
      from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.year = ${year} and p.seq <= ${knownSeq} group by 1, 2
    ) g on g.line_id = l.id
    where l.commune = ${tx.commune} and l.year = ${year} and l.management = ${management}
      and (g.line_id is not null or exists (select from evidence.posted p where p.commune = l.commune and p.entry_id = l.entry_id and p.seq <= ${knownSeq}))`),
  get: (id: string) => tx.one<CarryOverRow>(sql`select ${COLUMNS} from budget.carry_overs c where c.commune = ${tx.commune} and c.id = ${id}`),
  hold: (id: string) => tx.one<CarryOverRow>(sql`select ${COLUMNS} from budget.carry_overs c where c.commune = ${tx.commune} and c.id = ${id} for update`),
  byIds: (ids: readonly string[]) => tx.all<CarryOverRow>(sql`select ${COLUMNS} from budget.carry_overs c where c.commune = ${tx.commune} and c.id = any (${ids as string[]}::uuid[])`),
  byEntry: (entryId: string) => tx.one<CarryOverRow>(sql`select ${COLUMNS} from budget.carry_overs c where c.commune = ${tx.commune} and c.approval_entry = ${entryId}`),
  /** Prepared and known at a ledger number, newest first. One approved later than that is still a draft. */
  known: (knownSeq: number) => tx.all<CarryOverRow>(sql`
    select ${COLUMNS} from budget.carry_overs c join evidence.posted d on d.commune = c.commune and d.entry_id = c.draft_entry
    where c.commune = ${tx.commune} and d.seq <= ${knownSeq} order by c.from_year desc, d.seq desc`),
  /** The one alive of a year, if any: prepared or approved. */
  alive: (fromYear: number, management: string) => tx.one<CarryOverRow>(sql`select ${COLUMNS} from budget.carry_overs c where c.commune = ${tx.commune} and c.from_year = ${fromYear} and c.management = ${management} and c.state in ('draft', 'approved')`),
  add: (row: Pick<CarryOverRow, 'id' | 'from_year' | 'management' | 'available' | 'advances' | 'third_party' | 'cash_source' | 'coverage' | 'totals' | 'digest' | 'drafted_by' | 'draft_entry'>) => tx.run(sql`
    insert into budget.carry_overs (commune, id, from_year, management, state, available, advances, third_party, cash_source, coverage, totals, digest, drafted_by, draft_entry)
    values (${tx.commune}, ${row.id}, ${row.from_year}, ${row.management}, 'draft', ${row.available}, ${row.advances}, ${row.third_party}, ${row.cash_source}, ${row.coverage}, ${JSON.stringify(row.totals)}::jsonb, ${row.digest}, ${row.drafted_by}, ${row.draft_entry})`),
  approve: (id: string, row: { entryId: string; amendmentId: string | null; decreeNumber: string; decreeOn: Day }) => tx.run(sql`
    update budget.carry_overs set state = 'approved', approval_entry = ${row.entryId}, amendment_id = ${row.amendmentId}, decree_number = ${row.decreeNumber}, decree_on = ${row.decreeOn}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  setState: (id: string, state: CarryState) => tx.run(sql`update budget.carry_overs set state = ${state}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  addRows: async (carryOver: string, rows: readonly StoredCarryRow[], entryId: string) => {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const part = rows.slice(from, from + CHUNK)
      const column = (name: keyof StoredCarryRow, type: string) => ({ name, type, values: part.map((row) => row[name]) })
      await insertMany(tx, 'budget.carry_over_rows', [
        { name: 'commune', type: 'text', values: part.map(() => tx.commune) }, { name: 'carry_over_id', type: 'uuid', values: part.map(() => carryOver) }, { name: 'entry_id', type: 'uuid', values: part.map(() => entryId) },
        column('n', 'int'), column('kind', 'text'), column('from_line', 'uuid'), column('from_chain', 'text'), column('to_line', 'uuid'), column('to_chain', 'text'), column('amount', 'bigint'), column('already', 'bigint'), column('text', 'text'),
      ])
    }
  },
  rows: (carryOver: string) => tx.all<StoredCarryRow>(sql`select r.n, r.kind, r.from_line, r.from_chain, r.to_line, r.to_chain, r.amount, r.already, r.text from budget.carry_over_rows r where r.commune = ${tx.commune} and r.carry_over_id = ${carryOver} order by r.n`),
  years: async () => (await tx.all<{ year: number }>(sql`select distinct year from budget.lines where commune = ${tx.commune} order by 1 desc`)).map(({ year }) => year),
})
