import type { Line } from '../lines/line.ts'
import { addSums, noSums, type PhaseSums } from '../movements/phase.ts'

/** Sums of one line in one month: whole pesos by phase, rows behind each phase, and an order-independent fingerprint of the rows. */
export type CubeCell = {
  readonly line: string
  /** 1–12, by the day the fact took effect. */
  readonly month: number
  readonly sums: PhaseSums
  readonly counts: PhaseSums
  /** Exclusive-or of the hashes of identity and amounts of the rows, as text. */
  readonly digest: string
}
/** Everything the ledger says of a year as of a pair of dates: every figure of execution is a pure sum over it. */
export type Cube = {
  readonly year: number
  readonly lines: ReadonlyMap<string, CubeLine>
  /** Last ledger number included. */
  readonly seq: number
}
export type CubeLine = Line & {
  readonly title: string
  readonly programmeName: string
  readonly programmeId: string | null
  readonly cells: readonly CubeCell[]
  readonly sums: PhaseSums
  readonly counts: PhaseSums
}

export const sumCells = (cells: readonly CubeCell[], upToMonth = 12, fromMonth = 1): PhaseSums => {
  let sums: PhaseSums = noSums
  for (const cell of cells) if (cell.month <= upToMonth && cell.month >= fromMonth) sums = addSums(sums, cell.sums)
  return sums
}
export const countCells = (cells: readonly CubeCell[]): PhaseSums => cells.reduce<PhaseSums>((counts, cell) => addSums(counts, cell.counts), noSums)

/** Two sets of cells of disjoint movements as one. */
export const mergeCells = (old: readonly CubeCell[], added: readonly CubeCell[]): CubeCell[] => {
  const byMonth = new Map(old.map((cell) => [cell.month, cell]))
  for (const cell of added) {
    const known = byMonth.get(cell.month)
    byMonth.set(cell.month, known ? { ...cell, sums: addSums(known.sums, cell.sums), counts: addSums(known.counts, cell.counts), digest: (BigInt(known.digest) ^ BigInt(cell.digest)).toString() } : cell)
  }
  return [...byMonth.values()].sort((a, b) => a.month - b.month)
}

/** A line with its cells in order of months. A line that moved in one month, as those of a balance, shares its sums with it. */
export const cubeLine = (line: Line, { programmeName, programmeId }: Pick<CubeLine, 'programmeName' | 'programmeId'>, title: string, cells: readonly CubeCell[]): CubeLine => {
  const [only] = cells
  const own = cells.length > 1 ? [...cells].sort((a, b) => a.month - b.month) : cells
  const { id, year, management, kind, account, area, programme, costCentre, project, funding, unitId } = line
  return {
    id, year, management, kind, account, area, programme, costCentre, project, funding, unitId, programmeName, programmeId, title, cells: own,
    sums: cells.length === 1 && only ? only.sums : sumCells(own), counts: cells.length === 1 && only ? only.counts : countCells(own),
  }
}
