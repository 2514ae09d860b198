import { type ChildProcess, fork } from 'node:child_process'
import { basename } from 'node:path'
import type { Problem } from '#kernel'
import { giveWay } from '#platform/files'
import { failure } from './failure.ts'
import { spreadsheetDamaged, spreadsheetTimeout, spreadsheetTooLarge } from './problems.ts'
import type { ReadLimits } from './read-file.ts'
import type { PackedWorkbook } from './sheet.ts'
import type { ReadAnswer, ReadRequest } from './worker.ts'
import { workerFile } from './worker-file.ts'

export type ProcessLimits = ReadLimits & {
  readonly seconds: number
  readonly memoryMegabytes: number
  /** The process ends with its answer and gives its memory back: nothing else will be asked of this file. */
  readonly release?: boolean
}

/** How long an idle reading process waits for another file. */
const IDLE_MILLISECONDS = 15_000

type Reader = { readonly child: ChildProcess; readonly memoryMegabytes: number; idle?: NodeJS.Timeout }
let warm: Reader | undefined
let queue: Promise<unknown> = Promise.resolve()

const start = async (memoryMegabytes: number): Promise<Reader> => {
  const child = fork(await workerFile(), [], {
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // A larger nursery: rows live long enough to be copied twice in the usual one.
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--max-semi-space-size=32'],
    // Nothing of the parent's environment passes: neither database address nor keys.
    env: { NODE_ENV: 'production' },
  })
  giveWay(child.pid)
  return { child, memoryMegabytes }
}

const stop = (reader: Reader): void => {
  if (warm === reader) warm = undefined
  clearTimeout(reader.idle)
  reader.child.removeAllListeners()
  reader.child.kill('SIGKILL')
}

const keepWarm = (reader: Reader): void => {
  warm = reader
  reader.child.unref()
  reader.child.channel?.unref()
  reader.idle = setTimeout(() => stop(reader), IDLE_MILLISECONDS)
  reader.idle.unref()
}

const take = async (memoryMegabytes: number): Promise<Reader> => {
  const reader = warm
  if (reader && reader.memoryMegabytes === memoryMegabytes && reader.child.connected) {
    clearTimeout(reader.idle)
    reader.child.ref()
    reader.child.channel?.ref()
    return reader
  }
  if (reader) stop(reader)
  return start(memoryMegabytes)
}

type Work = ReadRequest['work']

const ask = (reader: Reader, path: string, limits: ProcessLimits, work: Work, signal?: AbortSignal): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const file = basename(path)
    const end = (problem: Problem | Error): void => { clean(); stop(reader); reject(problem) }
    const clock = setTimeout(() => end(spreadsheetTimeout({ file, seconds: limits.seconds })), limits.seconds * 1000)
    const aborted = (): void => end(signal?.reason instanceof Error ? signal.reason : new Error('aborted'))
    // The engine aborts when its memory is spent; any other sudden end is a defect of the file.
    const died = (code: number | null, by: NodeJS.Signals | null): void =>
      end(by === 'SIGABRT' || code === 134 ? spreadsheetTooLarge({ file, what: 'necesita más memoria que la permitida para leerlo' }) : spreadsheetDamaged({ file }))
    const answered = (answer: ReadAnswer): void => {
      clean()
      if (limits.release) stop(reader)
      else keepWarm(reader)
      if (answer.ok) resolve('value' in answer ? answer.value : answer.workbook)
      else reject('defect' in answer ? new Error(answer.defect) : failure(answer.code, answer.facts, file))
    }
    const clean = (): void => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', aborted)
      reader.child.off('message', answered).off('exit', died)
    }
    reader.child.on('message', answered).on('exit', died)
    if (signal?.aborted) return aborted()
    signal?.addEventListener('abort', aborted)
    const { seconds: _seconds, memoryMegabytes: _memory, release: _release, ...readLimits } = limits
    reader.child.send({ path, limits: readLimits, ...(work ? { work } : {}) }, (error) => { if (error) end(spreadsheetDamaged({ file })) })
  })

const inTurn = (path: string, limits: ProcessLimits, work: Work, signal?: AbortSignal): Promise<unknown> => {
  const mine = queue.then(async () => ask(await take(limits.memoryMegabytes), path, limits, work, signal))
  queue = mine.catch(() => undefined)
  return mine
}
/** Reads in the one reading process; requests wait for each other. */
export const readInProcess = async (path: string, limits: ProcessLimits, signal?: AbortSignal): Promise<PackedWorkbook> => (await inTurn(path, limits, undefined, signal)) as PackedWorkbook
/** Reads there and works there on what was read; only the answer comes back. */
export const workInProcess = (path: string, limits: ProcessLimits, work: NonNullable<Work>, signal?: AbortSignal): Promise<unknown> => inTurn(path, limits, work, signal)
