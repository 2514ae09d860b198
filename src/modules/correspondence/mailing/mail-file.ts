import type { Actor } from '#kernel'
import { asOfNow, notAllowed, notFound, readContext, scopeOf, type Services } from '#platform/actions'
import { emlOf } from '#platform/mail'
import type { MadeFile } from '../files/act-file.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { letterOf, readMail } from './compose-mail.ts'

/** The mail of a notification as a .eml with its signed copy, marked unsent: it opens ready to leave from any mail program. */
export const mailFile = (catalog: ActCatalog) => async (services: Services, actor: Actor, message: string): Promise<MadeFile> => {
  if (!actor.permissions.has('correspondence.notify')) throw notAllowed({ title: 'Descargar un correo de notificación' })
  const mail = await services.database.read(scopeOf(actor), (tx) => readMail(readContext(services, tx, actor, asOfNow(services.clock)), message))
  const bytes = await services.files.get(mail.file)
  if (!bytes) throw notFound({ what: 'el ejemplar firmado del acto' })
  return { bytes: Buffer.from(emlOf(letterOf(mail, bytes, catalog.mailFrom(), services.clock.now()), { draft: true })), mediaType: 'message/rfc822', name: `${mail.title.replace(/[\\/:*?"<>|]+/g, ' ')}.eml` }
}
