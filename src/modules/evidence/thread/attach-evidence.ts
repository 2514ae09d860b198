import { type ActionContext, notFound, type RecordRef } from '#platform/actions'
import { fileRows } from '../files/file.store.ts'
import { hangFile } from '../files/hang-file.ts'

/**
 * Hangs an uploaded file on a record as the document behind a fact, in the transaction of the action that tells the fact.
 * Without a hash it does nothing. Throws `notFound` when the file does not exist or the actor may not see it.
 */
export const attachEvidence = async (context: ActionContext, record: RecordRef, title: string, fileHash: string | undefined): Promise<void> => {
  if (!fileHash) return
  const file = await fileRows(context.tx).get(fileHash)
  if (!file) throw notFound({ what: 'el archivo de respaldo' })
  await hangFile(context, record, file, title)
}
