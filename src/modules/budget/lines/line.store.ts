import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { LineKind, PhaseSums } from '../movements/phase.ts'
import type { Line } from './line.ts'

export type LineRow = { id: string; year: number; management: string; kind: LineKind; account: string; area: string; programme: string; cost_centre: string; project_id: string; funding: string; unit_id: string | null; entry_id: string }
/** Lines of a balance as arrays in the database's own text: id, kind, account, area, programme, cost centre. */
export type LineColumns = { readonly count: number; readonly year: number; readonly values: readonly string[] }
const COLUMNS = sql`id, year, management, kind, account, area, programme, cost_centre, project_id, funding, unit_id, entry_id`

export const lineStore = (tx: Tx) => ({
  byIds: (ids: readonly string[]) => tx.all<LineRow>(sql`select ${COLUMNS} from budget.lines where commune = ${tx.commune} and id = any (${ids as string[]}::uuid[])`),
  /** Holds the lines until the end of the transaction, in one order, so that two people do not spend the same room. */
  hold: (ids: readonly string[]) => tx.all<LineRow>(sql`select ${COLUMNS} from budget.lines where commune = ${tx.commune} and id = any (${ids as string[]}::uuid[]) order by id for update`),
  /** Sums of posted facts of lines, up to a day when one is given. */
  sums: async (ids: readonly string[], upTo?: Day): Promise<ReadonlyMap<string, PhaseSums>> => {
    const rows = await tx.all<{ line_id: string; s: PhaseSums }>(sql`
      select m.line_id, array[sum(m.initial), sum(m.modification), sum(m.precommitment), sum(m.commitment), sum(m.accrual), sum(m.payment), sum(m.collection)]::float8[] as s
      from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.line_id = any (${ids as string[]}::uuid[]) ${upTo ? sql`and m.effective_on <= ${upTo}` : sql``} group by 1`)
    return new Map(rows.map((row) => [row.line_id, row.s]))
  },
  /** Sums of one purchase of a line: what its order, invoices and payments add up to. */
  chainSums: async (line: string, chain: string): Promise<PhaseSums | undefined> => {
    const row = await tx.one<{ s: PhaseSums }>(sql`
      select array[sum(m.initial), sum(m.modification), sum(m.precommitment), sum(m.commitment), sum(m.accrual), sum(m.payment), sum(m.collection)]::float8[] as s
      from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.line_id = ${line} and m.chain = ${chain} having count(*) > 0`)
    return row?.s
  },
  /** Adds lines that are not there. A line left by a load that was never posted becomes of this entry. */
  add: async (lines: readonly Line[], entryId: string): Promise<number> => insertMany(tx, 'budget.lines as lines', [
    { name: 'commune', type: 'text', values: lines.map(() => tx.commune) },
    { name: 'id', type: 'uuid', values: lines.map(({ id }) => id) },
    { name: 'year', type: 'smallint', values: lines.map(({ year }) => year) },
    { name: 'management', type: 'text', values: lines.map(({ management }) => management) },
    { name: 'kind', type: 'text', values: lines.map(({ kind }) => kind) },
    { name: 'account', type: 'text', values: lines.map(({ account }) => account) },
    { name: 'area', type: 'text', values: lines.map(({ area }) => area) },
    { name: 'programme', type: 'text', values: lines.map(({ programme }) => programme) },
    { name: 'cost_centre', type: 'text', values: lines.map(({ costCentre }) => costCentre) },
    { name: 'project_id', type: 'text', values: lines.map(({ project }) => project) },
    { name: 'funding', type: 'text', values: lines.map(({ funding }) => funding) },
    { name: 'unit_id', type: 'uuid', values: lines.map(({ unitId }) => unitId) },
    { name: 'entry_id', type: 'uuid', values: lines.map(() => entryId) },
  ], `on conflict (commune, id) do update set entry_id = excluded.entry_id where not exists (select from evidence.entries e where e.commune = lines.commune and e.id = lines.entry_id)`),
  /**
   * Adds lines of a loaded balance: only the dimensions that a balance knows travel. `clash` is what to do with a line that is there:
   * refusing it costs a third less, because nothing is looked up before it is written.
   */
  addOfBalance: ({ year, values }: LineColumns, entryId: string, clash: 'refuse' | 'keep') => tx.raw(
    `insert into budget.lines (commune, entry_id, year, management, id, kind, account, area, programme, cost_centre)
     select $1, $2::uuid, $3::smallint, 'municipal', * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) ${clash === 'keep' ? 'on conflict (commune, id) do nothing' : ''}`,
    [tx.commune, entryId, year, ...values],
  ),
  /** Erases lines of an entry that was never posted, unless facts of others already stand on them. */
  eraseUnposted: (entryId: string, size: number) => tx.run(sql`
    delete from budget.lines l where l.commune = ${tx.commune} and l.id in (
      select o.id from budget.lines o where o.commune = ${tx.commune} and o.entry_id = ${entryId}
        and not exists (select from budget.movements m where m.commune = o.commune and m.line_id = o.id) limit ${size})`),
})
