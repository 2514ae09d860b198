import { can, dayFrom, yearOf } from '#kernel'
import { ledgerStore } from '#evidence'
import { type AnyQuery, defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import { accountNames, type AccountNames, shortCode } from '../accounts/account-tree.ts'
import { cubeStore } from '../execution/cube.store.ts'
import type { Line } from '../lines/line.ts'
import { lineStore } from '../lines/line.store.ts'
import type { CarryPlan } from './carry-over.ts'
import { CarryOverId, type CarryLaw, type CarryLineView, type CarryPlanView, type CarryPreview, type CarryRecord, type CarryRowView, type CarryState, carryStates, type CarrySummary, managementTitles, PreviewCarryOverInput } from './carry-over-contract.ts'
import { type CarryOverRow, carryOverStore } from './carry-over.store.ts'
import { cashTooShort, nextYearNotOpen, yearNotClosed } from './problems.ts'
import { readCarryOver } from './read-carry-over.ts'

const CHANGES = { cash: 'Saldo inicial de caja real', debt: 'Deuda flotante real', commitment: 'Obligaciones que pasan', closing: 'Saldo final de caja, que equilibra' } as const
const namesOf = async (context: ReadContext): Promise<AccountNames> => accountNames(await cubeStore(context.tx).localAccounts())
const lineOf = (line: Pick<Line, 'id' | 'account' | 'kind' | 'programme' | 'project' | 'costCentre'>, names: AccountNames, exists: boolean): CarryLineView => ({ id: line.id, account: shortCode(line.account), name: names.nameOf(line.account), kind: line.kind, place: [line.programme && `programa ${line.programme}`, line.project && 'proyecto', line.costCentre].filter(Boolean).join(', '), exists })

/** The rules behind the passage, each with how sure it is. */
const lawsOf = (context: ReadContext, year: number): CarryLaw[] => {
  const day = dayFrom(year, 1, 1)
  return ([['budget/identities', 'Deuda flotante (I5), ingresos por percibir (I6) y caja (I7)'], ['budget/year-rule', 'Lo de un año cerrado se paga por 34.07'], ['budget/opening-cash-first-modification', 'Primera modificación del año, entre enero y marzo'], ['budget/key-accounts', 'Cuentas 15, 12.10, 34.07 y 35']] as const)
    .map(([id, what]) => { const { norm, article, confidence } = context.law.at(id, day); return { what, norm: article ? `${norm}, art. ${article}` : norm, confidence } })
}
const viewOf = async (context: ReadContext, plan: CarryPlan, fromYear: number, management: string, exists: ReadonlySet<string>): Promise<CarryPlanView> => {
  const names = await namesOf(context)
  return {
    fromYear, year: fromYear + 1, management, totals: plan.totals, laws: lawsOf(context, fromYear + 1),
    rows: plan.rows.map((row) => ({ kind: row.kind, from: lineOf(row.from, names, true), to: lineOf(row.to, names, exists.has(row.to.id)), text: row.text, amount: row.amount, already: row.already, written: row.amount - row.already })),
    changes: plan.changes.map(({ line, what, before, amount }) => ({ line: lineOf(line, names, exists.has(line.id)), what: CHANGES[what], before, amount, after: before + amount })),
  }
}

/** What a year would pass to the next, line by line, before anything is written. */
export const previewCarryOver = defineQuery({
  name: 'budget.preview-carry-over', title: 'Vista previa del arrastre', input: PreviewCarryOverInput, allowed: can('budget.read'),
  run: async (input, context): Promise<CarryPreview> => {
    const fromYear = input.fromYear ?? yearOf(context.today) - 1
    const { plan, closed, opened, exists } = await readCarryOver(context, { ...input, fromYear }, await context.knownSeq())
    const obstacles = [
      ...(closed ? [] : [{ about: 'year' as const, problem: yearNotClosed({ year: fromYear }) }]), ...(opened ? [] : [{ about: 'next' as const, problem: nextYearNotOpen({ year: fromYear + 1 }) }]), ...(plan.missing > 0 ? [{ about: 'cash' as const, problem: cashTooShort({ missing: plan.missing }) }] : []),
    ].map(({ about, problem }) => ({ about, text: `${problem.detail} ${problem.remedy}` }))
    return { ...(await viewOf(context, plan, fromYear, input.management, exists)), years: await carryOverStore(context.tx).years(), obstacles }
  },
})

/** State of a passage as it was known. */
const stateOf = async (context: ReadContext, row: CarryOverRow): Promise<CarryState> => {
  const version = await ledgerStore(context.tx).versionAsOf('carry-over', row.id, await context.knownSeq(), context.asOf.effectiveOn)
  const state = z.enum(['draft', 'approved', 'withdrawn', 'undone']).safeParse(version?.data['state'])
  return state.success ? state.data : 'draft'
}
const summaryOf = (row: CarryOverRow, state: CarryState): CarrySummary => {
  const decreed = state === 'approved' || state === 'undone'
  return { id: row.id, fromYear: row.from_year, year: row.from_year + 1, managementTitle: managementTitles[row.management as keyof typeof managementTitles] ?? row.management, state, stateTitle: carryStates[state], totals: row.totals, decreeNumber: decreed ? row.decree_number : '', decreeOn: decreed ? row.decree_on : null }
}

/** Passages prepared and approved, newest first. */
export const listCarryOvers = defineQuery({
  name: 'budget.list-carry-overs', title: 'Arrastres entre años', input: z.object({}), allowed: can('budget.read'),
  run: async (_input, context): Promise<{ carryOvers: readonly CarrySummary[] }> => {
    const carryOvers: CarrySummary[] = []
    for (const row of await carryOverStore(context.tx).known(await context.knownSeq())) carryOvers.push(summaryOf(row, await stateOf(context, row)))
    return { carryOvers }
  },
})

/** Rows as they were written when the passage was approved. */
const writtenRows = async (context: ReadContext, id: string): Promise<CarryRowView[]> => {
  const rows = await carryOverStore(context.tx).rows(id)
  const names = await namesOf(context)
  const lines = new Map((await lineStore(context.tx).byIds([...new Set(rows.flatMap((row) => [row.from_line, row.to_line]))])).map((line) => [line.id, lineOf({ ...line, project: line.project_id, costCentre: line.cost_centre }, names, true)]))
  return rows.flatMap((row) => {
    const [from, to] = [lines.get(row.from_line), lines.get(row.to_line)]
    return from && to ? [{ kind: row.kind, from, to, text: row.text, amount: row.amount, already: row.already, written: row.amount - row.already }] : []
  })
}

/** One passage: what it would write while it is a draft; afterwards, what it wrote and from where. */
export const showCarryOver = defineQuery({
  name: 'budget.show-carry-over', title: 'Arrastre entre años', input: CarryOverId, allowed: can('budget.read'),
  run: async ({ id }, context): Promise<CarryRecord> => {
    const row = (await carryOverStore(context.tx).known(await context.knownSeq())).find((one) => one.id === id)
    if (!row) throw notFound({ what: 'el arrastre' })
    const state = await stateOf(context, row)
    const { available, advances, third_party: thirdParty, coverage, from_year: fromYear, management } = row
    const now = await readCarryOver(context, { fromYear, management, coverage, available, advances, thirdParty }, await context.knownSeq())
    const view = await viewOf(context, now.plan, fromYear, management, now.exists)
    const written = state === 'approved' || state === 'undone'
    const drafter = (await personStore(context.tx).namesOfAccounts([row.drafted_by])).get(row.drafted_by) ?? ''
    return {
      ...view, ...summaryOf(row, state), version: row.version, available, advances, thirdParty, cashSource: row.cash_source, coverage, draftedBy: drafter, mine: row.drafted_by === context.actor.accountId,
      entryId: state === 'approved' ? row.approval_entry : null, amendmentId: written ? row.amendment_id : null, moved: state === 'draft' && now.digest !== row.digest,
      ...(written ? { rows: await writtenRows(context, id), changes: [] } : {}),
    }
  },
})
export const carryOverQueries: readonly AnyQuery[] = [previewCarryOver, listCarryOvers, showCarryOver]
