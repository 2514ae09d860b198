import type { Actor } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { barredKinds } from '../search/readers.ts'
import { type FileRow, fileRows } from './file.store.ts'

/**
 * A file this reader may open: its label allows it and, when it hangs from records, at least one of them is of a kind and label they may know.
 * A file that hangs from nothing is of who brought it, and of whoever received its fingerprint.
 */
export const readableFile = async (tx: Tx, actor: Actor, hash: string): Promise<FileRow | undefined> => {
  const file = await fileRows(tx).get(hash)
  if (!file) return undefined
  const hung = await tx.one<{ hung: number; known: number }>(sql`
    select evidence.attachments_of_file(${hash}) as hung,
      (select count(*)::int from evidence.attachments a where a.commune = ${tx.commune} and a.file_hash = ${hash} and not a.record_kind = any (${barredKinds(actor) as string[]}) and evidence.known_record(a.record_kind, a.record_id)) as known`)
  return !hung || hung.hung === 0 || hung.known > 0 ? file : undefined
}
