import type { Cell, TableRow } from '#kernel'
import { cutTo, titleOf } from '../../accounts/account-tree.ts'
import { namesOf } from '../../lines/demand-account.ts'
import type { LineKind } from '../../movements/phase.ts'
import { type CubeLine, sumCells } from '../cube.ts'
import { linesOf } from '../figure-scope.ts'
import { type Desk, get, money, row, share, words, yearShare } from './writing.ts'

const columnsOf = { income: ['income-budgeted', 'income-accrued', 'income-collected', 'income-receivable'], expenditure: ['adjusted', 'committed', 'accrued', 'paid', 'outstanding-debt'] } as const
const rateOf = { income: 'income-execution-rate', expenditure: 'execution-rate' } as const

/** The amounts of one part of the budget and its execution with the mark of an even rhythm. */
export const executionCells = async (desk: Desk, kind: LineKind, parameters: Readonly<Record<string, string>>): Promise<Cell[]> => {
  const cells: Cell[] = []
  for (const id of columnsOf[kind]) cells.push(money(await get(desk, id, parameters)))
  return [...cells, share(await get(desk, rateOf[kind], parameters), yearShare(desk.period))]
}
export const amountHeads = { income: ['Vigente', 'Devengado', 'Percibido', 'Por percibir', 'Ejecución'], expenditure: ['Vigente', 'Obligado', 'Devengado', 'Pagado', 'Deuda exigible', 'Ejecución'] } as const

/** One row for each subtítulo with movement, and the total. */
export const titleRows = async (desk: Desk, kind: LineKind): Promise<TableRow[]> => {
  const { lines } = await linesOf(desk.context, kind, desk.at)
  const names = await namesOf(desk.context)
  const titles = [...new Map(lines.map(({ account }) => [titleOf(account), cutTo(account, 1)]))].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows: TableRow[] = []
  for (const [title, account] of titles) rows.push(row(`${kind}-${title}`, [words(title, true), words(names.nameOf(account)), ...(await executionCells(desk, kind, { title }))]))
  return [...rows, row(`${kind}-total`, [words(''), words('Total'), ...(await executionCells(desk, kind, {}))], 'total')]
}
export type DimensionValue = { readonly key: string; readonly name: string; readonly parameters: Readonly<Record<string, string>> }
/**
 * Values of one dimension of the lines of expenditure, in order, with their names; what has none of them comes as one more row, so that
 * the total is the sum of its rows. With `repeated` a line counts in several rows, and the last one says the whole instead of a sum.
 */
export const dimensionRows = async (desk: Desk, values: readonly DimensionValue[], id: string, repeated = false): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for (const { key, name, parameters } of values) rows.push(row(`${id}-${key || 'sin'}`, [words(key, true), words(name), ...(await executionCells(desk, 'expenditure', parameters))]))
  return [...rows, row(`${id}-total`, [words(''), words(repeated ? 'Presupuesto completo' : 'Total del presupuesto'), ...(await executionCells(desk, 'expenditure', {}))], repeated ? 'subtotal' : 'total')]
}
/** Do the lines of a selection have any amount in the period? */
export const hasSums = (lines: readonly CubeLine[], upToMonth: number): boolean => lines.some(({ cells }) => sumCells(cells, upToMonth).some((amount) => amount !== 0))
