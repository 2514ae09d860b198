import { createHash } from 'node:crypto'
import type { Analytics } from '#platform/analytics'
import canonicalize from 'canonicalize'
import type { Cube, CubeSource } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import type { Structure } from '../model/structure.ts'
import { type AnswerCache, answerCache } from './answer-cache.ts'
import { statusesOf } from './assemble.ts'
import { finish } from './finish.ts'
import type { LocalGrouping } from './groupings.ts'
import { titleOf } from './cube-title.ts'
import { knowledgeOf } from './knowledge.ts'
import type { FinishedTable } from './packed-table.ts'
import { plan } from './plan.ts'
import { populationFor } from './rate.ts'
import { type Resolved, resolve, SCREEN_CELLS } from './resolve.ts'
import { workedFrom, type Worked } from './assemble.ts'

/** What a table needs of a version: its file, what it means, and what is printed under it. `datasets/version-of.ts` gives it. */
export type TableVersion = { readonly hash: string; readonly structure: Structure; readonly source: CubeSource }
export type TableHands = {
  readonly analytics: Analytics
  /** Refuses what the reader may not read. Called before anything is looked for, cached answers included. */
  readonly versionOf: (datasetId: string, version: 'latest' | number) => Promise<TableVersion>
  readonly asOf: Cube['asOf']
  readonly groupings?: readonly LocalGrouping[]
  readonly signal?: AbortSignal
  readonly seconds?: number
  /** Most cells; the screen's million unless told. */
  readonly limit?: number
}

/** Changes when the same request on the same file would give another table. */
const EDITION = 1
const caches = new WeakMap<Analytics, AnswerCache>()
const cacheOf = (analytics: Analytics): AnswerCache => {
  const known = caches.get(analytics) ?? answerCache(analytics.cacheFolder)
  caches.set(analytics, known)
  return known
}
const digest = (value: unknown): string => createHash('sha256').update(canonicalize(value) ?? '').digest('hex')
/** A version never changes: its name and its file say all that a table is made of. */
const nameOf = ({ hash, source: { datasetId, version } }: TableVersion): readonly unknown[] => [datasetId, version, hash]

/** The numbers of a resolved table, asked of the engine. */
export const askTable = async ({ analytics, signal, seconds }: Pick<TableHands, 'analytics' | 'signal' | 'seconds'>, resolved: Resolved, hash: string): Promise<Worked> => {
  const { query, shape } = plan(resolved, analytics.tableOf(hash), await analytics.factsOf(hash))
  return workedFrom(resolved, await analytics.dense(query, shape, { signal, seconds }))
}
const make = async (hands: TableHands, request: TableRequest, version: TableVersion, population: TableVersion | undefined): Promise<FinishedTable> => {
  const knowledge = await knowledgeOf(hands, version)
  const resolved = resolve(request, version.structure, { ...knowledge, limit: hands.limit ?? SCREEN_CELLS })
  if (!population) return finish(request, resolved, await askTable(hands, resolved, version.hash))
  const matched = populationFor(resolved, population.structure, await knowledgeOf(hands, population))
  const people = await askTable(hands, matched.resolved, population.hash)
  const { datasetTitle: title, version: number, populationBase: base } = population.source
  return finish(request, resolved, await askTable(hands, resolved, version.hash), { ...matched, people, name: { title, version: number, base } })
}

/**
 * The table of a request: resolved against the version's structure, asked of the engine once, calculated, noted. The same request over the same
 * file is kept, so asking again costs no query. Never inside a transaction: it may take seconds.
 */
export const tableOf = async (hands: TableHands, request: TableRequest): Promise<Cube> => {
  const version = await hands.versionOf(request.dataset, request.version)
  const population = request.derive?.kind === 'rate' ? await hands.versionOf(request.derive.population, 'latest') : undefined
  const { dataset: _dataset, version: _version, ...asked } = request
  const key = digest([EDITION, nameOf(version), population ? [nameOf(population), population.source.datasetTitle, population.source.populationBase] : null, asked, hands.groupings ?? [], hands.limit ?? SCREEN_CELLS])
  const cache = cacheOf(hands.analytics)
  const known = await cache.get(key)
  const table = known ?? (await make(hands, request, version, population))
  if (!known) await cache.put(key, table)
  const { variables, measures, values, marks, notes, cellNotes, derivation } = table
  return {
    title: titleOf(version.source.datasetTitle, measures, variables), variables, measures, values, statuses: statusesOf(marks), notes, cellNotes,
    ...(derivation ? { derivation } : {}), source: version.source, asOf: hands.asOf,
  }
}
