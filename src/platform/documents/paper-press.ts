import { Worker } from 'node:worker_threads'
import type { Problem } from '#kernel'
import { renderFailed, renderTooSlow } from './problems.ts'
import type { PaperOptions } from './render-options.ts'
import type { Typeset } from './typeset.ts'
import { workerFile } from './worker-file.ts'
import type { PaperFormat, WorkerAnswer } from './worker-messages.ts'

const LIMIT_SECONDS = 60
const IDLE_MILLISECONDS = 300_000

type Waiting = { readonly format: PaperFormat; readonly done: (bytes: Buffer) => void; readonly failed: (problem: Problem) => void; readonly timer: NodeJS.Timeout }
type Press = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

let press: Promise<Press> | undefined
let idle: NodeJS.Timeout | undefined
let last = 0

/** The engine's own words go to the cause, for the log; people read the problem. */
const failure = (format: PaperFormat, cause: unknown): Problem => Object.assign(renderFailed({ format }), { cause })

const start = async (): Promise<Press> => {
  const worker = new Worker(await workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 768 } })
  const waiting = new Map<number, Waiting>()
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) clearTimeout(one.timer)
    if (waiting.size === 0) {
      worker.unref()
      idle = setTimeout(() => void closePress(), IDLE_MILLISECONDS).unref()
    }
    return one
  }
  const abandon = (cause: unknown): void => {
    press = undefined
    for (const [id, one] of [...waiting]) {
      settle(id)
      one.failed(failure(one.format, cause))
    }
  }
  worker.on('message', (answer: WorkerAnswer) => {
    const one = settle(answer.id)
    if ('bytes' in answer) one?.done(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength))
    else one?.failed(failure(one.format, new Error(answer.failure)))
  })
  worker.on('error', abandon)
  worker.on('exit', (code) => abandon(new Error(`the document worker ended with code ${code}`)))
  worker.unref()
  return { worker, waiting }
}

/** Composes a document in the worker thread. Throws `documents/render-failed` or `documents/render-too-slow`; never the engine's error. */
export const printOnPaper = async (format: PaperFormat, document: Typeset, options: PaperOptions): Promise<Buffer> => {
  clearTimeout(idle)
  press ??= start()
  const { worker, waiting } = await press.catch((error: unknown) => {
    press = undefined
    throw error instanceof Error && error.name === 'Problem' ? error : failure(format, error)
  })
  return new Promise<Buffer>((done, failed) => {
    const id = ++last
    const timer = setTimeout(() => {
      waiting.delete(id)
      failed(renderTooSlow({ format, seconds: LIMIT_SECONDS }))
      void worker.terminate()
    }, LIMIT_SECONDS * 1000)
    waiting.set(id, { format, done, failed, timer })
    worker.ref()
    worker.postMessage({ id, format, document, options })
  })
}

/** Stops the worker and frees its memory. It starts again by itself with the next document. */
export const closePress = async (): Promise<void> => {
  clearTimeout(idle)
  const current = press
  press = undefined
  await (await current?.catch(() => undefined))?.worker.terminate()
}
