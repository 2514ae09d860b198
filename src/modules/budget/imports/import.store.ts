import { sql, type Tx } from '#platform/database'
import type { LedgerPhase } from '../movements/phase.ts'
import type { PhaseColumns } from './phase-cells.ts'

export type ImportState = 'reading' | 'staged' | 'loaded' | 'cancelled' | 'undone'
export const importStates: Record<ImportState, string> = { reading: 'en revisión', staged: 'cargándose', loaded: 'cargada', cancelled: 'detenida', undone: 'deshecha' }
export type ImportCounts = { readonly new?: number; readonly changed?: number; readonly equal?: number; readonly rejected?: number; readonly missing?: number; readonly movements?: number }
export type ImportRow = {
  id: string; year: number; month: number; kind: string; file_hash: string; file_name: string; sheet: string; recipe: string; state: ImportState; entry_id: string; undone_entry: string | null
  counts: ImportCounts; totals: Partial<Record<LedgerPhase, number>>; phase_columns: PhaseColumns; problems: readonly { what: string; cell: string; code: string }[]; rejected_hash: string | null; account_id: string; started_at: string; version: number
}
const COLUMNS = sql`i.id, i.year, i.month, i.kind, i.file_hash, i.file_name, i.sheet, i.recipe, i.state, i.entry_id, i.undone_entry, i.counts, i.totals, i.phase_columns, i.problems, i.rejected_hash, i.account_id, i.started_at, i.version`

export const importStore = (tx: Tx) => ({
  get: (id: string) => tx.one<ImportRow>(sql`select ${COLUMNS} from budget.imports i where i.commune = ${tx.commune} and i.id = ${id}`),
  hold: (id: string) => tx.one<ImportRow>(sql`select ${COLUMNS} from budget.imports i where i.commune = ${tx.commune} and i.id = ${id} for update`),
  byIds: (ids: readonly string[]) => tx.all<ImportRow>(sql`select ${COLUMNS} from budget.imports i where i.commune = ${tx.commune} and i.id = any (${ids as string[]}::uuid[])`),
  list: (year?: number) => tx.all<ImportRow>(sql`select ${COLUMNS} from budget.imports i where i.commune = ${tx.commune} and i.state <> 'reading' ${year ? sql`and i.year = ${year}` : sql``} order by i.started_at desc limit 200`),
  /** Loaded balances of the same kind after a month: they would double what an earlier month changes. */
  laterLoaded: (year: number, month: number, kind: string) => tx.one<{ month: number }>(sql`
    select month from budget.imports where commune = ${tx.commune} and year = ${year} and month > ${month} and state = 'loaded' and (kind = ${kind} or kind = 'both' or ${kind} = 'both') order by month desc limit 1`),
  add: (row: { id: string; year: number; month: number; fileHash: string; fileName: string; entryId: string; accountId: string; at: string }) => tx.run(sql`
    insert into budget.imports (commune, id, year, month, kind, file_hash, file_name, state, entry_id, account_id, started_at)
    values (${tx.commune}, ${row.id}, ${row.year}, ${row.month}, '', ${row.fileHash}, ${row.fileName}, 'reading', ${row.entryId}, ${row.accountId}, ${row.at})`),
  note: (id: string, change: { state?: ImportState; kind?: string; sheet?: string; recipe?: string; counts?: ImportCounts; totals?: object; columns?: PhaseColumns; problems?: readonly object[]; rejected?: string | null; choices?: object; entryId?: string }) => tx.run(sql`
    update budget.imports set state = coalesce(${change.state ?? null}, state), kind = coalesce(${change.kind ?? null}, kind), sheet = coalesce(${change.sheet ?? null}, sheet), recipe = coalesce(${change.recipe ?? null}, recipe),
      counts = coalesce(${change.counts ? JSON.stringify(change.counts) : null}::jsonb, counts), totals = coalesce(${change.totals ? JSON.stringify(change.totals) : null}::jsonb, totals),
      phase_columns = coalesce(${change.columns ? JSON.stringify(change.columns) : null}::jsonb, phase_columns), problems = coalesce(${change.problems ? JSON.stringify(change.problems) : null}::jsonb, problems),
      rejected_hash = coalesce(${change.rejected ?? null}, rejected_hash), choices = coalesce(${change.choices ? JSON.stringify(change.choices) : null}::jsonb, choices), entry_id = coalesce(${change.entryId ?? null}::uuid, entry_id), version = version + 1
    where commune = ${tx.commune} and id = ${id}`),
})
