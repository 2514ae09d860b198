/** The reading process: one request at a time, no database, memory bounded by its parent, nothing kept between files. */
import { readFileAsWorkbook, type ReadLimits } from './read-file.ts'
import type { PackedWorkbook } from './sheet.ts'
import { Unreadable, type UnreadableCode, type UnreadableFacts } from './unreadable.ts'

export type ReadRequest = { readonly path: string; readonly limits: ReadLimits }
export type ReadAnswer =
  | { readonly ok: true; readonly workbook: PackedWorkbook }
  | { readonly ok: false; readonly code: UnreadableCode; readonly facts: UnreadableFacts }

const answer = async ({ path, limits }: ReadRequest): Promise<ReadAnswer> => {
  try {
    return { ok: true, workbook: await readFileAsWorkbook(path, limits) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code === 'odd' ? 'damaged' : error.code, facts: error.facts }
    return { ok: false, code: 'damaged', facts: {} }
  }
}

process.on('message', (request: ReadRequest) => {
  void answer(request).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
