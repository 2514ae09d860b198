import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { allMigrations, type Database, notWritable } from '#platform/database'
import type { FileStore } from '#platform/files'
import { openArchive } from './archive.ts'
import type { Manifest } from './manifest.ts'
import { spoolAll } from './snapshot.ts'
import { spoolPath } from './spool.ts'

export type BackupPorts = { readonly database: Database; readonly files: FileStore; readonly version: string; readonly at: string }
export type BackupOptions = { readonly passphrase?: string; readonly progress?: (share: number, message: string) => void }

const facts = (database: Database) =>
  database.engine.transaction(undefined, false, async (connection) => {
    const column = async (text: string) => (await connection.query<{ value: string }>(text)).rows.map(({ value }) => value)
    return {
      migrations: await column('select name as value from platform.migrations order by name'),
      communes: await column('select commune as value from registry.communes order by commune'),
    }
  })

/** Stored files named by the copied rows: read from the copy, so that rows and files are of the same instant. */
const namedFiles = async (folder: string): Promise<{ hash: string; size: number }[]> => {
  const found = new Map<string, number>()
  const handle = await open(spoolPath(folder, 'evidence.files'))
  for await (const line of handle.readLines()) {
    if (!line) continue
    const { hash, size } = JSON.parse(line) as { hash: string; size: number }
    found.set(hash, size)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hash, size]) => ({ hash, size }))
}

/**
 * A logical backup: one JSON-lines member per table, every file by its hash, and a manifest with counts and hashes.
 * It restores on either engine. The server may go on working: tables are copied as of one instant without holding the
 * engine. Written beside its name and renamed when whole; memory does not grow with the size.
 */
export const writeBackup = async (ports: BackupPorts, path: string, options: BackupOptions = {}): Promise<Manifest> => {
  const partial = `${path}.partial`
  const folder = await mkdtemp(join(tmpdir(), 'secplan-respaldo-'))
  const progress = options.progress ?? (() => undefined)
  let archive: Awaited<ReturnType<typeof openArchive>> | undefined
  try {
    const copies = await spoolAll(ports.database.engine, folder, (share, message) => progress(share * 0.7, message))
    archive = await openArchive(partial, options.passphrase)
    for (const { name } of copies) await archive.addFile(`tables/${name}.ndjson`, spoolPath(folder, name))
    const files = await namedFiles(folder)
    const missingFiles: string[] = []
    for (const [index, { hash }] of files.entries()) {
      progress(0.7 + (index / files.length) * 0.3, 'archivos')
      const bytes = await ports.files.get(hash)
      if (bytes) await archive.addBytes(`files/${hash}`, new Uint8Array(bytes))
      else missingFiles.push(hash)
    }
    const manifest: Manifest = {
      format: 'secplan.backup/1', version: ports.version, createdAt: ports.at, engine: ports.database.engine.kind, ...(await facts(ports.database)),
      tables: copies.map(({ since: _, ...mark }) => mark), files, missingFiles,
    }
    await archive.addText('manifest.json', JSON.stringify(manifest, null, 2))
    await archive.finish()
    await rename(partial, path)
    return manifest
  } catch (error) {
    await archive?.abandon()
    await rm(partial, { force: true })
    throw error instanceof Error && 'errno' in error ? notWritable(dirname(path), error) : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
export const knownMigrations = (): string[] => allMigrations().map(({ name }) => name)
