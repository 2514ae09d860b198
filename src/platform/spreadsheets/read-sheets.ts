import { resolve } from 'node:path'
import { type ProcessLimits, readInProcess, workInProcess } from './reader-process.ts'
import { openSheet, type Workbook } from './sheet.ts'

/** What a file may be before it is refused. 300,000 records plus titles and repeated page headers fit. */
export const readLimits: ProcessLimits = {
  bytes: 80_000_000, unzippedBytes: 700_000_000, ratio: 250, rows: 320_000, cells: 12_000_000, seconds: 60, memoryMegabytes: 768,
}
export type ReadOptions = Partial<ProcessLimits> & { readonly signal?: AbortSignal }

/**
 * Reads a spreadsheet of any kind (.xlsx, .xls, SpreadsheetML, .ods, HTML named .xls, .csv, .txt), told by its content,
 * in a separate process with bounded memory, time and size. Rows and columns count from 0.
 * @throws Problem `spreadsheets/damaged`, `protected`, `too-large`, `zip-bomb`, `timeout`, `not-a-spreadsheet`, `empty`, `missing`.
 */
export const readSheets = async (file: { readonly path: string }, options: ReadOptions = {}): Promise<Workbook> => {
  const { signal, ...limits } = options
  const packed = await readInProcess(resolve(file.path), { ...readLimits, ...limits }, signal)
  return { ...packed, sheets: packed.sheets.map(openSheet) }
}

/**
 * Reads a spreadsheet and works on it in the same separate process: `run(workbook, input)` of a built module (see `workerModule`), pure,
 * without database nor environment. Input and answer are structured clones. Problems are those of `readSheets`; a defect of the work is an Error.
 */
export const workOnSheets = async <Answer>(file: { readonly path: string }, work: { readonly module: string; readonly input: unknown }, options: ReadOptions = {}): Promise<Answer> => {
  const { signal, ...limits } = options
  return (await workInProcess(resolve(file.path), { ...readLimits, ...limits }, { ...work, on: 'cells' }, signal)) as Answer
}

/**
 * Reads a file that is not a spreadsheet in the same separate process: `read(path, limits, input)` of a built module (see `workerModule`). It may throw
 * `Unreadable`, told here as the same problems of `readSheets`; time and memory are bounded in the same way.
 */
export const workOnFile = async <Answer>(file: { readonly path: string }, work: { readonly module: string; readonly input: unknown }, options: ReadOptions = {}): Promise<Answer> => {
  const { signal, ...limits } = options
  return (await workInProcess(resolve(file.path), { ...readLimits, ...limits }, { ...work, on: 'file' }, signal)) as Answer
}
