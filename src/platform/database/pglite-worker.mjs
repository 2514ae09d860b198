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
/** Elements of a one-dimensional array of values without quotes inside; PGlite would parse them with its own parsers. */
const arrayOf = (parse) => (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', '')))))
const sameText = (text) => text
const [INT8_ARRAY, NUMERIC_ARRAY, DATE_ARRAY, TIMESTAMP_ARRAY, TIMESTAMPTZ_ARRAY] = [1016, 1231, 1182, 1115, 1185]
const parsers = {
  [types.INT8]: bigInteger,
  [types.NUMERIC]: Number,
  [types.DATE]: sameText,
  [types.TIMESTAMP]: sameText,
  [types.TIMESTAMPTZ]: instant,
  [types.INTERVAL]: sameText,
  [INT8_ARRAY]: arrayOf(bigInteger),
  [NUMERIC_ARRAY]: arrayOf(Number),
  [DATE_ARRAY]: arrayOf(sameText),
  [TIMESTAMP_ARRAY]: arrayOf(sameText),
  [TIMESTAMPTZ_ARRAY]: arrayOf(instant),
}

const options = { parsers, relaxedDurability: false }
if (folder) options.dataDir = folder
if (template && (!folder || !existsSync(join(folder, 'PG_VERSION')))) options.loadDataDir = new Blob([readFileSync(template)])

const database = await PGlite.create(options)

/** PGlite never calls fsync: after a commit every write-ahead segment touched since the last time is synced by us (a commit may span two). */
let syncedAt = 0
const syncWal = () => {
  if (!folder) return
  const wal = join(folder, 'pg_wal')
  const started = Date.now()
  for (const name of readdirSync(wal)) {
    if (!/^[0-9A-F]{24}$/.test(name)) continue
    const path = join(wal, name)
    if (statSync(path).mtimeMs < syncedAt - 1000) continue
    const handle = openSync(path, 'r+')
    try {
      fdatasyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
  syncedAt = started
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
  syncFolder(path)
}
/** The names in a folder; Windows cannot open folders and needs none of it. */
const syncFolder = (path) => {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const query = async (text, parameters) => {
  const answer = await database.query(text, parameters)
  return { rows: answer.rows, count: answer.affectedRows ?? answer.rows.length }
}

/** Number of the open transaction. Statements of any other are refused: outside it they would run as the owner, unfenced. */
let active
const demand = (transaction) => {
  if (transaction !== active) throw Object.assign(new Error('La transacción ya no existe'), { code: '25P01' })
}
const rollback = async () => {
  active = undefined
  await database.exec('ROLLBACK')
}

const handlers = {
  query: ({ text, parameters, transaction }) => {
    demand(transaction)
    return query(text, parameters)
  },
  script: async ({ text, transaction }) => {
    demand(transaction)
    await database.exec(text)
  },
  begin: async ({ settings, transaction }) => {
    if (active !== undefined) await rollback()
    try {
      await database.exec(settings ? `BEGIN; ${settings}` : 'BEGIN')
      active = transaction
    } catch (error) {
      await rollback()
      throw error
    }
  },
  commit: async ({ wrote, transaction }) => {
    demand(transaction)
    active = undefined
    const [answer] = await database.exec('COMMIT')
    if (answer?.command === 'ROLLBACK') throw Object.assign(new Error('La transacción había fallado y no se guardó'), { code: '25P02' })
    if (wrote) syncWal()
  },
  rollback: async ({ transaction }) => {
    if (transaction === active) await rollback()
  },
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

/** A failure after which the engine's memory cannot be trusted: the thread must be replaced. */
const isFatal = (error) => error instanceof WebAssembly.RuntimeError || error?.severity === 'PANIC' || error?.severity === 'FATAL' || /^Aborted|unreachable|ExitStatus/.test(String(error?.message))

/** Only what a person or a rule can use; the raw error carries the engine's whole source line. */
const plainError = (error) => ({
  message: String(error?.message ?? error).slice(0, 2000),
  code: error?.code,
  constraint: error?.constraint,
  table: error?.table,
  fatal: isFatal(error),
})

const answer = async (message) => {
  try {
    if (message.begin) await handlers.begin(message.begin)
    const value = await handlers[message.kind](message)
    if (message.id) parentPort.postMessage({ id: message.id, ok: true, value })
  } catch (error) {
    if (message.id) parentPort.postMessage({ id: message.id, ok: false, error: plainError(error) })
  }
}
// Strictly one after another, in order of arrival: senders rely on it.
let tail = Promise.resolve()
parentPort.on('message', (message) => {
  tail = tail.then(() => answer(message))
})
parentPort.postMessage({ ready: true })
