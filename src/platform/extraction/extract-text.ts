import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { workerModule } from '#platform/spreadsheets'
import type { Extraction, ExtractionLimits } from './extraction.ts'
import { formatOf, isFalseExtension } from './file-format.ts'

/** What a file may be and cost before its text is given up. The file itself is never lost. */
export const extractionLimits: ExtractionLimits = { bytes: 60_000_000, unzippedBytes: 300_000_000, ratio: 250, characters: 2_000_000, pages: 2_000, seconds: 60, memoryMegabytes: 512, ocrSeconds: 40, ocrPages: 30 }
const IDLE_MILLISECONDS = 10_000

let warm: { readonly child: ChildProcess; readonly memoryMegabytes: number; idle?: NodeJS.Timeout } | undefined
let queue: Promise<unknown> = Promise.resolve()

const stop = (child: ChildProcess): void => {
  if (warm?.child === child) { clearTimeout(warm.idle); warm = undefined }
  child.removeAllListeners()
  child.kill('SIGKILL')
}
const start = async (memoryMegabytes: number): Promise<ChildProcess> => {
  const known = warm
  if (known?.child.connected && known.memoryMegabytes === memoryMegabytes) {
    clearTimeout(known.idle)
    warm = undefined
    known.child.ref()
    known.child.channel?.ref()
    return known.child
  }
  if (known) stop(known.child)
  const file = await workerModule('extraction-worker', () => fileURLToPath(new URL('./worker.ts', import.meta.url)))
  // Neither the address of the database nor keys pass: only where programs are, for tesseract.
  return fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${memoryMegabytes}`], env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '' } })
}
const rest = (child: ChildProcess, memoryMegabytes: number): void => {
  child.unref()
  child.channel?.unref()
  const idle = setTimeout(() => stop(child), IDLE_MILLISECONDS)
  idle.unref()
  warm = { child, memoryMegabytes, idle }
}

/** What can still be said of a file that the process could not survive. */
const broken = async (path: string, name: string, reason: string): Promise<Extraction> => {
  const format = formatOf(await readFile(path).catch(() => Buffer.alloc(0)))
  return { state: 'failed', format: format.title, falseExtension: isFalseExtension(name, format), reason, byOcr: false, passages: [] }
}
const ask = (child: ChildProcess, path: string, name: string, limits: ExtractionLimits): Promise<Extraction | string> =>
  new Promise((resolve) => {
    const end = (reason: string): void => { clean(); stop(child); resolve(reason) }
    const clock = setTimeout(() => end(`La lectura se detuvo a los ${limits.seconds} segundos; el archivo se guarda tal como llegó.`), limits.seconds * 1000)
    const died = (code: number | null, by: NodeJS.Signals | null): void => end(by === 'SIGABRT' || code === 134 ? 'Necesita más memoria que la permitida para leerlo; el archivo se guarda tal como llegó.' : 'El lector no pudo con el archivo, que se guarda tal como llegó.')
    const answered = (answer: Extraction): void => { clean(); rest(child, limits.memoryMegabytes); resolve(answer) }
    const clean = (): void => { clearTimeout(clock); child.off('message', answered).off('exit', died) }
    child.on('message', answered).on('exit', died)
    child.send({ path, name, limits }, (error) => { if (error) end('El lector no respondió; vuelva a leerlo.') })
  })

/**
 * Reads the text of a stored file in a separate process without database, with bounded memory, time and unzipping; files wait for each other.
 * Never rejects for the file's sake: the answer says extracted, no text or failed, and why.
 */
export const extractText = (file: { readonly path: string; readonly name: string }, given: Partial<ExtractionLimits> = {}): Promise<Extraction> => {
  const limits = { ...extractionLimits, ...given }
  const mine = queue.then(async () => {
    const answer = await ask(await start(limits.memoryMegabytes), file.path, file.name, limits)
    return typeof answer === 'string' ? broken(file.path, file.name, answer) : answer
  })
  queue = mine.catch(() => undefined)
  return mine
}
