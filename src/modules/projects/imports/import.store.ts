import { sql, type Tx } from '#platform/database'
import type { Day } from '#kernel'
import { type FieldChange, type ImportState, LOAD_LIST_JOB, type ReadSheet } from './import-contract.ts'
import type { ListRecipe } from './preview-list.ts'

/** What a project was before a load touched it, and its version after. */
export type LoadedProject = { readonly id: string; readonly name: string; readonly what: 'new' | 'changed'; readonly version: number; readonly changes: readonly FieldChange[]; readonly before?: Readonly<Record<string, unknown>> }
export type ImportRow = {
  id: string; file_hash: string; file_name: string; choices: Record<string, unknown>; state: ImportState; sheet: string; recipe: string; counts: Record<string, number>
  rejected_hash: string | null; entry_id: string | null; account_id: string; started_at: string; version: number
}
const COLUMNS = sql`i.id, i.file_hash, i.file_name, i.choices, i.state, i.sheet, i.recipe, i.counts, i.rejected_hash, i.entry_id, i.account_id, i.started_at, i.version`

/** Loads of lists of projects and the recipes that read them. */
export const importStore = (tx: Tx) => ({
  get: (id: string) => tx.one<ImportRow>(sql`select ${COLUMNS} from projects.imports i where i.commune = ${tx.commune} and i.id = ${id}`),
  hold: (id: string) => tx.one<ImportRow>(sql`select ${COLUMNS} from projects.imports i where i.commune = ${tx.commune} and i.id = ${id} for update`),
  reading: async (id: string): Promise<readonly ReadSheet[]> => (await tx.one<{ reading: ReadSheet[] }>(sql`select reading from projects.imports where commune = ${tx.commune} and id = ${id}`))?.reading ?? [],
  loaded: async (id: string): Promise<readonly LoadedProject[]> => (await tx.one<{ loaded: LoadedProject[] }>(sql`select loaded from projects.imports where commune = ${tx.commune} and id = ${id}`))?.loaded ?? [],
  list: () => tx.all<ImportRow>(sql`select ${COLUMNS} from projects.imports i where i.commune = ${tx.commune} order by i.started_at desc limit 200`),
  add: (row: { id: string; fileHash: string; fileName: string; reading: readonly ReadSheet[]; accountId: string; at: string }) => tx.run(sql`
    insert into projects.imports (commune, id, file_hash, file_name, reading, state, account_id, started_at) values (${tx.commune}, ${row.id}, ${row.fileHash}, ${row.fileName}, ${JSON.stringify(row.reading)}::jsonb, 'reading', ${row.accountId}, ${row.at})`),
  keep: (id: string, choices: object) => tx.run(sql`update projects.imports set choices = ${JSON.stringify(choices)}::jsonb where commune = ${tx.commune} and id = ${id} and state = 'reading'`),
  settle: (row: { id: string; sheet: string; recipe: string; counts: object; loaded: readonly LoadedProject[]; rejectedHash: string | null; entryId: string }) => tx.run(sql`
    update projects.imports set state = 'loaded', sheet = ${row.sheet}, recipe = ${row.recipe}, counts = ${JSON.stringify(row.counts)}::jsonb, loaded = ${JSON.stringify(row.loaded)}::jsonb, rejected_hash = ${row.rejectedHash}, entry_id = ${row.entryId}, version = version + 1
    where commune = ${tx.commune} and id = ${row.id}`),
  /** The job that is loading it, if one waits or runs. */
  loading: async (id: string): Promise<string | undefined> => (await tx.one<{ id: string }>(sql`select id from platform.jobs where commune = ${tx.commune} and kind = ${LOAD_LIST_JOB} and state in ('waiting', 'running') and input ->> 'id' = ${id} limit 1`))?.id,
  noteRejected: (id: string, hash: string) => tx.run(sql`update projects.imports set rejected_hash = ${hash} where commune = ${tx.commune} and id = ${id}`),
  undo: (id: string, entryId: string) => tx.run(sql`update projects.imports set state = 'undone', undone_entry = ${entryId}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  recipes: async () => tx.all<{ name: string; recipe: ListRecipe; used_on: Day | null }>(sql`select name, recipe, used_on from projects.recipes where commune = ${tx.commune} order by used_on desc nulls last, name`),
  saveRecipe: (row: { id: string; recipe: ListRecipe; on: Day; entryId: string }) => tx.run(sql`
    insert into projects.recipes (commune, id, name, recipe, used_on, entry_id) values (${tx.commune}, ${row.id}, ${row.recipe.name}, ${JSON.stringify(row.recipe)}::jsonb, ${row.on}, ${row.entryId})
    on conflict (commune, name) do update set recipe = excluded.recipe, used_on = excluded.used_on, entry_id = excluded.entry_id, version = projects.recipes.version + 1`),
})
