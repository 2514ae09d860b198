import { lastDayOfMonth } from '#kernel'
import { type BalanceRow, type Preview, type RowKey } from '../balance-import/index.ts'
import type { Cube, CubeLine } from '../execution/cube.ts'
import { type Line, newLine } from '../lines/line.ts'
import type { NewMovement } from '../movements/movement.store.ts'
import { noSums, subtractSums } from '../movements/phase.ts'
import { differenceOf, isNothing, linesByRow, sumsOfRow } from './ledger-amounts.ts'

export type LoadPlan = { readonly lines: readonly Line[]; readonly movements: readonly NewMovement[]; readonly accounts: readonly { readonly account: string; readonly name: string }[] }

const lineFor = (key: RowKey, year: number, known: readonly CubeLine[]): Line => {
  const only = known.length === 1 ? known[0] : known.find(({ project, funding }) => project === '' && funding === '')
  return only ?? newLine({ year, account: key.account, area: key.area, programme: key.programme, costCentre: key.costCentre })
}
const keyFromId = (id: string): RowKey => {
  const [account = '', area = '', programme = '', costCentre = ''] = id.split('|')
  return { kind: account.startsWith('115') ? 'income' : 'expenditure', account, area, programme, costCentre }
}

/**
 * What a balance changes in the ledger: per line, the difference between the accumulated amounts of the file and those of the ledger at the
 * end of the month. Equal rows write nothing; lines that no longer come (accepted by the person) go back to zero.
 */
export const planLoad = (preview: Preview, cube: Cube, target: { year: number; month: number; fileHash: string; kind: 'income' | 'expenditure' | 'both' }): LoadPlan => {
  const known = linesByRow(cube)
  const on = lastDayOfMonth(target.year, target.month)
  const number = `${target.year}-${String(target.month).padStart(2, '0')}`
  const lines: Line[] = []
  const movements: NewMovement[] = []
  const accounts = new Map<string, string>()
  const move = (key: RowKey, amounts: NewMovement['amounts'], found: readonly CubeLine[], row: number | null): void => {
    const line = lineFor(key, target.year, found)
    if (!cube.lines.has(line.id)) lines.push(line)
    movements.push({ line: line.id, year: target.year, effectiveOn: on, amounts, documentKind: 'balance', documentNumber: number, documentDate: on, sourceFile: target.fileHash, sourceRow: row })
  }
  const load = ({ key, id, amounts, row, name }: BalanceRow): void => {
    const found = known.get(id) ?? []
    const difference = differenceOf(amounts, sumsOfRow(found))
    if (isNothing(difference) && found.length > 0) return
    move(key, difference, found, row)
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
    const sums = sumsOfRow(found)
    if (!isNothing(sums)) move(key, subtractSums(noSums, sums), found, null)
  }
  return { lines: [...new Map(lines.map((line) => [line.id, line])).values()], movements, accounts: [...accounts].map(([account, name]) => ({ account, name })) }
}
