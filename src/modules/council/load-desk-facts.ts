import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { bulkEvidence, kinds, relations, stableId } from '#evidence'
import { agendaStore } from './agenda/agenda.store.ts'
import { agreementStore } from './agreements/agreement.store.ts'
import { COMMITMENT, commitmentHref } from './commitments/follow-commitment.ts'
import { commitmentStore } from './commitments/commitment.store.ts'
import type { Vote } from './contract/agenda.ts'
import { folderStore } from './folder/folder.store.ts'
import { REQUEST, requestHref, requestName } from './requests/standing.ts'
import { requestStore } from './requests/request.store.ts'
import { decide, tallyOf } from './rules/vote.ts'
import { councilStore } from './sessions/session.store.ts'

type Tie = { readonly kind: string; readonly id: string; readonly title: string; readonly href: string }
/** What a commune brings of its council's desk. People, units and records by id; `at` is when it was recorded. */
export type DeskLoad = {
  readonly sessions: readonly {
    readonly id: string; readonly startsAt: string; readonly place: string; readonly at: string
    readonly points: readonly { readonly key: string; readonly title: string; readonly matter: string; readonly unitId?: string; readonly record?: Tie }[]
    readonly documents: readonly { readonly key: string; readonly point: string; readonly title: string; readonly record: Tie; readonly on: Day; readonly at: string }[]
    readonly sending?: { readonly on: Day; readonly at: string; readonly receipts: readonly { readonly personId: string; readonly on: Day; readonly note: string }[] }
    readonly attendance?: { readonly present: readonly string[]; readonly at: string }
    readonly agreements: readonly { /** Of an agreement already noted from the minutes. */ readonly id?: string; readonly number: string; readonly title: string; readonly point: string; readonly matter: string; readonly votes: readonly { readonly personId: string; readonly vote: Vote }[]; readonly at: string }[]
  }[]
  readonly requests: readonly { readonly number: number; readonly year: number; readonly personId: string; readonly basis: string; readonly sessionId?: string; readonly document: string; readonly askedOn: Day; readonly subject: string; readonly detail: string; readonly at: string; readonly events: readonly { readonly name: 'assigned' | 'extended' | 'answered'; readonly on: Day; readonly at: string; readonly unitId?: string; readonly until?: Day; readonly document?: string; readonly note?: string }[] }[]
  readonly commitments: readonly { readonly key: string; readonly words: string; readonly sessionId: string; readonly promisedOn: Day; readonly unitId: string; readonly until: Day; readonly at: string; readonly done?: { readonly on: Day; readonly note: string; readonly at: string } }[]
}
export type DeskPorts = { readonly recipients: readonly string[]; readonly inOffice: number; readonly entry: (what: { readonly key: string; readonly at: string; readonly on: Day; readonly name: string; readonly action: string; readonly summary: string; readonly record: { readonly kind: string; readonly id: string } }) => string }

const dayOf = (at: string): Day => at.slice(0, 10) as Day

/** Writes the desk of the council as it was lived, each fact under the entry of its moment (posted by the caller). */
export const loadDeskFacts = async (tx: Tx, load: DeskLoad, ports: DeskPorts): Promise<void> => {
  const id = (...parts: readonly string[]): string => stableId(tx.commune, 'council', parts.join(' '))
  for (const session of load.sessions) {
    const record = { kind: kinds.session, id: session.id }
    const entry = (key: string, at: string, name: string, action: string, summary: string) => ports.entry({ key: `${key} ${session.id}`, at, on: dayOf(at), name, action, summary, record })
    const held = await councilStore(tx).get(session.id)
    if (!held) throw new RangeError(`La demostración no tiene la sesión ${session.id}`)
    await councilStore(tx).move({ id: session.id, version: held.version, heldOn: held.heldOn, startsAt: session.startsAt, place: session.place })
    const agenda = entry('agenda', session.at, 'agenda-saved', 'council.save-agenda', `Tabla de la sesión N.º ${held.number}: ${session.points.length} puntos`)
    await bulkEvidence(tx).keep([{ ...record, entryId: agenda, effectiveOn: dayOf(session.at), data: { number: held.number, kind: held.kind, heldOn: held.heldOn, note: held.note, place: session.place, startsAt: session.startsAt } }])
    const pointId = (key: string): string => id('point', session.id, key)
    await agendaStore(tx).save(session.id, 1, session.points.map(({ key, title, matter, unitId, record: tie }) => ({ id: pointId(key), title, matter, unitId: unitId ?? null, recordKind: tie?.kind ?? null, recordId: tie?.id ?? null, recordTitle: tie?.title ?? '', recordHref: tie?.href ?? '' })), agenda)
    await bulkEvidence(tx).link(agenda, session.points.flatMap(({ record: tie }) => (tie ? [{ from: { kind: tie.kind, id: tie.id }, relation: relations.decidedBy, to: record }] : [])))
    for (const one of session.documents) await folderStore(tx).put({ id: id('document', session.id, one.key), sessionId: session.id, pointId: pointId(one.point), title: one.title, fileHash: null, recordKind: one.record.kind, recordId: one.record.id, href: one.record.href, putOn: one.on, entryId: entry(`document ${one.key}`, one.at, 'folder-document-put', 'council.put-in-folder', `En la carpeta de la sesión N.º ${held.number}: ${one.title}`) })
    if (session.sending) {
      const { sending } = session
      const sendingId = id('sending', session.id)
      await folderStore(tx).send({ id: sendingId, sessionId: session.id, sentOn: sending.on, means: 'email', documents: session.documents.map(({ key }) => id('document', session.id, key)), recipients: ports.recipients, entryId: entry('sending', sending.at, 'folder-sent', 'council.send-folder', `Carpeta de la sesión N.º ${held.number} enviada a ${ports.recipients.length} concejales`) })
      for (const one of sending.receipts) await folderStore(tx).receive(sendingId, [one.personId], one.on, one.note, entry(`receipt ${one.personId}`, `${one.on}T17:30:00-04:00`, 'folder-received', 'council.record-receipts', `Carpeta de la sesión N.º ${held.number}: un acuse de recibo`))
    }
    if (session.attendance) await councilStore(tx).attend({ id: id('attendance', session.id), sessionId: session.id, present: session.attendance.present, entryId: entry('attendance', session.attendance.at, 'attendance-recorded', 'council.record-attendance', `Sesión N.º ${held.number}: asistieron ${session.attendance.present.length} concejales`) })
    for (const one of session.agreements) {
      const tally = tallyOf(one.votes)
      const entryId = entry(`agreement ${one.number}`, one.at, 'agreement-recorded', 'council.record-vote', `Acuerdo N.º ${one.number} de la sesión N.º ${held.number}, con sus votos: ${one.title}`)
      const { outcome } = decide(one.votes, { majority: 'attendees', inOffice: ports.inOffice, disqualifiedCount: false })
      const agreementId = one.id ?? id('agreement', session.id, one.number)
      if (one.id) await tx.run(sql`update council.agreements set votes_for = ${tally.for}, votes_against = ${tally.against}, abstentions = ${tally.abstain}, point_id = ${pointId(one.point)}, matter = ${one.matter} where commune = ${tx.commune} and id = ${one.id}`)
      else await agreementStore(tx).add({ id: agreementId, sessionId: session.id, number: one.number, title: one.title, outcome, votesFor: tally.for, votesAgainst: tally.against, abstentions: tally.abstain, pointId: pointId(one.point), matter: one.matter, entryId })
      await agreementStore(tx).vote(agreementId, 1, one.votes, entryId)
    }
  }
  for (const { events, at, ...row } of load.requests) {
    const requestId = id('request', String(row.year), String(row.number))
    const entry = (key: string, when: string, name: string, action: string, summary: string) => ports.entry({ key: `${key} ${requestId}`, at: when, on: dayOf(when), name, action, summary, record: { kind: REQUEST, id: requestId } })
    await requestStore(tx).add({ ...row, id: requestId, channel: row.sessionId ? 'session' : 'letter', sessionId: row.sessionId ?? null, entryId: entry('asked', at, 'council-request-registered', 'council.register-request', `${requestName(row)}, registrada`) })
    for (const [index, event] of events.entries()) await requestStore(tx).happen({ ...event, id: id('request-event', requestId, String(index)), requestId, unitId: event.unitId ?? null, until: event.until ?? null, document: event.document ?? '', note: event.note ?? '', entryId: entry(`event ${index}`, event.at, `council-request-${event.name}`, 'council.record-answer', `${requestName(row)}: ${event.name === 'assigned' ? 'derivada' : event.name === 'answered' ? 'contestada' : 'prorrogada'}`) })
    await bulkEvidence(tx).index([{ kind: REQUEST, id: requestId, title: `${requestName(row)}: ${row.subject}`, subtitle: 'Solicitudes de los concejales', href: requestHref(requestId), visibility: 'council' }])
  }
  for (const { done, at, key, ...row } of load.commitments) {
    const commitmentId = id('commitment', key)
    const entry = (what: string, when: string, name: string, summary: string) => ports.entry({ key: `${what} ${commitmentId}`, at: when, on: dayOf(when), name, action: 'council.note-commitment', summary, record: { kind: COMMITMENT, id: commitmentId } })
    await commitmentStore(tx).add({ ...row, id: commitmentId, entryId: entry('promised', at, 'commitment-noted', 'Compromiso anotado ante el Concejo') })
    if (done) await commitmentStore(tx).happen({ id: id('commitment-done', key), commitmentId, name: 'done', on: done.on, note: done.note, entryId: entry('done', done.at, 'commitment-kept', 'Compromiso cumplido') })
    await bulkEvidence(tx).index([{ kind: COMMITMENT, id: commitmentId, title: row.words, subtitle: 'Compromiso ante el Concejo', href: commitmentHref(commitmentId), visibility: 'council' }])
  }
}
