import { type EngineProcess, startEngine } from './engine-process.ts'
import type { EngineSettings } from './messages.ts'

export type EngineKeeper = {
  /** The running engine, started when there is none. */
  readonly now: () => Promise<EngineProcess>
  /** Its folders are as they must be, without starting it. */
  readonly prepare: () => void
  readonly pid: () => number | undefined
  /** Called when a question begins and ends: an engine nobody asks gives its memory back after a while. */
  readonly begun: () => void
  readonly ended: () => void
  readonly close: () => void
}

/** One engine at a time: started late, replaced when it ended, stopped when idle. */
export const engineKeeper = ({ settings, ready, idleMilliseconds }: { readonly settings: EngineSettings; readonly ready: () => void; readonly idleMilliseconds: number }): EngineKeeper => {
  let engine: EngineProcess | undefined
  let starting: Promise<EngineProcess> | undefined
  let idle: NodeJS.Timeout | undefined
  let prepared = false
  let closed = false
  let running = 0
  const prepare = (): void => {
    if (!prepared) ready()
    prepared = true
  }
  const begin = async (): Promise<EngineProcess> => {
    prepare()
    const started = await startEngine(settings)
    if (closed) started.kill()
    return (engine = started)
  }
  return {
    prepare,
    now: () => {
      if (closed) return Promise.reject(new Error('El motor de estadísticas ya se cerró'))
      if (engine?.alive()) return Promise.resolve(engine)
      return (starting ??= begin().finally(() => { starting = undefined }))
    },
    pid: () => (engine?.alive() ? engine.pid : undefined),
    begun: () => { running++; clearTimeout(idle) },
    ended: () => {
      running--
      if (running > 0) return
      clearTimeout(idle)
      idle = setTimeout(() => { if (running === 0) engine?.kill() }, idleMilliseconds)
      idle.unref()
    },
    close: () => { closed = true; clearTimeout(idle); engine?.kill() },
  }
}
