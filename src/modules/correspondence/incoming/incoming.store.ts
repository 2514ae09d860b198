import type { Day } from '#kernel'
import { notFound, versionMoved } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import type { IncomingState, RequestKind } from '../contract.ts'

export type IncomingRow = {
  id: string; number: number; year: number; sender: string; sender_is_person: boolean; document: string; document_on: Day | null; received_on: Day; subject: string; file_hash: string | null; unit_id: string; request_kind: RequestKind
  needs_answer: boolean; due_on: Day | null; due_from: string; state: IncomingState; closed_reason: string; answered_on: Day | null; registered_by: string; council_request: string | null; version: number
}
const NAMES = ['id', 'number', 'year', 'sender', 'sender_is_person', 'document', 'document_on', 'received_on', 'subject', 'file_hash', 'unit_id', 'request_kind', 'needs_answer', 'due_on', 'due_from', 'state', 'closed_reason', 'answered_on', 'registered_by', 'council_request', 'version'] as const
const COLUMNS = sql.join(NAMES.map((name) => sql.ref(`i.${name}`)), sql`, `)
export type IncomingFilter = { readonly knownSeq: number; readonly on: Day; readonly state: string; readonly unitId: string; readonly year: string; readonly text: string }

const where = (tx: Tx, { knownSeq, on, state, unitId, year, text }: IncomingFilter) => sql`from correspondence.incoming i join evidence.posted p on p.commune = i.commune and p.entry_id = i.entry_id
  where i.commune = ${tx.commune} and p.seq <= ${knownSeq} and i.received_on <= ${on} ${state ? sql`and i.state = ${state}` : sql``} ${unitId ? sql`and i.unit_id = ${unitId}` : sql``} ${year ? sql`and i.year = ${Number(year)}` : sql``}
  ${text ? sql`and platform.sort_key(i.subject || ' ' || i.sender || ' ' || i.document || ' ' || i.number) like '%' || platform.sort_key(${text.replace(/[%_\\]/g, '')}) || '%'` : sql``}`

export const incomingStore = (tx: Tx) => {
  const get = (id: string) => tx.one<IncomingRow>(sql`select ${COLUMNS} from correspondence.incoming i where i.commune = ${tx.commune} and i.id = ${id}`)
  return {
    get,
    needVersion: async (id: string, version: number): Promise<IncomingRow> => {
      await tx.one(sql`select id from correspondence.incoming where commune = ${tx.commune} and id = ${id} for update`)
      const row = await get(id)
      if (!row) throw notFound({ what: 'la correspondencia' })
      if (row.version !== version) throw versionMoved({ what: `Parte N.º ${row.number}`, yours: version, current: row.version }, { facts: { current: row } })
      return row
    },
    list: (filter: IncomingFilter, page: number, size: number) => tx.all<IncomingRow>(sql`select ${COLUMNS} ${where(tx, filter)} order by i.year desc, i.number desc limit ${size} offset ${(page - 1) * size}`),
    count: async (filter: IncomingFilter): Promise<number> => (await tx.one<{ count: number }>(sql`select count(*)::int as count ${where(tx, filter)}`))?.count ?? 0,
    waiting: () => tx.all<IncomingRow>(sql`select ${COLUMNS} from correspondence.incoming i where i.commune = ${tx.commune} and i.state = 'pending' and i.needs_answer order by i.due_on nulls last limit 200`),
    byIds: (ids: readonly string[]) => tx.all<IncomingRow>(sql`select ${COLUMNS} from correspondence.incoming i where i.commune = ${tx.commune} and i.id = any (${[...ids]}::uuid[])`),
    add: (row: IncomingRow, entryId: string) => tx.run(sql`insert into correspondence.incoming (commune, ${sql.join(NAMES.map((name) => sql.ref(name)), sql`, `)}, entry_id) values (${tx.commune}, ${sql.join(NAMES.map((name) => sql`${row[name]}`), sql`, `)}, ${entryId})`),
    change: async (row: IncomingRow, patch: Partial<Pick<IncomingRow, 'unit_id' | 'request_kind' | 'due_on' | 'due_from' | 'state' | 'closed_reason' | 'answered_on' | 'council_request'>>): Promise<IncomingRow> => {
      const next = { ...row, ...patch, version: row.version + 1 }
      await tx.run(sql`update correspondence.incoming set unit_id = ${next.unit_id}, request_kind = ${next.request_kind}, due_on = ${next.due_on}, due_from = ${next.due_from}, state = ${next.state}, closed_reason = ${next.closed_reason}, answered_on = ${next.answered_on}, council_request = ${next.council_request}, version = ${next.version}
        where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`)
      return next
    },
  }
}
