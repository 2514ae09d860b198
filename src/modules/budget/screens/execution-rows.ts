import type { FigureBook } from '#platform/actions'
import type { FigureValue } from '#kernel'
import { cutTo, depthOf, type Depth, shortCode } from '../accounts/account-tree.ts'
import type { ExecutionColumn, ExecutionRow, LineKind } from '../answers.ts'
import type { CubeLine } from '../execution/cube.ts'

const spending: Readonly<Record<ExecutionColumn, string>> = { initial: 'initial', amended: 'amended', adjusted: 'adjusted', committed: 'committed', accrued: 'accrued', settled: 'paid' }
const income: Readonly<Record<ExecutionColumn, string>> = { initial: 'income-initial', amended: 'income-amended', adjusted: 'income-budgeted', committed: 'income-accrued', accrued: 'income-accrued', settled: 'income-collected' }
const columns: readonly ExecutionColumn[] = ['initial', 'amended', 'adjusted', 'committed', 'accrued', 'settled']

export type RowHead = Omit<ExecutionRow, 'cells' | 'rate'>
/** A row of the table: every cell is a figure with the parameters of the row. */
export const figuredRow = async (book: FigureBook, kind: LineKind, parameters: Readonly<Record<string, string>>, head: RowHead): Promise<ExecutionRow> => {
  const ids = kind === 'income' ? income : spending
  const cells: Partial<Record<ExecutionColumn, FigureValue>> = {}
  for (const column of columns) cells[column] = await book.get(`budget/${ids[column]}`, parameters)
  return { ...head, cells: cells as Record<ExecutionColumn, FigureValue>, rate: await book.get(`budget/${kind === 'income' ? 'income-execution-rate' : 'execution-rate'}`, parameters) }
}

export type TreeNode = { readonly long: string; readonly level: number; readonly open: boolean; readonly hasMore: boolean; readonly line?: CubeLine }

/**
 * The accounts to draw: every subtítulo, and below the opened code its items, assignments and, at the end, its lines. A level with a
 * single account under the same code is skipped only when it says the same as its parent.
 */
export const treeNodes = (lines: readonly CubeLine[], open: string): TreeNode[] => {
  const opened = open ? `${open}-` : ''
  const walk = (part: readonly CubeLine[], depth: Depth, level: number): TreeNode[] => {
    const groups = new Map<string, CubeLine[]>()
    for (const line of part) {
      const key = cutTo(line.account, depth)
      const group = groups.get(key)
      if (group) group.push(line)
      else groups.set(key, [line])
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([long, own]): TreeNode[] => {
      const code = shortCode(long)
      const here = opened.startsWith(`${code}-`)
      const deeper = own.filter(({ account }) => depthOf(account) > depth)
      const node: TreeNode = { long, level, open: here, hasMore: true }
      if (!here) return [node]
      const leaves = own.filter(({ account }) => depthOf(account) <= depth).map((line): TreeNode => ({ long: line.account, level: level + 1, open: false, hasMore: false, line }))
      return [node, ...(depth < 5 ? walk(deeper, (depth + 1) as Depth, level + 1) : []), ...leaves]
    })
  }
  return walk(lines, 1, 0)
}
