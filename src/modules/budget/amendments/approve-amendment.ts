import { can, formatPesos, monthOf, yearOf } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { shortCode } from '../accounts/account-tree.ts'
import { ApproveAmendmentInput } from '../contract.ts'
import { lineStore } from '../lines/line.store.ts'
import { demandOpenMonth } from '../movements/guards.ts'
import { addMovements } from '../movements/movement.store.ts'
import { adjustedOf, noSums, onlyPhase } from '../movements/phase.ts'
import { belowCommitted, otherYear, sameHand, wrongState } from '../problems.ts'
import { amendmentStates, amendmentStore } from './amendment.store.ts'
import { demandNotice } from './demand-notice.ts'

/** Records that the Concejo approved an amendment and that it was decreed: from the day of the decree the budget is another. */
export const approveAmendment = defineAction({
  name: 'budget.approve-amendment', title: 'Aprobar una modificación presupuestaria',
  help: 'Con el acuerdo del Concejo y el decreto. Los concejales deben haber recibido los antecedentes con cinco días hábiles de anticipación.',
  input: ApproveAmendmentInput, unless: [sameHand], allowed: can('budget.amend'),
  run: async (input, context) => {
    const store = amendmentStore(context.tx)
    const amendment = await store.hold(input.id)
    if (!amendment) throw notFound({ what: 'la modificación' })
    if (amendment.version !== input.version) throw versionMoved({ what: `Modificación N.º ${amendment.number}`, yours: input.version, current: amendment.version }, { facts: { current: amendment } })
    if (amendment.state !== 'draft') throw wrongState({ what: `La modificación N.º ${amendment.number}`, state: amendmentStates[amendment.state], needs: 'en borrador' })
    if (amendment.drafted_by === context.actor.accountId) throw sameHand({ act: 'Aprobar la modificación' })
    if (yearOf(input.decreeOn) !== amendment.year) throw otherYear({ year: amendment.year, on: input.decreeOn })
    demandNotice(context, input.backgroundOn, input.sessionOn)
    await demandOpenMonth(context, input.decreeOn)
    const ids = amendment.lines.map(({ line }) => line)
    const held = new Map((await lineStore(context.tx).hold(ids)).map((line) => [line.id, line]))
    const sums = await lineStore(context.tx).sums(ids)
    const changes = new Map<string, number>()
    for (const { line, amount } of amendment.lines) changes.set(line, (changes.get(line) ?? 0) + amount)
    for (const [id, amount] of changes) {
      const [line, now] = [held.get(id), sums.get(id) ?? noSums]
      const adjusted = adjustedOf(now) + amount
      if (line?.kind === 'expenditure' && amount < 0 && adjusted < now[2] + now[3]) throw belowCommitted({ account: shortCode(line.account), adjusted, committed: now[2] + now[3] })
    }
    await addMovements(context.tx, [...changes].map(([line, amount]) => ({
      line, year: amendment.year, effectiveOn: input.decreeOn, amounts: onlyPhase('modification', amount), documentKind: 'decree', documentNumber: input.decreeNumber, documentDate: input.decreeOn,
      text: `Modificación N.º ${amendment.number}, acuerdo ${input.agreement}`, amendmentId: amendment.id,
    })), context.entryId)
    await store.approve(amendment.id, { ...input, entryId: context.entryId })
    await context.keep({ kind: 'amendment', id: amendment.id, version: amendment.version + 1, data: { ...input, number: amendment.number, kind: amendment.kind, reason: amendment.reason, lines: amendment.lines, state: 'approved' } })
    const more = [...changes].filter(([id, amount]) => amount > 0 && held.get(id)?.kind === 'expenditure').reduce((sum, [, amount]) => sum + amount, 0)
    return { result: { id: amendment.id, number: amendment.number }, entry: { name: 'amendment-approved', effectiveOn: input.decreeOn, summary: `Modificación N.º ${amendment.number} aprobada: aumentan gastos por ${formatPesos(more)}, decreto ${input.decreeNumber}`, record: { kind: 'amendment', id: amendment.id }, facts: { year: amendment.year, month: monthOf(input.decreeOn), lines: changes.size } } }
  },
})

/** Withdraws a draft: it stays in the list with its state. */
export const withdrawAmendment = defineAction({
  name: 'budget.withdraw-amendment', title: 'Retirar una modificación en borrador',
  input: ApproveAmendmentInput.pick({ id: true, version: true }), allowed: can('budget.amend'),
  run: async ({ id, version }, context) => {
    const store = amendmentStore(context.tx)
    const amendment = await store.hold(id)
    if (!amendment) throw notFound({ what: 'la modificación' })
    if (amendment.version !== version) throw versionMoved({ what: `Modificación N.º ${amendment.number}`, yours: version, current: amendment.version }, { facts: { current: amendment } })
    if (amendment.state !== 'draft') throw wrongState({ what: `La modificación N.º ${amendment.number}`, state: amendmentStates[amendment.state], needs: 'en borrador' })
    await store.setState(id, 'withdrawn')
    await context.keep({ kind: 'amendment', id, version: version + 1, data: { ...amendment, state: 'withdrawn' } })
    return { result: { id }, entry: { name: 'amendment-withdrawn', summary: `Se retiró la modificación N.º ${amendment.number} de ${amendment.year}`, record: { kind: 'amendment', id } } }
  },
})
