import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '#platform/files'
import { DatabaseError } from './engine.ts'
import { engineStuck, folderNotWritable } from './problems.ts'

export type LinkOptions = {
  /** Data folder of PostgreSQL; absent means in memory (tests). */
  readonly folder?: string
  /** A dump of a prepared data folder: saves the seconds of initdb. */
  readonly template?: string
  /** A message without answer for longer than this means a stuck worker: it is replaced and callers get 503. */
  readonly stuckAfterMs?: number
  readonly onRestart?: () => void
}
type Failure = { message: string; code?: string; constraint?: string; table?: string; fatal?: boolean }
type Reply = { id: number; ok: boolean; value?: unknown; error?: Failure }
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
const STUCK_MS = 60_000
/** The engine needs a new segment of its journal (16 MB) to open after a failure. */
const SEGMENT = 16 * 1_048_576
const isFull = (folder: string | undefined): boolean => {
  if (!folder) return false
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < SEGMENT
  } catch {
    return false
  }
}

const spawnWorker = (options: LinkOptions): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(packageRoot(), 'src/platform/database/pglite-worker.mjs'), {
      workerData: { folder: options.folder, template: options.template },
    })
    worker.once('message', () => resolve(worker))
    worker.once('error', (error) => reject(isFull(options.folder) ? folderNotWritable({ folder: 'datos', reason: 'el disco está lleno' }) : new DatabaseError(`El motor no abrió: ${String(error.message).slice(0, 300)}`, undefined, undefined, undefined)))
  })

/**
 * Messages to the engine's thread and their answers. A worker that does not answer, dies or reports a fatal failure is replaced;
 * whoever waited gets the «recovering» problem. Calls made meanwhile wait for the new worker.
 */
export const linkWorker = async (options: LinkOptions) => {
  const stuckAfterMs = options.stuckAfterMs ?? STUCK_MS
  const waiting = new Map<number, Waiting>()
  let nextId = 0
  let closed = false
  let worker: Worker | undefined
  let opening: Promise<Worker> | undefined

  const failAll = () => {
    for (const call of waiting.values()) {
      clearTimeout(call.timer)
      call.reject(engineStuck({}))
    }
    waiting.clear()
  }
  const listen = (target: Worker) => {
    target.on('message', (reply: Reply) => {
      const call = waiting.get(reply.id)
      if (!call) return
      waiting.delete(reply.id)
      clearTimeout(call.timer)
      if (reply.ok) return call.resolve(reply.value)
      if (reply.error?.fatal) {
        call.reject(engineStuck({}))
        return void replace(target)
      }
      call.reject(new DatabaseError(reply.error?.message ?? '', reply.error?.code, reply.error?.constraint, reply.error?.table))
    })
    target.on('error', () => void replace(target))
    target.on('exit', () => void replace(target))
  }
  const open = (): Promise<Worker> => {
    opening ??= spawnWorker(options).then(
      (made) => {
        listen(made)
        worker = made
        opening = undefined
        return made
      },
      (error) => {
        opening = undefined
        throw error
      },
    )
    return opening
  }
  const replace = async (broken: Worker) => {
    if (closed || worker !== broken) return
    worker = undefined
    failAll()
    opening = broken.terminate().then(() => {
      opening = undefined
      return open()
    })
    options.onRestart?.()
    await opening.catch(() => undefined) // the next call tries again
  }
  const post = <T>(target: Worker, message: Record<string, unknown>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++nextId
      const timer = setTimeout(() => void replace(target), stuckAfterMs)
      timer.unref()
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, timer })
      target.postMessage({ id, ...message })
    })
  await open()
  return {
    /** Answer of the worker. Rejects with DatabaseError, or with the «recovering» problem when the worker was replaced. */
    call: <T>(message: Record<string, unknown>): Promise<T> => (worker ? post<T>(worker, message) : closed ? Promise.reject(engineStuck({})) : open().then((target) => post<T>(target, message))),
    /** A message whose answer nobody waits for; the worker keeps the order. */
    tell: (message: Record<string, unknown>): void => worker?.postMessage(message),
    end: async () => {
      closed = true
      await worker?.terminate()
      worker = undefined
      failAll()
    },
  }
}
