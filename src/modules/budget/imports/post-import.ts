import { randomUUID } from 'node:crypto'
import { can, counted, formatPesos, lastDayOfMonth, monthNames } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { insertMany } from '#platform/database'
import { z } from 'zod'
import { cubeStore } from '../execution/cube.store.ts'
import { demandOpenMonth } from '../movements/guards.ts'
import { movementStore } from '../movements/movement.store.ts'
import { laterLoad, ledgerMoved, wrongState } from '../problems.ts'
import { accountNames, depthOf } from '../accounts/account-tree.ts'
import { importStates, importStore } from './import.store.ts'
import { recipeStore } from './recipe.store.ts'

const Facts = z.object({
  id: z.uuid(), watermark: z.number().int(), staged: z.number().int(), kind: z.enum(['income', 'expenditure', 'both']), sheet: z.string(), counts: z.record(z.string(), z.number()), totals: z.record(z.string(), z.number()),
  columns: z.record(z.string(), z.string()), problems: z.array(z.object({ what: z.string(), cell: z.string(), code: z.string() })), choices: z.record(z.string(), z.unknown()), recipe: z.record(z.string(), z.unknown()).nullable(),
  accounts: z.array(z.object({ account: z.string(), name: z.string() })),
})

/**
 * Makes a staged load true: one entry, and everything it staged exists at once. It is small: it only checks that the ledger is where
 * the preview saw it and that nothing is missing. Run by the load's job under the entry id its rows carry; nobody else can.
 */
export const postImport = defineAction({
  name: 'budget.post-import', title: 'Asentar la carga de un balance', input: Facts, allowed: can('budget.import'),
  run: async (input, context) => {
    const store = importStore(context.tx)
    const load = await store.hold(input.id)
    if (!load || load.entry_id !== context.entryId) throw notFound({ what: 'la carga preparada' })
    if (load.state === 'loaded' || load.state === 'undone') throw wrongState({ what: 'La carga', state: importStates[load.state], needs: 'preparada' })
    const { movedBy } = await cubeStore(context.tx).watermark(0)
    if ((movedBy ?? 0) !== input.watermark) throw ledgerMoved({ expected: input.watermark, current: movedBy ?? 0 })
    const on = lastDayOfMonth(load.year, load.month)
    await demandOpenMonth(context, on)
    const later = await store.laterLoaded(load.year, load.month, input.kind)
    if (later) throw laterLoad({ month: `${monthNames[later.month - 1]} de ${load.year}` })
    const staged = await movementStore(context.tx).countOfEntry(context.entryId)
    if (staged !== input.staged) throw wrongState({ what: 'La carga', state: 'incompleta', needs: 'completa' })
    const names = accountNames(await cubeStore(context.tx).localAccounts())
    const fresh = input.accounts.filter(({ account }) => depthOf(account) > 2 && !names.known(account))
    if (fresh.length > 0) {
      await insertMany(context.tx, 'budget.accounts', [
        { name: 'commune', type: 'text', values: fresh.map(() => context.tx.commune) }, { name: 'long_code', type: 'text', values: fresh.map(({ account }) => account) },
        { name: 'name', type: 'text', values: fresh.map(({ name }) => name.slice(0, 160)) }, { name: 'opened_by', type: 'text', values: fresh.map(() => `Balance «${load.file_name}»`) },
        { name: 'entry_id', type: 'uuid', values: fresh.map(() => context.entryId) },
      ], 'on conflict do nothing')
    }
    const recipe = input.recipe as { name?: string } | null
    if (recipe?.name) await recipeStore(context.tx).save({ id: randomUUID(), name: recipe.name, recipe: recipe as never, on: context.today, entryId: context.entryId })
    await store.note(input.id, { state: 'loaded', kind: input.kind, sheet: input.sheet, recipe: recipe?.name ?? '', counts: { ...input.counts, movements: staged }, totals: input.totals, columns: input.columns, problems: input.problems, choices: input.choices })
    const month = `${monthNames[load.month - 1]} de ${load.year}`
    await context.index({ kind: 'balance-import', id: input.id, title: `Balance de ${month}`, subtitle: load.file_name, href: `/presupuestar/cargas/${input.id}` })
    return {
      result: { id: input.id, movements: staged },
      entry: { name: 'balance-imported', effectiveOn: on, summary: `Se cargó el balance de ${month}: ${counted(staged, 'línea cambia', 'líneas cambian')}, devengado ${formatPesos(input.totals['accrual'] ?? 0)}`, record: { kind: 'balance-import', id: input.id }, facts: { file: load.file_hash, sheet: input.sheet, movements: staged, counts: input.counts } },
    }
  },
})
