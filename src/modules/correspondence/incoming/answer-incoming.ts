import type { Day } from '#kernel'
import type { ActionContext } from '#platform/actions'
import { incomingHref } from '../hrefs.ts'
import { incomingStore, type IncomingRow } from './incoming.store.ts'

export const INCOMING = 'incoming'
export const incomingTitle = ({ number, year }: Pick<IncomingRow, 'number' | 'year'>): string => `Parte N.º ${number} de ${year}`

/** History and search of what arrives: the sender's name stays out when it is a person's. */
export const keepIncoming = async (context: ActionContext, row: IncomingRow): Promise<void> => {
  const { sender, sender_is_person: person, ...rest } = row
  await context.keep({ kind: INCOMING, id: row.id, version: row.version, data: person ? rest : { ...rest, sender } })
  await context.index({ kind: INCOMING, id: row.id, title: `${incomingTitle(row)}: ${row.subject}`, subtitle: person ? 'Presentación de una persona' : [sender, row.document].filter(Boolean).join(', '), href: incomingHref(row.id), visibility: 'internal' })
}

/** What an act answered is answered the day its answer was notified. */
export const answerIncoming = async (context: ActionContext, id: string, on: Day): Promise<void> => {
  const row = await incomingStore(context.tx).get(id)
  if (!row || row.state !== 'pending') return
  await keepIncoming(context, await incomingStore(context.tx).change(row, { state: 'answered', answered_on: on }))
}
/** The answer turned out not to be notified: what arrived waits again. */
export const unanswerIncoming = async (context: ActionContext, id: string): Promise<void> => {
  const row = await incomingStore(context.tx).get(id)
  if (row?.state === 'answered') await keepIncoming(context, await incomingStore(context.tx).change(row, { state: 'pending', answered_on: null }))
}
