import { createHash } from 'node:crypto'
import { dayFrom } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { longCode } from '../accounts/account-tree.ts'
import { monthStore } from '../months/month.store.ts'
import { addSums, noSums, type PhaseSums } from '../movements/phase.ts'
import type { Line } from '../lines/line.ts'
import type { LineRow } from '../lines/line.store.ts'
import { type CarryAccounts, type CarryPlan, carryOverPlan, type NextLine, type YearEndGroup } from './carry-over.ts'
import { carryOverStore, type GroupRow } from './carry-over.store.ts'

export type CarryQuestion = { readonly fromYear: number; readonly management: string; readonly coverage: 'add' | 'available'; readonly available: number; readonly advances: number; readonly thirdParty: number }
export type CarryFacts = { readonly plan: CarryPlan; readonly digest: string; readonly closed: boolean; readonly opened: boolean; /** Lines of the new year that exist. */ readonly exists: ReadonlySet<string> }

const lineOf = (row: LineRow): Line => ({ id: row.id, year: row.year, management: row.management, account: row.account, area: row.area, programme: row.programme, costCentre: row.cost_centre, project: row.project_id, funding: row.funding, kind: row.kind, unitId: row.unit_id })
const groupOf = (row: GroupRow): YearEndGroup => ({ line: lineOf(row), chain: row.chain, supplier: row.supplier, text: row.text, committed: row.s[3], accrued: row.s[4], settled: row.kind === 'income' ? row.s[6] : row.s[5] })
const nextLines = (rows: readonly GroupRow[]): NextLine[] => {
  const lines = new Map<string, { line: Line; sums: PhaseSums; chains: Map<string, PhaseSums> }>()
  for (const row of rows) {
    const known = lines.get(row.id) ?? { line: lineOf(row), sums: noSums, chains: new Map<string, PhaseSums>() }
    lines.set(row.id, { ...known, sums: addSums(known.sums, row.s) })
    known.chains.set(row.chain, row.s)
  }
  return [...lines.values()]
}

/** Accounts with a part of their own on the first day of a year, from the law. */
export const carryAccounts = (context: ReadContext, year: number): CarryAccounts => {
  const values = context.law.record('budget/key-accounts', dayFrom(year, 1, 1))
  const account = (key: string): string => longCode(String(values[key] ?? '')) ?? ''
  return { floatingDebt: account('floatingDebt'), incomeReceivable: account('incomeReceivable'), openingCash: account('openingCash'), closingCash: account('closingCash') }
}

/** The passage of a year as the ledger stands at a number: its rows, what changes in the budget, and whether December is closed. */
export const readCarryOver = async (context: ReadContext, question: CarryQuestion, knownSeq: number): Promise<CarryFacts> => {
  const store = carryOverStore(context.tx)
  const old = await store.groups(question.fromYear, question.management, knownSeq)
  const next = nextLines(await store.groups(question.fromYear + 1, question.management, knownSeq))
  const states = await monthStore(context.tx).states(question.fromYear, knownSeq)
  const plan = carryOverPlan({ ...question, groups: old.map(groupOf), next, accounts: carryAccounts(context, question.fromYear + 1), cash: question })
  const digest = createHash('sha256').update(JSON.stringify([plan.rows.map(({ from, to, amount, already, fromChain }) => [from.id, fromChain, to.id, amount, already]), plan.changes.map(({ line, amount }) => [line.id, amount])])).digest('hex')
  return { plan, digest, closed: states.get(12)?.state === 'closed', opened: next.some(({ sums }) => sums[0] !== 0), exists: new Set(next.map(({ line }) => line.id)) }
}
