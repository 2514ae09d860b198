import { nameConstraints } from '#platform/database'
import { defineModule, type ReadContext, type RecordKind } from '#platform/actions'
import { kinds } from '#evidence'
import { saveAgenda } from './agenda/save-agenda.ts'
import { AGREEMENT, certifyAgreement } from './agreements/certify-agreement.ts'
import { findAgreements } from './agreements/find-agreements.ts'
import { agreementStore } from './agreements/agreement.store.ts'
import { correctAgreement, recordAgreement } from './agreements/record-agreement.ts'
import { recordVote } from './agreements/record-vote.ts'
import { COMMITMENT, commitmentHref, keepCommitment, moveCommitment, promise, reopenCommitment } from './commitments/follow-commitment.ts'
import { commitmentsNow, listCommitments } from './commitments/list-commitments.query.ts'
import { commitmentStateTitle } from './contract/commitments.ts'
import { requestStateTitle } from './contract/requests.ts'
import { outcomeTitle } from './contract.ts'
import { showDesk } from './desk/show-desk.query.ts'
import { councilEvidence } from './evidence.ts'
import { councilFulfils } from './fulfilment.ts'
import { putInFolder, withdrawFromFolder } from './folder/put-in-folder.ts'
import { acknowledgeFolder, correctReceipt, recordReceipts, sendFolder } from './folder/send-folder.ts'
import { draftAnswer, recordAnswer } from './requests/answer-request.ts'
import { answeredByAct, reopenedByAct, requestOfIncoming } from './requests/incoming-request.ts'
import { listRequests, requestsNow } from './requests/list-requests.query.ts'
import { askForReport, assignRequest, extendRequest, registerRequest, reopenRequest } from './requests/register-request.ts'
import { REQUEST, requestHref, requestName } from './requests/standing.ts'
import { callSession, moveSession, recordAttendance } from './sessions/call-session.ts'
import { changeSession, listSessions, recordSession, sessionHref, sessionTitle } from './sessions/record-session.ts'
import { councilStore } from './sessions/session.store.ts'
import { showSession } from './sessions/show-session.query.ts'
import type { Around } from './sheet/gather-sheet.ts'
import { holdSheet, openSheet, saveSheet, SHEET, sheetFile } from './sheet/sheet-actions.ts'
import { showSheet } from './sheet/show-sheet.query.ts'
import { sheetStore } from './sheet/sheet.store.ts'
import { councilWork } from './work.ts'
import { councilWorksheets } from './worksheets.ts'
import { formatDay } from '#kernel'
import { councilUndoings } from './undoings.ts'

nameConstraints({
  council_sessions_number: 'la sesión', agreement_readings_pk: 'la corrección del acuerdo', agendas_pk: 'la tabla de la sesión', folder_documents_pk: 'el antecedente', folder_withdrawals_pk: 'el retiro del antecedente', folder_sendings_pk: 'el envío de la carpeta', folder_receipts_pk: 'el acuse de ese concejal', receipt_corrections_pk: 'la corrección del acuse', requests_of_incoming: 'la solicitud de esa carta',
  votes_pk: 'el voto', certificates_pk: 'el certificado', council_requests_number: 'el número de la solicitud', requests_pk: 'la solicitud', request_events_pk: 'el paso de la solicitud', commitments_pk: 'el compromiso', commitment_events_pk: 'el paso del compromiso', council_sheets_meeting: 'la pauta de ese día', sheets_pk: 'la pauta', attendances_pk: 'la asistencia',
})
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
const sessionsNamed = async (ids: readonly string[], context: ReadContext) => {
  const wanted = new Set(ids)
  return (await councilStore(context.tx).all(await context.knownSeq())).filter(({ id }) => wanted.has(id))
}

const records: readonly RecordKind[] = [
  { kind: kinds.session, title: 'Sesión del Concejo', position: 0, summarise: async (ids, context) => (await sessionsNamed(ids, context)).map((row) => ({ kind: kinds.session, id: row.id, step: 'session', title: sessionTitle(row), href: sessionHref(row.id), state: row.heldOn > context.today ? 'citada' : 'celebrada' })) },
  {
    kind: AGREEMENT, title: 'Acuerdo del Concejo', position: 0,
    summarise: async (ids, { tx }) => {
      const store = agreementStore(tx)
      const found = await Promise.all(uuids(ids).slice(0, 50).map((id) => store.get(id)))
      return found.flatMap((row) => (row ? [{ kind: AGREEMENT, id: row.id, step: 'agreement', title: `Acuerdo N.º ${row.number}`, detail: row.title, href: `${sessionHref(row.sessionId)}#acuerdo-${row.id}`, state: outcomeTitle[row.outcome].toLowerCase() }] : []))
    },
  },
  { kind: REQUEST, title: 'Solicitud de un concejal', position: 0, summarise: async (ids, context) => (await requestsNow(context)).filter(({ id }) => ids.includes(id)).map((row) => ({ kind: REQUEST, id: row.id, step: 'request', title: requestName(row), detail: row.subject, href: requestHref(row.id), state: requestStateTitle[row.state] })) },
  { kind: COMMITMENT, title: 'Compromiso ante el Concejo', position: 0, summarise: async (ids, context) => (await commitmentsNow(context)).filter(({ id }) => ids.includes(id)).map((row) => ({ kind: COMMITMENT, id: row.id, step: 'commitment', title: row.words, detail: row.unit.name, href: commitmentHref(row.id), state: commitmentStateTitle[row.state] })) },
  { kind: SHEET, title: 'Pauta de la alcaldía', position: 0, summarise: async (ids, context) => (context.actor.permissions.has('council.sheet') ? await sheetStore(context.tx).list(await context.knownSeq()) : []).filter(({ id }) => ids.includes(id)).map((row) => ({ kind: SHEET, id: row.id, step: 'sheet', title: `Pauta del ${formatDay(row.meetingOn)}`, href: `/concejo/pauta?pauta=${row.id}`, state: row.state === 'held' ? 'realizada' : 'en preparación' })) },
]

/** The module tied to the others: the weekly sheet tells what each of them has late and shows their figures. */
export const councilOver = (around: Around) => {
  const actions = {
    recordSession, changeSession, callSession, moveSession, recordAttendance, recordAgreement, correctAgreement, recordVote, certifyAgreement, saveAgenda, putInFolder, withdrawFromFolder, sendFolder, recordReceipts, correctReceipt, acknowledgeFolder,
    registerRequest, askForReport, assignRequest, extendRequest, draftAnswer, recordAnswer, reopenRequest, promise, keepCommitment, moveCommitment, reopenCommitment, openSheet, saveSheet, holdSheet: holdSheet(around), sheetFile: sheetFile(around),
  }
  const queries = { listSessions, showSession, showDesk, listRequests, listCommitments, showSheet: showSheet(around) }
  const module = defineModule({
    key: 'council', title: 'Concejo Municipal', uses: ['evidence', 'registry', 'calendar', 'correspondence'],
    actions: Object.values(actions), queries: Object.values(queries), records, worksheets: councilWorksheets, finders: [findAgreements], reactions: [answeredByAct, reopenedByAct, ...requestOfIncoming], work: councilWork, mandate: councilEvidence, fulfils: councilFulfils, undoings: councilUndoings,
    permissions: {
      'council.read': 'Ver las sesiones, acuerdos, solicitudes y compromisos del Concejo', 'council.record': 'Citar y anotar sesiones, votos y acuerdos; enviar la carpeta; llevar las solicitudes (Secretaría Municipal)',
      'council.prepare': 'Preparar la tabla y poner antecedentes en la carpeta', 'council.receive': 'Acusar recibo de la carpeta y pedir informes (concejales)', 'council.answer': 'Responder las solicitudes y compromisos de su unidad',
      'council.follow': 'Anotar y seguir los compromisos ante el Concejo', 'council.sheet': 'Preparar y cerrar la pauta semanal con la alcaldía',
    },
  })
  return { module, actions, queries }
}
export type Council = ReturnType<typeof councilOver>
