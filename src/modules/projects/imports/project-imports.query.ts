import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import { stages, stageTitle } from '../contract.ts'
import { importStateTitle, type ProjectImportAnswer, ProjectImportChoices, type ProjectImportList, type ProjectImportSummary } from './import-contract.ts'
import { importStore, type ImportRow } from './import.store.ts'
import { listFacts, watermarkOf } from './list-facts.ts'
import { previewList } from './preview-list.ts'

const summaries = async (rows: readonly ImportRow[], context: ReadContext): Promise<ProjectImportSummary[]> => {
  const names = await personStore(context.tx).namesOfAccounts(rows.map(({ account_id: account }) => account))
  return rows.map((row) => ({ id: row.id, state: row.state, stateTitle: importStateTitle[row.state], fileName: row.file_name, fileHash: row.file_hash, sheet: row.sheet, counts: row.counts, startedBy: names.get(row.account_id) ?? 'Secplan', startedAt: row.started_at, own: row.account_id === context.actor.accountId, version: row.version, rejectedHash: row.rejected_hash, recipe: row.recipe }))
}
/** Loads of lists of projects, the newest first, and the recipes remembered. */
export const listProjectImports = defineQuery({
  name: 'projects.list-imports', title: 'Cargas de listas de proyectos', input: z.object({}), allowed: can('projects.import'),
  run: async (_, context): Promise<ProjectImportList> => ({ imports: await summaries(await importStore(context.tx).list(), context), recipes: (await importStore(context.tx).recipes()).map(({ name, used_on: usedOn }) => ({ name, usedOn })) }),
})
/** A load: while it is reviewed, everything the list would change; once loaded, what it did. */
export const showProjectImport = defineQuery({
  name: 'projects.show-import', title: 'Carga de una lista de proyectos', input: z.object({ id: z.uuid() }), allowed: can('projects.import'),
  run: async ({ id }, context) => {
    const store = importStore(context.tx)
    const row = await store.get(id)
    const [record] = row ? await summaries([row], context) : []
    if (!row || !record) throw notFound({ what: 'la carga' })
    const reading = row.state === 'reading' ? await store.reading(id) : null
    return { record, choices: ProjectImportChoices.parse(row.choices), reading, facts: await listFacts(context), job: (await store.loading(id)) ?? null, loaded: (await store.loaded(id)).map(({ id: project, name, what, changes }) => ({ id: project, name, what, changes })) }
  },
  // Comparing a long list takes its time: nobody waits for the database meanwhile.
  finish: ({ reading, facts, ...known }): ProjectImportAnswer => ({
    ...known, preview: reading ? previewList(reading, known.choices, facts) : null, watermark: watermarkOf(facts.portfolio),
    lists: { stages: stages.map((stage) => ({ value: stage, title: stageTitle[stage] })), sources: facts.sources, units: facts.units.map(({ id: unit, name }) => ({ id: unit, name })) },
  }),
})
