import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { type Connection, databaseOver, type EmbeddedEngine, ensureTemplate, openEmbedded, sql } from '#platform/database'

let engine: EmbeddedEngine
let folder = ''
let restarts = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secplan-watch-'))
  engine = await openEmbedded({ folder: join(folder, 'base'), template: await ensureTemplate(), stuckAfterMs: 2000, onRestart: () => { restarts += 1 } })
  await engine.direct((connection) => connection.script(`create role secplan_app nologin; create schema platform; create table kept (n int primary key);
    create function forever() returns void language plpgsql as $$ begin loop end loop; end $$; grant all on kept to secplan_app`))
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})
const scope = { commune: '99001', accountId: '00000000-0000-4000-8000-00000000000a', clearances: ['public' as const] }
const numbers = () => engine.direct(async (connection) => (await connection.query<{ n: number }>('select n from kept order by n')).rows.map(({ n }) => n))

test('una consulta que no termina recibe 503, el motor se reemplaza y el sistema sigue', async () => {
  const stuck = await databaseOver(engine).read(scope, (tx) => tx.all(sql`select forever()`).catch((error) => error), ).catch((error) => error)
  expect(stuck).toBeInstanceOf(Problem)
  expect([stuck.id, stuck.status]).toEqual(['database/engine-stuck', 503])
  expect(restarts).toBe(1)
  await engine.direct((connection) => connection.query('insert into kept values (1)'))
  expect(await numbers()).toEqual([1])
})
test('lo que la transacción interrumpida ya había escrito no queda, y lo que intente después se rechaza en vez de correr suelto', async () => {
  const refused: unknown[] = []
  let role: unknown
  const outcome = await databaseOver(engine).write(scope, async (tx) => {
    role = await tx.one(sql`select current_user as name`)
    await tx.run(sql`insert into kept values (2)`)
    await tx.run(sql`select forever()`).catch((error) => refused.push(error))
    // The work goes on as if nothing had happened: a new worker would run this as the owner, outside any transaction.
    for (const late of [sql`insert into kept values (3)`, sql`select current_user`]) await tx.run(late).catch((error) => refused.push(error))
    return 'dice que guardó'
  }).catch((error) => error)
  expect(role).toEqual({ name: 'secplan_app' })
  expect(outcome).toBeInstanceOf(Error)
  expect(refused).toHaveLength(3)
  expect(await numbers()).toEqual([1])
})
test('quienes esperaban su turno son atendidos por el motor nuevo', async () => {
  const results = await Promise.allSettled([
    engine.direct((connection) => connection.query('select forever()')),
    engine.transaction(undefined, true, (connection) => connection.query('insert into kept values (4)')),
    numbers(),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(await numbers()).toEqual([1, 4])
})
test('una transacción que falló y cuyo error se calló no se da por guardada', async () => {
  await expect(engine.transaction(undefined, true, async (connection) => {
    await connection.query('insert into kept values (5)')
    await connection.query('insert into kept values (1)').catch(() => undefined)
  })).rejects.toThrow('no se guardó')
  expect(await numbers()).toEqual([1, 4])
})
test('una conexión guardada más allá de su transacción no sirve', async () => {
  let kept: Connection | undefined
  await engine.transaction(undefined, true, async (connection) => { kept = connection })
  await expect(kept?.query('insert into kept values (6)')).rejects.toThrow('ya terminó')
  expect(await numbers()).toEqual([1, 4])
})
test('si la comuna no se puede fijar no corre ninguna sentencia, y la siguiente transacción está sana', async () => {
  await expect(engine.transaction('select no_existe()', true, (connection) => connection.query('insert into kept values (7)'))).rejects.toThrow('no_existe')
  await engine.transaction(undefined, true, (connection) => connection.query('insert into kept values (8)'))
  expect(await numbers()).toEqual([1, 4, 8])
})
test('los textos de quien actúa no se confunden con sentencias', async () => {
  const nasty = { ...scope, commune: `x', true); insert into kept values (9); select set_config('a','\\` }
  const row = await databaseOver(engine).read(nasty, (tx) => tx.one<{ commune: string }>(sql`select current_setting('secplan.commune') as commune`))
  expect(row?.commune).toBe(nasty.commune)
  expect(await numbers()).toEqual([1, 4, 8])
})
