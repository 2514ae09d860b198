import { type Day, formatPesos } from '#kernel'
import type { ActionContext, EntryDraft } from '#platform/actions'
import { attachmentRows, fileRows } from '#evidence'
import { randomUUID } from 'node:crypto'
import { shortCode } from '../accounts/account-tree.ts'
import { lineStore } from '../lines/line.store.ts'
import { exceedsPhase } from '../problems.ts'
import { roomFor } from '../rules/identities.ts'
import { supplierOf } from '../suppliers/supplier.store.ts'
import { documentText } from './document.ts'
import { demandLine } from './guards.ts'
import { addMovements } from './movement.store.ts'
import { addSums, type LedgerPhase, type LineKind, noSums, onlyPhase, phaseIndex, type PhaseSums } from './phase.ts'

export type StepInput = {
  readonly line: string; readonly amount: number; readonly on: Day; readonly text: string; readonly chain: string; readonly fileHash?: string
  readonly document: { readonly kind: string; readonly number: string; readonly date: Day }; readonly supplierRut?: string
}
export type Step = {
  readonly phase: 'commitment' | 'accrual' | 'payment' | 'collection'
  readonly kind: LineKind
  readonly entry: string
  /** «pagar», «obligar»; and what limits it: «queda por pagar». */
  readonly verb: string
  readonly limit: string
  /** Part of the amount that was already reserved by a certificate. */
  readonly reserved?: number
  readonly unlimited?: boolean
  readonly certificate?: string
}
const title: Partial<Record<LedgerPhase, string>> = { commitment: 'Obligación', accrual: 'Devengo', payment: 'Pago', collection: 'Percepción' }

const smallest = (...amounts: readonly (number | undefined)[]): number => Math.min(...amounts.filter((amount) => amount !== undefined))

/** Room of the step: with everything known of the line, with what was in effect on the day, and within its purchase when it names one. */
const roomOf = async (context: ActionContext, input: StepInput, step: Step): Promise<number> => {
  const store = lineStore(context.tx)
  const all = (await store.sums([input.line])).get(input.line) ?? noSums
  const onDay = (await store.sums([input.line], input.on)).get(input.line) ?? noSums
  const chained = input.chain && step.phase !== 'commitment' ? await store.chainSums(input.line, input.chain) : undefined
  const reserved = step.reserved ?? 0
  return smallest(roomFor(step.phase, all) + reserved, roomFor(step.phase, onDay) + reserved, chained && chained[phaseIndex[precedent(step.phase)]] > 0 ? roomFor(step.phase, chained) : undefined)
}
const precedent = (phase: Step['phase']): LedgerPhase => (phase === 'payment' || phase === 'collection' ? 'accrual' : 'commitment')

/** Writes one step of a line: kind, year, month, identities, supplier and document are checked; the file, if any, is attached to the line. */
export const registerStep = async (context: ActionContext, input: StepInput, step: Step): Promise<{ result: { movement: string; line: string }; entry: EntryDraft }> => {
  const line = await demandLine(context, input.line, step.kind, input.on)
  const room = step.unlimited ? input.amount : await roomOf(context, input, step)
  if (input.amount > room) throw exceedsPhase({ amount: input.amount, what: step.verb, room, of: step.limit })
  const supplier = input.supplierRut ? await supplierOf(context.tx, input.supplierRut) : undefined
  const amounts: PhaseSums = addSums(onlyPhase(step.phase, input.amount), onlyPhase('precommitment', -(step.reserved ?? 0)))
  await addMovements(context.tx, [{
    line: line.id, year: line.year, effectiveOn: input.on, amounts, documentKind: input.document.kind, documentNumber: input.document.number, documentDate: input.document.date,
    supplierId: supplier?.id ?? null, text: input.text, chain: input.chain, sourceFile: input.fileHash ?? null,
  }], context.entryId)
  const document = documentText(input.document.kind, input.document.number, input.document.date, step.phase)
  if (input.fileHash) {
    const file = await fileRows(context.tx).get(input.fileHash)
    if (file) await attachmentRows(context.tx).add({ id: randomUUID(), record: { kind: 'budget-line', id: line.id }, title: document, fileHash: input.fileHash, visibility: file.visibility, entryId: context.entryId, on: input.document.date })
  }
  return {
    result: { movement: `${context.entryId}-0`, line: line.id },
    entry: {
      name: step.entry, effectiveOn: input.on, record: { kind: 'budget-line', id: line.id },
      summary: `${title[step.phase]} de ${formatPesos(input.amount)} en ${shortCode(line.account)}: ${document}`,
      facts: { line: line.id, project: line.project_id, phase: step.phase, amount: input.amount, year: line.year, ...(step.certificate ? { certificate: step.certificate } : {}) },
    },
  }
}
