import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#platform/actions'
import { sql } from '#platform/database'
import { startWorker } from '#platform/jobs'
import { dailyCleaning } from './daily-cleaning.ts'
import { machineHealth } from './machine-health.ts'
import { unpostedRows } from './unposted-rows.ts'
import { modules } from '../modules.ts'
import { webApplication } from '../server.ts'
import { carla, COMMUNE, dario, OTHER_COMMUNE, person, rosa } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const named = (name: string) => {
  const found = modules.flatMap(({ actions = [], queries = [] }) => [...actions, ...queries]).find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}
const action = (name: string) => named(name) as Parameters<ReturnType<Town['as']>['does']>[0]
const query = (name: string) => named(name) as Parameters<ReturnType<Town['as']>['asks']>[0]
const otherAuditor = person('00000000-0000-4000-8000-000000000031', 'Olga Control', 'Control', ['control'], OTHER_COMMUNE)

describe('la bitácora', () => {
  type Answer = { lines: { seq: number; what: string; who: string; office: string | null; undoneBy: number | null }[]; next: number | null }
  test('la lee Control por páginas y buscando, y nadie más', async () => {
    const supplier = (n: number) => ({ id: `33333333-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`, code: '', name: `Institución ${n}`, kind: 'community' })
    for (let n = 10; n < 65; n++) await town.as(rosa).does(action('registry.add-institution'), supplier(n))
    const first = await town.as(carla).asks<Answer>(query('system.read-ledger'))
    expect(first.lines).toHaveLength(50)
    const second = await town.as(carla).asks<Answer>(query('system.read-ledger'), { before: first.next })
    expect(second.next).toBeNull()
    expect([...first.lines, ...second.lines].map(({ seq }) => seq)).toEqual(Array.from({ length: 55 }, (_, index) => 55 - index))
    expect(first.lines[0]).toMatchObject({ office: 'Directora de SECPLA', undoneBy: null })
    expect((await town.as(carla).asks<Answer>(query('system.read-ledger'), { text: 'INSTITUCION 42' })).lines.map(({ what }) => what)).toEqual([first.lines.find(({ what }) => what.includes('42'))?.what])
    expect((await town.as(otherAuditor).asks<Answer>(query('system.read-ledger'))).lines).toEqual([])
    for (const who of [rosa, dario]) expect((await town.as(who).refused(query('system.read-ledger'), {})).status).toBe(403)
  })
  test('los intentos rechazados quedan en el registro de accesos, que lee sólo quien audita', async () => {
    await expect.poll(async () => (await town.as(carla).asks<{ accesses: { kind: string; what: string }[] }>(query('system.list-access'))).accesses.map(({ what }) => what)).toContain('system.read-ledger')
    expect((await town.as(dario).refused(query('system.list-access'), {})).status).toBe(403)
    expect((await town.as(otherAuditor).asks<{ total: number }>(query('system.list-access'))).total).toBe(0)
  })
})

describe('el respaldo mientras se atiende', () => {
  test('lo pide quien opera, un trabajo lo escribe y lo lee de vuelta, y queda en la carpeta', async () => {
    expect((await town.as(rosa).refused(action('system.back-up'), {})).status).toBe(403)
    const { result } = await town.as(dario).does<{ job: string }>(action('system.back-up'), {})
    const worker = startWorker({ services: town.system.services, definitions: town.system.jobs, communes: async () => [COMMUNE], actorOf: async () => dario, log: town.system.log, idleMs: 20 })
    const jobs = () => town.as(dario).asks<{ jobs: { id: string; state: string; who: string }[] }>(query('system.list-jobs'))
    await expect.poll(async () => (await jobs()).jobs.find(({ id }) => id === result.job)?.state, { timeout: 30_000, interval: 100 }).toBe('done')
    await worker.stop()
    const findings = await machineHealth(town.folder, 'embedded')
    expect(findings[0]).toMatchObject({ state: 'bien', what: expect.stringMatching(/^Último respaldo hace menos de un día/) })
    expect((await town.as(rosa).refused(query('system.list-jobs'), {})).status).toBe(403)
  })
  test('sin sesión no se listan ni se bajan, y ninguna dirección sale de la carpeta', async () => {
    const app = webApplication(town.system, { dataFolder: town.folder, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false })
    for (const path of ['health', 'backups', 'backups/x.zip', 'backups/..%2f..%2fetc%2fpasswd']) expect((await app.request(`http://localhost/api/system/${path}`)).status, path).toBe(401)
  })
})

describe('la salud', () => {
  test('una marca de uso ajena o borrada se dice', async () => {
    writeFileSync(join(town.folder, 'secplan.lock'), JSON.stringify({ pid: 1 }))
    expect((await machineHealth(town.folder, 'embedded')).find(({ what }) => /proceso 1$/.test(what))?.state).toBe('mal')
    writeFileSync(join(town.folder, 'secplan.lock'), JSON.stringify({ pid: process.pid }))
    expect((await machineHealth(town.folder, 'embedded')).find(({ what }) => what.includes(`proceso ${process.pid}`))?.state).toBe('bien')
    expect(existsSync(join(town.folder, 'base'))).toBe(false)
    expect((await machineHealth(town.folder, 'embedded')).at(-1)).toMatchObject({ state: 'aviso', what: 'No se pudo mirar el diario del motor' })
  })
  test('las filas que una carga dejó sin asiento se cuentan por tabla', async () => {
    expect(await unpostedRows(town.system.database, COMMUNE)).toEqual([])
    await town.system.database.write({ commune: COMMUNE, accountId: rosa.accountId, clearances: ['internal'] }, (tx) => tx.run(sql`insert into evidence.edges (commune, from_kind, from_id, relation, to_kind, to_id, entry_id) values (${COMMUNE}, 'a', '1', 'r', 'b', '2', gen_random_uuid())`))
    expect(await unpostedRows(town.system.database, COMMUNE)).toEqual([{ table: 'evidence.edges', rows: 1 }])
    expect(await unpostedRows(town.system.database, OTHER_COMMUNE)).toEqual([])
  })
  test('la limpieza diaria olvida las claves de más de 30 días, aunque sean miles, y deja las de ayer', async () => {
    const { database, services } = town.system
    await database.asOwner((tx) => tx.run(sql`insert into platform.idempotency (commune, key, action, account_id, input_hash, answer, created_at)
      select ${COMMUNE}, 'vieja ' || n, 'x', ${rosa.accountId}, '', '{}'::jsonb, now() - interval '31 days' from generate_series(1, 2300) n`))
    await runAction(services, rosa, action('registry.add-institution'), { id: '33333333-0000-4000-8000-000000000099', code: '', name: 'De hoy', kind: 'community' }, { key: 'de hoy' })
    const job = { actor: dario, jobId: '', input: {}, database, files: services.files, analytics: services.analytics, progress: async () => undefined, read: async () => { throw new Error('no lee') }, act: async () => { throw new Error('no actúa') } }
    expect(await dailyCleaning.run(job)).toMatchObject({ keys: 2300 })
    expect((await database.asOwner((tx) => tx.all<{ key: string }>(sql`select key from platform.idempotency`))).map(({ key }) => key)).toEqual(['de hoy'])
  })
})
