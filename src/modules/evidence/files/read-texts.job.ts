import type { Visibility } from '#kernel'
import type { JobContext, JobDefinition } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import { extractText } from '#platform/extraction'
import { lineWords } from '../search/line-words.ts'
import { yearIn } from '../search/words.ts'
import { fileTexts, type WaitingFile } from './file-text.store.ts'

export const READ_TEXTS = { kind: 'evidence.read-texts', title: 'Leer el texto de los archivos', everyCommune: true } as const
/** Passages or lines in one statement; files looked at in one go. */
const CHUNK = 100
const LINES = 500
/** The text of a file keeps the label of the file, whoever's work it is to read it. */
const LABELS: readonly Visibility[] = ['public', 'council', 'internal', 'restricted']
const scopeOf = ({ actor: { commune, accountId } }: JobContext) => ({ commune, accountId, clearances: LABELS })

const readOne = async (job: JobContext, file: WaitingFile): Promise<void> => {
  const found = await extractText({ path: job.files.pathOf(file.hash), name: file.name })
  const at = await job.read(({ clock }) => Promise.resolve(clock.now().toISOString()))
  const write = <T>(work: (tx: Tx) => Promise<T>) => job.database.write(scopeOf(job), work)
  await write((tx) => fileTexts(tx).forgetPassages(file.hash))
  for (let from = 0; from < found.passages.length; from += CHUNK) {
    const part = found.passages.slice(from, from + CHUNK)
    await write((tx) => fileTexts(tx).addPassages(file, from + 1, part))
  }
  await write((tx) => fileTexts(tx).note(file, found, at))
}

type UnreadLine = { kind: string; record_id: string; title: string; subtitle: string }
/** Search lines written before words were kept (an older installation, a direct load) get theirs. */
const readLines = async (job: JobContext): Promise<number> => {
  let done = 0
  for (let size = LINES; size === LINES; done += size) {
    const rows = await job.database.read(scopeOf(job), (tx) => tx.all<UnreadLine>(sql`select kind, record_id, title, subtitle from evidence.search_lines where commune = ${tx.commune} and words is null limit ${LINES}`))
    size = rows.length
    if (size === 0) break
    await job.database.write(scopeOf(job), (tx) => tx.run(sql`update evidence.search_lines l set words = n.words::tsvector, year = n.year from unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ record_id: id }) => id)}::text[],
      ${rows.map(({ title, subtitle }) => lineWords(title, subtitle))}::text[], ${rows.map(({ title, subtitle }) => yearIn(`${title} ${subtitle}`) ?? null)}::int[]) as n(kind, id, words, year)
      where l.commune = ${tx.commune} and l.kind = n.kind and l.record_id = n.id and l.words is null`))
  }
  return done
}

/** Reads the text of every file that waits for it, one by one, and the words of lines without them. Repeating it does no harm. */
export const readTextsJob: JobDefinition = {
  ...READ_TEXTS,
  run: async (job) => {
    const lines = await readLines(job)
    let read = 0
    for (;;) {
      const files = await job.database.read(scopeOf(job), (tx) => fileTexts(tx).waiting(CHUNK))
      if (files.length === 0) return { read, lines }
      for (const file of files) {
        await job.progress(Math.min(0.99, read / (read + files.length)), `Leyendo «${file.name}»`)
        await readOne(job, file)
        read += 1
      }
    }
  },
}
