import { z } from 'zod'

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
