import { sql, type Tx } from '#platform/database'
import type { Recipe } from '../balance-import/index.ts'

export type RecipeRow = { id: string; name: string; recipe: Recipe; used_on: string | null; version: number }

/** How each vendor's balance is read, remembered by name. */
export const recipeStore = (tx: Tx) => ({
  all: () => tx.all<RecipeRow>(sql`select id, name, recipe, used_on, version from budget.recipes where commune = ${tx.commune} order by used_on desc nulls last, name`),
  byName: (name: string) => tx.one<RecipeRow>(sql`select id, name, recipe, used_on, version from budget.recipes where commune = ${tx.commune} and name = ${name}`),
  save: (row: { id: string; name: string; recipe: Recipe; on: string; entryId: string }) => tx.run(sql`
    insert into budget.recipes (commune, id, name, recipe, used_on, entry_id) values (${tx.commune}, ${row.id}, ${row.name}, ${JSON.stringify(row.recipe)}::jsonb, ${row.on}, ${row.entryId})
    on conflict (commune, name) do update set recipe = excluded.recipe, used_on = excluded.used_on, entry_id = excluded.entry_id, version = budget.recipes.version + 1`),
})
