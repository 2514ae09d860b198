import { enumerate } from '#kernel'
import { type AnyWorksheet, defineAction, notFound, type ReadContext, versionMoved } from '#platform/actions'
import { demandUndoTerm, ledgerStore } from '#evidence'
import { loadStateTitle, UndoInput } from '../contract.ts'
import { demandWorksheet, mayEditSome, type Modules } from '../definitions.ts'
import { sameValue } from '../download/cell-text.ts'
import { changedSince, loadNotInState } from '../problems.ts'
import { type ChangeRow, loadStore, type LoadRow } from './load.store.ts'

export const UNDO = 'worksheets.undo-load'
const PAGE = 500
const NAMED = 20

/** Records whose cells no longer say what the load put: somebody changed them since. */
export const changedAfter = async (context: ReadContext, definition: AnyWorksheet, load: LoadRow): Promise<readonly ChangeRow[]> => {
  const rows = new Map((await definition.rows(load.filters, context)).map((row) => [row.id, row]))
  const found: ChangeRow[] = []
  for (let after = -1; ;) {
    const changes = await loadStore(context.tx).changes(load.id, after, PAGE, ['done', 'part'])
    found.push(...changes.filter(({ record_id: id, cells }) => cells.some((cell) => cell.state === 'done' && !sameValue(rows.get(id)?.values[cell.column], cell.to) && !sameValue(rows.get(id)?.values[cell.column], cell.from))))
    if (changes.length < PAGE) return found
    after = changes.at(-1)?.place ?? after
  }
}
/** Takes a whole load back: each record says again what it said, by the same actions. Refused, with the list, when somebody changed them since. */
export const undoWorksheet = (modules: Modules) => defineAction({
  name: 'worksheets.undo', title: 'Deshacer una planilla aplicada', help: 'Vuelve a poner lo que decía cada registro; lo que cambió después se lista y no se toca. Dentro del plazo para deshacer.', input: UndoInput, allowed: mayEditSome(modules), perMinute: 20,
  run: async ({ id, version, reason, rest }, context) => {
    const store = loadStore(context.tx)
    const load = await store.hold(id)
    if (!load) throw notFound({ what: 'la planilla' })
    const definition = demandWorksheet(modules, load.name, context.actor)
    if (load.version !== version) throw versionMoved({ what: 'La planilla', yours: version, current: load.version }, { facts: { current: { state: load.state } } })
    const entry = load.state === 'applied' && load.entry_id ? await ledgerStore(context.tx).byId(load.entry_id) : undefined
    if (!entry) throw loadNotInState({ state: loadStateTitle[load.state] })
    demandUndoTerm(context.law, entry, context.today)
    const later = rest ? [] : await changedAfter(context, definition, load)
    if (later.length > 0) {
      const names = later.map(({ label }, index) => label || `registro ${index + 1}`)
      throw changedSince({ count: later.length, names: enumerate(names.length > 6 ? [...names.slice(0, 5), 'otros'] : names) }, { facts: { dependants: names.slice(0, NAMED) } })
    }
    const job = await context.enqueue({ kind: UNDO, title: `Deshacer la planilla «${load.title}»`, input: { id } })
    await store.set(id, { state: 'undoing', jobId: job.id, undoReason: reason })
    return { result: { id, job: job.id }, entry: null }
  },
})
