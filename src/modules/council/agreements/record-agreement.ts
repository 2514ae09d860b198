import { can } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { kinds } from '#evidence'
import { type AgreementReading, CorrectAgreementInput, outcomeTitle, RecordAgreementInput } from '../contract.ts'
import { nothingCorrected } from '../problems.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { agreementStore } from './agreement.store.ts'
import { demandFree } from './number-free.ts'
import { demandSameVotes } from './record-vote.ts'

const lower = (text: string): string => text.replace('Sesión', 'sesión')
const fields = ['number', 'title', 'outcome', 'votesFor', 'votesAgainst', 'abstentions'] as const
const said = ({ number, outcome, title }: AgreementReading): string => `N.º ${number}, ${outcomeTitle[outcome].toLowerCase()}: ${title}`

export const recordAgreement = defineAction({
  name: 'council.record-agreement', title: 'Anotar un acuerdo', input: RecordAgreementInput, allowed: can('council.record'),
  run: async (input, context) => {
    const session = await demandFree(context, input.sessionId, input.number)
    await agreementStore(context.tx).add({ ...input, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'agreement-recorded', summary: `Acuerdo N.º ${input.number} de la ${lower(sessionTitle(session))}, ${outcomeTitle[input.outcome].toLowerCase()}: ${input.title}`, effectiveOn: session.heldOn, record: { kind: kinds.session, id: session.id }, facts: { agreement: input.id } } }
  },
})
/** Reads an agreement anew, with the reason. What was noted before stays, and a date before the correction still reads it. */
export const correctAgreement = defineAction({
  name: 'council.correct-agreement', title: 'Corregir un acuerdo', help: 'Con la razón. La lectura anterior se conserva y sigue a la vista.', input: CorrectAgreementInput, allowed: can('council.record'),
  run: async (input, context) => {
    const store = agreementStore(context.tx)
    const found = await store.get(input.id)
    if (!found) throw notFound({ what: 'el acuerdo' })
    const session = await demandFree(context, found.sessionId, input.number, found.id)
    const before = (await store.get(input.id)) ?? found
    if (before.version !== input.version) throw versionMoved({ what: `Acuerdo N.º ${before.number}`, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    if (!input.votes && fields.every((field) => before[field] === input[field])) throw nothingCorrected({})
    const version = before.version + 1
    await store.read({ ...input, version, entryId: context.entryId })
    const votes = input.votes ?? (await store.votes([before.id])).filter((one) => one.version === before.version)
    if (votes.length > 0) {
      await demandSameVotes(context, session, input, votes)
      await store.vote(before.id, version, votes, context.entryId)
    }
    return { result: { id: input.id, version }, entry: { name: 'agreement-corrected', summary: `Acuerdo de la ${lower(sessionTitle(session))}, corregido. Decía ${said(before)}. Dice ${said(input)}. ${input.reason}`, effectiveOn: session.heldOn, record: { kind: kinds.session, id: session.id }, facts: { agreement: input.id, version } } }
  },
})
