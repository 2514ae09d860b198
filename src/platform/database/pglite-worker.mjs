/**
 * The embedded engine lives here, in its own thread, so that a slow statement never freezes the web server.
 * Messages: { id, kind, ... } → { id, ok, value } or { id, error }. Plain JavaScript so that it runs unbundled everywhere.
 */
import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

const { folder, template } = workerData

/** The same shapes as the server adapter: days as text, big integers as safe numbers, instants as ISO text. */
const bigInteger = (text) => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}
const instant = (text) => {
  const iso = text.replace(' ', 'T')
  return new Date(/[+-]\d\d$/.test(iso) ? `${iso}:00` : iso).toISOString()
}
const parsers = {
  [types.INT8]: bigInteger,
  [types.NUMERIC]: Number,
  [types.DATE]: (text) => text,
  [types.TIMESTAMPTZ]: instant,
}

const options = { parsers, relaxedDurability: false }
if (folder) options.dataDir = folder
if (template && (!folder || !existsSync(join(folder, 'PG_VERSION')))) options.loadDataDir = new Blob([readFileSync(template)])

const database = await PGlite.create(options)

/** PGlite never calls fsync: after a commit the newest write-ahead segment is synced by us. */
const syncWal = () => {
  if (!folder) return
  const wal = join(folder, 'pg_wal')
  let newest
  for (const name of readdirSync(wal)) {
    if (!/^[0-9A-F]{24}$/.test(name)) continue
    const changed = statSync(join(wal, name)).mtimeMs
    if (!newest || changed >= newest.changed) newest = { name, changed }
  }
  if (!newest) return
  const handle = openSync(join(wal, newest.name), 'r+')
  try {
    fdatasyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const syncTree = (path) => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, entry.name)
    if (entry.isDirectory()) syncTree(full)
    else if (entry.isFile()) {
      const handle = openSync(full, 'r+')
      try {
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    }
  }
}

const query = async (text, parameters) => {
  const answer = await database.query(text, parameters)
  return { rows: answer.rows, count: answer.affectedRows ?? answer.rows.length }
}

const handlers = {
  query: ({ text, parameters }) => query(text, parameters),
  script: async ({ text }) => void (await database.exec(text)),
  begin: async ({ settings }) => {
    await database.exec('BEGIN')
    if (settings) await database.query(settings.text, settings.parameters)
  },
  commit: async ({ wrote }) => {
    await database.exec('COMMIT')
    if (wrote) syncWal()
  },
  rollback: async () => void (await database.exec('ROLLBACK')),
  checkpoint: async () => {
    await database.exec('CHECKPOINT')
    if (folder) syncTree(folder)
  },
  template: async ({ path }) => {
    const dump = await database.dumpDataDir('none')
    writeFileSync(path, Buffer.from(await dump.arrayBuffer()))
  },
  close: async () => {
    await database.exec('CHECKPOINT')
    if (folder) syncTree(folder)
    await database.close()
  },
}

/** Only what a person or a rule can use; the raw error carries the engine's whole source line. */
const plainError = (error) => ({
  message: String(error?.message ?? error).slice(0, 2000),
  code: error?.code,
  constraint: error?.constraint,
  table: error?.table,
  column: error?.column,
  detail: error?.detail,
})

parentPort.on('message', async (message) => {
  try {
    const value = await handlers[message.kind](message)
    parentPort.postMessage({ id: message.id, ok: true, value })
  } catch (error) {
    parentPort.postMessage({ id: message.id, ok: false, error: plainError(error) })
  }
})
parentPort.postMessage({ ready: true })
