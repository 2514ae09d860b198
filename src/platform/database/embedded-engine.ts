import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '#platform/files'
import { type Answer, type Connection, DatabaseError, type Engine, type Settings } from './engine.ts'
import { engineStuck } from './problems.ts'

type Reply = { id: number; ok: boolean; value?: unknown; error?: { message: string; code?: string; constraint?: string; table?: string }; ready?: boolean }
type Options = {
  /** Data folder of PostgreSQL; absent means in memory (tests). */
  readonly folder?: string
  /** A dump of a prepared data folder: saves the seconds of initdb. */
  readonly template?: string
  /** A statement longer than this means a stuck worker: it is replaced and callers get 503. */
  readonly stuckAfterMs?: number
  readonly onSlow?: (text: string, milliseconds: number) => void
  readonly onRestart?: () => void
}

const SLOW_MS = 200

/** PGlite in a worker thread. One connection: transactions take turns in order of arrival. */
export const openEmbedded = async (options: Options): Promise<Engine> => {
  const stuckAfterMs = options.stuckAfterMs ?? 60_000
  let worker = await start(options)
  let nextId = 0
  let turn: Promise<unknown> = Promise.resolve()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }>()

  const listen = (target: Worker) => {
    target.on('message', (reply: Reply) => {
      const call = waiting.get(reply.id)
      if (!call) return
      waiting.delete(reply.id)
      clearTimeout(call.timer)
      if (reply.ok) call.resolve(reply.value)
      else call.reject(new DatabaseError(reply.error?.message ?? '', reply.error?.code, reply.error?.constraint, reply.error?.table))
    })
    target.on('error', () => fail())
  }
  const fail = () => {
    for (const call of waiting.values()) {
      clearTimeout(call.timer)
      call.reject(engineStuck({}))
    }
    waiting.clear()
  }
  const replace = async () => {
    fail()
    await worker.terminate()
    worker = await start(options)
    listen(worker)
    options.onRestart?.()
  }
  listen(worker)

  const call = <T>(message: Record<string, unknown>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++nextId
      const timer = setTimeout(() => void replace(), stuckAfterMs)
      timer.unref()
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, timer })
      worker.postMessage({ id, ...message })
    })

  const connection: Connection = {
    query: async <T>(text: string, parameters: readonly unknown[] = []) => {
      const started = performance.now()
      const answer = await call<Answer<T>>({ kind: 'query', text, parameters })
      const spent = performance.now() - started
      if (spent > SLOW_MS) options.onSlow?.(text, spent)
      return answer
    },
    script: (text) => call({ kind: 'script', text }),
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }
  return {
    kind: 'embedded',
    transaction: (settings: Settings | undefined, wrote, work) =>
      inTurn(async () => {
        await call({ kind: 'begin', settings })
        try {
          const value = await work(connection)
          await call({ kind: 'commit', wrote })
          return value
        } catch (error) {
          await call({ kind: 'rollback' }).catch(() => undefined)
          throw error
        }
      }),
    direct: (work) => inTurn(() => work(connection)),
    checkpoint: () => inTurn(() => call({ kind: 'checkpoint' })),
    close: async () => {
      await inTurn(() => call({ kind: 'close' }))
      await worker.terminate()
    },
    saveTemplate: (path: string) => inTurn(() => call({ kind: 'template', path })),
  } as Engine & { saveTemplate: (path: string) => Promise<void> }
}

const start = (options: Options): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(packageRoot(), 'src/platform/database/pglite-worker.mjs'), {
      workerData: { folder: options.folder, template: options.template },
    })
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
