import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { Problem, sortKey } from '#kernel'
import { chunkOf, type TableFacts, tablesInOrder } from '#platform/backup'
import { sql } from '#platform/database'
import { fileRows } from '#evidence'
import { personStore } from '#registry'
import type { System } from '../system.ts'
import { type Command, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'

const CHUNK_ROWS = 2000
/** Keys, marks and secrets stay: they open doors and tell nothing. */
const SECRET = new Set(['registry.person_keys', 'registry.person_values', 'registry.sessions', 'platform.idempotency'])
const HIDDEN_COLUMNS = new Set(['password_hash', 'email_lookup'])

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = typeof value === 'string' && /^[=+@-]/.test(text) ? `'${text}` : text
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const writeTable = async (system: System, commune: string, table: TableFacts, folder: string): Promise<{ rows: number; hash: string }> => {
  const stream = createWriteStream(join(folder, `${table.name}.csv`))
  const hash = createHash('sha256')
  const put = (text: string) => {
    hash.update(text)
    stream.write(text)
  }
  let [rows, columns] = [0, [] as string[]]
  put('\ufeff')
  for (let after: readonly string[] | undefined; ; ) {
    const { lines, last } = await system.engine.direct((connection) => chunkOf(connection, table, after, CHUNK_ROWS))
    for (const line of lines) {
      const row = JSON.parse(line) as Record<string, unknown>
      if (row['commune'] !== commune) continue
      if (rows === 0) {
        columns = Object.keys(row).filter((name) => !HIDDEN_COLUMNS.has(name))
        put(`${columns.join(';')}\r\n`)
      }
      put(`${columns.map((name) => cell(row[name])).join(';')}\r\n`)
      rows += 1
    }
    if (lines.length < CHUNK_ROWS) break
    after = last
  }
  stream.end()
  await finished(stream)
  return { rows, hash: hash.digest('hex') }
}

const writePeople = async (system: System, commune: string, folder: string) => {
  const text = await system.database.read({ commune, accountId: operator(commune).accountId, clearances: ['public', 'internal'] }, async (tx) => {
    const ids = (await tx.all<{ id: string }>(sql`select id from registry.people where commune = ${commune}`)).map(({ id }) => id)
    const values = [...(await personStore(tx).values(ids))].sort(([, a], [, b]) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
    return `\ufeffid;nombre;rut;correo\r\n${values.map(([id, { name, rut, email }]) => [id, name, rut, email].map(cell).join(';')).join('\r\n')}\r\n`
  })
  await writeFile(join(folder, 'personas.csv'), text)
}

/** Everything of a commune in open formats, so that nobody is tied to this program. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export CARPETA [--commune CÓDIGO]',
  help: 'Saca todos los datos de la comuna en CSV y sus archivos, con un manifiesto y sus huellas.',
  run: async (given) => {
    const [folder] = given.words
    if (!folder) throw new Problem('linea/uso', 'input', 'Falta la carpeta', 'El comando es: export CARPETA.', 'Elija una carpeta nueva.', undefined)
    return withSystem(given, async (system) => {
      const commune = await communeOf(system, given)
      await mkdir(join(folder, 'tablas'), { recursive: true })
      await mkdir(join(folder, 'archivos'), { recursive: true })
      const tables: Record<string, { rows: number; hash: string }> = {}
      for (const table of await system.engine.direct(tablesInOrder)) {
        if (SECRET.has(table.name)) continue
        tables[table.name] = await writeTable(system, commune, table, join(folder, 'tablas'))
      }
      await writePeople(system, commune, folder)
      const files = await system.database.read({ commune, accountId: operator(commune).accountId, clearances: ['public', 'council', 'internal', 'restricted'] }, (tx) => fileRows(tx).all())
      for (const file of files) {
        const bytes = await system.services.files.get(file.hash)
        if (bytes) await writeFile(join(folder, 'archivos', `${file.hash.slice(0, 12)}-${file.name.replace(/[^\p{L}\p{N}. _-]/gu, '_')}`), bytes)
      }
      await writeFile(join(folder, 'manifiesto.json'), JSON.stringify({ format: 'secplan.export/1', commune, exportedAt: new Date().toISOString(), tables, files: files.map(({ hash, name, size }) => ({ hash, name, size })) }, null, 2))
      const total = Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
      say(`Exportado en ${folder}: ${Object.keys(tables).length} tablas, ${total} filas, ${files.length} archivos.`)
      return 0
    })
  },
}
