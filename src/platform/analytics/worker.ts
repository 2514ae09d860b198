/** The engine's process: no database handle, no network, folders and memory bounded; the server may kill it at any moment. */
import type { EngineSettings, FromEngine, ToEngine } from './messages.ts'
import { EXIT_MEMORY } from './messages.ts'
import { type Desk, openDesk } from './worker-desk.ts'

let desk: Promise<Desk> | undefined
const tell = (message: FromEngine): void => void process.send?.(message)

/** Queries run in the engine's own threads: this one stays free to look at the memory. */
const watch = ({ processMegabytes }: EngineSettings): void => {
  setInterval(() => { if (process.memoryUsage.rss() > processMegabytes * 1e6) process.exit(EXIT_MEMORY) }, 200).unref()
}

process.on('message', (message: ToEngine) => {
  if ('open' in message) {
    desk = openDesk(message.open, tell)
    watch(message.open)
    desk.then(() => tell({ opened: true }), () => process.exit(1))
    return
  }
  void desk?.then((open) => open.take(message))
})
process.on('disconnect', () => process.exit(0))
