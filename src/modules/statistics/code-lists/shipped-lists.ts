import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, isDay } from '#kernel'
import { packageRoot } from '#platform/files'
import { readCsv } from '#platform/law'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CodeEntry, CodeList } from './code-list.ts'

const FOLDER = 'assets/statistics/code-lists'
const ListsShape = z.array(z.object({ key: z.string(), title: z.string(), description: z.string(), source: z.string() }))

const words = (text: string | undefined): readonly string[] => (text ?? '').split('|').filter((word) => word !== '')
const limit = (text: string | undefined): Day | null => (text && isDay(text) ? text : null)
const entry = (row: Record<string, string>): CodeEntry => ({
  code: row['code'] ?? '', label: row['label'] ?? '', level: row['level'] ?? '', parent: row['parent'] ?? '', validFrom: limit(row['valid_from']), validUntil: limit(row['valid_until']),
  replacedBy: words(row['replaced_by']), aliases: words(row['aliases']), note: row['note'] ?? '',
})
const read = (): readonly CodeList[] => {
  const folder = join(packageRoot(), FOLDER)
  return ListsShape.parse(parse(readFileSync(join(folder, 'lists.yaml'), 'utf8'))).map((list) => {
    const file = join(folder, `${list.key}.csv`)
    if (!existsSync(file)) throw new Error(`Falta ${FOLDER}/${list.key}.csv`)
    return { ...list, national: true, codes: readCsv(readFileSync(file, 'utf8'), file).map(entry) }
  })
}

let known: readonly CodeList[] | undefined
/** The lists that come with the program, with their source. Read once. */
export const shippedLists = (): readonly CodeList[] => (known ??= read())
export const shippedList = (key: string): CodeList => {
  const found = shippedLists().find((list) => list.key === key)
  if (!found) throw new Error(`No viene la lista ${key}`)
  return found
}
