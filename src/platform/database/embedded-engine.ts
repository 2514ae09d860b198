import { type Answer, type Connection, type Engine, transactionOver, type Wrote } from './engine.ts'
import { linkWorker, type LinkOptions } from './worker-link.ts'

type Options = LinkOptions & { readonly onSlow?: (text: string, milliseconds: number) => void }
export type EmbeddedEngine = Engine & { readonly saveTemplate: (path: string) => Promise<void> }
/** No statement may hold the only connection for longer than this; what does is logged. */
const SLOW_MS = 200

/** PGlite in a worker thread. One connection: transactions take turns in order of arrival. */
export const openEmbedded = async (options: Options): Promise<EmbeddedEngine> => {
  const link = await linkWorker(options)
  let turn: Promise<unknown> = Promise.resolve()
  let lastTransaction = 0

  /**
   * Statements carry the number of their transaction: a worker that does not hold it open refuses them.
   * The first one carries the BEGIN too: each message between threads costs as much as a small query.
   */
  const connectionOf = (transaction: number | undefined, settings?: string) => {
    let open = true
    let begin = transaction === undefined ? undefined : { transaction, settings }
    const send = async <T>(message: Record<string, unknown>): Promise<T> => {
      if (!open) throw transactionOver()
      const first = begin
      begin = undefined
      return link.call<T>(first ? { ...message, transaction, begin: first } : { ...message, transaction })
    }
    const connection: Connection = {
      query: async <T>(text: string, parameters: readonly unknown[] = []) => {
        const started = performance.now()
        const answer = await send<Answer<T>>({ kind: 'query', text, parameters })
        const spent = performance.now() - started
        if (spent > SLOW_MS) options.onSlow?.(text, spent)
        return answer
      },
      script: (text) => send({ kind: 'script', text }),
    }
    return { connection, begun: () => begin === undefined, end: () => { open = false } }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const runTransaction = async <T>(settings: string | undefined, wrote: Wrote, work: (connection: Connection) => Promise<T>): Promise<T> => {
    const transaction = ++lastTransaction
    const { connection, begun, end } = connectionOf(transaction, settings)
    try {
      const value = await work(connection)
      end()
      if (begun() && wrote) await link.call({ kind: 'commit', transaction, wrote: wrote === true })
      else if (begun()) link.tell({ kind: 'commit', transaction, wrote }) // a read leaves nothing behind: nobody waits for its end
      return value
    } catch (error) {
      end()
      if (begun()) await link.call({ kind: 'rollback', transaction }).catch(() => undefined)
      throw error
    }
  }
  return {
    kind: 'embedded',
    transaction: (settings, wrote, work) => inTurn(() => runTransaction(settings, wrote, work)),
    direct: (work) =>
      inTurn(async () => {
        const { connection, end } = connectionOf(undefined)
        return work(connection).finally(end)
      }),
    checkpoint: () => inTurn(() => link.call({ kind: 'checkpoint' })),
    close: async () => {
      await inTurn(() => link.call({ kind: 'close' })).finally(() => link.end())
    },
    saveTemplate: (path) => inTurn(() => link.call({ kind: 'template', path })),
  }
}
