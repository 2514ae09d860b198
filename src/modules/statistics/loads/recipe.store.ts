import { sql, type Tx } from '#platform/database'
import type { Recipe } from '../recipes/index.ts'

export type SavedRecipe = { key: string; number: number; title: string; recipe: Recipe }

/** Recipes of the municipality: each saving is another version. */
export const recipeStore = (tx: Tx) => ({
  /** The newest version of each. */
  newest: () => tx.all<SavedRecipe>(sql`select distinct on (r.key) r.key, r.number, r.title, r.recipe from statistics.recipes r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id where r.commune = ${tx.commune} order by r.key, r.number desc`),
  add: (row: SavedRecipe, entryId: string) => tx.run(sql`insert into statistics.recipes (commune, key, number, title, recipe, entry_id) values (${tx.commune}, ${row.key}, ${row.number}, ${row.title}, ${JSON.stringify(row.recipe)}::jsonb, ${entryId})`),
})
