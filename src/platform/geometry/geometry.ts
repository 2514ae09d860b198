import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { workerModule } from '#platform/spreadsheets'
import { geometryFailed, geometryTooSlow } from './problems.ts'
import type { GeometryAnswers, GeometryWork } from './work.ts'
import type { GeometryReply } from './worker.ts'

const LIMIT_SECONDS = 60
const IDLE_MILLISECONDS = 120_000

type Waiting = { readonly done: (answer: unknown) => void; readonly failed: (error: unknown) => void; readonly timer: NodeJS.Timeout }
type Bench = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }
let bench: Promise<Bench> | undefined
let idle: NodeJS.Timeout | undefined
let last = 0

const start = async (): Promise<Bench> => {
  const worker = new Worker(await workerModule('geometry-worker', () => fileURLToPath(new URL('./worker.ts', import.meta.url))), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  const waiting = new Map<number, Waiting>()
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) clearTimeout(one.timer)
    if (waiting.size === 0) { worker.unref(); idle = setTimeout(() => void closeGeometry(), IDLE_MILLISECONDS).unref() }
    return one
  }
  const abandon = (cause: unknown): void => {
    bench = undefined
    for (const id of [...waiting.keys()]) settle(id)?.failed(Object.assign(geometryFailed({}), { cause }))
  }
  worker.on('message', (reply: GeometryReply) => {
    const one = settle(reply.id)
    if ('answer' in reply) one?.done(reply.answer)
    else one?.failed(Object.assign(geometryFailed({}), { cause: new Error(reply.failure) }))
  })
  worker.on('error', abandon)
  worker.on('exit', (code) => abandon(new Error(`the geometry worker ended with code ${code}`)))
  worker.unref()
  return { worker, waiting }
}

/**
 * Geometry in a thread of its own, with GEOS: overlay, validity, buffers, simplification. Shapes go and come in degrees (WGS 84);
 * areas are square metres on the UTM plane of the shape. Throws `geometria/no-se-pudo` or `geometria/demasiado-lenta`.
 */
export const geometry = async <Ask extends GeometryWork['ask']>(work: Extract<GeometryWork, { ask: Ask }>): Promise<GeometryAnswers[Ask]> => {
  clearTimeout(idle)
  bench ??= start()
  const { worker, waiting } = await bench.catch((error: unknown) => { bench = undefined; throw Object.assign(geometryFailed({}), { cause: error }) })
  return new Promise<GeometryAnswers[Ask]>((done, failed) => {
    const id = ++last
    const timer = setTimeout(() => { waiting.delete(id); failed(geometryTooSlow({ seconds: LIMIT_SECONDS })); void worker.terminate() }, LIMIT_SECONDS * 1000)
    waiting.set(id, { done: (answer) => done(answer as GeometryAnswers[Ask]), failed, timer })
    worker.ref()
    worker.postMessage({ id, work })
  })
}
/** Stops the thread and frees its memory; it starts again with the next question. */
export const closeGeometry = async (): Promise<void> => {
  clearTimeout(idle)
  const current = bench
  bench = undefined
  await (await current?.catch(() => undefined))?.worker.terminate()
}
