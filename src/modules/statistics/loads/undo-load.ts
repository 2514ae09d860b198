import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { demandUndoTerm, ledgerStore } from '#evidence'
import { versionStore } from '../datasets/version.store.ts'
import { demandWithdrawable } from '../datasets/withdraw-version.ts'
import { DATASET } from '../hrefs.ts'
import { loadNotReady } from '../problems.ts'
import { loadStateTitle, UndoLoadInput } from './load-contract.ts'
import { loadStore } from './load.store.ts'

/** Takes back a load within the term: its version is no longer answered; who asks as of a day before still finds it. */
export const undoLoad = defineAction({
  name: 'statistics.undo-load', title: 'Deshacer una carga de datos', help: 'Se rechaza si una cifra oficial en vigor cita la versión.', input: UndoLoadInput, allowed: can('statistics.load'),
  run: async ({ id, version, reason }, context) => {
    const load = await loadStore(context.tx).hold(id)
    if (!load) throw notFound({ what: 'la carga' })
    if (load.version !== version) throw versionMoved({ what: 'La carga', yours: version, current: load.version })
    if (load.state !== 'loaded' || load.version_number === null) throw loadNotReady({ state: loadStateTitle[load.state] })
    const entry = await ledgerStore(context.tx).byId(load.entry_id)
    const store = versionStore(context.tx)
    const row = entry && (await store.numbered(load.dataset_id, load.version_number, { knownSeq: Number.MAX_SAFE_INTEGER, on: context.today }))
    if (!entry || !row) throw notFound({ what: 'la versión que trajo esa carga' })
    demandUndoTerm(context.law, entry, context.today)
    const dataset = await demandWithdrawable(context, row)
    await store.withdraw({ id: randomUUID(), versionId: row.id, reason, entryId: context.entryId })
    await loadStore(context.tx).note(id, { state: 'undone' })
    return { result: { id, number: row.number }, entry: { name: 'load-undone', undoes: entry.seq, summary: `Se deshizo la carga de la versión ${row.number} de «${dataset.title}»: ${reason}`, record: { kind: DATASET, id: load.dataset_id } } }
  },
})
