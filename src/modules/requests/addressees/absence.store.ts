import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type AbsenceRow = { id: string; personId: string; startsOn: Day; endsOn: Day; deputyId: string; basis: string; version: number }
const COLUMNS = sql`id, person_id as "personId", starts_on as "startsOn", ends_on as "endsOn", deputy_id as "deputyId", basis, version`

export const absenceStore = (tx: Tx) => ({
  list: () => tx.all<AbsenceRow>(sql`select ${COLUMNS} from requests.absences where commune = ${tx.commune} and not cancelled order by starts_on desc`),
  inForce: (on: Day) => tx.all<AbsenceRow>(sql`select ${COLUMNS} from requests.absences where commune = ${tx.commune} and not cancelled and starts_on <= ${on} and ends_on >= ${on}`),
  overlapping: (personId: string, from: Day, to: Day) => tx.one<AbsenceRow>(sql`select ${COLUMNS} from requests.absences where commune = ${tx.commune} and not cancelled and person_id = ${personId} and starts_on <= ${to} and ends_on >= ${from} limit 1`),
  add: (row: Omit<AbsenceRow, 'version'> & { entryId: string }) =>
    tx.run(sql`insert into requests.absences (commune, id, person_id, starts_on, ends_on, deputy_id, basis, entry_id) values (${tx.commune}, ${row.id}, ${row.personId}, ${row.startsOn}, ${row.endsOn}, ${row.deputyId}, ${row.basis}, ${row.entryId})`),
  cancel: (id: string, version: number) => tx.run(sql`update requests.absences set cancelled = true, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version} and not cancelled`),
})
