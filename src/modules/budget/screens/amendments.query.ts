import { can, yearOf } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import { type AmendmentRow, amendmentStates, amendmentStore } from '../amendments/amendment.store.ts'
import type { AmendmentRecord, AmendmentSummary } from '../answers.ts'
import { amendmentTitles, Year } from '../contract.ts'
import { linesOf } from '../execution/figure-scope.ts'
import type { CubeLine } from '../execution/cube.ts'
import { lineNames, lineView } from './line-view.ts'

type Lines = ReadonlyMap<string, CubeLine>
/** Kinds of amendments that came with the facts of earlier years have their own keys. */
const titles: Readonly<Record<string, string>> = { ...amendmentTitles, 'opening-cash': amendmentTitles['opening-balance'], 'new-project': amendmentTitles['new-programme'], 'third-party': amendmentTitles.supplement }
const summaryOf = (row: AmendmentRow, lines: Lines): AmendmentSummary => {
  const sum = (kind: 'income' | 'expenditure', wanted: (amount: number) => boolean = () => true): number => row.lines.filter(({ line, amount }) => lines.get(line)?.kind === kind && wanted(amount)).reduce((total, { amount }) => total + amount, 0)
  return {
    id: row.id, year: row.year, number: row.number, kind: row.kind, kindTitle: titles[row.kind] ?? row.kind, reason: row.reason, state: row.state, stateTitle: amendmentStates[row.state], lines: row.lines.length,
    income: sum('income'), expenditure: sum('expenditure'), moved: sum('expenditure', (amount) => amount > 0), agreement: row.agreement, decreeNumber: row.decree_number, decreeOn: row.decree_on, sessionOn: row.session_on,
  }
}
const linesOfYear = async (context: ReadContext, year: number): Promise<Lines> => (await linesOf(context, 'both', { year: String(year) })).cube.lines

/** Amendments of a year as they were known, from the first. */
export const listAmendments = defineQuery({
  name: 'budget.list-amendments', title: 'Modificaciones presupuestarias', input: z.object({ year: Year.optional() }), allowed: can('budget.read'),
  run: async ({ year }, context): Promise<{ year: number; amendments: readonly AmendmentSummary[] }> => {
    const wanted = year ?? yearOf(context.asOf.effectiveOn)
    const rows = await amendmentStore(context.tx).known(wanted, await context.knownSeq())
    const lines = await linesOfYear(context, wanted)
    return { year: wanted, amendments: rows.map((row) => summaryOf(row, lines)) }
  },
})

/** One amendment with its lines: what each has today, what it would have or what it left. */
export const showAmendment = defineQuery({
  name: 'budget.show-amendment', title: 'Modificación presupuestaria', input: z.object({ id: z.uuid() }), allowed: can('budget.read'),
  run: async ({ id }, context): Promise<AmendmentRecord> => {
    const row = await amendmentStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'la modificación' })
    const lines = await linesOfYear(context, row.year)
    const names = await lineNames(context)
    const drafter = (await personStore(context.tx).namesOfAccounts([row.drafted_by])).get(row.drafted_by) ?? ''
    const applied = row.state === 'approved' && row.decree_on !== null && row.decree_on <= context.asOf.effectiveOn
    return {
      ...summaryOf(row, lines), version: row.version, sessionNumber: row.session_number, backgroundOn: row.background_on, draftedBy: drafter, mine: row.drafted_by === context.actor.accountId, entryId: row.approval_entry,
      rows: row.lines.flatMap(({ line: lineId, amount }) => {
        const line = lines.get(lineId)
        if (!line) return []
        const view = lineView(line, names)
        return [{ line: view, amount, before: applied ? view.adjusted - amount : view.adjusted, after: applied ? view.adjusted : view.adjusted + amount }]
      }),
    }
  },
})
