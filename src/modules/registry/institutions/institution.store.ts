import { sql, type Tx } from '#platform/database'
import type { InstitutionView } from '../contract.ts'

type Fields = { id: string; code: string | null; name: string; kind: string; rut: string | null }
const COLUMNS = sql`id, code, name, kind, rut, active, version`

export const institutionStore = (tx: Tx) => ({
  list: () => tx.all<InstitutionView>(sql`select ${COLUMNS} from registry.institutions where commune = ${tx.commune} order by platform.sort_key(name)`),
  get: (id: string) => tx.one<InstitutionView>(sql`select ${COLUMNS} from registry.institutions where commune = ${tx.commune} and id = ${id}`),
  add: (row: Fields) => tx.run(sql`insert into registry.institutions (commune, id, code, name, kind, rut) values (${tx.commune}, ${row.id}, ${row.code}, ${row.name}, ${row.kind}, ${row.rut})`),
  /** Rows changed: 0 when another version is in place. */
  change: (row: Fields & { version: number; active: boolean }) =>
    tx.run(sql`update registry.institutions set code = ${row.code}, name = ${row.name}, kind = ${row.kind}, rut = ${row.rut}, active = ${row.active}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
})
