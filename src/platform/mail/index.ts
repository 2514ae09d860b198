export { emlOf, encodedHeader, isMailAddress, type Attachment, type Letter } from './letter.ts'
export { type MailTransport, type SmtpOptions, smtpTransport, transportFrom } from './smtp.ts'
export { LINK_MARK, type MessageState, MOST_ATTEMPTS, outboxStore, type StoredMessage } from './outbox.store.ts'
