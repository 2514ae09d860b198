import { fileURLToPath } from 'node:url'
import { Problem } from '#kernel'
import { type ReadOptions, workerModule, workOnFile } from '#platform/spreadsheets'
import type { PlanFault, PlanRead } from './apart/plan-task.ts'
import type { ReadPlan } from './plan-import-contract.ts'
import { documentBomb, documentDamaged, documentFetches, documentOld, documentProtected, documentTooLarge, documentTooSlow } from './plan-import-problems.ts'

/** What a plan may be and cost to read: hundreds of pages with their pictures fit. */
export const planLimits = { bytes: 60_000_000, unzippedBytes: 120_000_000, ratio: 250, seconds: 40, memoryMegabytes: 512 }
const moduleOf = () => workerModule('plan-worker', () => fileURLToPath(new URL('./apart/plan-worker.ts', import.meta.url)))

const problemOf = (fault: PlanFault, file: string): Problem => {
  switch (fault) {
    case 'large': return documentTooLarge({ file })
    case 'bomb': return documentBomb({ file })
    case 'protected': return documentProtected({ file })
    case 'old': return documentOld({ file })
    case 'outside': return documentFetches({ file })
    case 'cut': return documentDamaged({ file, where: 'el archivo está cortado' })
    case 'malformed': return documentDamaged({ file, where: 'su contenido no es un documento bien formado' })
  }
}
/** The reading process names files by their content: here they get back the name the person knows. */
const named = (error: unknown, file: string, seconds: number): unknown => {
  if (!(error instanceof Problem)) return error
  if (error.id === 'spreadsheets/timeout') return documentTooSlow({ file, seconds })
  if (error.id === 'spreadsheets/too-large') return documentTooLarge({ file })
  if (error.id === 'spreadsheets/zip-bomb') return documentBomb({ file })
  return error
}

/**
 * A plan as headings and tables: a .docx by its own XML, anything else as a spreadsheet, told by its bytes and never by its name.
 * It is read in the separate process of the spreadsheets, with bounded memory, time and unzipping, so that no document stops the server.
 */
export const readPlanFile = async (path: string, name: string, options: ReadOptions = {}): Promise<ReadPlan> => {
  const limits = { ...planLimits, ...options }
  const answer = await moduleOf().then((module) => workOnFile<PlanRead>({ path }, { module, input: null }, limits)).catch((error: unknown) => { throw named(error, name, limits.seconds) })
  if ('fault' in answer) throw problemOf(answer.fault, name)
  return answer.plan
}
