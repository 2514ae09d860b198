import { sql, type Tx } from '#platform/database'
import type { CommuneView } from '../contract.ts'

export const communeStore = (tx: Tx) => ({
  get: () => tx.one<CommuneView>(sql`select commune as code, name, municipality, region, province, address, coalesce(rut, '') as rut, letterhead_file as letterhead, demonstration, version from registry.communes where commune = ${tx.commune}`),
  change: (row: { version: number; municipality: string; address: string; rut: string | null; letterhead: string | null }) =>
    tx.run(sql`update registry.communes set municipality = ${row.municipality}, address = ${row.address}, rut = ${row.rut}, letterhead_file = ${row.letterhead}, version = version + 1 where commune = ${tx.commune} and version = ${row.version}`),
})
