import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore, unitStore } from '#registry'
import { z } from 'zod'
import { planFacts } from './plan-facts.ts'
import { importStateTitle, type PlanImportAnswer, PlanImportChoices, type PlanImportList, type PlanImportSummary } from './plan-import-contract.ts'
import { type PlanImportRow, planImportStore } from './plan-import.store.ts'
import { previewPlan } from './preview-plan.ts'

const summaries = async (rows: readonly PlanImportRow[], context: ReadContext): Promise<PlanImportSummary[]> => {
  const names = await personStore(context.tx).namesOfAccounts(rows.map(({ account_id: account }) => account))
  return rows.map((row) => ({ id: row.id, state: row.state, stateTitle: importStateTitle[row.state], fileName: row.file_name, fileHash: row.file_hash, counts: row.counts, startedBy: names.get(row.account_id) ?? 'Secplan', startedAt: row.started_at, version: row.version, rejectedHash: row.rejected_hash, planId: row.plan_id, planName: row.plan_name ?? '', draft: row.plan_draft ?? false, planVersion: row.plan_version ?? 1 }))
}
/** Loads of plans, the newest first, and the recipes remembered. */
export const listPlanImports = defineQuery({
  name: 'plan.list-imports', title: 'Cargas de planes', input: z.object({}), allowed: can('plan.import'),
  run: async (_, context): Promise<PlanImportList> => ({ imports: await summaries(await planImportStore(context.tx).list(), context), recipes: (await planImportStore(context.tx).recipes()).map(({ name, used_on: usedOn }) => ({ name, usedOn })) }),
})
/** A load: while it is reviewed, the tree of the document and what was not understood; once loaded, what it made. */
export const showPlanImport = defineQuery({
  name: 'plan.show-import', title: 'Carga de un plan', input: z.object({ id: z.uuid() }), allowed: can('plan.import'),
  run: async ({ id }, context) => {
    const store = planImportStore(context.tx)
    const row = await store.get(id)
    const [record] = row ? await summaries([row], context) : []
    if (!row || !record) throw notFound({ what: 'la carga' })
    const [reading, facts] = row.state === 'reading' ? [await store.reading(id), await planFacts(context, row.file_name)] : []
    return { record, choices: PlanImportChoices.parse(row.choices), job: (await store.loading(id)) ?? null, reading, facts, units: (await unitStore(context.tx).list()).map(({ id: unit, name }) => ({ id: unit, name })) }
  },
  // The tree of a long document takes its time: nobody waits for the database meanwhile.
  finish: ({ reading, facts, ...known }): PlanImportAnswer => ({ ...known, preview: reading && facts ? previewPlan(reading, known.choices, facts) : null }),
})
