import type { Visibility } from '#kernel'
import type { Extraction } from '#platform/extraction'
import { insertMany, sql, type Tx } from '#platform/database'
import { vectorOf } from '../search/words.ts'

export type TextState = 'waiting' | 'extracted' | 'no-text' | 'failed'
export type FileText = { state: TextState; format: string | null; false_extension: boolean; reason: string | null; pages: number | null; characters: number; by_ocr: boolean; read_at: string | null }
export type WaitingFile = { hash: string; name: string; visibility: Visibility }
export type PassageRow = { number: number; place: string; text: string }

/** The text of files and how its reading went. */
export const fileTexts = (tx: Tx) => ({
  /** Asks for the text of a file, once, and lets it be found by its name meanwhile. */
  want: async (file: { hash: string; name: string; visibility: Visibility }): Promise<void> => {
    await tx.run(sql`insert into evidence.file_texts (commune, file_hash, visibility) values (${tx.commune}, ${file.hash}, ${file.visibility}) on conflict do nothing`)
    await tx.run(sql`insert into evidence.file_passages (commune, file_hash, number, place, text, words, visibility)
      values (${tx.commune}, ${file.hash}, 0, '', ${file.name}, ${vectorOf([['A', file.name.replace(/[_]+/g, ' ')]])}::tsvector, ${file.visibility}) on conflict do nothing`)
  },
  /** Lets a file be found by the title of one of its attachments, by whoever may see that attachment. */
  entitle: (hash: string, attachmentId: string, title: string, visibility: Visibility) =>
    tx.run(sql`insert into evidence.file_passages (commune, file_hash, number, place, text, words, attachment_id, visibility)
      select ${tx.commune}, ${hash}, coalesce((select min(number) from evidence.file_passages where commune = ${tx.commune} and file_hash = ${hash}), 0) - 1, '', ${title}, ${vectorOf([['A', title]])}::tsvector, ${attachmentId}::uuid, ${visibility}`),
  again: (hash: string) => tx.run(sql`update evidence.file_texts set state = 'waiting', reason = null where commune = ${tx.commune} and file_hash = ${hash}`),
  of: (hash: string) => tx.one<FileText>(sql`select state, format, false_extension, reason, pages, characters, by_ocr, read_at from evidence.file_texts where commune = ${tx.commune} and file_hash = ${hash}`),
  waiting: (size: number) => tx.all<WaitingFile>(sql`
    select f.hash, f.name, f.visibility from evidence.file_texts t join evidence.files f on f.commune = t.commune and f.hash = t.file_hash
    where t.commune = ${tx.commune} and t.state = 'waiting' order by f.uploaded_at, f.hash limit ${size}`),
  note: (file: WaitingFile, { state, format, falseExtension, reason, pages, byOcr, passages }: Extraction, at: string) =>
    tx.run(sql`update evidence.file_texts set state = ${state}, format = ${format}, false_extension = ${falseExtension}, reason = ${reason ?? null}, pages = ${pages ?? null}, by_ocr = ${byOcr},
      characters = ${passages.reduce((sum, { text }) => sum + text.length, 0)}, read_at = ${at} where commune = ${tx.commune} and file_hash = ${file.hash}`),
  forgetPassages: (hash: string) => tx.run(sql`delete from evidence.file_passages where commune = ${tx.commune} and file_hash = ${hash} and number > 0`),
  addPassages: (file: WaitingFile, from: number, passages: Extraction['passages']) => {
    const same = (value: string): string[] => passages.map(() => value)
    return insertMany(tx, 'evidence.file_passages', [
      { name: 'commune', type: 'text', values: same(tx.commune) }, { name: 'file_hash', type: 'text', values: same(file.hash) }, { name: 'number', type: 'int', values: passages.map((_, index) => from + index) },
      { name: 'place', type: 'text', values: passages.map(({ place }) => place) }, { name: 'text', type: 'text', values: passages.map(({ text }) => text.replaceAll('\0', ' ')) },
      { name: 'words', type: 'tsvector', values: passages.map(({ text }) => vectorOf([['B', file.name.replace(/[_]+/g, ' ')], ['D', text]])) }, { name: 'visibility', type: 'text', values: same(file.visibility) },
    ], 'on conflict do nothing')
  },
  /** How the reading went and some of what was read, in one question. */
  sheet: async (hash: string, from: number, size: number): Promise<{ reading: FileText | null; parts: number; passages: readonly PassageRow[] }> =>
    (await tx.one<{ reading: FileText | null; parts: number; passages: PassageRow[] }>(sql`
      select (select to_jsonb(t) - 'commune' - 'file_hash' - 'visibility' from evidence.file_texts t where t.commune = ${tx.commune} and t.file_hash = ${hash}) as reading,
        (select count(*)::int from evidence.file_passages where commune = ${tx.commune} and file_hash = ${hash} and number > 0) as parts,
        (select coalesce(jsonb_agg(p), '[]') from (select number, place, text from evidence.file_passages where commune = ${tx.commune} and file_hash = ${hash} and number >= ${from} and number > 0 order by number limit ${size}) p) as passages`)) ?? { reading: null, parts: 0, passages: [] },
})
