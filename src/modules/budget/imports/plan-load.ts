import { lastDayOfMonth } from '#kernel'
import { type BalanceRow, keyFromId, type Preview, type RowKey } from '../balance-import/index.ts'
import type { Cube, CubeLine } from '../execution/cube.ts'
import { type Line, newLine } from '../lines/line.ts'
import type { MovementColumns } from '../movements/movement.store.ts'
import { noSums, type PhaseSums, subtractSums } from '../movements/phase.ts'
import { differenceOf, isNothing, linesByRow, sumsOfRow } from './ledger-amounts.ts'

/** Movements of one balance in columns: a hundred thousand rows without an object each. `amounts` has seven in a row, as `ledgerPhases`. */
export type PlannedMovements = { readonly shared: MovementColumns['shared']; readonly lines: readonly string[]; readonly rows: readonly (number | null)[]; readonly amounts: readonly number[] }
export type LoadPlan = { readonly lines: readonly Line[]; readonly movements: PlannedMovements; readonly accounts: readonly { readonly account: string; readonly name: string }[] }

/** Where a difference goes: the only line under the key, or else the line of the file's own grain, without the detail it does not tell. */
const lineFor = (key: RowKey, year: number, known: readonly CubeLine[]): Line =>
  (known.length === 1 ? known[0] : undefined) ?? newLine({ year, account: key.account, area: key.area, programme: key.programme, costCentre: key.costCentre })

/**
 * What a balance changes in the ledger: per key of the file, the difference between its accumulated amounts and those of all the lines
 * of the ledger under that key at the end of the month. Equal rows write nothing; lines that no longer come (accepted by the person) go
 * back to zero, each by itself.
 */
export const planLoad = (preview: Preview, cube: Cube, target: { year: number; month: number; fileHash: string; kind: 'income' | 'expenditure' | 'both' }): LoadPlan => {
  const known = linesByRow(cube, preview.grain)
  const on = lastDayOfMonth(target.year, target.month)
  const number = `${target.year}-${String(target.month).padStart(2, '0')}`
  const lines = new Map<string, Line>()
  const movements = { shared: { year: target.year, effectiveOn: on, documentKind: 'balance', documentNumber: number, documentDate: on, sourceFile: target.fileHash }, lines: [] as string[], rows: [] as (number | null)[], amounts: [] as number[] }
  const accounts = new Map<string, string>()
  const move = (line: Line, amounts: PhaseSums, row: number | null): void => {
    if (!cube.lines.has(line.id)) lines.set(line.id, line)
    movements.lines.push(line.id)
    movements.rows.push(row)
    movements.amounts.push(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5], amounts[6])
  }
  const load = ({ key, id, amounts, row, name }: BalanceRow): void => {
    const found = known.get(id) ?? []
    const difference = differenceOf(amounts, sumsOfRow(found), preview.slack)
    if (isNothing(difference) && found.length > 0) return
    move(lineFor(key, target.year, found), difference, row)
    if (name) accounts.set(key.account, name)
  }
  const seen = new Set<string>()
  for (const row of preview.rows) {
    seen.add(row.id)
    if (row.status !== 'rejected') load(row)
  }
  for (const [id, found] of known) {
    const key = keyFromId(id)
    if (seen.has(id) || (target.kind !== 'both' && target.kind !== key.kind)) continue
    // A key whose detail adds up to nothing was not told as missing: its lines stay as they are.
    if (isNothing(sumsOfRow(found))) continue
    for (const line of found) if (!isNothing(line.sums)) move(line, subtractSums(noSums, line.sums), null)
  }
  return { lines: [...lines.values()], movements, accounts: [...accounts].map(([account, name]) => ({ account, name })) }
}
