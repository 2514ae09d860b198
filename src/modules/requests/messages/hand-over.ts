import type { ReadContext } from '#platform/actions'
import { emlOf, isMailAddress, LINK_MARK, outboxStore } from '#platform/mail'
import { qrSvg } from '#platform/documents'
import { personStore } from '#registry'
import { demandOpen, requestById } from '../answers/access.ts'
import type { HandedOver } from '../contract.ts'
import { workbookFacts } from '../workbook/workbook-of.ts'
import { workbookAttachment } from '../workbook/write-workbook.ts'
import { openingLetter } from './letter-text.ts'
import { factsFor } from './queue-messages.ts'

/** What a person takes by hand instead of mail: the newest message of the request with its link inside, ready to copy, open as .eml or show as QR. */
export const handOver = async (context: ReadContext, requestId: string): Promise<{ messageId: string | null; letter: (link: string) => Promise<Omit<HandedOver, 'expiresOn'>> }> => {
  const row = await requestById(context, requestId)
  demandOpen(context, row)
  const [message] = await outboxStore(context.tx).latestAbout('update-request', [requestId])
  const email = row.personId ? ((await personStore(context.tx).values([row.personId])).get(row.personId)?.email ?? '') : ''
  const to = isMailAddress(email) ? email : ''
  const { subject, body } = message ?? openingLetter((await factsFor(context, [row]))(row))
  const workbook = await workbookFacts(context, row)
  return {
    messageId: message?.id ?? null,
    letter: async (link) => {
      const text = body.replaceAll(LINK_MARK, link)
      return { link, subject, text, to, eml: emlOf({ id: `${requestId} ${link.length}`, from: '', to, subject, text, at: context.clock.now(), attachments: [await workbookAttachment(workbook)] }, { draft: true }), qr: qrSvg(link) }
    },
  }
}
