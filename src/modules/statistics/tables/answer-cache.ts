import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FinishedTable, packTable, unpackTable } from './packed-table.ts'

export type AnswerCache = { readonly get: (key: string) => Promise<FinishedTable | undefined>; readonly put: (key: string, table: FinishedTable) => Promise<void> }
export type CacheLimits = { readonly memoryBytes: number; readonly diskBytes: number }
const LIMITS: CacheLimits = { memoryBytes: 48e6, diskBytes: 256e6 }

const bytesOf = ({ values, marks, cellNotes, variables }: FinishedTable): number => values.byteLength + marks.byteLength + cellNotes.size * 200 + variables.reduce((all, { codes }) => all + codes.length * 120, 0)

/** Finished tables, by what they are made of: the recent ones in memory, more in a folder. Both bounded; the folder may be emptied at any time. */
export const answerCache = (folder: string, { memoryBytes, diskBytes }: CacheLimits = LIMITS): AnswerCache => {
  const recent = new Map<string, { table: FinishedTable; bytes: number }>()
  let held = 0
  let written = 0
  const keep = (key: string, table: FinishedTable): void => {
    const bytes = bytesOf(table)
    const old = recent.get(key)
    if (old) { recent.delete(key); held -= old.bytes }
    if (bytes > memoryBytes / 2) return
    recent.set(key, { table, bytes })
    held += bytes
    for (const [oldest, { bytes: freed }] of recent) {
      if (held <= memoryBytes) break
      recent.delete(oldest)
      held -= freed
    }
  }
  /** The oldest files go, a tenth below the limit, so that it is not done at every table. */
  const sweep = async (): Promise<void> => {
    const files = (await Promise.all((await readdir(folder)).map(async (name) => ({ name, facts: await stat(join(folder, name)).catch(() => undefined) })))).flatMap(({ name, facts }) => (facts ? [{ name, size: facts.size, at: facts.mtimeMs }] : []))
    let total = files.reduce((all, { size }) => all + size, 0)
    for (const { name, size } of files.sort((a, b) => a.at - b.at)) {
      if (total <= diskBytes * 0.9) break
      await rm(join(folder, name), { force: true })
      total -= size
    }
    written = 0
  }
  return {
    get: async (key) => {
      const known = recent.get(key)
      if (known) { recent.delete(key); recent.set(key, known); return known.table }
      const bytes = await readFile(join(folder, key)).catch(() => undefined)
      const table = bytes && unpackTable(bytes)
      if (!table) return undefined
      keep(key, table)
      return table
    },
    put: async (key, table) => {
      keep(key, table)
      const bytes = packTable(table)
      if (bytes.byteLength > diskBytes / 4) return
      const draft = join(folder, `${key}.${randomBytes(4).toString('hex')}`)
      // A cache that cannot be written is slower, not wrong.
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(draft, bytes)
        await rename(draft, join(folder, key))
        written += bytes.byteLength
        if (written > diskBytes / 10) await sweep()
      } catch {
        await rm(draft, { force: true })
      }
    },
  }
}
