import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { ledgerStore } from '#evidence'
import { z } from 'zod'
import { eraseStagedPlan } from './erase-staged.ts'
import { loadPlanImport } from './load-plan-import.ts'
import { LOAD_PLAN_JOB, LoadPlanImportInput } from './plan-import-contract.ts'
import { demandLoadable, preparePlan, settlePlanImport } from './post-plan-import.ts'
import { treeSteps } from './tree-steps.ts'

const Order = LoadPlanImportInput.extend({ entryId: z.uuid() })
const isPosted = (job: JobContext, entryId: string): Promise<boolean> => job.read(async ({ tx }) => (await ledgerStore(tx).byId(entryId)) !== undefined)

/** Loads a large plan: reads what was decided, stages the tree in short transactions under the entry of the load, and posts it in one. */
export const loadPlanJob: JobDefinition = {
  kind: LOAD_PLAN_JOB, title: 'Cargar un plan',
  run: async (job) => {
    const { id, planId, entryId } = Order.parse(job.input)
    // An attempt before this one may have ended with its last breath.
    if (await isPosted(job, entryId)) return { id, planId }
    await eraseStagedPlan(job, entryId)
    await job.progress(0.02, 'Rehaciendo el árbol')
    const prepared = await preparePlan(id, job)
    demandLoadable(prepared)
    const today = await job.read((context) => Promise.resolve(context.today))
    const { staged, posted } = treeSteps(prepared.preview, { planId, entryId, fileName: prepared.fileName, today })
    const total = staged.reduce((sum, { rows }) => sum + rows, 0)
    let done = 0
    for (const step of staged) {
      await job.database.stage(scopeOf(job.actor), (tx) => step.run(tx))
      done += step.rows
      await job.progress(0.05 + (0.85 * done) / total, `Preparando el plan: ${done} de ${total} filas`)
    }
    await job.progress(0.95, 'Asentando')
    return job.act({ ...loadPlanImport, prepare: undefined, run: (input: z.output<typeof LoadPlanImportInput>, context: Parameters<typeof loadPlanImport.run>[1]) => settlePlanImport(context, input, prepared, posted) }, { id, planId }, { entryId })
  },
  clean: async (job) => {
    const { entryId } = Order.parse(job.input)
    if (!(await isPosted(job, entryId))) await eraseStagedPlan(job, entryId)
  },
}
