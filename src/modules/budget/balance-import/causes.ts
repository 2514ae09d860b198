import { enumerate } from '#kernel'
import type { ScannedRow } from './classify.ts'
import type { LocatedProblem, ProblemCode } from './located-problem.ts'

const sums: ReadonlySet<ProblemCode> = new Set(['subtotal-differs', 'total-differs', 'rounding-difference'])
/** Named at most; the rest are told by their number. */
const MOST = 3
/** With more faults than these the sheet is wrong as a whole, and no order helps. */
const TOO_MANY = 2000

const stopping = ({ severity, row }: LocatedProblem): boolean => severity === 'stops' && row >= 0
const mayExplain = (cause: LocatedProblem, effect: LocatedProblem, rowOf: ReadonlyMap<number, ScannedRow>): boolean => {
  if (cause.row === effect.row) return false
  const above = rowOf.get(effect.row)?.account
  // A total of the sheet gathers every row; a subtotal, the accounts under it.
  if (effect.code === 'total-differs' || !above || rowOf.get(effect.row)?.is === 'total') return true
  return rowOf.get(cause.row)?.account?.ancestors.includes(above.long) ?? false
}
const told = (effect: LocatedProblem, causes: readonly LocatedProblem[]): LocatedProblem => {
  const cells = [...new Set(causes.map(({ cell }) => cell))]
  const named = cells.length > MOST ? [...cells.slice(0, MOST), `${cells.length - MOST} más`] : cells
  return { ...effect, follows: cells, what: `${effect.what} Puede deberse a lo señalado en ${enumerate(named)}.` }
}

/**
 * What has to be put right first: a sum that does not add because a row under it is wrong, or because another sum under it is, follows
 * that fault and is listed after it, naming its cells. In one row, the first column that fails speaks for those computed from it.
 */
export const causesFirst = (problems: readonly LocatedProblem[], rows: readonly ScannedRow[]): readonly LocatedProblem[] => {
  if (!problems.some((one) => stopping(one) && sums.has(one.code))) return problems
  const rowOf = new Map(rows.map((row) => [row.row, row]))
  const isSum = ({ code }: LocatedProblem): boolean => sums.has(code)
  const faults = problems.filter((one) => stopping(one) && !isSum(one))
  if (faults.length > TOO_MANY) return problems
  const heads: LocatedProblem[] = [...faults]
  const followed = new Map<string, LocatedProblem>()
  // The deepest sums first: those above inherit from them.
  const depth = ({ row, code }: LocatedProblem): number => (code === 'total-differs' ? -1 : (rowOf.get(row)?.account?.depth ?? 0))
  for (const effect of problems.filter((one) => stopping(one) && isSum(one)).sort((a, b) => depth(b) - depth(a) || a.row - b.row || a.column - b.column)) {
    const causes = heads.filter((cause) => mayExplain(cause, effect, rowOf) || (isSum(cause) && cause.row === effect.row))
    if (causes.length === 0) heads.push(effect)
    else followed.set(effect.id, told(effect, causes))
  }
  if (followed.size === 0) return problems
  const first = new Set(heads)
  return [...problems.filter((one) => one.severity === 'stops' && (first.has(one) || !followed.has(one.id))), ...problems.flatMap((one) => (one.severity === 'stops' ? (followed.get(one.id) ?? []) : [])), ...problems.filter(({ severity }) => severity !== 'stops')]
}
