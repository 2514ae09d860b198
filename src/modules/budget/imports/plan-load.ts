import { lastDayOfMonth } from '#kernel'
import { type BalanceRow, keyFromId, type Preview, type RowKey } from '../balance-import/index.ts'
import type { Cube, CubeLine } from '../execution/cube.ts'
import { type Line, newLine } from '../lines/line.ts'
import type { MovementColumns } from '../movements/movement.store.ts'
import { ledgerPhases, noSums, type PhaseSums, subtractSums } from '../movements/phase.ts'
import { differenceOf, isNothing, linesByRow, sumsOfRow } from './ledger-amounts.ts'

/** Movements of one balance in columns: a hundred thousand rows without an object each. `rows` of the sheet, −1 for none; `amounts` has seven in a row, as `ledgerPhases`. */
export type PlannedMovements = { readonly shared: MovementColumns['shared']; readonly lines: readonly string[]; readonly rows: Int32Array; readonly amounts: Float64Array }
export type LoadPlan = { readonly lines: readonly Line[]; readonly movements: PlannedMovements; readonly accounts: readonly { readonly account: string; readonly name: string }[] }

const NONE: readonly CubeLine[] = []
const NO_ROW = -1
const PHASES = ledgerPhases.length

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
  const shared = { year: target.year, effectiveOn: on, documentKind: 'balance', documentNumber: number, documentDate: on, sourceFile: target.fileHash }
  // A row moves one line, and a line that no longer comes is moved once.
  const most = preview.rows.length + cube.lines.size
  const ids: string[] = []
  const sheetRows = new Int32Array(most)
  const moved = new Float64Array(most * PHASES)
  const accounts = new Map<string, string>()
  const move = (line: Line, amounts: PhaseSums, row: number): void => {
    if (!cube.lines.has(line.id)) lines.set(line.id, line)
    sheetRows[ids.length] = row
    for (let phase = 0; phase < PHASES; phase++) moved[ids.length * PHASES + phase] = amounts[phase] ?? 0
    ids.push(line.id)
  }
  const load = ({ key, id, amounts, row, name }: BalanceRow): void => {
    const found = known.get(id) ?? NONE
    const difference = differenceOf(amounts, sumsOfRow(found), preview.slack)
    if (found.length > 0 && isNothing(difference)) return
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
    for (const line of found) if (!isNothing(line.sums)) move(line, subtractSums(noSums, line.sums), NO_ROW)
  }
  const movements = { shared, lines: ids, rows: sheetRows.subarray(0, ids.length), amounts: moved.subarray(0, ids.length * PHASES) }
  return { lines: [...lines.values()], movements, accounts: [...accounts].map(([account, name]) => ({ account, name })) }
}
