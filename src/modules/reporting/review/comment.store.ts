import { sql, type Tx } from '#platform/database'

export type CommentRow = { id: string; section_key: string; block_id: string | null; text: string; account_id: string; written_at: string; resolved_at: string | null }

export const commentStore = (tx: Tx) => ({
  of: (report: string) => tx.all<CommentRow>(sql`select id, section_key, block_id, text, account_id, written_at, resolved_at from reporting.comments
    where commune = ${tx.commune} and report_id = ${report} order by resolved_at is not null, written_at`),
  get: (id: string) => tx.one<CommentRow & { report_id: string }>(sql`select id, report_id, section_key, block_id, text, account_id, written_at, resolved_at from reporting.comments where commune = ${tx.commune} and id = ${id}`),
  add: (row: { id: string; report: string; sectionKey: string; blockId?: string; text: string; accountId: string; entryId: string; at: string }) =>
    tx.run(sql`insert into reporting.comments (commune, id, report_id, section_key, block_id, text, account_id, entry_id, written_at)
      values (${tx.commune}, ${row.id}, ${row.report}, ${row.sectionKey}, ${row.blockId ?? null}, ${row.text}, ${row.accountId}, ${row.entryId}, ${row.at})`),
  resolve: (id: string, at: string | null, by: string | null) => tx.run(sql`update reporting.comments set resolved_at = ${at}, resolved_by = ${by} where commune = ${tx.commune} and id = ${id}`),
})
