import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import type { Engine } from './engine.ts'
import { databaseNewer, migrationChanged } from './problems.ts'

export type Migration = { readonly name: string; readonly text: string; readonly hash: string }

/** All migrations of the program in one order: the file name begins with its timestamp, across modules. */
export const allMigrations = (): Migration[] => {
  const root = packageRoot()
  const folders = [join(root, 'src/platform/database/migrations'), ...readdirSync(join(root, 'src/modules')).map((name) => join(root, 'src/modules', name, 'migrations'))]
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.sql')).map((file) => ({ file, path: join(folder, file) })))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, path }) => {
      const text = readFileSync(path, 'utf8')
      return { name: file, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Applies what is missing, each migration in its own transaction. Returns the names applied. Refuses a released migration that changed, and data of a newer program.
 * `before` runs once when there is data and something is pending: the automatic backup. Its failure stops the migration.
 */
export const migrate = async (engine: Engine, before?: (pending: readonly Migration[]) => Promise<void>): Promise<string[]> => {
  await engine.direct((connection) => connection.script('create schema if not exists platform; create table if not exists platform.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())'))
  const known = await engine.direct(async (connection) => (await connection.query<{ name: string; hash: string }>('select name, hash from platform.migrations')).rows)
  const hashes = new Map(known.map((row) => [row.name, row.hash]))
  const all = allMigrations()
  for (const migration of all) {
    const applied = hashes.get(migration.name)
    if (applied && applied !== migration.hash) throw migrationChanged({ name: migration.name })
  }
  const ours = new Set(all.map(({ name }) => name))
  const unknown = known.find(({ name }) => !ours.has(name))
  if (unknown) throw databaseNewer({ name: unknown.name })
  const pending = all.filter((migration) => !hashes.has(migration.name))
  if (pending.length && known.length) await before?.(pending)
  for (const migration of pending) {
    await engine.transaction(undefined, true, async (connection) => {
      await connection.script(migration.text)
      await connection.query('insert into platform.migrations (name, hash) values ($1, $2)', [migration.name, migration.hash])
    })
  }
  return pending.map(({ name }) => name)
}
