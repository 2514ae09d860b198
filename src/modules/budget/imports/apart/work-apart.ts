import { fileURLToPath } from 'node:url'
import { type JobContext, notFound } from '#platform/actions'
import { workerModule, workOnSheets } from '#platform/spreadsheets'
import type { ImportChoices } from '../import-contract.ts'
import type { Known } from '../open-workbook.ts'
import type { BalanceTask, BalanceTold, LoadTold, PreviewTold } from './balance-task.ts'
import { packCube } from './packed-cube.ts'

/** Rows in one short transaction: between two of them others work, and the load can be cancelled. */
export const CHUNK = 2000
const moduleOf = () => workerModule('balance-worker', () => fileURLToPath(new URL('./balance-worker.ts', import.meta.url)))

const ask = async (answer: BalanceTask['answer'], job: JobContext, facts: Known, choices: ImportChoices, chunk: number): Promise<NonNullable<BalanceTold>> => {
  const { load, cube, before, local, recipes } = facts
  const input: BalanceTask = { answer, choices, year: load.year, month: load.month, fileHash: load.file_hash, cube: packCube(cube), before: before && packCube(before), local, recipes, chunk }
  const told = await workOnSheets<BalanceTold>({ path: job.files.pathOf(load.file_hash) }, { module: await moduleOf(), input }, { release: answer === 'load' })
  if (!told) throw notFound({ what: 'la hoja elegida' })
  return told
}
/** Reads and compares in the reading process: what a person sees before deciding. */
export const previewApart = async (job: JobContext, facts: Known, choices: ImportChoices): Promise<PreviewTold> => (await ask('preview', job, facts, choices, CHUNK)) as PreviewTold
/** Reads, compares and plans in the reading process: the arrays to write, and what is told of them. */
export const planApart = async (job: JobContext, facts: Known, choices: ImportChoices, chunk = CHUNK): Promise<LoadTold> => (await ask('load', job, facts, choices, chunk)) as LoadTold
