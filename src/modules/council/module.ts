import { nameConstraints } from '#platform/database'
import { defineModule } from '#platform/actions'
import { kinds } from '#evidence'
import { correctAgreement, recordAgreement } from './agreements/record-agreement.ts'
import { changeSession, listSessions, recordSession, sessionTitle } from './sessions/record-session.ts'
import { councilStore } from './sessions/session.store.ts'

nameConstraints({ council_sessions_number: 'la sesión', agreement_readings_pk: 'la corrección del acuerdo' })

export const council = defineModule({
  key: 'council', title: 'Concejo Municipal', uses: ['evidence', 'registry'],
  actions: [recordSession, changeSession, recordAgreement, correctAgreement], queries: [listSessions],
  records: [{
    kind: kinds.session, title: 'Sesión del Concejo', position: 0,
    summarise: async (ids, context) => (await councilStore(context.tx).list({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids })).map((row) => ({ kind: kinds.session, id: row.id, step: 'session', title: sessionTitle(row), href: '/concejo/sesiones' })),
  }],
  permissions: { 'council.read': 'Ver las sesiones y acuerdos del Concejo', 'council.record': 'Anotar sesiones y acuerdos (Secretaría Municipal)' },
})
