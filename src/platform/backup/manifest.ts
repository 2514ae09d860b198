import { createHash } from 'node:crypto'
import { strFromU8 } from 'fflate'
import { z } from 'zod'
import { backupNotReadable } from './problems.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** The last member of a backup: what it holds, with counts and hashes. */
export const Manifest = z.object({
  format: z.literal('secplan.backup/1'),
  version: z.string(),
  createdAt: z.string(),
  engine: z.string(),
  communes: z.array(z.string()),
  migrations: z.array(z.string()),
  /** `hash`: SHA-256 of the member's bytes. `rowsHash`: digest of its rows whatever their order, the same on both engines. */
  tables: z.array(z.object({ name: z.string().regex(/^[a-z_]+\.[a-z_0-9]+$/), rows: z.number().int(), hash: Hash, rowsHash: Hash })),
  files: z.array(z.object({ hash: Hash, size: z.number() })),
  /** Files that rows name and the folder did not have when the backup was made. */
  missingFiles: z.array(Hash),
})
export type Manifest = z.output<typeof Manifest>
export type TableMark = Manifest['tables'][number]

/** The manifest from its member. Throws named problems when it is absent, damaged or foreign. */
export const readManifest = (bytes: Uint8Array | undefined): Manifest => {
  let value: unknown
  try {
    value = bytes ? JSON.parse(strFromU8(bytes)) : undefined
  } catch {
    throw backupNotReadable({ reason: 'está dañado: no se entiende su índice' })
  }
  const parsed = Manifest.safeParse(value)
  if (!parsed.success) throw backupNotReadable({ reason: 'no es de Secplan' })
  return parsed.data
}
const EMPTY = createHash('sha256').digest('hex')
/** Compares the SHA-256 of every member with the manifest. Throws the named problem of the first that differs. */
export const checkHashes = (manifest: Manifest, hashes: ReadonlyMap<string, string>): void => {
  for (const table of manifest.tables) {
    if ((hashes.get(`tables/${table.name}.ndjson`) ?? EMPTY) !== table.hash) throw backupNotReadable({ reason: `tiene la tabla ${table.name} cambiada` })
  }
  const missing = new Set(manifest.missingFiles)
  for (const { hash } of manifest.files) {
    const found = hashes.get(`files/${hash}`)
    if (!found && !missing.has(hash)) throw backupNotReadable({ reason: `le falta un archivo (${hash.slice(0, 8)})` })
    if (found && found !== hash) throw backupNotReadable({ reason: `tiene un archivo cambiado (${hash.slice(0, 8)})` })
  }
}
