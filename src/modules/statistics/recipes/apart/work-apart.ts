import { fileURLToPath } from 'node:url'
import { type ReadOptions, workerModule, workOnSheets } from '#platform/spreadsheets'
import type { LookTold, RecipeTask, RecipeTold, RunTold } from './recipe-task.ts'

const module = (): Promise<string> => workerModule('recipe-worker', () => fileURLToPath(new URL('./recipe-worker.ts', import.meta.url)))
const work = async (path: string, task: RecipeTask, options: ReadOptions): Promise<RecipeTold | undefined> => workOnSheets<RecipeTold | undefined>({ path }, { module: await module(), input: task }, options)

/** Looks at a file nobody has read yet: its sheets, a picture of one and the recipe it seems to need. Undefined when it has no sheets. */
export const lookAtFile = async (path: string, task: Omit<Extract<RecipeTask, { answer: 'look' }>, 'answer'>, options: ReadOptions = {}): Promise<LookTold | undefined> => {
  const told = await work(path, { ...task, answer: 'look' }, options)
  return told?.is === 'look' ? told : undefined
}
/**
 * Runs a recipe over a file in the reading process, within the limits of every spreadsheet.
 * @throws Problem `spreadsheets/…` when the file cannot be read at all.
 */
export const runOnFile = async (path: string, task: Omit<Extract<RecipeTask, { answer: 'run' }>, 'answer'>, options: ReadOptions = {}): Promise<RunTold> => {
  const told = await work(path, { ...task, answer: 'run' }, options)
  if (told?.is !== 'run') throw new Error('El proceso de lectura respondió otra cosa')
  return told
}
