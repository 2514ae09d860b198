import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, fixedClock } from '#kernel'
import { defineAction, type JobContext, type JobDefinition, notAllowed } from '#platform/actions'
import { sql } from '#platform/database'
import { jobStore, queueDaily, startWorker, SYSTEM_ACCOUNT } from '#platform/jobs'
import { z } from 'zod'
import { scopeOf } from '#platform/actions'
import { COMMUNE, ivan, OTHER_COMMUNE, rosa, visita } from '../cast.ts'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'

const audited = defineAction({ name: 'prueba.anotar', title: 'Anotar', input: z.object({}), allowed: (actor) => actor.permissions.has('evidence.attach'), run: async () => ({ result: 'hecho', entry: { name: 'noted', summary: 'Desde un trabajo' } }) })

describe.each(engines)('los trabajos en %s', (kind) => {
  let town: Town
  let drop = async () => {}
  let worker: ReturnType<typeof startWorker> | undefined
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
  })
  afterEach(async () => {
    await worker?.stop()
    worker = undefined
    await town.system.database.asOwner((tx) => tx.run(sql`delete from platform.jobs`))
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const jobs = <T>(work: (store: ReturnType<typeof jobStore>) => Promise<T>, actor: Actor = rosa) => town.system.database.write(scopeOf(actor), (tx) => work(jobStore(tx)))
  const work = (run: (context: JobContext) => Promise<unknown>, extra: { clean?: JobDefinition['clean']; people?: readonly Actor[] } = {}) => {
    worker = startWorker({
      services: town.system.services, definitions: new Map([['prueba', { kind: 'prueba', title: 'Prueba', run, clean: extra.clean }]]), communes: async () => [COMMUNE],
      actorOf: async (_commune, id) => (extra.people ?? [rosa, ivan, visita]).find(({ accountId }) => accountId === id), log: () => undefined, idleMs: 30,
    })
  }
  const ended = async (id: string) => {
    for (let tries = 0; tries < 400; tries++) {
      const job = await jobs((store) => store.get(id))
      if (job && ['done', 'failed', 'cancelled'].includes(job.state)) return job
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error('no terminó')
  }
  const queue = (actor: Actor = rosa, slot?: string) => jobs((store) => store.add(actor.accountId, { kind: 'prueba', title: 'Prueba', input: { n: 1 }, slot }), actor)

  test('un trabajo paciente deja pasar al que espera y sigue donde iba', async () => {
    const order: string[] = []
    const done = new Set<number>()
    worker = startWorker({
      services: town.system.services, communes: async () => [COMMUNE], actorOf: async () => rosa, log: () => undefined, idleMs: 30,
      definitions: new Map<string, JobDefinition>([
        ['paciente', { kind: 'paciente', title: 'Paciente', patient: true, run: async (context) => {
          for (let step = 0; step < 4; step++) {
            if (done.has(step)) continue
            if (step === 1 && !order.includes('otro')) await queue()
            await new Promise((resolve) => setTimeout(resolve, 200))
            await context.progress((step + 1) / 5, 'un paso')
            done.add(step)
            order.push(`paso ${step}`)
          }
        } }],
        ['prueba', { kind: 'prueba', title: 'Prueba', run: async () => { order.push('otro') } }],
      ]),
    })
    const patient = await jobs((store) => store.add(rosa.accountId, { kind: 'paciente', title: 'Paciente', input: null }))
    expect(await ended(patient.id)).toMatchObject({ state: 'done' })
    expect(order).toEqual(['paso 0', 'otro', 'paso 1', 'paso 2', 'paso 3'])
  })
  test('corre como quien lo pidió, con su permiso, y deja resultado y avance aunque el reloj esté fijo', async () => {
    const seen: unknown[] = []
    work(async (context) => {
      seen.push(context.actor.accountId, context.input)
      await context.progress(0.5, 'a la mitad')
      return context.act(audited, {})
    })
    expect(town.system.clock.fixed).toBe(true)
    const job = await ended((await queue(ivan)).id)
    expect(job).toMatchObject({ state: 'done', result: 'hecho', progress: 1, account_id: ivan.accountId })
    expect(seen).toEqual([ivan.accountId, { n: 1 }])
    expect(Date.parse(job.finished_at ?? '')).toBeGreaterThanOrEqual(Date.parse(job.created_at))
  })
  test('sin permiso se rechaza con el mismo problema que en la página; sin cargo vigente ni siquiera corre', async () => {
    let ran = 0
    const reader = { ...ivan, permissions: new Set<string>() }
    work(async (context) => { ran += 1; return context.act(audited, {}) }, { people: [reader, visita] })
    expect(await ended((await queue(ivan)).id)).toMatchObject({ state: 'failed', problem: { title: notAllowed({ title: '' }).title } })
    expect(ran).toBe(1)
    expect(await ended((await queue(visita)).id)).toMatchObject({ state: 'failed', problem: { title: 'Quien pidió el trabajo ya no tiene el cargo' } })
    expect(await ended((await queue(rosa)).id)).toMatchObject({ state: 'failed', problem: { title: 'Quien pidió el trabajo ya no tiene el cargo' } })
    expect(ran).toBe(1)
  })
  test('se cancela en su próximo paso, limpia lo suyo y no sigue', async () => {
    let cleaned = 0
    let steps = 0
    let begun: () => void = () => undefined
    const started = new Promise<void>((resolve) => { begun = resolve })
    work(async ({ progress }) => {
      for (; steps < 1000; steps++) {
        await progress(1, `paso ${steps}`)
        begun()
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }, { clean: async () => { cleaned += 1 } })
    const { id } = await queue()
    await started
    await jobs((store) => store.cancel(id))
    expect(await ended(id)).toMatchObject({ state: 'cancelled', cancel_requested: true })
    expect([cleaned, steps < 1000]).toEqual([1, true])
  })
  test('lo que aún espera se cancela sin correr', async () => {
    const { id } = await queue()
    await jobs((store) => store.cancel(id))
    expect(await jobs((store) => store.get(id))).toMatchObject({ state: 'cancelled', finished_at: expect.any(String) })
    expect(await jobs((store) => store.take())).toBeUndefined()
  })
  test('el trabajo de un proceso que murió lo toma otro; quien lo perdió ya no puede escribir en él, y al tercer intento se abandona', async () => {
    const { id } = await queue()
    const silent = () => town.system.database.asOwner((tx) => tx.run(sql`update platform.jobs set heartbeat_at = now() - interval '3 minutes' where id = ${id}`))
    const first = await jobs((store) => store.take())
    expect(await jobs((store) => store.take())).toBeUndefined() // alive: nobody takes it
    await silent()
    const second = await jobs((store) => store.take())
    expect([first?.attempts, second?.attempts]).toEqual([1, 2])
    expect(await jobs((store) => store.beat({ id, attempts: 1 }, { share: 0.9, message: 'yo' }))).toBeUndefined()
    expect(await jobs((store) => store.finish({ id, attempts: 1 }, 'done', 'viejo', null))).toBe(0)
    await silent()
    expect((await jobs((store) => store.take()))?.attempts).toBe(3)
    await silent()
    expect(await jobs((store) => store.take())).toBeUndefined()
    expect(await jobs((store) => store.get(id))).toMatchObject({ state: 'failed', problem: { title: 'El trabajo se interrumpió' } })
  })
  test('al cerrar el programa el trabajo vuelve a la cola y termina después', async () => {
    let begun: () => void = () => undefined
    const started = new Promise<void>((resolve) => { begun = resolve })
    work(async ({ progress }) => {
      for (;;) {
        await progress(1, 'sigo')
        begun()
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })
    const { id } = await queue()
    await started
    await worker?.stop()
    expect(await jobs((store) => store.get(id))).toMatchObject({ state: 'waiting', attempts: 0 })
    work(async () => 'ahora sí')
    expect(await ended(id)).toMatchObject({ state: 'done', result: 'ahora sí' })
  })
  test('un turno del horario ocurre una sola vez, y corre como el sistema', async () => {
    const options = { database: town.system.database, communes: async () => [COMMUNE], daily: [{ kind: 'prueba', title: 'Diario' }], onQueued: () => worker?.wake(), log: () => undefined }
    expect(await Promise.all([queueDaily(options), queueDaily(options), queueDaily(options)]).then((made) => made.reduce((a, b) => a + b, 0))).toBe(1)
    expect(await queueDaily(options)).toBe(0)
    work(async ({ actor }) => [...actor.permissions])
    const [job] = await jobs((store) => store.recent(5))
    expect(job?.account_id).toBe(SYSTEM_ACCOUNT)
    expect((await ended(job?.id ?? '')).result).toEqual(['system.operate'])
  })
  test('lo que cada comuna necesita a diario se hace en cada una; lo del sistema, en la primera', async () => {
    const options = { database: town.system.database, communes: async () => [COMMUNE, OTHER_COMMUNE], onQueued: () => undefined, log: () => undefined, machine: fixedClock('2026-08-03T09:00:00-04:00') }
    expect(await queueDaily({ ...options, daily: [{ kind: 'sin-trabajador-uno', title: 'Sistema' }] })).toBe(1)
    expect(await queueDaily({ ...options, daily: [{ kind: 'sin-trabajador-dos', title: 'Recordatorios', everyCommune: true }] })).toBe(2)
    expect(await queueDaily({ ...options, daily: [{ kind: 'sin-trabajador-dos', title: 'Recordatorios', everyCommune: true }] })).toBe(0)
  })
  test('nadie se hace pasar por el sistema sin un turno del horario', async () => {
    work(async () => 'corrió')
    const { id } = await jobs((store) => store.add(SYSTEM_ACCOUNT, { kind: 'prueba', title: 'x', input: {} }))
    expect(await ended(id)).toMatchObject({ state: 'failed' })
  })
})
