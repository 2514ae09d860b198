import { type Block, can, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { actsOf, draftAct } from '#correspondence'
import { kinds } from '#evidence'
import { outcomeTitle } from '../contract.ts'
import { CertifyInput, majorityTitle, voteTitle } from '../contract/agenda.ts'
import { alreadyCertified } from '../problems.ts'
import { matterOn } from '../rules/matters.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionHref, sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { agreementStore } from './agreement.store.ts'

export const AGREEMENT = 'agreement'
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text }] })

/**
 * Begins the certificate of an agreement as an act of the correspondence, written with the number, the session and the vote of each councillor.
 * From there it follows the circuit of every act: number, signature of Secretaría Municipal, notification.
 */
export const certifyAgreement = defineAction({
  name: 'council.certify-agreement', title: 'Preparar el certificado de un acuerdo', input: CertifyInput, allowed: (actor) => can('council.record')(actor) && draftAct.allowed(actor),
  run: async (input, context) => {
    const { tx, law } = context
    const store = agreementStore(tx)
    const found = await store.get(input.agreement)
    const session = found && (await councilStore(tx).get(found.sessionId))
    if (!found || !session) throw notFound({ what: 'el acuerdo' })
    const acts = await actsOf(context, AGREEMENT, found.id)
    if (acts.some(({ state }) => state !== 'annulled' && state !== 'deleted')) throw alreadyCertified({ number: found.number })
    const [base] = await store.bases([found.id])
    const votes = (await store.votes([found.id])).filter(({ version }) => version === found.version)
    const names = new Map((await memberStore(tx).named(votes.map(({ personId }) => ({ id: personId, title: '' })))).map(({ id, name }) => [id, name]))
    const rule = base?.matter ? majorityTitle[matterOn(law, base.matter, session.heldOn).majority] : ''
    const content: Block[] = [
      paragraph('c1', `CERTIFICO que en la ${sessionTitle(session).replace('Sesión', 'sesión').replace(`, ${formatDay(session.heldOn)}`, '')} del Concejo Municipal, celebrada el ${formatDay(session.heldOn)}, consta el Acuerdo N.º ${found.number}, ${outcomeTitle[found.outcome].toLowerCase()}:`),
      paragraph('c2', `«${found.title}»`),
      ...(votes.length > 0 ? [paragraph('c3', `La votación${rule ? `, que requiere ${rule},` : ''} fue la siguiente:`), { type: 'list', id: 'c4', ordered: false, items: votes.map(({ personId, vote }) => [{ type: 'text', text: `${names.get(personId) ?? 'Persona suprimida'}: ${voteTitle[vote].toLowerCase()}` }]) } as Block]
        : [paragraph('c3', `Votos a favor: ${found.votesFor ?? 'sin dato'}; en contra: ${found.votesAgainst ?? 'sin dato'}; abstenciones: ${found.abstentions ?? 'sin dato'}.`)]),
      ...(base?.casting ? [paragraph('c5', `Mantenido el empate, quien presidía dirimió ${base.casting === 'for' ? 'a favor' : 'en contra'}.`)] : []),
    ]
    const act = draftAct.input.parse({
      id: input.act, kind: 'certificate', subject: `Certifica el Acuerdo N.º ${found.number} de la ${sessionTitle(session).replace('Sesión', 'sesión')}`.slice(0, 300), signerRole: 'clerk', content,
      antecedents: [{ kind: AGREEMENT, id: found.id, title: `Acuerdo N.º ${found.number}`, href: `${sessionHref(session.id)}#acuerdo-${found.id}` }, { kind: kinds.session, id: session.id, title: sessionTitle(session), href: sessionHref(session.id) }],
    })
    const { result } = await draftAct.run(act, context, undefined)
    await store.certify(found.id, input.act, context.entryId)
    return { result, entry: { name: 'certificate-drafted', summary: `Se preparó el certificado del Acuerdo N.º ${found.number} de la ${sessionTitle(session).replace('Sesión', 'sesión')}`, record: { kind: kinds.session, id: session.id }, facts: { agreement: found.id, act: input.act } } }
  },
})
