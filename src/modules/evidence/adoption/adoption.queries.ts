import { can } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import { ledgerStore } from '../ledger/ledger.store.ts'
import { undoableUntil } from '../ledger/undo-term.ts'
import { adoptionStates, adoptionStore } from './adoption.store.ts'

const SIZE = 50
export const listAdoptions = defineQuery({
  name: 'evidence.list-adoptions', title: 'Carpetas adoptadas', input: z.object({}), allowed: can('evidence.attach'),
  run: async (_input, { tx, actor }) => ({ adoptions: (await adoptionStore(tx).list()).map(({ batch: _, account_id: account, ...row }) => ({ ...row, stateTitle: adoptionStates[row.state], mine: account === actor.accountId })) }),
})
/** The preview of a folder, or what became of it: counts, kinds, what repeats, what its paths say. */
export const showAdoption = defineQuery({
  name: 'evidence.show-adoption', title: 'Vista previa de una carpeta', allowed: can('evidence.attach'),
  input: z.object({ id: z.uuid(), show: z.enum(['', 'linked', 'loose', 'problems', 'false-extension']).default(''), page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  run: async ({ id, show, page }, { tx, law, today }) => {
    const store = adoptionStore(tx)
    const adoption = await store.get(id)
    if (!adoption) throw notFound({ what: 'la carpeta' })
    const { batch, account_id: _, ...row } = adoption
    const entry = await ledgerStore(tx).byId(batch)
    const until = entry ? undoableUntil(law, entry.recorded_at) : undefined
    const total = await store.countOf(id, show)
    return { ...row, stateTitle: adoptionStates[row.state], counts: await store.counts(id), kinds: await store.kinds(id), files: await store.files(id, show, (page - 1) * SIZE, SIZE), total, pages: Math.max(1, Math.ceil(total / SIZE)), ...(until ? { undoUntil: until, undoable: row.state === 'adopted' && today <= until } : {}) }
  },
})
