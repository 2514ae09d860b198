import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { fileRows } from '#evidence'
import { sql } from '#platform/database'
import { personStore } from '#registry'
import { z } from 'zod'
import type { ImportList, ImportRecord, ImportSummary } from '../answers.ts'
import { Year } from '../contract.ts'
import { type ImportRow, importStates, importStore } from '../imports/import.store.ts'
import { recipeStore } from '../imports/recipe.store.ts'

const summaryOf = (row: ImportRow, names: ReadonlyMap<string, string>): ImportSummary => ({
  id: row.id, year: row.year, month: row.month, kind: row.kind, fileHash: row.file_hash, fileName: row.file_name, sheet: row.sheet, recipe: row.recipe, state: row.state, stateTitle: importStates[row.state],
  counts: row.counts, startedAt: row.started_at, startedBy: names.get(row.account_id) ?? '', version: row.version, entryId: row.entry_id,
})
const named = (context: ReadContext, rows: readonly ImportRow[]) => personStore(context.tx).namesOfAccounts(rows.map(({ account_id: id }) => id))

/** Loads of balances, newest first, with those still under way of who asks; and the recipes remembered. */
export const listImports = defineQuery({
  name: 'budget.list-imports', title: 'Cargas de balances', input: z.object({ year: Year.optional() }), allowed: can('budget.read'),
  run: async ({ year }, context): Promise<ImportList> => {
    const mine = await context.tx.all<{ id: string }>(sql`select id from budget.imports where commune = ${context.tx.commune} and state in ('reading', 'cancelled') and account_id = ${context.actor.accountId} order by started_at desc limit 10`)
    const store = importStore(context.tx)
    const rows = [...(await store.byIds(mine.map(({ id }) => id))).filter(({ state }) => state === 'reading'), ...(await store.list(year))]
    const names = await named(context, rows)
    const recipes = await recipeStore(context.tx).all()
    return { imports: rows.map((row) => summaryOf(row, names)), recipes: recipes.map(({ name, used_on: usedOn, recipe }) => ({ name, usedOn, kind: recipe.kind })) }
  },
})

/** One load: its receipt, or what the person had decided when it is still under way. */
export const showImport = defineQuery({
  name: 'budget.show-import', title: 'Carga de un balance', input: z.object({ id: z.uuid() }), allowed: can('budget.read'),
  run: async ({ id }, context): Promise<ImportRecord> => {
    const row = await importStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'la carga' })
    const kept = await context.tx.one<{ choices: unknown }>(sql`select choices from budget.imports where commune = ${context.tx.commune} and id = ${id}`)
    const file = await fileRows(context.tx).get(row.file_hash)
    return { ...summaryOf(row, await named(context, [row])), totals: row.totals, problems: row.problems, rejectedHash: row.rejected_hash, choices: kept?.choices ?? {}, size: file?.size ?? 0 }
  },
})
