import type { Analytics, AskOptions } from './analytics.ts'
import type { Columns, Dense } from './columns.ts'
import type { EngineKeeper } from './engine-keeper.ts'
import type { EngineProcess } from './engine-process.ts'
import { type EngineFault, EXIT_MEMORY, type FromEngine, type ToEngine } from './messages.ts'
import { dataFileMissing, dataUnreadable, engineStopped, questionTooHeavy, questionTooSlow, scratchFull } from './problems.ts'
import { turns } from './turns.ts'

/** How long an interrupted question may take to let go before its process is killed. */
const GRACE_MILLISECONDS = 2000
const AT_ONCE = 2
const WAITING = 60
const SECONDS = 30
const STREAM_ROWS = 20_000

/** The process went away while it worked on this: asked once more of the next one. */
class Lost extends Error {}
type Said = Exclude<FromEngine, { opened: true }>
type Answer = Exclude<Said, { failed: number }>

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 300)
const failure = (fault: EngineFault, text: string): Error => {
  switch (fault) {
    case 'memory': return questionTooHeavy({})
    case 'disk': return scratchFull({})
    case 'file': return dataFileMissing({})
    case 'content': return dataUnreadable({ reason: firstLine(text) })
    default: return new Error(`Motor de estadísticas: ${text}`)
  }
}

/** One message and the answer to it. A question that does not stop when told takes its process with it. */
const exchange = (engine: EngineProcess, id: number, message: ToEngine, { signal, seconds = SECONDS }: AskOptions): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let refused: Error | undefined
    let grace: NodeJS.Timeout | undefined
    const finish = (end: () => void): void => {
      clearTimeout(clock)
      clearTimeout(grace)
      signal?.removeEventListener('abort', aborted)
      engine.forget(id)
      end()
    }
    const stop = (error: Error): void => {
      if (refused) return
      refused = error
      engine.send({ interrupt: id })
      grace = setTimeout(() => engine.kill(), GRACE_MILLISECONDS)
    }
    const aborted = (): void => stop(signal?.reason instanceof Error ? signal.reason : new Error('aborted'))
    const clock = setTimeout(() => stop(questionTooSlow({ seconds })), seconds * 1000)
    engine.listen(id, (said) => {
      if ('ended' in said) return finish(() => reject(refused ?? (said.code === EXIT_MEMORY ? questionTooHeavy({}) : new Lost())))
      if ('failed' in said) return finish(() => reject(refused ?? failure(said.fault, said.text)))
      finish(() => (refused ? reject(refused) : resolve(said)))
    })
    if (signal?.aborted) return finish(() => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted')))
    signal?.addEventListener('abort', aborted)
    engine.send(message)
  })

/** Asks over a keeper: a few at once, the rest in line, once again when a process was lost. */
export const questioner = (keeper: EngineKeeper): Pick<Analytics, 'ask' | 'dense' | 'stream'> => {
  const line = turns(AT_ONCE, WAITING)
  let last = 0
  const inTurn = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
    const leave = await line.take(signal)
    keeper.begun()
    try {
      return await work()
    } finally {
      keeper.ended()
      leave()
    }
  }
  const once = async (message: (id: number) => ToEngine, options: AskOptions, again = true): Promise<Answer> => {
    const id = ++last
    try {
      return await exchange(await keeper.now(), id, message(id), options)
    } catch (error) {
      if (!(error instanceof Lost)) throw error
      if (again) return once(message, options, false)
      throw engineStopped({})
    }
  }
  return {
    ask: (query, options = {}) => inTurn(options.signal, async (): Promise<Columns> => {
      const answer = await once((id) => ({ ask: id, text: query.text }), options)
      if ('done' in answer && answer.columns) return answer.columns
      throw new Error('El motor respondió otra cosa')
    }),
    dense: (query, shape, options = {}) => inTurn(options.signal, async (): Promise<Dense> => {
      const answer = await once((id) => ({ ask: id, text: query.text, dense: shape }), options)
      if ('done' in answer && answer.dense) return answer.dense
      throw new Error('El motor respondió otra cosa')
    }),
    stream: async function* (query, options = {}) {
      const leave = await line.take(options.signal)
      keeper.begun()
      const id = ++last
      let engine: EngineProcess | undefined
      let open = true
      try {
        engine = await keeper.now()
        const running = engine
        const ask = async (message: ToEngine) => {
          const said = await exchange(running, id, message, options).catch((error) => { throw error instanceof Lost ? engineStopped({}) : error })
          if ('part' in said) return said
          throw new Error('El motor respondió otra cosa')
        }
        let part = await ask({ stream: id, text: query.text, rows: options.rows ?? STREAM_ROWS })
        while (!part.last) {
          const following = ask({ next: id })
          following.catch(() => undefined)
          yield part.columns
          part = await following
        }
        open = false
        if (part.columns.rows > 0) yield part.columns
      } finally {
        if (open) engine?.send({ interrupt: id })
        keeper.ended()
        leave()
      }
    },
  }
}
