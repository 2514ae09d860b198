import { randomUUID } from 'node:crypto'
import { type ActionContext, notFound, type RecordRef } from '#platform/actions'
import { attachmentRows, fileRows } from '../files/file.store.ts'

/**
 * Hangs an uploaded file on a record as the document behind a fact, in the transaction of the action that tells the fact.
 * Without a hash it does nothing. Throws `notFound` when the file does not exist or the actor may not see it.
 */
export const attachEvidence = async (context: ActionContext, record: RecordRef, title: string, fileHash: string | undefined): Promise<void> => {
  if (!fileHash) return
  const file = await fileRows(context.tx).get(fileHash)
  if (!file) throw notFound({ what: 'el archivo de respaldo' })
  await attachmentRows(context.tx).add({ id: randomUUID(), record, title, fileHash, visibility: file.visibility, entryId: context.entryId, on: context.today })
}
