import { counted } from '#kernel'
import { defineAction } from '#platform/actions'
import { compareFile, fileName, readFor } from '../compare/compare-file.ts'
import { ApplyInput } from '../contract.ts'
import { mayEditSome, type Modules } from '../definitions.ts'
import { valueText } from '../download/cell-text.ts'
import { nothingChosen } from '../problems.ts'
import { loadStore, type NewChange } from './load.store.ts'

export const APPLY = 'worksheets.apply-load'

/** Accepts what was chosen of a returned file as one load; a job applies it record by record, each with the action of its hand. */
export const applyWorksheet = (modules: Modules) => defineAction({
  name: 'worksheets.apply', title: 'Aplicar una planilla editada', help: 'Cada registro pasa por la misma acción que a mano: lo que no se admite se informa y el resto sigue.', input: ApplyInput, allowed: mayEditSome(modules), perMinute: 20,
  prepare: ({ name, fileHash }, context) => readFor(context, modules, name, fileHash),
  run: async ({ id, name, fileHash, reason, leave, force }, context, book) => {
    const { rows, comparison, wide } = await compareFile(context, modules, name, book)
    const [left, forced] = [new Set(leave), new Set(force)]
    const changes = rows.changes.flatMap(({ row, cells }): Omit<NewChange, 'place'>[] => {
      const taken = cells.filter((cell) => (cell.conflict ? forced.has(cell.key) : !left.has(cell.key)))
      return taken.length === 0 ? [] : [{ record_id: row.id, label: row.personal ? '' : row.label.slice(0, 300), cells: taken.map(({ column, from, to }) => ({ column: column.key, title: column.title, from, to, fromText: valueText(column, from), toText: valueText(column, to), state: 'waiting' as const, reason: '', entryId: null })) }]
    }).map((change, place) => ({ ...change, place }))
    if (changes.length === 0) throw nothingChosen({})
    const store = loadStore(context.tx)
    await store.add({ id, name, title: comparison.title, filters: wide, file_hash: fileHash, file_name: await fileName(context, fileHash), reason, account_id: context.actor.accountId, started_at: context.clock.now().toISOString() })
    await store.addChanges(id, changes)
    const job = await context.enqueue({ kind: APPLY, title: `Aplicar la planilla «${comparison.title}»: ${counted(changes.length, 'registro', 'registros')}`, input: { id } })
    await store.set(id, { state: 'applying', jobId: job.id })
    return { result: { id, job: job.id, records: changes.length }, entry: null }
  },
})
