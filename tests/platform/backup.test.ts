import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { type Database, databaseOver, type Engine, ensureTemplate, migrate, openEmbedded, openServer, sql } from '#platform/database'
import { folderStore } from '#platform/files'
import { backupFolder, keepBackup, newestBackup, readBackup, restoreBackup, tableHashes, writeBackup } from '#platform/backup'
import { scopeOf } from '#platform/actions'
import { ledger, ledgerStore, verifyLinks } from '#evidence'
import { addPerson } from '#registry'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'
import { rosa } from '../cast.ts'

let town: Town
let folder = ''
const AT = '2026-07-22T13:40:00.000Z'
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secplan-backup-'))
  town = await openTown()
  const { database, services } = town.system
  // A zip inside the zip, as every .docx and .xlsx is: its own marks must not deceive whoever reads the backup.
  const inner = zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>') }, { level: 0 })
  for (const [text, bytes] of [...['uno', 'dos', 'ñandú €'].map((text) => [text, new TextEncoder().encode(text)] as const), ['informe.docx', inner] as const]) {
    const { hash, size } = await services.files.put(bytes)
    await database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, visibility, uploaded_by, uploaded_at) values (${rosa.commune}, ${hash}, ${text}, 'text/plain', ${size}, 'internal', ${rosa.accountId}, ${AT})`))
  }
  await database.write(scopeOf(rosa), async (tx) => {
    await addPerson(tx, { values: { name: 'Ñusta Ávila', email: 'n@v.example' }, offices: [{ role: 'control', title: 'Control', from: '2020-01-01' as never }], passwordHash: 'x' })
    // Keys whose order depends on the collation of the engine.
    for (const name of ['zeta', 'Álamo', 'alamo', 'ñu', 'N-1', 'n 2', '_x']) await tx.run(sql`insert into evidence.search_lines (commune, kind, record_id, title, href, sort_key) values (${rosa.commune}, 'x', ${name}, ${name}, '/', ${name})`)
  })
  for (let n = 0; n < 5; n++) await note(database, n)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})
const note = (database: Database, n: number) =>
  database.write(scopeOf(rosa), (tx) => ledger.append(tx, { id: crypto.randomUUID(), action: 'prueba.anotar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: AT, draft: { name: 'noted', summary: `Asiento ${n}` }, body: `{"n":${n}}` }))
const ports = () => ({ database: town.system.database, files: town.system.services.files, version: '0', at: AT })
const problemOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (error instanceof Problem) return error.id
  throw error ?? new Error('no se rechazó')
}
/** An empty target on an engine. */
const target = async (kind: 'embedded' | 'server') => {
  const server = kind === 'server' ? await freshDatabase() : undefined
  const engine: Engine = server ? openServer(server.url) : await openEmbedded({ template: await ensureTemplate() })
  const files = folderStore(mkdtempSync(join(folder, 'archivos-')))
  return { database: databaseOver(engine), files, close: async () => { await engine.close(); await server?.drop() } }
}

describe.each(engines)('de la base incluida a %s y de vuelta', (kind) => {
  test('todas las tablas y archivos llegan iguales por su huella', async () => {
    const path = join(folder, `ida-${kind}.zip`)
    const manifest = await writeBackup(ports(), path)
    const before = await tableHashes(town.system.database)
    expect(Object.fromEntries(manifest.tables.map(({ name, rowsHash }) => [name, rowsHash]))).toEqual(Object.fromEntries(before))
    expect(manifest.tables.find(({ name }) => name === 'evidence.entries')?.rows).toBeGreaterThanOrEqual(5)
    expect(manifest.files).toHaveLength(4)
    const there = await target(kind)
    const back = await target('embedded')
    try {
      await restoreBackup(there, path)
      expect(await tableHashes(there.database)).toEqual(before)
      const returning = join(folder, `vuelta-${kind}.zip`)
      await writeBackup({ ...ports(), ...there }, returning)
      await restoreBackup(back, returning)
      expect(await tableHashes(back.database)).toEqual(before)
      for (const { hash } of manifest.files) expect((await back.files.get(hash))?.equals((await town.system.services.files.get(hash)) ?? Buffer.alloc(0))).toBe(true)
      const links = await back.database.read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 100))
      expect(verifyLinks({ seq: 0, hash: '' }, links)).toMatchObject({ seq: links.length })
      // A changed row is a different digest: the comparison above can fail.
      await back.database.asOwner((tx) => tx.run(sql`update registry.units set name = name || '.' where code = 'DOM'`))
      expect(await tableHashes(back.database)).not.toEqual(before)
      expect(await problemOf(restoreBackup(there, path))).toBe('respaldo/destino-ocupado')
    } finally {
      await there.close()
      await back.close()
    }
  })
})

test('con frase de paso no hay nada legible, y sin ella o con otra no se abre', async () => {
  const path = join(folder, 'cifrado.zip')
  const manifest = await writeBackup(ports(), path, { passphrase: 'la frase del respaldo' })
  const bytes = readFileSync(path)
  expect(bytes.subarray(0, 8).toString()).toBe('SECPLAN1')
  expect(bytes.includes('manifest.json')).toBe(false)
  expect(await problemOf(readBackup(path))).toBe('respaldo/frase-de-paso')
  expect(await problemOf(readBackup(path, 'otra'))).toBe('respaldo/frase-de-paso')
  expect((await readBackup(path, 'la frase del respaldo')).manifest).toEqual(manifest)
})
describe('un respaldo que no sirve se dice', () => {
  const rebuilt = async (change: (members: Record<string, Uint8Array>) => void) => {
    const path = join(folder, 'cambiado.zip')
    await writeBackup(ports(), path)
    const members = unzipSync(new Uint8Array(readFileSync(path)))
    change(members)
    writeFileSync(path, zipSync(members))
    return path
  }
  test('cortado, ajeno o con algo cambiado', async () => {
    const path = join(folder, 'cortado.zip')
    await writeBackup(ports(), path)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, bytes.length - 200))
    expect(await problemOf(readBackup(path))).toBe('respaldo/no-se-lee')
    writeFileSync(path, 'hola')
    expect(await problemOf(readBackup(path))).toBe('respaldo/no-se-lee')
    const changed = await rebuilt((members) => { members['tables/registry.units.ndjson'] = strToU8('{"commune":"99001"}\n') })
    expect(await problemOf(readBackup(changed))).toBe('respaldo/no-se-lee')
    const withoutFile = await rebuilt((members) => { delete members[Object.keys(members).find((name) => name.startsWith('files/')) ?? ''] })
    expect(await problemOf(readBackup(withoutFile))).toBe('respaldo/no-se-lee')
  })
  test('de una versión posterior', async () => {
    const newer = await rebuilt((members) => {
      const manifest = JSON.parse(new TextDecoder().decode(members['manifest.json'])) as { migrations: string[] }
      manifest.migrations.push('29990101-0001-del-futuro.sql')
      members['manifest.json'] = strToU8(JSON.stringify(manifest))
    })
    const empty = await target('embedded')
    expect(await problemOf(restoreBackup(empty, newer))).toBe('respaldo/version-posterior')
    await empty.close()
  })
})
test('mientras se respalda se sigue escribiendo, nadie espera mucho y la copia es de un solo instante', async () => {
  const { database } = town.system
  await database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into evidence.access_log (commune, id, at, kind, what) select ${rosa.commune}, gen_random_uuid(), now(), 'read', repeat('x', 100) from generate_series(1, 20000)`))
  let running = true
  let written = 0
  let longest = 0
  const writing = (async () => {
    for (; running; written++) {
      const started = performance.now()
      await note(database, 100 + written)
      longest = Math.max(longest, performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  })()
  const path = join(folder, 'vivo.zip')
  const manifest = await writeBackup(ports(), path)
  running = false
  await writing
  expect(written).toBeGreaterThan(3)
  expect(longest).toBeLessThan(1500)
  const { members } = await readBackup(path)
  const rows = (name: string) => new TextDecoder().decode(members[`tables/${name}.ndjson`]).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { seq: number; hash: string })
  // The head of the chain and its last entry are of the same instant.
  const last = rows('evidence.entries').sort((a, b) => b.seq - a.seq)[0]
  expect(rows('evidence.chains').find(({ seq }) => seq === last?.seq)?.hash).toBe(last?.hash)
  expect(manifest.tables.find(({ name }) => name === 'evidence.access_log')?.rows).toBeGreaterThanOrEqual(20_000)
})
test('se guardan los últimos catorce, comprobados; lo ajeno no se toca y doctor sabe la edad del más nuevo', async () => {
  const data = mkdtempSync(join(folder, 'datos-'))
  expect(await newestBackup(data, new Date())).toBeUndefined()
  mkdirSync(backupFolder(data))
  for (let day = 1; day <= 15; day++) writeFileSync(join(backupFolder(data), `secplan-202607${String(day).padStart(2, '0')}T030000Z-diario.zip`), 'de otro día')
  await keepBackup({ ...ports(), at: '2026-07-16T03:00:00.000Z' }, data, { reason: 'diario' })
  writeFileSync(join(backupFolder(data), 'mi copia.zip'), 'propia')
  const kept = readdirSync(backupFolder(data)).filter((name) => name.startsWith('secplan-')).sort()
  expect(kept).toHaveLength(14)
  expect([kept[0], kept[13]]).toEqual(['secplan-20260703T030000Z-diario.zip', 'secplan-20260716T030000Z-diario.zip'])
  expect(readdirSync(backupFolder(data))).toContain('mi copia.zip')
  const newest = join(backupFolder(data), kept[13] ?? '')
  utimesSync(newest, 1_790_000_000, 1_790_000_000)
  expect(await newestBackup(data, new Date((1_790_000_000 + 48 * 3600) * 1000))).toMatchObject({ path: newest, ageHours: 48 })
})
test('antes de migrar datos existentes se llama al respaldo, y si falla no se migra', async () => {
  const { database, close } = await target('embedded')
  await migrate(database.engine, async () => { throw new Error('no hay datos que respaldar') })
  await database.asOwner((tx) => tx.run(sql`delete from platform.migrations where name = (select max(name) from platform.migrations)`))
  let pending: string[] = []
  await expect(migrate(database.engine, async (list) => {
    pending = list.map(({ name }) => name)
    throw new Error('disco lleno')
  })).rejects.toThrow('disco lleno')
  expect(pending).toHaveLength(1)
  await database.asOwner((tx) => tx.run(sql`insert into platform.migrations (name, hash) values ('29990101-0001-del-futuro.sql', 'x')`))
  expect(await problemOf(migrate(database.engine))).toBe('database/newer-than-program')
  await close()
})
