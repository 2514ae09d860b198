import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FileStore } from '#platform/files'
import type { Columns, Dense, DenseShape } from './columns.ts'
import { engineKeeper } from './engine-keeper.ts'
import { type ParquetFacts, readFacts } from './parquet-facts.ts'
import { dataFileMissing } from './problems.ts'
import { questioner } from './questioner.ts'
import { duck, type Sql } from './sql-text.ts'
import { type ParquetSource, type WriteHow, type Written, writeParquetWith } from './write-parquet.ts'

export type AskOptions = { readonly signal?: AbortSignal; /** Stops the question then, with its problem. 30 unless told. */ readonly seconds?: number }
export type Analytics = {
  /** The whole answer, packed by column. */
  readonly ask: (query: Sql, options?: AskOptions) => Promise<Columns>
  /** Rows of (cell, value, mark…) already put in their places. */
  readonly dense: (query: Sql, shape: DenseShape, options?: AskOptions) => Promise<Dense>
  /** The answer in parts of about `rows` (20,000): the engine computes the next one while this one is used, and no further. */
  readonly stream: (query: Sql, options?: AskOptions & { readonly rows?: number }) => AsyncGenerator<Columns, void, undefined>
  /** Writes a source as sorted Parquet into the file store. Text that is not a number where one is expected is left empty and counted in `unreadable`. */
  readonly writeParquet: (source: ParquetSource, how: WriteHow, options?: AskOptions) => Promise<Written>
  /** The stored Parquet file as a table of a query. */
  readonly tableOf: (hash: string) => Sql
  /** Columns and rows of a stored Parquet file; remembered, for files never change. */
  readonly factsOf: (hash: string) => Promise<ParquetFacts>
  /** A folder of its own for what can be made again: cached answers. */
  readonly cacheFolder: string
  /** Number of the process, when one is running (for measurements and tests). */
  readonly process: () => number | undefined
  readonly close: () => void
}
export type AnalyticsSettings = {
  readonly files: FileStore
  /** Folder of the file store. */
  readonly filesFolder: string
  /** A folder of the engine: spilled sorts, files being written, cached answers. */
  readonly folder: string
  readonly threads?: number
  readonly memoryMegabytes?: number
  readonly processMegabytes?: number
  readonly idleMilliseconds?: number
}

/** The statistics engine. Costs nothing until the first question; ends with the server. */
export const openAnalytics = (given: AnalyticsSettings): Analytics => {
  const scratch = join(given.folder, 'borrador')
  const cacheFolder = join(given.folder, 'respuestas')
  const ready = (): void => {
    // What a killed run left is nobody's.
    if (existsSync(scratch)) for (const name of readdirSync(scratch)) rmSync(join(scratch, name), { recursive: true, force: true })
    mkdirSync(scratch, { recursive: true })
    mkdirSync(cacheFolder, { recursive: true })
    mkdirSync(given.filesFolder, { recursive: true })
  }
  const keeper = engineKeeper({
    ready, idleMilliseconds: given.idleMilliseconds ?? 600_000,
    settings: { folders: [given.filesFolder], scratch, threads: given.threads ?? 2, memoryMegabytes: given.memoryMegabytes ?? 350, processMegabytes: given.processMegabytes ?? 800 },
  })
  const { ask, dense, stream } = questioner(keeper)
  const tableOf = (hash: string): Sql => {
    const path = given.files.pathOf(hash)
    if (!existsSync(path)) throw dataFileMissing({})
    return duck`read_parquet(${path})`
  }
  const facts = new Map<string, Promise<ParquetFacts>>()
  const factsOf = (hash: string): Promise<ParquetFacts> => {
    const known = facts.get(hash)
    if (known) return known
    const found = Promise.resolve().then(() => readFacts(ask, given.files.pathOf(hash), tableOf(hash)))
    if (facts.size > 500) facts.clear()
    facts.set(hash, found)
    found.catch(() => facts.delete(hash))
    return found
  }
  return {
    ask, dense, stream, tableOf, factsOf, cacheFolder,
    writeParquet: (source, how, options) => {
      keeper.prepare()
      return writeParquetWith({ ask, files: given.files, scratch }, source, how, options)
    },
    process: keeper.pid,
    close: keeper.close,
  }
}
