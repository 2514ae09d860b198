import { notFound, type ReadContext } from '#platform/actions'
import { type Letter, outboxStore } from '#platform/mail'
import { fileRows } from '#evidence'
import { actStore } from '../acts/act.store.ts'
import { actTitle } from '../acts/titles.ts'
import { mailingStore } from './mailing.store.ts'

const ENDS: Readonly<Record<string, { readonly mediaType: string; readonly end: string }>> = { '%PDF': { mediaType: 'application/pdf', end: 'pdf' }, '\x89PNG': { mediaType: 'image/png', end: 'png' } }

/** What a mail of notification needs from the database; its file is read afterwards. */
export const readMail = async ({ tx }: Pick<ReadContext, 'tx'>, id: string) => {
  const [mailing, message] = [await mailingStore(tx).get(id), await outboxStore(tx).get(id)]
  if (!mailing || !message) throw notFound({ what: 'el correo de notificación' })
  const act = await actStore(tx).need(mailing.actId)
  if (!act.signed_file || !(await fileRows(tx).get(act.signed_file))) throw notFound({ what: 'el ejemplar firmado del acto' })
  return { mailing, message, title: actTitle(act), file: act.signed_file }
}
/** The letter with the signed copy attached, as it leaves. */
export const letterOf = ({ mailing, message, title }: Awaited<ReturnType<typeof readMail>>, bytes: Uint8Array, from: string, at: Date): Letter => {
  const kind = ENDS[Buffer.from(bytes.subarray(0, 4)).toString('latin1')] ?? { mediaType: 'image/jpeg', end: 'jpg' }
  const name = `${title.replace('N.º ', 'N ').replace(/[\\/:*?"<>|]+/g, ' ')}, firmado.${kind.end}`
  return { id: message.id, from, to: mailing.email, subject: message.subject, text: message.body, at, attachments: [{ name, type: kind.mediaType, bytes }] }
}
