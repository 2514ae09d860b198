import { randomBytes } from 'node:crypto'
import { sql, type Tx } from '#platform/database'

/** The key of the municipality, made the first time a worksheet goes down. */
export const signingStore = (tx: Tx) => ({
  key: async (): Promise<Uint8Array | undefined> => (await tx.one<{ key: Uint8Array }>(sql`select key from worksheets.signing_keys where commune = ${tx.commune}`))?.key,
  make: async (): Promise<Uint8Array> => {
    await tx.run(sql`insert into worksheets.signing_keys (commune, key) values (${tx.commune}, ${randomBytes(32)}) on conflict (commune) do nothing`)
    const made = await signingStore(tx).key()
    if (!made) throw new Error('La clave de las planillas no se guardó')
    return made
  },
})
