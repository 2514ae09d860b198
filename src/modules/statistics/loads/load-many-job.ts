import { counted, type Day, Problem } from '#kernel'
import { cancelled, type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { runLost } from '#platform/jobs'
import { fileRows } from '#evidence'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayField, reasonField } from '../contract.ts'
import { versionStore } from '../datasets/version.store.ts'
import { conceptStore } from '../official/concept.store.ts'
import { addSource } from '../official/save-concept.ts'
import { confirmLoad } from './load-actions.ts'
import { previewLoadJob } from './load-jobs.ts'
import { loadStore } from './load.store.ts'

const Input = z.object({
  loads: z.array(z.object({ datasetId: z.uuid(), fileHash: z.string(), recipe: z.string(), effectiveOn: dayField, nextExpectedOn: dayField.nullable() })).max(200), reason: reasonField,
  /** Cells to read once their data are there. */
  sources: z.array(z.object({ id: z.uuid(), conceptId: z.uuid(), datasetId: z.uuid(), title: z.string(), measure: z.string(), codes: z.record(z.string(), z.string()) })).default([]),
})
type One = z.output<typeof Input>['loads'][number]

/** Did an earlier run of the job, cut short, already load this file? */
const alreadyLoaded = (job: JobContext, { datasetId, fileHash }: One): Promise<boolean> =>
  job.read(async ({ tx, today }) => (await versionStore(tx).latest(datasetId, { knownSeq: Number.MAX_SAFE_INTEGER, on: today }))?.file_hash === fileHash)

/** A run that lost its turn or was cancelled ends; any other problem is of one file. */
const ofOneFile = (error: unknown): error is Problem => error instanceof Problem && error.id !== runLost.definition.id && error.id !== cancelled.definition.id

/** One file through the same steps as in the assistant. Answers why it was left, in words. */
const loadOne = async (job: JobContext, one: One, reason: string, within: (share: number) => Promise<void>): Promise<string | undefined> => {
  const id = randomUUID()
  const at = await job.read(async ({ clock }) => clock.now().toISOString())
  const name = await job.read(async ({ tx }) => (await fileRows(tx).get(one.fileHash))?.name ?? one.recipe)
  await job.database.write(scopeOf(job.actor), (tx) => loadStore(tx).add({ id, datasetId: one.datasetId, fileHash: one.fileHash, fileName: name, accountId: job.actor.accountId, at, entryId: randomUUID() }))
  await previewLoadJob.run({ ...job, input: { id, recipe: one.recipe }, progress: (share) => within(share) })
  const load = await job.read(({ tx }) => loadStore(tx).get(id))
  if (!load || load.state !== 'ready' || !load.preview) return `«${name}»: ${load?.preview?.findings.find(({ severity }) => severity === 'stops')?.text ?? 'no se pudo leer'}`
  await job.act(confirmLoad, { id, version: load.version, period: (load.preview.period || 'sin período').slice(0, 60), effectiveOn: one.effectiveOn, reason, nextExpectedOn: one.nextExpectedOn })
  return undefined
}

/** Loads many files one after another, each as its own version; what fails is told and does not stop the rest. */
export const loadManyJob: JobDefinition = {
  kind: 'statistics.load-many', title: 'Cargar varios archivos de datos',
  run: async (job): Promise<{ loaded: number; left: readonly string[] }> => {
    const { loads, reason, sources } = Input.parse(job.input)
    const left: string[] = []
    for (const [index, one] of loads.entries()) {
      if (await alreadyLoaded(job, one)) continue
      const problem = await loadOne(job, one, reason, (share) => job.progress((index + share) / loads.length, `Archivo ${index + 1} de ${loads.length}`)).catch((error: unknown) => {
        if (!ofOneFile(error)) throw error
        return `«${one.recipe}»: ${error.title}. ${error.detail}`
      })
      if (problem) left.push(problem)
    }
    for (const source of sources) if (!(await job.read(({ tx }) => conceptStore(tx).source(source.id)))) await job.act(addSource, source)
    await job.progress(1, `${counted(loads.length - left.length, 'archivo cargado', 'archivos cargados')}`)
    return { loaded: loads.length - left.length, left }
  },
}
export type LoadManyInput = { readonly loads: readonly { readonly datasetId: string; readonly fileHash: string; readonly recipe: string; readonly effectiveOn: Day; readonly nextExpectedOn: Day | null }[]; readonly reason: string; readonly sources: readonly { readonly id: string; readonly conceptId: string; readonly datasetId: string; readonly title: string; readonly measure: string; readonly codes: Readonly<Record<string, string>> }[] }
