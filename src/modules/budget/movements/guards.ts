import { type Day, monthOf, yearOf } from '#kernel'
import { type ActionContext, notFound, type ReadContext } from '#platform/actions'
import { titleOf } from '../accounts/account-tree.ts'
import { type LineRow, lineStore } from '../lines/line.store.ts'
import { monthStore } from '../months/month.store.ts'
import { monthClosed, neverExecuted, otherYear, wrongKind } from '../problems.ts'
import type { LineKind } from './phase.ts'

/** Two digits of the subtítulo of the closing cash, from the law's key accounts. */
export const closingCashTitle = (context: ReadContext, on: Day): string => String(context.law.record('budget/key-accounts', on)['closingCash'] ?? '').slice(4, 6)

/** Refuses facts in a month that is closed. */
export const demandOpenMonth = async (context: ReadContext, on: Day): Promise<void> => {
  const [year, month] = [yearOf(on), monthOf(on)]
  const states = await monthStore(context.tx).states(year, Number.MAX_SAFE_INTEGER)
  if (states.get(month)?.state === 'closed') throw monthClosed({ year, month })
}

/** A line of the wanted kind, held until the end of the action, on a day of its year and in an open month. */
export const demandLine = async (context: ActionContext, id: string, kind: LineKind, on: Day): Promise<LineRow> => {
  const [line] = await lineStore(context.tx).hold([id])
  if (!line) throw notFound({ what: 'la línea del presupuesto' })
  if (line.kind !== kind) throw wrongKind({ expected: kind === 'income' ? 'ingresos' : 'gastos' })
  if (line.year !== yearOf(on)) throw otherYear({ year: line.year, on })
  if (kind === 'expenditure' && titleOf(line.account) === closingCashTitle(context, on)) throw neverExecuted({ account: line.account })
  await demandOpenMonth(context, on)
  return line
}
