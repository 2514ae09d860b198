import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { type ImportState, LOAD_PLAN_JOB, type ReadPlan } from './plan-import-contract.ts'
import type { PlanRecipe } from './preview-plan.ts'

export type PlanImportRow = {
  id: string; file_hash: string; file_name: string; choices: Record<string, unknown>; state: ImportState; plan_id: string | null; counts: Record<string, number>; rejected_hash: string | null
  entry_id: string | null; account_id: string; started_at: string; version: number; plan_name: string | null; plan_draft: boolean | null; plan_version: number | null
}
const COLUMNS = sql`i.id, i.file_hash, i.file_name, i.choices, i.state, i.plan_id, i.counts, i.rejected_hash, i.entry_id, i.account_id, i.started_at, i.version, p.name as plan_name, p.draft as plan_draft, p.version as plan_version`
const FROM = sql`plan.imports i left join plan.plans p on p.commune = i.commune and p.id = i.plan_id`

/** Loads of plans from documents, and the recipes that read them. */
export const planImportStore = (tx: Tx) => ({
  get: (id: string) => tx.one<PlanImportRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} and i.id = ${id}`),
  hold: (id: string) => tx.one<PlanImportRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} and i.id = ${id} for update of i`),
  reading: async (id: string): Promise<ReadPlan> => (await tx.one<{ reading: ReadPlan }>(sql`select reading from plan.imports where commune = ${tx.commune} and id = ${id}`))?.reading ?? { format: 'Word', blocks: [] },
  list: () => tx.all<PlanImportRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} order by i.started_at desc limit 200`),
  add: (row: { id: string; fileHash: string; fileName: string; reading: ReadPlan; accountId: string; at: string }) => tx.run(sql`
    insert into plan.imports (commune, id, file_hash, file_name, reading, state, account_id, started_at) values (${tx.commune}, ${row.id}, ${row.fileHash}, ${row.fileName}, ${JSON.stringify(row.reading)}::jsonb, 'reading', ${row.accountId}, ${row.at})`),
  keep: (id: string, choices: object) => tx.run(sql`update plan.imports set choices = ${JSON.stringify(choices)}::jsonb where commune = ${tx.commune} and id = ${id} and state = 'reading'`),
  settle: (row: { id: string; planId: string; counts: object; rejectedHash: string | null; entryId: string }) => tx.run(sql`
    update plan.imports set state = 'loaded', plan_id = ${row.planId}, counts = ${JSON.stringify(row.counts)}::jsonb, rejected_hash = ${row.rejectedHash}, entry_id = ${row.entryId}, version = version + 1 where commune = ${tx.commune} and id = ${row.id}`),
  /** The job that is loading it, if one waits or runs. */
  loading: async (id: string): Promise<string | undefined> => (await tx.one<{ id: string }>(sql`select id from platform.jobs where commune = ${tx.commune} and kind = ${LOAD_PLAN_JOB} and state in ('waiting', 'running') and input ->> 'id' = ${id} limit 1`))?.id,
  noteRejected: (id: string, hash: string) => tx.run(sql`update plan.imports set rejected_hash = ${hash} where commune = ${tx.commune} and id = ${id}`),
  undo: (row: { id: string; planId: string; entryId: string }) => tx.run(sql`
    with undone as (update plan.imports set state = 'undone', undone_entry = ${row.entryId}, version = version + 1 where commune = ${tx.commune} and id = ${row.id}),
      plans as (update plan.plans set undone_entry = ${row.entryId} where commune = ${tx.commune} and id = ${row.planId})
    update plan.indicators i set undone_entry = ${row.entryId} from plan.nodes n where n.commune = i.commune and n.id = i.node_id and i.commune = ${tx.commune} and n.plan_id = ${row.planId}`),
  takenCodes: async (): Promise<ReadonlySet<string>> => new Set((await tx.all<{ code: string }>(sql`select code from plan.indicators where commune = ${tx.commune} and undone_entry is null`)).map(({ code }) => code)),
  recipes: () => tx.all<{ name: string; recipe: PlanRecipe; used_on: Day | null }>(sql`select name, recipe, used_on from plan.recipes where commune = ${tx.commune} order by used_on desc nulls last, name`),
  saveRecipe: (row: { id: string; recipe: PlanRecipe; on: Day; entryId: string }) => tx.run(sql`
    insert into plan.recipes (commune, id, name, recipe, used_on, entry_id) values (${tx.commune}, ${row.id}, ${row.recipe.name}, ${JSON.stringify(row.recipe)}::jsonb, ${row.on}, ${row.entryId})
    on conflict (commune, name) do update set recipe = excluded.recipe, used_on = excluded.used_on, entry_id = excluded.entry_id, version = plan.recipes.version + 1`),
})
