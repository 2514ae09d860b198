export { council } from './module.ts'
export { listSessions, recordAgreement, recordSession, sessionById, sessionTitle } from './sessions/record-session.ts'
export { councilStore, type SessionRow } from './sessions/session.store.ts'
export { loadCouncilFacts, type SessionLoad } from './load-council-facts.ts'
