/** The reading process: one request at a time, no database, memory bounded by its parent, nothing kept between files. */
import { pathToFileURL } from 'node:url'
import { readFileAsWorkbook, type ReadLimits } from './read-file.ts'
import { openSheet, type PackedWorkbook, type Workbook } from './sheet.ts'
import type { Unreadable, UnreadableCode, UnreadableFacts } from './unreadable.ts'

/**
 * `work` names a built module. On the cells, its `run(workbook, input)` is done here, so that they never cross to the server;
 * on the file, its `read(path, limits, input)` reads what is not a spreadsheet, in the same bounded process.
 */
export type ReadRequest = { readonly path: string; readonly limits: ReadLimits; readonly work?: { readonly module: string; readonly input: unknown; readonly on: 'cells' | 'file' } }
export type ReadAnswer =
  | { readonly ok: true; readonly workbook: PackedWorkbook }
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: UnreadableCode; readonly facts: UnreadableFacts }
  /** A defect of the work, not of the file. */
  | { readonly ok: false; readonly defect: string }
type Work = NonNullable<ReadRequest['work']>
type WorkModule = { readonly run: (workbook: Workbook, input: unknown) => unknown; readonly read: (path: string, limits: ReadLimits, input: unknown) => unknown }

// A module built apart brings its own copy of the class.
const isUnreadable = (error: unknown): error is Unreadable => error instanceof Error && error.name === 'Unreadable' && 'code' in error
const bounded = async (work: (module: WorkModule) => unknown, { module }: Work): Promise<ReadAnswer> => {
  try {
    return { ok: true, value: await work((await import(pathToFileURL(module).href)) as WorkModule) }
  } catch (error) {
    if (isUnreadable(error)) throw error
    return { ok: false, defect: error instanceof Error ? `${error.name}: ${error.message.slice(0, 500)}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}` : 'defecto sin nombre' }
  }
}
const answer = async ({ path, limits, work }: ReadRequest): Promise<ReadAnswer> => {
  try {
    if (work?.on === 'file') return await bounded(({ read }) => read(path, limits, work.input), work)
    const workbook: PackedWorkbook = await readFileAsWorkbook(path, limits)
    return work ? await bounded(({ run }) => run({ ...workbook, sheets: workbook.sheets.map(openSheet) }, work.input), work) : { ok: true, workbook }
  } catch (error) {
    if (isUnreadable(error)) return { ok: false, code: error.code === 'odd' ? 'damaged' : error.code, facts: error.facts }
    return { ok: false, code: 'damaged', facts: {} }
  }
}

process.on('message', (request: ReadRequest) => {
  void answer(request).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
