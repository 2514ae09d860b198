import { type AnyFigure, defineFigure, digestOf, type ReadContext } from '#platform/actions'
import { lastDayOfMonth } from '#kernel'
import { amendmentTitles, type AmendmentKind } from '../contract.ts'
import type { z } from 'zod'
import { readsBudget } from '../execution/execution-figures.ts'
import { Selection, spanOf } from '../execution/selection.ts'
import { documentText } from '../movements/document.ts'
import { type AmendmentRow, amendmentStore } from './amendment.store.ts'

const AmendmentSelection = Selection.pick({ period: true, year: true, shift: true })

/** Amendments decreed within the selection and known at its date. */
export const decreedAmendments = async (context: ReadContext, selection: Selection): Promise<AmendmentRow[]> => {
  const span = spanOf(selection, context.asOf.effectiveOn)
  const end = lastDayOfMonth(span.year, span.upToMonth)
  const last = end < span.effectiveOn ? end : span.effectiveOn
  return (await amendmentStore(context.tx).known(span.year, await context.knownSeq())).filter(({ approved_seq: seq, decree_on: on, state }) => seq !== null && on !== null && on <= last && state !== 'undone')
}
export const amendmentTitle = (kind: string): string => amendmentTitles[kind as z.output<typeof AmendmentKind>] ?? kind

export const amendmentFigures: readonly AnyFigure[] = [defineFigure({
  id: 'budget/amendments-count', title: 'Modificaciones presupuestarias decretadas', unit: 'count', parameters: AmendmentSelection, allowed: readsBudget,
  method: 'Número de modificaciones aprobadas por el Concejo y decretadas hasta la fecha.',
  compute: async (selection, context) => {
    const rows = await decreedAmendments(context, selection)
    return { value: rows.length, count: rows.length, digest: digestOf(rows.map(({ id, decree_number: decree }) => `${id} ${decree}`)) }
  },
  trail: async (selection, context, page) => {
    const rows = await decreedAmendments(context, selection)
    return {
      records: rows.slice((page.page - 1) * page.size, page.page * page.size).map((row) => ({ id: row.id, documentTitle: documentText('decree', row.decree_number, row.decree_on), documentDate: row.decree_on ?? undefined, text: `Modificación N.º ${row.number}: ${row.reason}`, amount: 1, amountUnit: 'count', href: `/presupuestar/modificaciones/${row.id}` })),
      total: rows.length, sum: rows.length, sumUnit: 'count',
    }
  },
})]
