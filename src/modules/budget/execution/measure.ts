import { digestOf } from '#platform/actions'
import { type LedgerPhase, type LineKind, noSums, phaseIndex, type PhaseSums } from '../movements/phase.ts'
import type { CubeLine } from './cube.ts'

/** A figure of execution as a signed sum of phases: `adjusted` = initial + modification; `balance` subtracts what is committed. */
export type Measure = { readonly kind: LineKind; readonly parts: Readonly<Partial<Record<LedgerPhase, 1 | -1>>> }
export type Measured = { readonly value: number; readonly count: number; readonly digest: string; readonly sums: PhaseSums }

const partsOf = (measure: Measure): [LedgerPhase, number][] => Object.entries(measure.parts) as [LedgerPhase, number][]

export const applyMeasure = (measure: Measure, sums: PhaseSums): number => partsOf(measure).reduce((total, [phase, sign]) => total + sign * (sums[phaseIndex[phase]] ?? 0), 0)

/** What was measured over a list of lines (see `selectLines`), as long as somebody holds it. */
const memory = new WeakMap<readonly CubeLine[], Map<string, Measured>>()

/** Sums lines up to a month. Lines come in the order of their ids and cells in that of their months, as the cube keeps them: the digest is SHA-256 over line, month, rows and their fingerprint. */
export const measureLines = (measure: Measure, lines: readonly CubeLine[], upToMonth: number): Measured => {
  const key = `${JSON.stringify(measure.parts)} ${upToMonth}`
  const book = memory.get(lines) ?? new Map<string, Measured>()
  memory.set(lines, book)
  const known = book.get(key) ?? sumLines(measure, lines, upToMonth)
  book.set(key, known)
  return known
}
const sumLines = (measure: Measure, lines: readonly CubeLine[], upToMonth: number): Measured => {
  const sums: [number, number, number, number, number, number, number] = [...noSums]
  let count = 0
  const parts = partsOf(measure).map(([phase]) => phaseIndex[phase])
  /** Marks go to the digest as they are made: nobody holds a hundred thousand texts. */
  function* marks(): Generator<string> {
    for (const line of lines) {
      for (const cell of line.cells) {
        if (cell.month > upToMonth) continue
        for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (cell.sums[index] ?? 0)
        let own = 0
        for (const index of parts) own += cell.counts[index]
        count += own
        if (own > 0) yield `${line.id} ${cell.month} ${own} ${cell.digest}`
      }
    }
  }
  const digest = digestOf(marks())
  return { value: applyMeasure(measure, sums), count, digest, sums }
}

const spending = (parts: Measure['parts']): Measure => ({ kind: 'expenditure', parts })
const income = (parts: Measure['parts']): Measure => ({ kind: 'income', parts })
export const measures = {
  initial: spending({ initial: 1 }),
  amended: spending({ modification: 1 }),
  adjusted: spending({ initial: 1, modification: 1 }),
  precommitted: spending({ precommitment: 1 }),
  committed: spending({ commitment: 1 }),
  accrued: spending({ accrual: 1 }),
  paid: spending({ payment: 1 }),
  balance: spending({ initial: 1, modification: 1, commitment: -1 }),
  available: spending({ initial: 1, modification: 1, precommitment: -1, commitment: -1 }),
  'outstanding-debt': spending({ accrual: 1, payment: -1 }),
  'income-initial': income({ initial: 1 }),
  'income-amended': income({ modification: 1 }),
  'income-budgeted': income({ initial: 1, modification: 1 }),
  'income-accrued': income({ accrual: 1 }),
  'income-collected': income({ collection: 1 }),
  'income-receivable': income({ accrual: 1, collection: -1 }),
} as const satisfies Record<string, Measure>
export type MeasureKey = keyof typeof measures
