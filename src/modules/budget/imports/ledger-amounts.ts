import { pesos } from '#kernel'
import { type Amounts, type FileGrain, foldKey, type Phase, rowId, type RowKey, settleRounding } from '../balance-import/index.ts'
import type { Cube, CubeLine } from '../execution/cube.ts'
import { type LedgerPhase, noSums, type PhaseSums, subtractSums } from '../movements/phase.ts'

/** Phases of a balance that are facts of the ledger; the others are computed from them. */
export const ledgerPhaseOf: Readonly<Partial<Record<Phase, LedgerPhase>>> = {
  initial: 'initial', modification: 'modification', precommitment: 'precommitment', commitment: 'commitment', accrued: 'accrual', paid: 'payment', collected: 'collection',
}

const keyOf = (line: CubeLine): RowKey => ({ kind: line.kind, account: line.account, ...(line.area ? { area: line.area } : {}), ...(line.programme ? { programme: line.programme } : {}), ...(line.costCentre ? { costCentre: line.costCentre } : {}) })

/** The lines of the municipal budget as a balance sees them: by account, area, programme and cost centre, or what the grain of a file tells of them. */
export const linesByRow = (cube: Cube, grain?: FileGrain): ReadonlyMap<string, readonly CubeLine[]> => {
  const found = new Map<string, CubeLine[]>()
  for (const line of cube.lines.values()) {
    if (line.management !== 'municipal') continue
    const key = rowId(grain ? foldKey(keyOf(line), grain) : keyOf(line))
    const list = found.get(key)
    if (list) list.push(line)
    else found.set(key, [line])
  }
  return found
}

export const sumsOfRow = (lines: readonly CubeLine[]): PhaseSums => lines.length === 0 ? noSums : lines.reduce<PhaseSums>((sums, line) => [sums[0] + line.sums[0], sums[1] + line.sums[1], sums[2] + line.sums[2], sums[3] + line.sums[3], sums[4] + line.sums[4], sums[5] + line.sums[5], sums[6] + line.sums[6]], noSums)

/** What the ledger holds of each row, in the words of a balance. */
export const amountsOfSums = (sums: PhaseSums): Amounts => ({
  initial: pesos(sums[0]), modification: pesos(sums[1]), adjusted: pesos(sums[0] + sums[1]), precommitment: pesos(sums[2]), commitment: pesos(sums[3]), accrued: pesos(sums[4]), paid: pesos(sums[5]), collected: pesos(sums[6]),
})
export const previousOf = (cube: Cube): ReadonlyMap<string, Amounts> => new Map([...linesByRow(cube)].map(([key, lines]) => [key, amountsOfSums(sumsOfRow(lines))]))

/** The accumulated amounts a row states, as sums of the ledger. What the file does not carry stays as it is. */
export const statedSums = (amounts: Amounts, current: PhaseSums): PhaseSums => {
  // Written out in the order of the phases: a load states a hundred thousand rows.
  const stated: [number, number, number, number, number, number, number] = [
    amounts.initial ?? current[0], amounts.modification ?? current[1], amounts.precommitment ?? current[2], amounts.commitment ?? current[3], amounts.accrued ?? current[4], amounts.paid ?? current[5], amounts.collected ?? current[6],
  ]
  // A file that only tells the adjusted budget: it is the initial one at the first load, and an amendment afterwards.
  if (amounts.adjusted !== undefined && amounts.initial === undefined && amounts.modification === undefined) {
    if (current[0] === 0 && current[1] === 0) stated[0] = amounts.adjusted
    else stated[1] = amounts.adjusted - current[0]
  }
  return stated
}
/** What a row changes in the sums of the ledger; what is only the rounding of its file changes nothing. */
export const differenceOf = (amounts: Amounts, current: PhaseSums, slack = 0): PhaseSums => {
  const stated = statedSums(slack === 0 ? amounts : settleRounding(amounts, amountsOfSums(current), slack), current)
  return current === noSums ? stated : subtractSums(stated, current)
}
export const isNothing = (sums: PhaseSums): boolean => sums.every((amount) => amount === 0)
