import type { MailTransport } from '#platform/mail'
import { nameConstraints } from '#platform/database'
import { defineModule, type ModuleDefinition } from '#platform/actions'
import { annulNumber } from './acts/annul-number.ts'
import { addAntecedent, removeAntecedent } from './acts/antecedents.ts'
import { changeCircuit, listCircuits } from './acts/change-circuit.ts'
import { grantVisa, returnAct } from './acts/decide-visa.ts'
import { deleteDraft, restoreDraft } from './acts/delete-draft.ts'
import { draftAct } from './acts/draft-act.ts'
import { takeDraft } from './acts/drafter.ts'
import { ACT } from './acts/move-act.ts'
import { notifyAct, recordReceipt } from './acts/notify-act.ts'
import { numberAct } from './acts/number-act.ts'
import { saveAct } from './acts/save-act.ts'
import { sendAct } from './acts/send-act.ts'
import { signAct } from './acts/sign-act.ts'
import { actStore } from './acts/act.store.ts'
import { actTitle } from './acts/titles.ts'
import { stateTitle } from './contract.ts'
import { actFile } from './files/act-file.ts'
import { keepActFiles, renderActJob } from './files/render-act.job.ts'
import { actHref, incomingHref } from './hrefs.ts'
import { INCOMING, incomingTitle } from './incoming/answer-incoming.ts'
import { incomingStore } from './incoming/incoming.store.ts'
import { listIncoming } from './incoming/list-incoming.query.ts'
import { closeIncoming, registerIncoming, reopenIncoming, routeIncoming } from './incoming/register-incoming.ts'
import { openBook } from './numbering/book.query.ts'
import { recordPaperNumbers } from './numbering/paper-numbers.ts'
import { actsOfRecord, listActs, listTemplates, signingDesk } from './queries/list-acts.query.ts'
import { figureChoices } from './queries/figure-choices.query.ts'
import { openAct } from './queries/open-act.query.ts'
import type { ActCatalog } from './text/figures-of-act.ts'
import { accessFulfils } from './incoming/access-requests.ts'
import { recallAct, withdrawNotification, withdrawSignature } from './acts/take-back.ts'
import { listReceived, openReceived } from './deliveries/received-acts.query.ts'
import { actsEvidence } from './evidence.ts'
import { cancelMail, mailAct, recordMail, retryMail } from './mailing/mail-act.ts'
import { mailJob } from './mailing/mail-act.job.ts'
import { mailFile } from './mailing/mail-file.ts'
import { actsWork } from './work/acts-work.ts'
import { correspondenceWorksheets } from './worksheets.ts'
import { correspondenceUndoings } from './undoings.ts'

nameConstraints({ correspondence_acts_number: 'el número en su libro', correspondence_incoming_number: 'el número del libro de partes', correspondence_paper_numbers: 'el tramo de números en papel' })
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))

/** What the application lends: its version, its public address, the trusted roots and the way mail leaves. */
export type Around = { readonly version: string; readonly publicAddress?: () => string | undefined; readonly anchors?: ActCatalog['anchors']; readonly transport?: () => MailTransport | undefined }

/** The module tied to the figures of the others: its definition, its actions and queries by name, and the function the server mounts for files. */
export const correspondenceOver = (floors: readonly ModuleDefinition[], options: Around) => {
  const catalog: ActCatalog = { figures: new Map(floors.flatMap(({ figures = [] }) => figures.map((figure) => [figure.id, figure] as const))), version: options.version, publicAddress: options.publicAddress ?? (() => undefined), anchors: options.anchors ?? (() => Promise.resolve([])), mailFrom: () => options.transport?.()?.from ?? '' }
  const actions = { draftAct, saveAct: saveAct(catalog), takeDraft, addAntecedent, removeAntecedent, sendAct, grantVisa, returnAct, numberAct, annulNumber, signAct: signAct(catalog), notifyAct, recordReceipt, deleteDraft, restoreDraft, changeCircuit, recordPaperNumbers, keepActFiles, registerIncoming, routeIncoming, closeIncoming, reopenIncoming, recallAct, withdrawSignature, withdrawNotification, mailAct: mailAct(catalog), recordMail: recordMail(catalog), retryMail, cancelMail }
  const queries = { listActs, openAct: openAct(catalog), figureChoices: figureChoices(catalog), signingDesk, listTemplates, actsOfRecord, openBook, listCircuits, listIncoming, listReceived, openReceived }
  const renderJob = renderActJob(catalog)
  const sendJob = mailJob(options.transport ?? (() => undefined), actions.recordMail)
  const module = defineModule({
    key: 'correspondence', title: 'Actos y correspondencia', uses: ['evidence', 'registry', 'calendar'],
    actions: Object.values(actions), queries: Object.values(queries), jobs: [renderJob, sendJob], worksheets: correspondenceWorksheets, work: actsWork, mandate: actsEvidence, fulfils: accessFulfils, undoings: correspondenceUndoings,
    records: [
      { kind: ACT, title: 'Acto', position: 0, summarise: async (ids, { tx }) => (await actStore(tx).byIds(uuids(ids))).map((row) => ({ kind: ACT, id: row.id, step: 'act', title: actTitle(row), detail: row.subject, href: actHref(row.id), state: stateTitle[row.state] })) },
      { kind: INCOMING, title: 'Correspondencia recibida', position: 0, summarise: async (ids, { tx }) => (await incomingStore(tx).byIds(uuids(ids))).map((row) => ({ kind: INCOMING, id: row.id, step: 'incoming', title: incomingTitle(row), detail: row.subject, href: incomingHref(row.id) })) },
    ],
    permissions: {
      'correspondence.read': 'Ver actos y correspondencia', 'correspondence.draft': 'Redactar actos', 'correspondence.visa': 'Dar el visto bueno a actos ajenos', 'correspondence.number': 'Numerar actos y llevar los libros (Secretaría Municipal)',
      'correspondence.sign': 'Firmar los actos de su competencia', 'correspondence.notify': 'Anotar notificaciones y acuses', 'correspondence.receive': 'Registrar y derivar la correspondencia que llega', 'correspondence.configure': 'Ordenar los circuitos de los actos', 'correspondence.received': 'Leer los actos firmados que le notificaron o que van en la carpeta de su sesión (concejales)',
    },
  })
  return { module, catalog, actions, queries, renderJob, sendJob, file: actFile(catalog), mail: mailFile(catalog) }
}
export type Correspondence = ReturnType<typeof correspondenceOver>
