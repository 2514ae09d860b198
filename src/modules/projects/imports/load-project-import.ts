import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction, type EntryDraft } from '#platform/actions'
import { LOAD_LIST_JOB, LoadProjectImportInput } from './import-contract.ts'
import { importStore } from './import.store.ts'
import { prepareList, settleList } from './settle-list.ts'
import { demandReading } from './start-project-import.ts'
import { projectSteps } from './write-projects.ts'

/** From here on the new projects of a list are written by a job, in short steps between which others work, with its progress and a way to stop it. */
export const LARGE_LIST = 300

/** Loads a reviewed list, whole or not at all, in one entry. Refused when the portfolio is not the one of the review. */
export const loadProjectImport = defineAction({
  name: 'projects.load-import', title: 'Cargar una lista de proyectos', help: 'Una lista grande se carga en un trabajo que se puede detener.', input: LoadProjectImportInput, allowed: can('projects.import'),
  prepare: ({ id }, context) => prepareList(id, context),
  run: async ({ id, watermark }, context, prepared): Promise<{ result: { id: string; new: number; changed: number; job?: string }; entry: EntryDraft | null }> => {
    const { preview, fresh, fileName } = prepared
    if (preview.loadable && fresh.length > LARGE_LIST) {
      await demandReading(context, id)
      // A second order while one is loading follows the first.
      const job = (await importStore(context.tx).loading(id)) ?? (await context.enqueue({ kind: LOAD_LIST_JOB, title: `Cargar los proyectos de «${fileName}»`, input: { id, watermark, entryId: randomUUID() } })).id
      return { result: { id, new: preview.counts.new, changed: preview.counts.changed, job }, entry: null }
    }
    const { staged, posted, loaded } = projectSteps(fresh, { entryId: context.entryId, today: context.today, accountId: context.actor.accountId, fileName })
    return settleList(context, { id, watermark }, prepared, { steps: [...staged, ...posted], loaded })
  },
})
