import { sql, type Tx } from '#platform/database'
import { type ActKind, actKinds, type Circuit } from '../contract.ts'
import { circuitOf } from './circuit.ts'

type Changed = { kind: ActKind; visas: string[]; signers: string[]; version: number }
const COLUMNS = sql`c.kind, c.visas, c.signers, c.version`

/** The circuit of a kind as it is now in this municipality. */
export const circuitFor = async (tx: Tx, kind: ActKind): Promise<Circuit> =>
  circuitOf(kind, await tx.one<Changed>(sql`select ${COLUMNS} from correspondence.circuits c where c.commune = ${tx.commune} and c.kind = ${kind}`))
export const allCircuits = async (tx: Tx): Promise<readonly Circuit[]> => {
  const changed = await tx.all<Changed>(sql`select ${COLUMNS} from correspondence.circuits c where c.commune = ${tx.commune}`)
  return actKinds.map((kind) => circuitOf(kind, changed.find((one) => one.kind === kind)))
}
export const putCircuit = (tx: Tx, { kind, visas, signers, version }: Circuit, entryId: string): Promise<number> =>
  tx.run(sql`insert into correspondence.circuits (commune, kind, visas, signers, version, entry_id) values (${tx.commune}, ${kind}, ${[...visas]}, ${[...signers]}, ${version}, ${entryId})
    on conflict (commune, kind) do update set visas = excluded.visas, signers = excluded.signers, version = excluded.version, entry_id = excluded.entry_id`)
