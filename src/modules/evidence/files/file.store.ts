import type { Visibility } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { fileTexts } from './file-text.store.ts'

export type FileRow = { hash: string; name: string; media_type: string; size: number; visibility: Visibility; uploaded_at: string }
const COLUMNS = sql`hash, name, media_type, size, visibility, uploaded_at`

/** Rows that name stored bytes. A file is readable when its row is visible to the reader (commune and label). */
export const fileRows = (tx: Tx) => ({
  add: (file: { hash: string; name: string; mediaType: string; size: number; visibility: Visibility; uploadedBy: string; at: string }) =>
    tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, visibility, uploaded_by, uploaded_at)
      values (${tx.commune}, ${file.hash}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.visibility}, ${file.uploadedBy}, ${file.at})
      on conflict (commune, hash) do nothing`),
  get: (hash: string) => tx.one<FileRow>(sql`select ${COLUMNS} from evidence.files where commune = ${tx.commune} and hash = ${hash}`),
  /** Moves internal files forward to the label of the council, whose members received them. What is reserved keeps its label. Returns how many moved. */
  showToCouncil: (hashes: readonly string[]) => tx.run(sql`update evidence.files set visibility = 'council' where commune = ${tx.commune} and hash = any (${hashes as string[]}) and visibility = 'internal'`),
  all: () => tx.all<FileRow>(sql`select ${COLUMNS} from evidence.files where commune = ${tx.commune} order by hash`),
})
export type AttachmentRow = { id: string; title: string; file_hash: string; version: number; attached_on: string; name: string; media_type: string; size: number }
export const attachmentRows = (tx: Tx) => ({
  /** Ties a file to a record and asks for its text. */
  add: async (row: { id: string; record: { kind: string; id: string }; title: string; fileHash: string; visibility: Visibility; entryId: string; on: string }): Promise<void> => {
    await tx.run(sql`insert into evidence.attachments (commune, id, record_kind, record_id, title, file_hash, version, visibility, entry_id, attached_on)
      select ${tx.commune}, ${row.id}::uuid, ${row.record.kind}, ${row.record.id}, ${row.title}, ${row.fileHash},
        coalesce((select max(version) from evidence.attachments where commune = ${tx.commune} and record_kind = ${row.record.kind} and record_id = ${row.record.id} and title = ${row.title}), 0) + 1,
        ${row.visibility}, ${row.entryId}::uuid, ${row.on}::date`)
    const file = await fileRows(tx).get(row.fileHash)
    if (!file) return
    await fileTexts(tx).want(file)
    if (row.title !== file.name) await fileTexts(tx).entitle(row.fileHash, row.id, row.title, row.visibility)
  },
  /** Documents of a record as they were known: those of an entry taken back are no longer its documents. */
  of: (kind: string, id: string, knownSeq: number = Number.MAX_SAFE_INTEGER, on?: string) =>
    tx.all<AttachmentRow>(sql`select a.id, a.title, a.file_hash, a.version, a.attached_on, f.name, f.media_type, f.size
      from evidence.attachments a join evidence.files f on f.commune = a.commune and f.hash = a.file_hash
      join evidence.entries e on e.commune = a.commune and e.id = a.entry_id
      where a.commune = ${tx.commune} and a.record_kind = ${kind} and a.record_id = ${id} and e.seq <= ${knownSeq} ${on ? sql`and a.attached_on <= ${on}` : sql``}
        and not exists (select 1 from evidence.entries x where x.commune = e.commune and x.undoes = e.seq and x.seq <= ${knownSeq}) order by a.attached_on desc, a.title, a.version desc`),
})
export const sourceRows = (tx: Tx) => ({
  add: (row: { id: string; kind: string; title: string; number?: string; datedOn?: string; publisher?: string; licence?: string; link?: string; fileHash?: string; visibility?: Visibility; entryId?: string }) =>
    tx.run(sql`insert into evidence.sources (commune, id, kind, title, number, dated_on, publisher, licence, link, file_hash, visibility, entry_id)
      values (${tx.commune}, ${row.id}, ${row.kind}, ${row.title}, ${row.number ?? null}, ${row.datedOn ?? null}, ${row.publisher ?? null}, ${row.licence ?? null}, ${row.link ?? null}, ${row.fileHash ?? null}, ${row.visibility ?? 'internal'}, ${row.entryId ?? null})`),
})
