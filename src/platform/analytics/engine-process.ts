import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { giveWay } from '#platform/files'
import { workerModule } from '../spreadsheets/worker-file.ts'
import type { EngineSettings, FromEngine, ToEngine } from './messages.ts'

/** How a process ended while somebody waited. */
export type Ended = { readonly ended: true; readonly code: number | null }
export type Listener = (message: Exclude<FromEngine, { opened: true }> | Ended) => void
export type EngineProcess = {
  readonly pid: number
  readonly alive: () => boolean
  readonly send: (message: ToEngine) => void
  /** Hears what is said about one question until it is forgotten. */
  readonly listen: (id: number, listener: Listener) => void
  readonly forget: (id: number) => void
  readonly kill: () => void
}

const OPENING_MILLISECONDS = 30_000
const file = (): Promise<string> => workerModule('analytics-worker', () => fileURLToPath(new URL('./worker.ts', import.meta.url)))
const idOf = (message: Exclude<FromEngine, { opened: true }>): number => ('done' in message ? message.done : 'part' in message ? message.part : message.failed)

const opened = (child: ChildProcess, settings: EngineSettings): Promise<void> =>
  new Promise((resolve, reject) => {
    const clean = (): void => { clearTimeout(clock); child.off('message', heard).off('exit', ended).off('error', ended) }
    const heard = (message: FromEngine): void => { if ('opened' in message) { clean(); resolve() } }
    const ended = (): void => { clean(); child.kill('SIGKILL'); reject(new Error('El motor de estadísticas no abrió')) }
    const clock = setTimeout(ended, OPENING_MILLISECONDS)
    child.on('message', heard).on('exit', ended).on('error', ended)
    child.send({ open: settings } satisfies ToEngine)
  })

/** Starts an engine. It never keeps the server from ending, and nothing of the server's environment passes to it. */
export const startEngine = async (settings: EngineSettings): Promise<EngineProcess> => {
  const child = fork(await file(), [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--max-old-space-size=128'], env: { NODE_ENV: 'production' } })
  giveWay(child.pid)
  await opened(child, settings)
  const listeners = new Map<number, Listener>()
  let alive = true
  child.on('message', (message: Exclude<FromEngine, { opened: true }>) => listeners.get(idOf(message))?.(message))
  const ended = (code: number | null): void => {
    alive = false
    const told = [...listeners.values()]
    listeners.clear()
    for (const listener of told) listener({ ended: true, code })
  }
  child.on('exit', ended).on('error', () => child.kill('SIGKILL'))
  child.unref()
  child.channel?.unref()
  return {
    pid: child.pid ?? 0,
    alive: () => alive && child.connected,
    send: (message) => void (child.connected && child.send(message, () => undefined)),
    listen: (id, listener) => {
      listeners.set(id, listener)
      if (!alive) ended(null)
      else { child.ref(); child.channel?.ref() }
    },
    forget: (id) => {
      listeners.delete(id)
      if (listeners.size === 0) { child.unref(); child.channel?.unref() }
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
