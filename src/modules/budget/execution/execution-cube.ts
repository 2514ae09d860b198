import { type AsOf, type Day, lastDayOfMonth } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { ledger } from '#evidence'
import { accountNames } from '../accounts/account-tree.ts'
import { refreshStatistics } from '../movements/movement.store.ts'
import { addSums, noSums } from '../movements/phase.ts'
import { countCells, type Cube, type CubeCell, type CubeLine, mergeCells, sumCells } from './cube.ts'
import { cubeStore } from './cube.store.ts'

type Kept = { readonly seq: number; readonly hash: string; readonly cells: ReadonlyMap<string, readonly CubeCell[]>; readonly cube: Cube }
const MOST_KEPT = 40
/** Remembered cubes of each open system (its file store is its identity). They only save time: every one can be computed again. */
const memory = new WeakMap<object, Map<string, Kept>>()

const keep = (book: Map<string, Kept>, key: string, value: Kept): void => {
  book.delete(key)
  book.set(key, value)
  const oldest = book.keys().next().value
  if (book.size > MOST_KEPT && oldest !== undefined) book.delete(oldest)
}

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
const dayOfYear = (effectiveOn: Day, year: number): Day => {
  const last = lastDayOfMonth(year, 12)
  return effectiveOn > last ? last : effectiveOn
}

const build = async (context: ReadContext, year: number, seq: number, byLine: ReadonlyMap<string, readonly CubeCell[]>): Promise<Cube> => {
  const store = cubeStore(context.tx)
  const lines = (await store.lines(year)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const names = accountNames(await store.localAccounts())
  const found = new Map<string, CubeLine>()
  for (const line of lines) {
    const cells = byLine.get(line.id)
    if (!cells && (line.seq === 0 || line.seq > seq)) continue
    const own = cells && cells.length > 1 ? [...cells].sort((a, b) => a.month - b.month) : (cells ?? [])
    found.set(line.id, { ...line, title: names.nameOf(line.account), cells: own, sums: sumCells(own), counts: countCells(own) })
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
  const store = cubeStore(context.tx)
  const book = memory.get(context.files) ?? new Map<string, Kept>()
  memory.set(context.files, book)
  const key = `${context.actor.commune} ${year} ${effectiveOn} ${known}`
  const kept = book.get(key)
  const { seq: head, hash, hashAtAfter, movedBy, measured } = await store.watermark(kept?.seq ?? 0)
  // A restored database was never measured, and its sums would take ten times longer.
  if (!measured) await refreshStatistics(context.tx)
  const seq = Math.min(known, head)
  const valid = kept && (kept.seq === 0 || hashAtAfter === kept.hash) ? kept : undefined
  if (valid && (movedBy === null || valid.seq >= seq)) {
    if (valid.seq < seq && seq === head) keep(book, key, { ...valid, seq, hash })
    return valid.cube
  }
  const added = group(await store.cells(year, effectiveOn, valid?.seq ?? 0, seq))
  const cells = new Map(valid?.cells ?? [])
  for (const [line, more] of added) {
    const before = cells.get(line)
    cells.set(line, before ? mergeCells(before, more) : more)
  }
  const cube = await build(context, year, seq, cells)
  const hashAtSeq = seq === head ? hash : ((await store.watermark(seq)).hashAtAfter ?? '')
  keep(book, key, { seq, hash: hashAtSeq, cells, cube })
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
