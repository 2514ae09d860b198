import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { type Database, migrate } from '#platform/database'
import type { FileStore } from '#platform/files'
import { knownMigrations, type Manifest } from './backup.ts'
import { decrypt, isEncrypted } from './envelope.ts'
import { backupNewer, backupNotReadable, restoreDiffers, restoreTargetNotEmpty } from './problems.ts'
import { tableChunks, tablesInOrder } from './tables.ts'

const CHUNK_ROWS = 2000

/** The members and the manifest of a backup, hashes checked. Throws named problems for a damaged, foreign or encrypted file. */
export const readBackup = async (path: string, passphrase?: string): Promise<{ manifest: Manifest; members: Record<string, Uint8Array> }> => {
  const raw = await readFile(path).catch(() => {
    throw backupNotReadable({ reason: 'no existe o no se puede leer' })
  })
  const bytes = isEncrypted(raw) ? await decrypt(raw, passphrase) : raw
  let members: Record<string, Uint8Array>
  try {
    members = unzipSync(new Uint8Array(bytes))
  } catch {
    throw backupNotReadable({ reason: 'está dañado o incompleto' })
  }
  const text = members['manifest.json']
  const manifest = text ? (JSON.parse(strFromU8(text)) as Manifest) : undefined
  if (manifest?.format !== 'secplan.backup/1') throw backupNotReadable({ reason: 'no es de Secplan' })
  for (const table of manifest.tables) {
    const member = members[`tables/${table.name}.ndjson`] ?? new Uint8Array()
    if (createHash('sha256').update(member).digest('hex') !== table.hash) throw backupNotReadable({ reason: `tiene la tabla ${table.name} cambiada` })
  }
  for (const file of manifest.files) {
    const member = members[`files/${file.hash}`]
    if (member && createHash('sha256').update(member).digest('hex') !== file.hash) throw backupNotReadable({ reason: `tiene un archivo cambiado (${file.hash.slice(0, 8)})` })
  }
  return { manifest, members }
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
  const { database } = ports
  await migrate(database.engine)
  const present = await database.asOwner(async (tx) => (await tx.raw<{ name: string }>('select name from registry.communes order by name')).rows)
  if (present.length) throw restoreTargetNotEmpty({ communes: present.map(({ name }) => name).join(', ') })
  await database.asOwner(async (tx) => {
    await tx.raw("set local time zone 'UTC'")
    const order = await tablesInOrder(tx)
    const wanted = new Set(manifest.tables.map(({ name }) => name))
    for (const [index, table] of order.filter(({ name }) => wanted.has(name)).entries()) {
      options.progress?.((index / wanted.size) * 0.7, table.name)
      const lines = strFromU8(members[`tables/${table.name}.ndjson`] ?? new Uint8Array()).split('\n').filter(Boolean)
      const size = table.selfReferring ? Math.max(1, lines.length) : CHUNK_ROWS
      for (let at = 0; at < lines.length; at += size) {
        await tx.raw(`insert into ${table.name} select * from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`, [`[${lines.slice(at, at + size).join(',')}]`])
      }
    }
  })
  for (const { hash } of manifest.files) {
    const member = members[`files/${hash}`]
    if (member) await ports.files.put(member)
  }
  options.progress?.(0.8, 'comprobando')
  await verifyRestored(database, manifest)
  options.progress?.(1, 'restaurado y comprobado')
  return manifest
}

/** Recomputes the hash of every table and compares it with the manifest. */
export const verifyRestored = async (database: Database, manifest: Manifest): Promise<void> => {
  const hashes = await tableHashes(database)
  for (const table of manifest.tables) if (hashes.get(table.name) !== table.hash) throw restoreDiffers({ table: table.name })
}
export const tableHashes = (database: Database): Promise<Map<string, string>> =>
  database.asOwner(async (tx) => {
    await tx.raw("set local time zone 'UTC'")
    const hashes = new Map<string, string>()
    for (const table of await tablesInOrder(tx)) {
      const hash = createHash('sha256')
      for await (const { lines } of tableChunks(tx, table, CHUNK_ROWS)) hash.update(`${lines.join('\n')}\n`)
      hashes.set(table.name, hash.digest('hex'))
    }
    return hashes
  })
