import { insertMany, sql, type Tx } from '#platform/database'

export type PointRow = { readonly sessionId: string; readonly version: number; readonly id: string; readonly position: number; readonly title: string; readonly matter: string; readonly unitId: string | null; readonly recordKind: string | null; readonly recordId: string | null; readonly recordTitle: string; readonly recordHref: string }
const COLUMNS = sql`p.session_id as "sessionId", p.version, p.id, p.position, p.title, p.matter, p.unit_id as "unitId", p.record_kind as "recordKind", p.record_id as "recordId", p.record_title as "recordTitle", p.record_href as "recordHref"`

export const agendaStore = (tx: Tx) => ({
  /** Points of sessions, in order, by the newest agenda of each known at a ledger number. */
  ofSessions: (sessions: readonly string[], knownSeq: number) => tx.all<PointRow>(sql`
    select ${COLUMNS} from council.agenda_points p where p.commune = ${tx.commune} and (p.session_id, p.version) in (
      select a.session_id, max(a.version) from council.agendas a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
      where a.commune = ${tx.commune} and a.session_id = any (${sessions as string[]}::uuid[]) and e.seq <= ${knownSeq} group by a.session_id) order by p.session_id, p.position`),
  atVersion: (session: string, version: number) => tx.all<PointRow>(sql`select ${COLUMNS} from council.agenda_points p where p.commune = ${tx.commune} and p.session_id = ${session} and p.version = ${version} order by p.position`),
  version: async (session: string, knownSeq: number) => (await tx.one<{ version: number | null }>(sql`select max(a.version) as version from council.agendas a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id where a.commune = ${tx.commune} and a.session_id = ${session} and e.seq <= ${knownSeq}`))?.version ?? 0,
  save: async (session: string, version: number, points: readonly Omit<PointRow, 'sessionId' | 'version' | 'position'>[], entryId: string): Promise<void> => {
    await tx.run(sql`insert into council.agendas (commune, session_id, version, entry_id) values (${tx.commune}, ${session}, ${version}, ${entryId})`)
    if (points.length === 0) return
    const text = (name: string, values: readonly (string | null)[], type = 'text') => ({ name, type, values })
    await insertMany(tx, 'council.agenda_points', [
      text('commune', points.map(() => tx.commune)), text('session_id', points.map(() => session), 'uuid'), { name: 'version', type: 'int', values: points.map(() => version) }, text('id', points.map(({ id }) => id), 'uuid'),
      { name: 'position', type: 'int', values: points.map((_point, index) => index + 1) }, text('title', points.map(({ title }) => title)), text('matter', points.map(({ matter }) => matter)), text('unit_id', points.map(({ unitId }) => unitId), 'uuid'),
      text('record_kind', points.map(({ recordKind }) => recordKind)), text('record_id', points.map(({ recordId }) => recordId)), text('record_title', points.map(({ recordTitle }) => recordTitle)), text('record_href', points.map(({ recordHref }) => recordHref)),
    ])
  },
})
