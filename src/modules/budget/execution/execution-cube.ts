import { type AsOf, type Day, lastDayOfMonth } from '#kernel'
import type { ReadContext } from '#platform/actions'
import type { Tx } from '#platform/database'
import { ledger } from '#evidence'
import { accountNames } from '../accounts/account-tree.ts'
import { refreshStatistics } from '../movements/movement.store.ts'
import { addSums, noSums } from '../movements/phase.ts'
import { cubeLine, type Cube, type CubeCell, type CubeLine, mergeCells } from './cube.ts'
import { cubeMemory } from './cube-memory.ts'
import { cubeStore } from './cube.store.ts'

const group = (cells: readonly CubeCell[]): Map<string, CubeCell[]> => {
  const byLine = new Map<string, CubeCell[]>()
  for (const cell of cells) {
    const list = byLine.get(cell.line)
    if (list) list.push(cell)
    else byLine.set(cell.line, [cell])
  }
  return byLine
}

/** Clamped to the year: the facts of 2025 as of a day of 2026 are those of the whole 2025. */
export const dayOfYear = (effectiveOn: Day, year: number): Day => {
  const last = lastDayOfMonth(year, 12)
  return effectiveOn > last ? last : effectiveOn
}

/** Lines of the year in the order of their ids, each with what it had and what came. */
const build = async (context: ReadContext, year: number, seq: number, base: Cube | undefined, added: ReadonlyMap<string, readonly CubeCell[]>): Promise<Cube> => {
  const store = cubeStore(context.tx)
  const lines = (await store.lines(year)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const names = accountNames(await store.localAccounts())
  const found = new Map<string, CubeLine>()
  for (const line of lines) {
    const more = added.get(line.id)
    const before = base?.lines.get(line.id)?.cells
    const cells = before && more ? mergeCells(before, more) : (more ?? before)
    if (!cells && (line.seq === 0 || line.seq > seq)) continue
    found.set(line.id, cubeLine(line, line, names.nameOf(line.account), cells ?? []))
  }
  return { year, lines: found, seq }
}

/**
 * What the ledger says of a year as of the two dates of the context (or others). One statement when nothing is remembered; only the
 * entries that came since, when something is; nothing at all when no entry of the budget came.
 */
export const executionCube = async (context: ReadContext, year: number, asOf: AsOf = context.asOf): Promise<Cube> => {
  const effectiveOn = dayOfYear(asOf.effectiveOn, year)
  // What is known may be less than the day says (a report being issued looks no further than its watermark).
  const known = asOf.knownOn === context.asOf.knownOn ? await context.knownSeq() : await knownSeqOf(context, asOf)
  // An action posts facts in its own transaction: only readers stay with what they saw.
  if ('entryId' in context) return upToDate(context, year, effectiveOn, known)
  const seen = readHere.get(context.tx) ?? new Map<string, Promise<Cube>>()
  readHere.set(context.tx, seen)
  const key = `${year} ${effectiveOn} ${known}`
  const pending = seen.get(key) ?? upToDate(context, year, effectiveOn, known)
  seen.set(key, pending)
  return pending
}

/** Cubes asked for in a read transaction: a report has hundreds of figures, and each would ask the ledger whether anything came. */
const readHere = new WeakMap<Tx, Map<string, Promise<Cube>>>()

const upToDate = async (context: ReadContext, year: number, effectiveOn: Day, known: number): Promise<Cube> => {
  const store = cubeStore(context.tx)
  const memory = cubeMemory(context.files)
  const key = { commune: context.actor.commune, year, effectiveOn, known }
  const kept = memory.get(key)
  const { seq: head, hash, hashAtAfter, movedBy, measured } = await store.watermark(kept?.seq ?? 0)
  // A restored database was never measured, and its sums would take ten times longer.
  if (!measured) await refreshStatistics(context.tx)
  const seq = Math.min(known, head)
  const valid = kept && (kept.seq === 0 || hashAtAfter === kept.hash) ? kept : undefined
  if (valid && (movedBy === null || valid.seq >= seq)) {
    if (valid.seq < seq && seq === head) memory.keep(key, { ...valid, seq, hash })
    return valid.cube
  }
  const added = group(await store.cells(year, effectiveOn, valid?.seq ?? 0, seq))
  const cube = await build(context, year, seq, valid?.cube, added)
  const hashAtSeq = seq === head ? hash : ((await store.watermark(seq)).hashAtAfter ?? '')
  memory.keep(key, { seq, hash: hashAtSeq, cube })
  return cube
}

const knownSeqOf = async (context: ReadContext, asOf: AsOf): Promise<number> => {
  if (asOf.knownOn >= context.today) return Number.MAX_SAFE_INTEGER
  return ledger.seqKnownOn(context.tx, asOf.knownOn)
}

export const totalOf = (lines: Iterable<CubeLine>) => {
  let sums = noSums
  for (const line of lines) sums = addSums(sums, line.sums)
  return sums
}
