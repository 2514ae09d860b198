import { defineQuery, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { readQuestion } from '../search/question.ts'
import { barredKinds } from '../search/readers.ts'
import { marked } from '../search/snippet.ts'
import { fileTexts } from './file-text.store.ts'
import { readableFile } from './readable-file.ts'

const PARTS = 5
type Hung = { kind: string; id: string; document: string; title: string | null; href: string | null; attached_on: string; version: number }

/** A file: what it is by its bytes, how the reading of its text went, the records it hangs from, and some of its text. */
export const fileFacts = defineQuery({
  name: 'evidence.file',
  title: 'Ficha de un archivo',
  input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), part: z.coerce.number().int().min(1).max(100_000).default(1), text: z.string().max(200).default('') }),
  allowed: () => true,
  run: async ({ hash, part, text }, { tx, actor, ...context }) => {
    const file = await readableFile(tx, actor, hash)
    if (!file) throw notFound({ what: 'el archivo' })
    const known = await context.knownSeq()
    const hangs = await tx.all<Hung>(sql`
      select a.record_kind as kind, a.record_id as id, a.title as document, l.title, l.href, a.attached_on, a.version from evidence.attachments a
      join evidence.entries e on e.commune = a.commune and e.id = a.entry_id left join evidence.search_lines l on l.commune = a.commune and l.kind = a.record_kind and l.record_id = a.record_id
      where a.commune = ${tx.commune} and a.file_hash = ${hash} and not a.record_kind = any (${barredKinds(actor) as string[]}) and evidence.known_record(a.record_kind, a.record_id) and e.seq <= ${known}
        and not exists (select 1 from evidence.entries x where x.commune = e.commune and x.undoes = e.seq and x.seq <= ${known}) order by a.attached_on desc, a.id limit 50`)
    const { terms } = readQuestion(text)
    const { reading, parts, passages } = await fileTexts(tx).sheet(hash, part, PARTS)
    return { ...file, reading, hangs, parts, passages: passages.map((row) => ({ number: row.number, place: row.place, pieces: marked(row.text, terms) })), shown: PARTS }
  },
})
