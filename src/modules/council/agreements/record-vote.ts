import { can } from '#kernel'
import { type ActionContext, defineAction } from '#platform/actions'
import { kinds } from '#evidence'
import { agendaStore } from '../agenda/agenda.store.ts'
import { type AgreementReading, outcomeTitle } from '../contract.ts'
import { RecordVoteInput, type Vote } from '../contract/agenda.ts'
import { castingWithoutTie, notVoted, pointInUse, pointMissing, quorumMissing, sessionNotYet, votesDiffer } from '../problems.ts'
import { matterOn } from '../rules/matters.ts'
import { decide, sessionQuorum, tallyOf, type Verdict } from '../rules/vote.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore, type SessionRow } from '../sessions/session.store.ts'
import { agreementStore } from './agreement.store.ts'
import { demandFree } from './number-free.ts'

const NOW = Number.MAX_SAFE_INTEGER
type Named = { readonly personId: string; readonly vote: Vote }

/** Each councillor present votes once, and nobody else does. Without attendance noted, any councillor in office. */
const demandVoters = async ({ tx }: Pick<ActionContext, 'tx'>, session: SessionRow, votes: readonly Named[]): Promise<{ readonly inOffice: number; readonly present: number }> => {
  const members = (await memberStore(tx).inOffice(session.heldOn)).map(({ id }) => id)
  const present = await councilStore(tx).attendance(session.id, NOW)
  const admitted = new Set(present ?? members)
  const voters = new Set(votes.map(({ personId }) => personId))
  if (voters.size !== votes.length || votes.some(({ personId }) => !admitted.has(personId)) || (present && voters.size !== present.length)) throw votesDiffer({}, { errors: [{ pointer: '/votes', message: 'Un voto por cada concejal presente' }] })
  return { inOffice: members.length, present: voters.size }
}
/** The counts and the outcome of a corrected reading are those of its votes, by the rule of its matter. */
export const demandSameVotes = async (context: ActionContext, session: SessionRow, reading: AgreementReading & { readonly id: string }, votes: readonly Named[]): Promise<void> => {
  const { inOffice } = await demandVoters(context, session, votes)
  const tally = tallyOf(votes)
  const [base] = await agreementStore(context.tx).bases([reading.id])
  const counts = tally.for === reading.votesFor && tally.against === reading.votesAgainst && tally.abstain === reading.abstentions
  const verdict = decide(votes, { majority: matterOn(context.law, base?.matter ?? 'other', session.heldOn).majority, inOffice, disqualifiedCount: context.law.boolean('council/disqualified-in-base', session.heldOn) }, base?.casting ?? null)
  if (!counts || verdict.outcome !== reading.outcome) throw votesDiffer({}, { errors: [{ pointer: '/votesFor', message: 'Los totales y el resultado deben salir de los votos anotados' }] })
}

/** Notes the vote of each councillor on a point: the outcome is what the votes and the quorum of its matter give, never typed. */
export const recordVote = defineAction({
  name: 'council.record-vote', title: 'Anotar un acuerdo con sus votos', help: 'El resultado sale de los votos y del quórum de la materia.', input: RecordVoteInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { tx, law } = context
    const session = await demandFree(context, input.sessionId, input.number)
    if (session.heldOn > context.today) throw sessionNotYet({ session: sessionTitle(session) })
    const point = (await agendaStore(tx).ofSessions([session.id], NOW)).find(({ id }) => id === input.pointId)
    if (!point) throw pointMissing({}, { errors: [{ pointer: '/pointId', message: 'Elija un punto de la tabla' }] })
    const store = agreementStore(tx)
    if ((await store.points(session.id)).has(point.id)) throw pointInUse({ titles: `«${point.title}» ya tiene acuerdo` })
    const matter = matterOn(law, point.matter, session.heldOn)
    if (matter.majority === 'none') throw notVoted({ matter: matter.title })
    const { inOffice, present } = await demandVoters(context, session, input.votes)
    const needed = sessionQuorum(inOffice)
    if (present < needed) throw quorumMissing({ present, needed })
    const verdict: Verdict = decide(input.votes, { majority: matter.majority, inOffice, disqualifiedCount: law.boolean('council/disqualified-in-base', session.heldOn) }, input.casting)
    if (input.casting && !verdict.tied) throw castingWithoutTie({}, { errors: [{ pointer: '/casting', message: 'No hubo empate' }] })
    const { tally, outcome } = verdict
    await store.add({ id: input.id, sessionId: session.id, number: input.number, title: input.title, outcome, votesFor: tally.for, votesAgainst: tally.against, abstentions: tally.abstain, pointId: point.id, matter: matter.key, casting: input.casting, entryId: context.entryId })
    await store.vote(input.id, 1, input.votes, context.entryId)
    return {
      result: { id: input.id, outcome, needed: verdict.needed, tally },
      entry: { name: 'agreement-recorded', summary: `Acuerdo N.º ${input.number} de la ${sessionTitle(session).replace('Sesión', 'sesión')}, ${outcomeTitle[outcome].toLowerCase()} por ${tally.for} votos contra ${tally.against}: ${input.title}`, effectiveOn: session.heldOn, record: { kind: kinds.session, id: session.id }, facts: { agreement: input.id, needed: verdict.needed, ...tally } },
    }
  },
})
