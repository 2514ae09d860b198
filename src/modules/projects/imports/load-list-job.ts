import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { ledgerStore } from '#evidence'
import { z } from 'zod'
import { LOAD_LIST_JOB, LoadProjectImportInput } from './import-contract.ts'
import { loadProjectImport } from './load-project-import.ts'
import { demandListLoadable, prepareList, settleList } from './settle-list.ts'
import { projectSteps } from './write-projects.ts'

const Order = LoadProjectImportInput.extend({ entryId: z.uuid() })
const MOST = 500
const isPosted = (job: JobContext, entryId: string): Promise<boolean> => job.read(async ({ tx }) => (await ledgerStore(tx).byId(entryId)) !== undefined)

/** Erases in short steps what a load staged and never posted: facts first, then the projects they hang from. Posted facts refuse to go. */
const eraseStaged = async (job: JobContext, entryId: string): Promise<void> => {
  for (const name of ['projects.fundings', 'projects.costs', 'projects.stage_changes', 'projects.projects']) {
    const table = sql.table(name)
    while ((await job.database.write(scopeOf(job.actor), (tx) => tx.run(sql`delete from ${table} t where t.ctid in (select t.ctid from ${table} t where t.commune = ${tx.commune} and t.entry_id = ${entryId}
      and not exists (select from evidence.posted p where p.commune = t.commune and p.entry_id = t.entry_id) limit ${MOST})`))) > 0);
  }
}
/** Loads a large list of projects: stages the new ones in short transactions under the entry of the load, and posts it with the changes in one. */
export const loadListJob: JobDefinition = {
  kind: LOAD_LIST_JOB, title: 'Cargar una lista de proyectos',
  run: async (job) => {
    const { id, watermark, entryId } = Order.parse(job.input)
    // An attempt before this one may have ended with its last breath.
    if (await isPosted(job, entryId)) return { id }
    await eraseStaged(job, entryId)
    await job.progress(0.02, 'Revisando la lista contra la cartera')
    const prepared = await prepareList(id, job)
    demandListLoadable(prepared)
    const today = await job.read((context) => Promise.resolve(context.today))
    const { staged, posted, loaded } = projectSteps(prepared.fresh, { entryId, today, accountId: job.actor.accountId, fileName: prepared.fileName })
    let done = 0
    for (const step of staged) {
      await job.database.stage(scopeOf(job.actor), (tx) => step.run(tx))
      done += step.rows
      await job.progress(0.05 + (0.85 * done) / prepared.fresh.length, `Preparando proyectos: ${done} de ${prepared.fresh.length}`)
    }
    await job.progress(0.95, 'Asentando')
    return job.act({ ...loadProjectImport, prepare: undefined, run: (input: z.output<typeof LoadProjectImportInput>, context: Parameters<typeof loadProjectImport.run>[1]) => settleList(context, input, prepared, { steps: posted, loaded }) }, { id, watermark }, { entryId })
  },
  clean: async (job) => {
    const { entryId } = Order.parse(job.input)
    if (!(await isPosted(job, entryId))) await eraseStaged(job, entryId)
  },
}
