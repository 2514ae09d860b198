import { randomUUID } from 'node:crypto'
import { type AsOf, type Block, type Day, yearOf } from '#kernel'
import { canonicalBody, fingerprint, verificationCode } from '#platform/documents'
import { sql, type Tx } from '#platform/database'
import { attachmentRows, bulkEvidence, fileRows } from '#evidence'
import { actStore, type ActRow } from '../acts/act.store.ts'
import { ACT } from '../acts/move-act.ts'
import { antecedentEdge } from '../acts/antecedents.ts'
import { type ActEvent, eventStore } from '../acts/event.store.ts'
import { notificationStore } from '../acts/notification.store.ts'
import { actTitle } from '../acts/titles.ts'
import type { ActKind, ActState, Effect, Means, SignatureFinding } from '../contract.ts'
import { actHref, incomingHref } from '../hrefs.ts'
import { INCOMING, incomingTitle } from '../incoming/answer-incoming.ts'
import { incomingStore, type IncomingRow } from '../incoming/incoming.store.ts'
import { composeAct, type SignedBy } from '../text/compose-act.ts'

export type PastStep = { readonly name: string; readonly state: ActState; readonly at: string; readonly on: Day; readonly account: string; readonly office: string; readonly post?: string; readonly reason?: string; readonly round: number }
export type PastAct = {
  readonly id: string; readonly kind: ActKind; readonly series: string; readonly subject: string; readonly unit: { readonly id: string; readonly name: string }; readonly drafter: { readonly account: string; readonly name: string }; readonly signerRole: string; readonly signerAccount: string; readonly signer: SignedBy; readonly attest: SignedBy | null
  readonly addressees: readonly string[]; readonly distribution: readonly string[]; readonly references: readonly string[]; readonly content: readonly Block[]; readonly visas: readonly string[]; readonly visasDone: number; readonly state: ActState; readonly number: number | null; readonly actOn: Day | null
  readonly steps: readonly PastStep[]; readonly notifications: readonly { readonly addressee: string; readonly means: Means; readonly on: Day; readonly receipt: string }[]; readonly antecedents: readonly { readonly kind: string; readonly id: string; readonly title: string; readonly href: string }[]
  readonly repliesTo?: { readonly kind: 'act' | 'incoming'; readonly id: string }; readonly affects?: { readonly act: string; readonly effect: Effect }; readonly signedOn?: Day
}
export type PastIncoming = Omit<IncomingRow, 'registered_by' | 'version' | 'council_request'>
export type ActPorts = {
  readonly place: { readonly code: string; readonly name: string; readonly municipality: string; readonly address: string }
  /** The entry of a step, posted by the caller in its moment. */
  readonly entryFor: (act: { readonly id: string; readonly title: string }, step: PastStep) => string
  readonly entryOfLetter: (letter: PastIncoming, title: string) => string
  readonly entryOfPaper: (series: string, year: number) => string
  /** Bytes of the signed copy, already stored. */
  readonly signedCopy: (act: { readonly id: string; readonly title: string; readonly fingerprint: string; readonly on: Day }) => Promise<{ readonly hash: string; readonly name: string; readonly size: number }>
  readonly registeredBy: string
}

const finding: SignatureFinding = { text: 'same', signature: 'none', says: 'El PDF lleva la huella de este acto; no lleva firma electrónica.' }

/** Past acts with their whole circuit, their letters and the numbers that were given on paper between them. The caller posts the entries. */
export const loadActFacts = async (tx: Tx, acts: readonly PastAct[], letters: readonly PastIncoming[], ports: ActPorts): Promise<void> => {
  const books = new Map<string, { series: string; year: number; given: { number: number; on: Day }[] }>()
  const give = (series: string, number: number, on: Day) => {
    const key = `${series} ${yearOf(on)}`
    const book = books.get(key) ?? { series, year: yearOf(on), given: [] }
    book.given.push({ number, on })
    books.set(key, book)
  }
  for (const letter of letters) {
    give('incoming', letter.number, letter.received_on)
    const entryId = ports.entryOfLetter(letter, incomingTitle(letter))
    await incomingStore(tx).add({ ...letter, registered_by: ports.registeredBy, council_request: null, version: 1 }, entryId)
  }
  await bulkEvidence(tx).index(letters.map((row) => ({ kind: INCOMING, id: row.id, title: `${incomingTitle(row)}: ${row.subject}`, subtitle: row.sender_is_person ? 'Presentación de una persona' : row.sender, href: incomingHref(row.id), visibility: 'internal' as const })))
  for (const act of [...acts].sort((a, b) => Number(a.affects !== undefined) - Number(b.affects !== undefined))) await addAct(tx, act, ports, give)
  await bulkEvidence(tx).index(acts.map((act) => ({ kind: ACT, id: act.id, title: actTitle({ ...act, year: act.actOn ? yearOf(act.actOn) : null }), subtitle: act.subject, href: actHref(act.id), visibility: 'internal' as const })))
  for (const book of books.values()) await addBook(tx, book, ports)
}

const addAct = async (tx: Tx, act: PastAct, ports: ActPorts, give: (series: string, number: number, on: Day) => void): Promise<void> => {
  const year = act.actOn ? yearOf(act.actOn) : null
  const title = actTitle({ ...act, year })
  const numbered = act.number !== null && act.actOn !== null
  const asOf: AsOf | undefined = act.actOn ? { effectiveOn: act.actOn, knownOn: act.actOn } : undefined
  const body = numbered && asOf ? composeAct({ ...act, signerTitle: act.signer.office, drafter: act.drafter.name }, { ...ports.place, unit: act.unit.name }, asOf) : undefined
  const print = body ? fingerprint(body) : null
  if (act.number !== null && act.actOn) give(act.series, act.number, act.actOn)
  const entries = act.steps.map((step) => ({ step, entry: ports.entryFor({ id: act.id, title }, step) }))
  const first = entries[0]?.entry ?? randomUUID()
  const entryOf = (name: string): string => entries.find(({ step }) => step.name === name)?.entry ?? first
  const copy = act.signedOn && print ? await ports.signedCopy({ id: act.id, title, fingerprint: print, on: act.signedOn }) : undefined
  const row: ActRow = {
    id: act.id, kind: act.kind, state: act.state, subject: act.subject, unit_id: act.unit.id, drafter_id: act.drafter.account, signer_role: act.signerRole, addressees: [...act.addressees], distribution: [...act.distribution], references_text: [...act.references], content: act.content,
    visas: [...act.visas], visas_done: act.visasDone, round: Math.max(0, ...act.steps.map(({ round }) => round)), series: act.series, number: act.number, year, act_on: act.actOn, signer_account: numbered ? act.signerAccount : null, signer_title: numbered ? `${act.signer.office}${act.signer.substitute ? ' (S)' : ''}` : null,
    body: body ? canonicalBody(body) : null, fingerprint: print, verification_code: print ? verificationCode(print) : null, paper: 'oficio', signed_on: act.signedOn ?? null, signed_file: copy?.hash ?? null, signature_mode: copy ? 'scan' : null, finding: copy ? finding : null,
    replies_to_kind: act.repliesTo?.kind ?? null, replies_to: act.repliesTo?.id ?? null, effect: act.affects?.effect ?? null, affects: act.affects?.act ?? null, deleted_on: null, visibility: 'internal', version: Math.max(1, act.steps.length),
  }
  await actStore(tx).add(row, first)
  for (const { step, entry } of entries) {
    const event: ActEvent = { id: randomUUID(), act_id: act.id, name: step.name, state_after: step.state, at: step.at, on_day: step.on, account_id: step.account, office: step.office, post: step.post ?? '', reason: step.reason ?? '', round: step.round }
    await eventStore(tx).add(event, entry)
  }
  for (const one of act.antecedents) {
    await tx.run(sql`insert into correspondence.antecedents (commune, act_id, kind, record_id, title, href, entry_id) values (${tx.commune}, ${act.id}, ${one.kind}, ${one.id}, ${one.title}, ${one.href}, ${first})`)
    await bulkEvidence(tx).link(first, [antecedentEdge(act.id, one)])
  }
  if (print && act.actOn) await tx.run(sql`insert into correspondence.proofs (commune, act_id, fingerprint, verification_code, title, issued_on, entry_id) values (${tx.commune}, ${act.id}, ${print}, ${verificationCode(print)}, ${title}, ${act.actOn}, ${entryOf('act-numbered')})`)
  if (copy && act.signedOn) {
    await fileRows(tx).add({ hash: copy.hash, name: copy.name, mediaType: 'application/pdf', size: copy.size, visibility: 'internal', uploadedBy: ports.registeredBy, at: `${act.signedOn}T12:00:00-03:00` })
    await attachmentRows(tx).add({ id: randomUUID(), record: { kind: ACT, id: act.id }, title: `${title}, ejemplar firmado`, fileHash: copy.hash, visibility: 'internal', entryId: entryOf('act-signed'), on: act.signedOn })
    await tx.run(sql`insert into correspondence.renditions (commune, act_id, format, hash, entry_id) values (${tx.commune}, ${act.id}, 'signed', ${copy.hash}, ${entryOf('act-signed')})`)
  }
  for (const one of act.notifications) await notificationStore(tx).add({ id: randomUUID(), act: act.id, addressee: one.addressee, means: one.means, notifiedOn: one.on, receipt: one.receipt, receiptFile: null }, entryOf('act-notified'))
}

/** What the book holds between the acts of the system was given on paper, and says so. */
const addBook = async (tx: Tx, { series, year, given }: { series: string; year: number; given: readonly { number: number; on: Day }[] }, ports: ActPorts): Promise<void> => {
  const sorted = [...given].sort((a, b) => a.number - b.number)
  let next = 1
  for (const { number } of sorted) {
    if (number > next) {
      await tx.run(sql`insert into correspondence.paper_numbers (commune, id, series, year, first, last, reason, entry_id)
        values (${tx.commune}, ${randomUUID()}, ${series}, ${year}, ${next}, ${number - 1}, 'Demostración: actos de otras materias, numerados en el libro de papel', ${ports.entryOfPaper(series, year)})`)
    }
    next = number + 1
  }
  await tx.run(sql`insert into correspondence.books (commune, series, year, last, last_on) values (${tx.commune}, ${series}, ${year}, ${sorted.at(-1)?.number ?? 0}, ${sorted.at(-1)?.on ?? null})`)
}
