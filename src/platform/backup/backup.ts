import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { allMigrations, type Database } from '#platform/database'
import type { FileStore } from '#platform/files'
import { encrypt } from './envelope.ts'
import { tableChunks, tablesInOrder } from './tables.ts'

export type Manifest = {
  readonly format: 'secplan.backup/1'
  readonly version: string
  readonly createdAt: string
  readonly engine: string
  readonly communes: readonly string[]
  readonly migrations: readonly string[]
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly hash: string }[]
  readonly files: readonly { readonly hash: string; readonly size: number }[]
}
const CHUNK_ROWS = 2000

/**
 * A logical backup: one JSON-lines member per table, every file by its hash, and a manifest with counts and hashes.
 * It restores on either engine. Written beside its name and renamed when whole.
 */
export const writeBackup = async (
  ports: { readonly database: Database; readonly files: FileStore; readonly version: string; readonly at: string },
  path: string,
  options: { readonly passphrase?: string; readonly progress?: (share: number, message: string) => void } = {},
): Promise<Manifest> => {
  const partial = `${path}.partial`
  const handle = await open(partial, 'w')
  try {
    let writing: Promise<unknown> = Promise.resolve()
    let failure: Error | undefined
    const zip = new Zip((error, bytes) => {
      if (error) failure = error
      else writing = writing.then(() => handle.write(bytes))
    })
    const manifest = await ports.database.asOwner(async (tx) => {
      await tx.raw("set local time zone 'UTC'")
      const tables = await tablesInOrder(tx)
      const facts: Manifest['tables'][number][] = []
      for (const [index, table] of tables.entries()) {
        options.progress?.(index / tables.length, table.name)
        const member = new ZipDeflate(`tables/${table.name}.ndjson`, { level: 6 })
        zip.add(member)
        const hash = createHash('sha256')
        let rows = 0
        for await (const { lines } of tableChunks(tx, table, CHUNK_ROWS)) {
          const bytes = strToU8(`${lines.join('\n')}\n`)
          hash.update(bytes)
          rows += lines.length
          member.push(bytes)
          await writing
        }
        member.push(new Uint8Array(0), true)
        facts.push({ name: table.name, rows, hash: hash.digest('hex') })
      }
      const { rows: files } = await tx.raw<{ hash: string; size: number }>('select distinct hash, size from evidence.files order by hash')
      const { rows: communes } = await tx.raw<{ commune: string }>('select commune from registry.communes order by commune')
      const { rows: applied } = await tx.raw<{ name: string }>('select name from platform.migrations order by name')
      return {
        format: 'secplan.backup/1' as const, version: ports.version, createdAt: ports.at, engine: ports.database.engine.kind,
        communes: communes.map(({ commune }) => commune), migrations: applied.map(({ name }) => name), tables: facts, files,
      }
    })
    for (const { hash } of manifest.files) {
      const bytes = await ports.files.get(hash)
      if (!bytes) continue
      const member = new ZipPassThrough(`files/${hash}`)
      zip.add(member)
      member.push(new Uint8Array(bytes), true)
      await writing
    }
    const last = new ZipDeflate('manifest.json', { level: 6 })
    zip.add(last)
    last.push(strToU8(JSON.stringify(manifest, null, 2)), true)
    zip.end()
    await writing
    if (failure) throw failure
    await handle.sync()
    await handle.close()
    if (options.passphrase) await writeFile(partial, await encrypt(await readFile(partial), options.passphrase))
    await rename(partial, path)
    return manifest
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(partial, { force: true })
    throw error
  }
}
export const knownMigrations = (): string[] => allMigrations().map(({ name }) => name)
