/** The reading process: one request at a time, no database, memory bounded by its parent, nothing kept between files. */
import { pathToFileURL } from 'node:url'
import { readFileAsWorkbook, type ReadLimits } from './read-file.ts'
import { openSheet, type PackedWorkbook, type Workbook } from './sheet.ts'
import { Unreadable, type UnreadableCode, type UnreadableFacts } from './unreadable.ts'

/** `work` names a built module whose `run(workbook, input)` is done here, so that the cells never cross to the server. */
export type ReadRequest = { readonly path: string; readonly limits: ReadLimits; readonly work?: { readonly module: string; readonly input: unknown } }
export type ReadAnswer =
  | { readonly ok: true; readonly workbook: PackedWorkbook }
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: UnreadableCode; readonly facts: UnreadableFacts }
  /** A defect of the work, not of the file. */
  | { readonly ok: false; readonly defect: string }
type Work = { readonly run: (workbook: Workbook, input: unknown) => unknown }

const workOn = async (workbook: PackedWorkbook, { module, input }: NonNullable<ReadRequest['work']>): Promise<ReadAnswer> => {
  try {
    const { run } = (await import(pathToFileURL(module).href)) as Work
    return { ok: true, value: await run({ ...workbook, sheets: workbook.sheets.map(openSheet) }, input) }
  } catch (error) {
    return { ok: false, defect: error instanceof Error ? `${error.name}: ${error.message.slice(0, 500)}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}` : 'defecto sin nombre' }
  }
}
const answer = async ({ path, limits, work }: ReadRequest): Promise<ReadAnswer> => {
  try {
    const workbook = await readFileAsWorkbook(path, limits)
    return work ? await workOn(workbook, work) : { ok: true, workbook }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code === 'odd' ? 'damaged' : error.code, facts: error.facts }
    return { ok: false, code: 'damaged', facts: {} }
  }
}

process.on('message', (request: ReadRequest) => {
  void answer(request).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
