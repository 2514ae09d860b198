import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { notFound, versionMoved } from '#platform/actions'
import type { ReportState } from '../contract.ts'

export type ReportRow = {
  id: string; kind: string; period: string; state: ReportState; effective_on: Day | null; known_on: Day | null
  drafter_id: string; reviewer_id: string | null; approver_id: string | null; last_edition: number; version: number
}
const COLUMNS = sql`id, kind, period, state, effective_on, known_on, drafter_id, reviewer_id, approver_id, last_edition, version`
export type ReportPatch = Partial<Pick<ReportRow, 'state' | 'effective_on' | 'known_on' | 'reviewer_id' | 'approver_id' | 'last_edition'>>

export const reportStore = (tx: Tx) => {
  const get = (id: string) => tx.one<ReportRow>(sql`select ${COLUMNS} from reporting.reports where commune = ${tx.commune} and id = ${id}`)
  const need = async (id: string): Promise<ReportRow> => {
    const row = await get(id)
    if (!row) throw notFound({ what: 'el informe' })
    return row
  }
  return {
    get, need,
    /** The report at the version the person saw. Throws `version/cambio-antes` when somebody moved it. */
    needVersion: async (id: string, version: number): Promise<ReportRow> => {
      const row = await need(id)
      if (row.version !== version) throw versionMoved({ what: 'El informe', yours: version, current: row.version }, { facts: { current: row } })
      return row
    },
    all: () => tx.all<ReportRow>(sql`select ${COLUMNS} from reporting.reports where commune = ${tx.commune} order by period desc, kind`),
    of: (kind: string, period: string) => tx.one<ReportRow>(sql`select ${COLUMNS} from reporting.reports where commune = ${tx.commune} and kind = ${kind} and period = ${period}`),
    add: (row: { id: string; kind: string; period: string; drafter: string }) =>
      tx.run(sql`insert into reporting.reports (commune, id, kind, period, drafter_id) values (${tx.commune}, ${row.id}, ${row.kind}, ${row.period}, ${row.drafter})`),
    /** Writes what changed and counts a version. Returns the new row. */
    change: async (row: ReportRow, patch: ReportPatch): Promise<ReportRow> => {
      const next = { ...row, ...patch, version: row.version + 1 }
      await tx.run(sql`update reporting.reports set state = ${next.state}, effective_on = ${next.effective_on}, known_on = ${next.known_on}, reviewer_id = ${next.reviewer_id},
        approver_id = ${next.approver_id}, last_edition = ${next.last_edition}, version = ${next.version} where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`)
      return next
    },
  }
}
