import { readRut } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { rutRefused, supplierUnknown } from '../problems.ts'

/** The supplier with a RUT, checked by its digit. Throws when the RUT is wrong or nobody registered it. */
export const supplierOf = async (tx: Tx, rutText: string): Promise<{ id: string; name: string }> => {
  const rut = readRut(rutText)
  if (!rut) throw rutRefused({ text: rutText })
  const found = await tx.one<{ id: string; name: string }>(sql`select id, name from registry.suppliers where commune = ${tx.commune} and rut = ${rut}`)
  if (!found) throw supplierUnknown({ rut })
  return found
}

export const supplierNames = async (tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.all<{ id: string; name: string }>(sql`select id, name from registry.suppliers where commune = ${tx.commune} and id = any (${wanted}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
