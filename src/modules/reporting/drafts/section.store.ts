import type { Block, Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

/** Who wrote a block: the account, and the office held then, which is what gets printed. */
export type BlockAuthor = { readonly account: string; readonly office: string }
export type SectionRow = {
  key: string; content: readonly Block[]; authors: Readonly<Record<string, BlockAuthor>>; ready: boolean; unit_id: string | null; due_on: Day | null
  updated_by: string | null; updated_at: string | null; version: number
}
const COLUMNS = sql`key, content, authors, ready, unit_id, due_on, updated_by, updated_at, version`

/** An empty section, as it is before anybody writes: version 0. */
export const emptySection = (key: string): SectionRow => ({ key, content: [], authors: {}, ready: false, unit_id: null, due_on: null, updated_by: null, updated_at: null, version: 0 })

export const sectionStore = (tx: Tx) => ({
  of: (report: string) => tx.all<SectionRow>(sql`select ${COLUMNS} from reporting.sections where commune = ${tx.commune} and report_id = ${report}`),
  get: async (report: string, key: string): Promise<SectionRow> =>
    (await tx.one<SectionRow>(sql`select ${COLUMNS} from reporting.sections where commune = ${tx.commune} and report_id = ${report} and key = ${key}`)) ?? emptySection(key),
  put: (report: string, row: SectionRow) =>
    tx.run(sql`insert into reporting.sections (commune, report_id, key, content, authors, ready, unit_id, due_on, updated_by, updated_at, version)
      values (${tx.commune}, ${report}, ${row.key}, ${JSON.stringify(row.content)}::jsonb, ${JSON.stringify(row.authors)}::jsonb, ${row.ready}, ${row.unit_id}, ${row.due_on}, ${row.updated_by}, ${row.updated_at}, ${row.version})
      on conflict (commune, report_id, key) do update set content = excluded.content, authors = excluded.authors, ready = excluded.ready, unit_id = excluded.unit_id, due_on = excluded.due_on,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at, version = excluded.version`),
})
