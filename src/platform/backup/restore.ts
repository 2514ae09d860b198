import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { type Connection, type Database, migrate } from '#platform/database'
import type { FileStore } from '#platform/files'
import { knownMigrations } from './backup.ts'
import { decrypt, isEncrypted } from './envelope.ts'
import { checkHashes, type Manifest, readManifest } from './manifest.ts'
import { backupNewer, backupNotReadable, restoreDiffers, restoreTargetNotEmpty } from './problems.ts'
import { rowDigest } from './row-digest.ts'
import { chunkOf, type TableFacts, tablesInOrder } from './tables.ts'

const CHUNK_ROWS = 2000
const UTC = "set local time zone 'UTC'"
type Members = Record<string, Uint8Array>
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The members and the manifest of a backup, hashes checked; all in memory. Throws named problems for a damaged, foreign or encrypted file. */
export const readBackup = async (path: string, passphrase?: string): Promise<{ manifest: Manifest; members: Members }> => {
  const raw = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw backupNotReadable({ reason: error.code === 'ERR_FS_FILE_TOO_LARGE' ? 'pasa de 2 GB y no cabe en memoria' : 'no existe o no se puede leer' })
  })
  const bytes = isEncrypted(raw) ? await decrypt(raw, passphrase) : raw
  let members: Members
  try {
    members = unzipSync(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    throw backupNotReadable({ reason: 'está dañado o incompleto' })
  }
  const manifest = readManifest(members['manifest.json'])
  checkHashes(manifest, new Map(Object.entries(members).map(([name, bytes]) => [name, sha256(bytes)])))
  return { manifest, members }
}

const fillTable = async (connection: Connection, table: TableFacts, lines: readonly string[]): Promise<void> => {
  const size = table.selfReferring ? Math.max(1, lines.length) : CHUNK_ROWS
  for (let at = 0; at < lines.length; at += size) {
    await connection.query(`insert into ${table.name} select * from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`, [`[${lines.slice(at, at + size).join(',')}]`])
  }
}

/** Restores into an empty system, either engine, and verifies every table and file against the manifest. */
export const restoreBackup = async (
  ports: { readonly database: Database; readonly files: FileStore },
  path: string,
  options: { readonly passphrase?: string; readonly progress?: (share: number, message: string) => void } = {},
): Promise<Manifest> => {
  const { manifest, members } = await readBackup(path, options.passphrase)
  const known = new Set(knownMigrations())
  const unknown = manifest.migrations.find((name) => !known.has(name))
  if (unknown) throw backupNewer({ migration: unknown })
  const { engine } = ports.database
  await migrate(engine)
  for (const { hash } of manifest.files) {
    const member = members[`files/${hash}`]
    if (member) await ports.files.put(member)
  }
  await engine.transaction(UTC, true, async (connection) => {
    const present = (await connection.query<{ name: string }>('select name from registry.communes order by name')).rows
    if (present.length) throw restoreTargetNotEmpty({ communes: present.map(({ name }) => name).join(', ') })
    const tables = new Map((await tablesInOrder(connection)).map((table) => [table.name, table]))
    const absent = manifest.tables.find(({ name, rows }) => rows > 0 && !tables.has(name))
    if (absent) throw restoreDiffers({ table: absent.name })
    const wanted = new Set(manifest.tables.map(({ name }) => name))
    for (const [index, table] of [...tables.values()].filter(({ name }) => wanted.has(name)).entries()) {
      options.progress?.((index / wanted.size) * 0.7, table.name)
      await fillTable(connection, table, strFromU8(members[`tables/${table.name}.ndjson`] ?? new Uint8Array()).split('\n').filter(Boolean))
    }
  })
  options.progress?.(0.8, 'comprobando')
  await verifyRestored(ports, manifest)
  options.progress?.(1, 'restaurado y comprobado')
  return manifest
}

/** Compares every table and file with the manifest. */
export const verifyRestored = async ({ database, files }: { readonly database: Database; readonly files: FileStore }, manifest: Manifest): Promise<void> => {
  const hashes = await tableHashes(database)
  for (const table of manifest.tables) if ((table.rows > 0 || hashes.has(table.name)) && hashes.get(table.name) !== table.rowsHash) throw restoreDiffers({ table: table.name })
  const missing = new Set(manifest.missingFiles)
  for (const { hash } of manifest.files) {
    if (missing.has(hash)) continue
    const bytes = await files.get(hash)
    if (!bytes || sha256(bytes) !== hash) throw restoreDiffers({ table: `el archivo ${hash.slice(0, 8)}` })
  }
}
/** Digest of the rows of every table, whatever their order: equal tables give equal digests on both engines. */
export const tableHashes = (database: Database): Promise<Map<string, string>> =>
  database.engine.transaction(UTC, false, async (connection) => {
    const hashes = new Map<string, string>()
    for (const table of await tablesInOrder(connection)) {
      const digest = rowDigest()
      let after: readonly string[] | undefined
      for (;;) {
        const { lines, last } = await chunkOf(connection, table, after, CHUNK_ROWS)
        for (const line of lines) digest.add(line)
        if (lines.length < CHUNK_ROWS) break
        after = last
      }
      hashes.set(table.name, digest.hex())
    }
    return hashes
  })
