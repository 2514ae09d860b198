import { randomUUID } from 'node:crypto'
import { can, counted, dayFrom, formatPesos, yearOf } from '#kernel'
import { kinds, relations } from '#evidence'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { shortCode } from '../accounts/account-tree.ts'
import { demandNotice } from '../amendments/demand-notice.ts'
import { amendmentStore } from '../amendments/amendment.store.ts'
import type { Line } from '../lines/line.ts'
import { lineStore } from '../lines/line.store.ts'
import { demandOpenMonth } from '../movements/guards.ts'
import { addMovements, type NewMovement } from '../movements/movement.store.ts'
import { addSums, adjustedOf, noSums, onlyPhase } from '../movements/phase.ts'
import { belowCommitted, otherYear, sameHand, wrongState } from '../problems.ts'
import { programmeStore } from '../programmes/programme.store.ts'
import type { CarryPlan, CarryRow } from './carry-over.ts'
import { ApproveCarryOverInput, carryStates, carryTitles, WithdrawCarryOverInput } from './carry-over-contract.ts'
import { type CarryOverRow, carryOverStore } from './carry-over.store.ts'
import { carryOverMoved, yearNotClosed } from './problems.ts'
import { readCarryOver } from './read-carry-over.ts'

const CHUNK = 1000
const nameOf = ({ from_year: year }: CarryOverRow): string => `Arrastre de ${year} a ${year + 1}`

const demandDraft = async (context: ActionContext, id: string, version: number): Promise<CarryOverRow> => {
  const row = await carryOverStore(context.tx).hold(id)
  if (!row) throw notFound({ what: 'el arrastre' })
  if (row.version !== version) throw versionMoved({ what: nameOf(row), yours: version, current: row.version }, { facts: { current: row } })
  if (row.state !== 'draft') throw wrongState({ what: nameOf(row), state: carryStates[row.state], needs: 'en borrador' })
  return row
}

/** Lines of the new year that are not there yet, tied to their project or programme as any line is. */
const addLines = async (context: ActionContext, lines: readonly Line[]): Promise<void> => {
  await lineStore(context.tx).add(lines, context.entryId)
  for (const line of lines) {
    const to = { kind: kinds.budgetLine, id: line.id }
    const programme = line.programme && !line.project ? await programmeStore(context.tx).byCode(line.programme) : undefined
    if (line.project) await context.link({ from: { kind: kinds.project, id: line.project }, relation: relations.budgetedBy, to })
    if (programme) await context.link({ from: { kind: kinds.budgetProgramme, id: programme.id }, relation: relations.budgetedBy, to })
  }
}

/** What a row writes in the new year: debt comes committed and accrued, income accrued, the rest committed. */
const amountsOf = ({ kind, amount, already }: CarryRow) => {
  const left = amount - already
  return kind === 'debt' ? addSums(onlyPhase('commitment', left), onlyPhase('accrual', left)) : onlyPhase(kind === 'receivable' ? 'accrual' : 'commitment', left)
}

/** No line of expenditure is left with less budget than it has committed, counting what passes to it. */
const demandRoom = async (context: ActionContext, plan: CarryPlan): Promise<void> => {
  const lowered = plan.changes.filter(({ line, amount }) => line.kind === 'expenditure' && amount < 0)
  const sums = await lineStore(context.tx).sums(lowered.map(({ line }) => line.id))
  for (const { line, amount } of lowered) {
    const now = sums.get(line.id) ?? noSums
    const arriving = plan.rows.filter(({ to }) => to.id === line.id).reduce((sum, row) => sum + row.amount - row.already, 0)
    const [adjusted, committed] = [adjustedOf(now) + amount, now[2] + now[3] + arriving]
    if (adjusted < committed) throw belowCommitted({ account: shortCode(line.account), adjusted, committed })
  }
}

/** Approves the passage with the agreement and the decree: the facts open the new year, and the budget changes from the day of the decree. */
export const approveCarryOver = defineAction({
  name: 'budget.approve-carry-over', title: 'Aprobar el arrastre al año siguiente',
  help: 'Lo aprueba una persona distinta de quien lo preparó, con el acuerdo del Concejo y el decreto: es la primera modificación del año.',
  input: ApproveCarryOverInput, unless: [sameHand], allowed: can('budget.amend'),
  run: async (input, context) => {
    const row = await demandDraft(context, input.id, input.version)
    if (row.drafted_by === context.actor.accountId) throw sameHand({ act: 'Aprobar el arrastre' })
    const year = row.from_year + 1
    if (yearOf(input.decreeOn) !== year) throw otherYear({ year, on: input.decreeOn })
    demandNotice(context, input.backgroundOn, input.sessionOn)
    const first = dayFrom(year, 1, 1)
    for (const on of [first, input.decreeOn]) await demandOpenMonth(context, on)
    const { plan, digest, closed, exists } = await readCarryOver(context, { fromYear: row.from_year, management: row.management, coverage: row.coverage, available: row.available, advances: row.advances, thirdParty: row.third_party }, Number.MAX_SAFE_INTEGER)
    if (!closed) throw yearNotClosed({ year: row.from_year })
    if (digest !== row.digest) throw carryOverMoved({ year: row.from_year })
    await demandRoom(context, plan)
    const touched = new Map([...plan.rows.map(({ to }) => to), ...plan.changes.map(({ line }) => line)].map((line) => [line.id, line]))
    await addLines(context, [...touched.values()].filter(({ id }) => !exists.has(id)))

    const document = { documentKind: 'opening', documentNumber: input.decreeNumber, documentDate: input.decreeOn }
    const facts = plan.rows.filter(({ amount, already }) => amount > already).map((one): NewMovement => ({ ...document, line: one.to.id, year, effectiveOn: first, amounts: amountsOf(one), supplierId: one.supplier, chain: one.toChain, text: `${carryTitles[one.kind]} de ${row.from_year}, ${shortCode(one.from.account)}${one.text ? `: ${one.text}` : ''}`.slice(0, 300) }))
    const amendment = plan.changes.length > 0 ? await amend(context, row, input, plan) : null
    const changes = plan.changes.map(({ line, amount }): NewMovement => ({ line: line.id, year, effectiveOn: input.decreeOn, amounts: onlyPhase('modification', amount), documentKind: 'decree', documentNumber: input.decreeNumber, documentDate: input.decreeOn, text: `${nameOf(row)}, acuerdo ${input.agreement}`, amendmentId: amendment }))
    const movements = [...facts, ...changes]
    for (let at = 0; at < movements.length; at += CHUNK) await addMovements(context.tx, movements.slice(at, at + CHUNK), context.entryId, at)
    await carryOverStore(context.tx).addRows(row.id, plan.rows.map((one, n) => ({ n, kind: one.kind, from_line: one.from.id, from_chain: one.fromChain, to_line: one.to.id, to_chain: one.toChain, amount: one.amount, already: one.already, text: one.text })), context.entryId)
    await carryOverStore(context.tx).approve(row.id, { entryId: context.entryId, amendmentId: amendment, decreeNumber: input.decreeNumber, decreeOn: input.decreeOn })
    await context.keep({ kind: 'carry-over', id: row.id, version: row.version + 1, data: { ...input, fromYear: row.from_year, totals: plan.totals, state: 'approved' } })
    return {
      result: { id: row.id, movements: movements.length },
      entry: { name: 'carry-over-approved', effectiveOn: first, summary: `${nameOf(row)} aprobado: ${counted(plan.rows.length, 'partida', 'partidas')}, deuda flotante ${formatPesos(plan.totals.debt)}, decreto ${input.decreeNumber}`, record: { kind: 'carry-over', id: row.id }, facts: { fromYear: row.from_year, year, rows: plan.rows.length, totals: plan.totals, digest } },
    }
  },
})

/** The passage counts among the amendments of the year: the incorporation of the opening cash. */
const amend = async (context: ActionContext, row: CarryOverRow, input: Parameters<typeof approveCarryOver.run>[0], plan: CarryPlan): Promise<string> => {
  const [store, id, year] = [amendmentStore(context.tx), randomUUID(), row.from_year + 1]
  const [number, reason] = [await store.nextNumber(year), `Incorpora el saldo inicial de caja y lo que ${row.from_year} dejó por pagar y por devengar.`]
  const lines = plan.changes.map(({ line, amount }) => ({ line: line.id, amount }))
  await store.add({ id, year, number, kind: 'opening-balance', reason, lines, by: row.drafted_by, entryId: context.entryId })
  await store.approve(id, { ...input, entryId: context.entryId })
  await context.keep({ kind: 'amendment', id, version: 2, data: { number, kind: 'opening-balance', reason, lines, state: 'approved', carryOver: row.id } })
  await context.index({ kind: 'amendment', id, title: `Modificación N.º ${number} de ${year}`, subtitle: 'Incorporación del saldo inicial de caja', href: `/presupuestar/modificaciones/${id}` })
  return id
}

/** Withdraws a passage that was only prepared: it stays in the list with its state. */
export const withdrawCarryOver = defineAction({
  name: 'budget.withdraw-carry-over', title: 'Retirar un arrastre en borrador',
  input: WithdrawCarryOverInput, allowed: can('budget.amend'),
  run: async ({ id, version }, context) => {
    const row = await demandDraft(context, id, version)
    await carryOverStore(context.tx).setState(id, 'withdrawn')
    await context.keep({ kind: 'carry-over', id, version: version + 1, data: { fromYear: row.from_year, totals: row.totals, state: 'withdrawn' } })
    return { result: { id }, entry: { name: 'carry-over-withdrawn', summary: `Se retiró el arrastre de ${row.from_year} a ${row.from_year + 1}`, record: { kind: 'carry-over', id } } }
  },
})
