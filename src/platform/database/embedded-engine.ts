import { type Answer, type Connection, type Engine, transactionOver } from './engine.ts'
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

  /** Statements carry the number of their transaction: a worker that does not hold it open refuses them. */
  const connectionOf = (transaction: number | undefined) => {
    let open = true
    const send = async <T>(message: Record<string, unknown>): Promise<T> => {
      if (!open) throw transactionOver()
      return link.call<T>({ ...message, transaction })
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
    return { connection, end: () => { open = false } }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const runTransaction = async <T>(settings: string | undefined, wrote: boolean, work: (connection: Connection) => Promise<T>): Promise<T> => {
    const transaction = ++lastTransaction
    const { connection, end } = connectionOf(transaction)
    // Not awaited: the worker keeps the order, and refuses what follows when this fails.
    const begun = link.call({ kind: 'begin', transaction, settings })
    begun.catch(() => undefined)
    try {
      const value = await work(connection)
      end()
      await begun
      const committed = link.call({ kind: 'commit', transaction, wrote })
      if (wrote) await committed
      else committed.catch(() => undefined) // a read leaves nothing behind: nobody waits for its end
      return value
    } catch (error) {
      end()
      await link.call({ kind: 'rollback', transaction }).catch(() => undefined)
      await begun // its failure is the cause of the others
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
