import type { Day, DocumentBody } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { HeldDecision } from '../contract/sheet.ts'

export type SheetRow = { readonly id: string; readonly meetingOn: Day; readonly state: 'open' | 'held'; readonly remarks: string; readonly decisions: readonly HeldDecision[]; readonly body: DocumentBody | null; readonly fingerprint: string | null; readonly pdfHash: string | null; readonly docxHash: string | null; readonly heldOn: Day | null; readonly heldSeq: number | null; readonly version: number }
const COLUMNS = sql`s.id, s.meeting_on as "meetingOn", s.state, s.remarks, s.decisions, s.body, s.fingerprint, s.pdf_hash as "pdfHash", s.docx_hash as "docxHash", s.held_on as "heldOn", s.held_seq as "heldSeq", s.version`
const POSTED = sql`join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id`

export const sheetStore = (tx: Tx) => ({
  /** Sheets known at a ledger number, the newest meeting first. */
  list: (knownSeq: number) => tx.all<SheetRow>(sql`select ${COLUMNS} from council.sheets s ${POSTED} where s.commune = ${tx.commune} and e.seq <= ${knownSeq} order by s.meeting_on desc limit 120`),
  get: (id: string) => tx.one<SheetRow>(sql`select ${COLUMNS} from council.sheets s where s.commune = ${tx.commune} and s.id = ${id}`),
  hold: (id: string) => tx.one<SheetRow>(sql`select ${COLUMNS} from council.sheets s where s.commune = ${tx.commune} and s.id = ${id} for update`),
  /** The last one held before a meeting: what changed is told since then. */
  previous: (meetingOn: Day) => tx.one<SheetRow>(sql`select ${COLUMNS} from council.sheets s ${POSTED} where s.commune = ${tx.commune} and s.state = 'held' and s.meeting_on < ${meetingOn} order by s.meeting_on desc limit 1`),
  open: () => tx.one<SheetRow>(sql`select ${COLUMNS} from council.sheets s ${POSTED} where s.commune = ${tx.commune} and s.state = 'open' order by s.meeting_on limit 1`),
  add: (row: { id: string; meetingOn: Day; entryId: string }) => tx.run(sql`insert into council.sheets (commune, id, meeting_on, entry_id) values (${tx.commune}, ${row.id}, ${row.meetingOn}, ${row.entryId})`),
  save: (row: { id: string; version: number; remarks: string; decisions: readonly HeldDecision[] }) => tx.run(sql`update council.sheets set remarks = ${row.remarks}, decisions = ${JSON.stringify(row.decisions)}::jsonb, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version} and state = 'open'`),
  /** Freezes the sheet: from now on it is read as it was seen. */
  freeze: (row: { id: string; version: number; decisions: readonly HeldDecision[]; body: DocumentBody; fingerprint: string; pdfHash: string; docxHash: string; heldOn: Day }) => tx.run(sql`
    update council.sheets set state = 'held', decisions = ${JSON.stringify(row.decisions)}::jsonb, body = ${JSON.stringify(row.body)}::jsonb, fingerprint = ${row.fingerprint}, pdf_hash = ${row.pdfHash}, docx_hash = ${row.docxHash}, held_on = ${row.heldOn},
      held_seq = (select coalesce(max(seq), 0) from evidence.entries where commune = ${tx.commune}), version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version} and state = 'open'`),
})
