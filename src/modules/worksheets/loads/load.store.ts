import type { SheetValue } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import type { ChangeState, LoadState } from '../contract.ts'

export type LoadRow = { id: string; name: string; title: string; filters: unknown; file_hash: string; file_name: string; reason: string; state: LoadState; job_id: string | null; entry_id: string | null; undone_entry: string | null; undo_reason: string; account_id: string; started_at: string; version: number }
export type KeptCell = {
  readonly column: string; readonly title: string; readonly from: SheetValue; readonly to: SheetValue; readonly fromText: string; readonly toText: string
  readonly state: 'waiting' | 'done' | 'refused' | 'undone' | 'kept'; readonly reason: string; readonly entryId: string | null
}
export type ChangeRow = { place: number; record_id: string; label: string; state: ChangeState; cells: readonly KeptCell[] }
export type NewChange = Omit<ChangeRow, 'state'>
const COLUMNS = sql`id, name, title, filters, file_hash, file_name, reason, state, job_id, entry_id, undone_entry, undo_reason, account_id, started_at, version`
const CHUNK = 500

export const loadStore = (tx: Tx) => ({
  get: (id: string) => tx.one<LoadRow>(sql`select ${COLUMNS} from worksheets.loads where commune = ${tx.commune} and id = ${id}`),
  hold: (id: string) => tx.one<LoadRow>(sql`select ${COLUMNS} from worksheets.loads where commune = ${tx.commune} and id = ${id} for update`),
  list: (names: readonly string[], from: number, size: number) => tx.all<LoadRow & { records: number; done: number; refused: number }>(sql`
    select ${COLUMNS}, (select count(*)::int from worksheets.changes c where c.commune = l.commune and c.load_id = l.id) as records,
      (select count(*)::int from worksheets.changes c where c.commune = l.commune and c.load_id = l.id and c.state in ('done', 'part')) as done,
      (select count(*)::int from worksheets.changes c where c.commune = l.commune and c.load_id = l.id and c.state = 'refused') as refused
    from worksheets.loads l where l.commune = ${tx.commune} and l.name = any (${names as string[]}) order by l.started_at desc, l.id limit ${size} offset ${from}`),
  count: async (names: readonly string[]) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from worksheets.loads where commune = ${tx.commune} and name = any (${names as string[]})`))?.n ?? 0,
  add: (row: Pick<LoadRow, 'id' | 'name' | 'title' | 'filters' | 'file_hash' | 'file_name' | 'reason' | 'account_id' | 'started_at'>) =>
    tx.run(sql`insert into worksheets.loads (commune, id, name, title, filters, file_hash, file_name, reason, state, account_id, started_at)
      values (${tx.commune}, ${row.id}, ${row.name}, ${row.title}, ${JSON.stringify(row.filters)}::jsonb, ${row.file_hash}, ${row.file_name}, ${row.reason}, 'applying', ${row.account_id}, ${row.started_at})`),
  addChanges: async (loadId: string, changes: readonly NewChange[]): Promise<void> => {
    for (let from = 0; from < changes.length; from += CHUNK) {
      const rows = changes.slice(from, from + CHUNK)
      await tx.run(sql`insert into worksheets.changes (commune, load_id, place, record_id, label, state, cells)
        select ${tx.commune}, ${loadId}::uuid, r.place, r.record_id, r.label, 'waiting', r.cells from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place int, record_id text, label text, cells jsonb)`)
    }
  },
  set: (id: string, to: { state: LoadState; jobId?: string; entryId?: string; undoneEntry?: string; undoReason?: string }) =>
    tx.run(sql`update worksheets.loads set state = ${to.state}, job_id = coalesce(${to.jobId ?? null}::uuid, job_id), entry_id = coalesce(${to.entryId ?? null}::uuid, entry_id), undone_entry = coalesce(${to.undoneEntry ?? null}::uuid, undone_entry),
      undo_reason = coalesce(${to.undoReason ?? null}, undo_reason), version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  /** Changes after a place, in order; `states` narrows. */
  changes: (loadId: string, after: number, size: number, states?: readonly ChangeState[]) =>
    tx.all<ChangeRow>(sql`select place, record_id, label, state, cells from worksheets.changes where commune = ${tx.commune} and load_id = ${loadId} and place > ${after} ${states ? sql`and state = any (${states as string[]})` : sql``} order by place limit ${size}`),
  page: (loadId: string, states: readonly ChangeState[], from: number, size: number) =>
    tx.all<ChangeRow>(sql`select place, record_id, label, state, cells from worksheets.changes where commune = ${tx.commune} and load_id = ${loadId} and state = any (${states as string[]}) order by place limit ${size} offset ${from}`),
  counts: async (loadId: string): Promise<Partial<Record<ChangeState, number>>> =>
    Object.fromEntries((await tx.all<{ state: ChangeState; n: number }>(sql`select state, count(*)::int as n from worksheets.changes where commune = ${tx.commune} and load_id = ${loadId} group by state`)).map(({ state, n }) => [state, n])),
  /** What the load put and still stands, counted in cells. */
  cellsDone: async (loadId: string) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from worksheets.changes c, jsonb_array_elements(c.cells) x where c.commune = ${tx.commune} and c.load_id = ${loadId} and x->>'state' = 'done'`))?.n ?? 0,
  settle: (loadId: string, change: Pick<ChangeRow, 'place' | 'state' | 'cells'>) =>
    tx.run(sql`update worksheets.changes set state = ${change.state}, cells = ${JSON.stringify(change.cells)}::jsonb where commune = ${tx.commune} and load_id = ${loadId} and place = ${change.place}`),
})
/** State of a record from its cells. */
export const stateOfCells = (cells: readonly KeptCell[], when: 'applied' | 'undone'): ChangeState => {
  const has = (state: KeptCell['state']) => cells.some((cell) => cell.state === state)
  if (when === 'undone') return has('kept') ? 'kept' : has('undone') ? 'undone' : 'refused'
  return has('waiting') ? 'waiting' : has('done') ? (has('refused') ? 'part' : 'done') : 'refused'
}
