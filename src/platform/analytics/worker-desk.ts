import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api'
import { faultOf } from './fault.ts'
import type { EngineSettings, FromEngine, ToEngine } from './messages.ts'
import { packAll, packDense, packRows } from './pack.ts'
import { duck, type Sql } from './sql-text.ts'

export type Desk = { readonly take: (message: Exclude<ToEngine, { open: EngineSettings }>) => Promise<void> }

/** Closed before the first question: nothing can be loaded, nothing outside the folders exists, and no statement can change that. */
const settings = ({ folders, scratch, threads, memoryMegabytes }: EngineSettings): readonly Sql[] => [
  duck`set autoinstall_known_extensions = false`, duck`set autoload_known_extensions = false`, duck`set allow_community_extensions = false`,
  duck`set threads = ${threads}`, duck`set memory_limit = ${`${memoryMegabytes}MB`}`, duck`set temp_directory = ${scratch}`,
  // Groups and sorts say their own order: keeping that of the file costs memory for nothing.
  duck`set preserve_insertion_order = false`,
  // Files are named by their content and never change.
  duck`set parquet_metadata_cache = true`,
  duck`set allowed_directories = [${[...folders, scratch]}]`, duck`set enable_external_access = false`, duck`set lock_configuration = true`,
]

/** Opens the engine and answers by number. */
export const openDesk = async (given: EngineSettings, tell: (message: FromEngine) => void): Promise<Desk> => {
  const instance = await DuckDBInstance.create(':memory:')
  const first = await instance.connect()
  for (const { text } of settings(given)) await first.run(text)
  const idle: DuckDBConnection[] = [first]
  const busy = new Map<number, { connection: DuckDBConnection; result?: DuckDBResult; rows: number }>()
  const free = (id: number): void => {
    const held = busy.get(id)
    busy.delete(id)
    if (held) idle.push(held.connection)
  }
  const attempt = async (id: number, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      free(id)
      tell({ failed: id, fault: faultOf(text), text: text.slice(0, 2000) })
    }
  }
  const part = async (id: number): Promise<void> => {
    const held = busy.get(id)
    if (!held?.result) return
    const { columns, last } = await packRows(held.result, held.rows)
    if (last) free(id)
    tell({ part: id, columns, last })
  }
  const hold = async (id: number, rows = 0) => {
    const held: { connection: DuckDBConnection; result?: DuckDBResult; rows: number } = { connection: idle.pop() ?? (await instance.connect()), rows }
    busy.set(id, held)
    return held
  }
  return {
    take: async (message) => {
      if ('interrupt' in message) {
        const held = busy.get(message.interrupt)
        held?.connection.interrupt()
        // A stream may be between two parts: its connection is not used again. A question being computed stops by itself and says so.
        if (held?.result) busy.delete(message.interrupt)
        return
      }
      if ('next' in message) return attempt(message.next, () => part(message.next))
      if ('stream' in message) {
        return attempt(message.stream, async () => {
          const held = await hold(message.stream, message.rows)
          held.result = await held.connection.stream(message.text)
          await part(message.stream)
        })
      }
      return attempt(message.ask, async () => {
        const { connection } = await hold(message.ask)
        const result = await connection.stream(message.text)
        const answer = message.dense ? { dense: await packDense(result, message.dense) } : { columns: await packAll(result) }
        free(message.ask)
        tell({ done: message.ask, ...answer })
      })
    },
  }
}
