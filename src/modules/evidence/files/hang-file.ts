import { randomUUID } from 'node:crypto'
import type { ActionContext, RecordRef } from '#platform/actions'
import { attachmentRows, type FileRow } from './file.store.ts'
import { READ_TEXTS } from './read-texts.job.ts'

/** Hangs a file on a record under the entry of the action, and asks for its text so that it can be found. Returns the id of the attachment. */
export const hangFile = async (context: ActionContext, record: RecordRef, file: FileRow, title: string, on: string = context.today): Promise<string> => {
  const id = randomUUID()
  await attachmentRows(context.tx).add({ id, record, title, fileHash: file.hash, visibility: file.visibility, entryId: context.entryId, on })
  await context.enqueue({ ...READ_TEXTS, input: {} })
  return id
}
