import type { Actor } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { barredKinds } from '../search/readers.ts'
import type { FileRow } from './file.store.ts'

/**
 * A file this reader may open: its label allows it and, when it hangs from records, at least one of them is of a kind and label they may know.
 * A file that hangs from nothing is of who brought it, and of whoever received its fingerprint.
 */
export const readableFile = async (tx: Tx, actor: Actor, hash: string): Promise<FileRow | undefined> => {
  const found = await tx.one<FileRow & { hung: number; known: number }>(sql`
    select f.hash, f.name, f.media_type, f.size, f.visibility, f.uploaded_at, evidence.attachments_of_file(f.hash) as hung,
      (select count(*)::int from evidence.attachments a where a.commune = f.commune and a.file_hash = f.hash and not a.record_kind = any (${barredKinds(actor) as string[]}) and evidence.known_record(a.record_kind, a.record_id)) as known
    from evidence.files f where f.commune = ${tx.commune} and f.hash = ${hash}`)
  if (!found || (found.hung > 0 && found.known === 0)) return undefined
  const { hung: _hung, known: _known, ...file } = found
  return file
}
