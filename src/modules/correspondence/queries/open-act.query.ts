import { can, type Day } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { addBusinessDays, businessCalendar } from '#calendar'
import { personStore } from '#registry'
import { z } from 'zod'
import { actStore, type ActRow } from '../acts/act.store.ts'
import { antecedentsOf } from '../acts/antecedents.ts'
import { circuitFor } from '../acts/circuit.store.ts'
import { restorableUntil } from '../acts/delete-draft.ts'
import { eventStore } from '../acts/event.store.ts'
import { notificationStore, type NotificationRow } from '../acts/notification.store.ts'
import { namesOfPeople, postTitles } from '../acts/posts.ts'
import { signersOn } from '../acts/number-act.ts'
import { actTitle } from '../acts/titles.ts'
import { type ActView, type EventView, type LinkView, type MailView, type NotificationView, type OfficeChoice, stateTitle } from '../contract.ts'
import { actHref, incomingHref } from '../hrefs.ts'
import { incomingTitle } from '../incoming/answer-incoming.ts'
import { incomingStore } from '../incoming/incoming.store.ts'
import { bodyOf } from '../text/act-text.ts'
import { type ActCatalog, bookOfActs, liveChips } from '../text/figures-of-act.ts'
import { actAsKnown, lookingFrom } from './act-as-known.ts'
import { asLines } from './act-line.ts'
import { lineStore } from './act-lines.store.ts'
import { circuitSteps } from './circuit-steps.ts'
import { eventTitle } from './event-titles.ts'
import { permitted } from './permitted.ts'
import { ACT } from '../acts/move-act.ts'
import { withdrawable } from '../acts/take-back.ts'
import { councillorsOn } from '../deliveries/deliver-acts.ts'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { mailingStore } from '../mailing/mailing.store.ts'
import { outboxStore } from '#platform/mail'
import { fold } from '#evidence'
import { READ } from './list-acts.query.ts'

const linkOf = (row: ActRow): LinkView => ({ kind: 'act', id: row.id, title: actTitle(row), href: actHref(row.id), note: row.state === 'notified' ? row.subject : `${row.subject} (${stateTitle[row.state]})` })

/** Letters up the thread to the first, and those that answer this one. */
const threadOf = async ({ tx }: ReadContext, row: ActRow): Promise<LinkView[]> => {
  const up: LinkView[] = []
  let at: ActRow | undefined = row
  for (let depth = 0; at?.replies_to && depth < 12; depth += 1) {
    if (at.replies_to_kind === 'incoming') {
      const letter = await incomingStore(tx).get(at.replies_to)
      if (letter) up.unshift({ kind: 'incoming', id: letter.id, title: incomingTitle(letter), href: incomingHref(letter.id), note: letter.subject })
      break
    }
    at = await actStore(tx).get(at.replies_to)
    if (at) up.unshift(linkOf(at))
  }
  return [...up, ...(await actStore(tx).repliesTo('act', row.id)).map(linkOf)]
}
const choices = async (context: ReadContext, role: string, on: Day, drafter: string | null): Promise<OfficeChoice[]> => {
  const able = await signersOn(context.tx, role, on, drafter)
  const names = await namesOfPeople(context.tx, able.map(({ personId }) => personId))
  return able.map(({ id, title, personId, substitute, decreeNumber }) => ({ id, title, name: names.get(personId) ?? '', substitute, decree: decreeNumber ?? '' }))
}
/** A certified letter counts as received some business days after the post office had it (LBPA 46). */
const presumed = (context: ReadContext, { means, notifiedOn, receivedOn }: NotificationRow): Day | null =>
  means === 'certified-letter' && receivedOn === null ? addBusinessDays(notifiedOn, context.law.number('correspondence/certified-letter-presumption', notifiedOn), businessCalendar(context.law, context.tx.commune)) : null

const mailsOf = async ({ tx }: ReadContext, id: string): Promise<MailView[]> => {
  const messages = new Map((await outboxStore(tx).about(ACT, id)).map((one) => [one.id, one]))
  return (await mailingStore(tx).of(id)).flatMap(({ id: message, addressee, email, proofFile }) => {
    const letter = messages.get(message)
    return letter ? [{ id: message, addressee, email, state: letter.state, problem: letter.problem, subject: letter.subject, text: letter.body, proof: proofFile }] : []
  })
}
const councillorsFor = async ({ tx, today }: ReadContext, row: ActRow): Promise<ActView['councillors']> => {
  const people = await councillorsOn(tx, today)
  const names = await namesOfPeople(tx, people.map(({ id }) => id))
  const has = new Set(await deliveryStore(tx).people(row.id))
  const to = row.addressees.map(fold).join('|')
  const everybody = /concejo municipal|concejales|concejalas/.test(to)
  return people.map(({ id, title }) => ({ id, title, name: names.get(id) ?? '', named: everybody || to.includes(fold(names.get(id) ?? '?')), has: has.has(id) })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

export const openAct = (catalog: ActCatalog) => defineQuery({
  name: 'correspondence.open-act', title: 'Ficha de un acto', input: z.object({ id: z.uuid('El identificador no es válido') }), allowed: can(READ),
  run: async ({ id }, context): Promise<ActView> => {
    const { tx, today, law } = context
    const now = await actStore(tx).need(id)
    const [knownSeq, on] = [await context.knownSeq(), context.asOf.effectiveOn]
    const [line] = await asLines(context, await lineStore(tx).list({ knownSeq, on, past: lookingFrom(context) !== null, ids: [id] }))
      .then(async (found) => (found.length ? found : asLines(context, await lineStore(tx).list({ knownSeq, on, past: lookingFrom(context) !== null, ids: [id], state: 'deleted' }))))
    if (!line) throw notFound({ what: 'el acto en esas fechas' })
    // What it said then; what may be done with it is asked of the act of today.
    const row = await actAsKnown(context, now, line.state)
    const looking = lookingFrom(context)
    const circuit = await circuitFor(tx, row.kind)
    const titles = await postTitles(tx, row.unit_id)
    const steps = await eventStore(tx).of(id, knownSeq, on)
    const names = await personStore(tx).namesOfAccounts(steps.map(({ account_id: account }) => account))
    const events = steps.map((event): EventView => ({ id: event.id, name: event.name, title: `${eventTitle[event.name] ?? event.name}${event.post ? `: ${titles(event.post)}` : ''}`, at: event.at, on: event.on_day, who: names.get(event.account_id) ?? '', office: event.office, reason: event.reason, round: event.round }))
    const affected = row.affects ? await actStore(tx).get(row.affects) : undefined
    const draft = row.state === 'draft'
    const notifications = await notificationStore(tx).of(id)
    const mails = await mailsOf(context, id)
    const signDay = row.act_on ?? today
    return {
      act: {
        ...line, version: row.version, signerRole: row.signer_role, addressees: row.addressees, distribution: row.distribution, references: row.references_text, content: row.content, fingerprint: row.fingerprint, verificationCode: row.verification_code,
        signedOn: row.signed_on, signedFile: row.signed_file, signatureMode: row.signature_mode, finding: row.finding, paper: row.paper, restorableUntil: row.deleted_on ? restorableUntil(row.deleted_on) : null, series: row.series,
        notifyBy: row.signed_on ? addBusinessDays(row.signed_on, law.number('calendar/terms/notification', row.signed_on), businessCalendar(law, tx.commune)) : null,
      },
      body: await bodyOf(context, row), events, thread: await threadOf(context, row), antecedents: await antecedentsOf(tx, id),
      circuit: circuitSteps({ state: line.state, visas: row.visas, visasDone: row.visas_done, round: row.round, planned: circuit.visas, title: titles, drafter: line.drafter, signer: row.signer_title ?? titles(row.signer_role), number: line.number === null ? '' : actTitle(row), events }),
      notifications: notifications.map((one): NotificationView => ({ id: one.id, addressee: one.addressee, means: one.means, notifiedOn: one.notifiedOn, receipt: one.receipt, receivedOn: one.receivedOn, receiptFile: one.receiptFile, presumedOn: presumed(context, one), withdrawable: withdrawable(one, law, today), withdrawn: one.withdrawnOn ? { on: one.withdrawnOn, reason: one.withdrawnReason } : null })),
      affects: affected ? { ...linkOf(affected), note: row.effect === 'annuls' ? 'lo deja sin efecto' : 'lo modifica' } : null,
      affectedBy: (await actStore(tx).affecting(id)).map((one) => ({ ...linkOf(one), note: `${one.effect === 'annuls' ? 'lo deja sin efecto' : 'lo modifica'}${one.signed_on ? '' : ' (en trámite)'}` })),
      signers: circuit.signers.map((role) => ({ role, title: titles(role) })),
      offices: row.state === 'to-number' ? { signer: await choices(context, row.signer_role, signDay, circuit.selfSign ? null : row.drafter_id), attest: circuit.attestedBy ? await choices(context, circuit.attestedBy, signDay, null) : [] } : { signer: [], attest: [] },
      looking, chips: draft ? await liveChips(row.content, bookOfActs(catalog, context)) : {},
      mails, mailServer: catalog.mailFrom() !== '', councillors: row.signed_on && can('correspondence.notify')(context.actor) ? await councillorsFor(context, row) : [],
      may: await permitted(context, now, circuit.selfSign, titles, notifications.some(({ withdrawnOn }) => withdrawnOn === null) || (await deliveryStore(tx).people(id)).length > 0),
    }
  },
})
