import { duck, numbersOf } from '#platform/analytics'
import type { CubeMeasure, CubeVariable } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { cubeMeasure, variablesOf } from './assemble.ts'
import { knowledgeOf } from './knowledge.ts'
import { plan } from './plan.ts'
import { resolve } from './resolve.ts'
import { statusOf } from './marks.ts'
import { cannotBeDerived } from './problems.ts'
import { stridesOf } from './axes.ts'
import type { TableHands } from './table-of.ts'

/** Some cells of a table in order: where each is, and its numbers and marks measure by measure. Cells without rows do not come. */
export type RowsPart = { readonly cells: Float64Array; readonly values: readonly Float64Array[]; readonly marks: readonly Float64Array[] }
export type TableRows = {
  readonly variables: readonly CubeVariable[]; readonly measures: readonly CubeMeasure[]
  /** The code of each variable (not the measures) at a cell. */
  readonly codesAt: (cell: number) => readonly string[]
  readonly parts: AsyncGenerator<RowsPart, void, undefined>
}

/** A table of any size for a file, in parts, in the order of its variables: neither the server nor the engine ever holds it whole. Plain numbers only. */
export const tableRows = async (hands: TableHands, request: TableRequest): Promise<TableRows> => {
  if (request.derive) throw cannotBeDerived({ why: 'Los datos completos se descargan sin cálculos, para que cada quien haga los suyos.' })
  const version = await hands.versionOf(request.dataset, request.version)
  const resolved = resolve(request, version.structure, await knowledgeOf(hands, version))
  const { query } = plan(resolved, hands.analytics.tableOf(version.hash), await hands.analytics.factsOf(version.hash))
  const lists = resolved.variables.map(({ chosen }) => chosen.map(({ code }) => code.code))
  const strides = stridesOf(lists.map((codes) => codes.length))
  const count = resolved.measures.length
  const each = <T>(make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at))
  const parts = async function* (): AsyncGenerator<RowsPart, void, undefined> {
    for await (const part of hands.analytics.stream(duck`select * from (${query}) order by cell`, { signal: hands.signal, seconds: hands.seconds ?? 300 }))
      yield { cells: numbersOf(part, 'cell'), values: each((at) => numbersOf(part, `_value${at}`)), marks: each((at) => numbersOf(part, `_mark${at}`)) }
  }
  return { variables: variablesOf(resolved), measures: resolved.measures.map(cubeMeasure), codesAt: (cell) => lists.map((codes, at) => codes[Math.floor(cell / (strides[at] ?? 1)) % codes.length] ?? ''), parts: parts() }
}
/** What a mark of those parts means, as written in a file; empty when there is none. */
export const statusAt = (mark: number | undefined): string => statusOf(mark ?? 0) ?? ''
