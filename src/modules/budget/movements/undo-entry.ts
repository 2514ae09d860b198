import { can, counted, type Day, formatDay } from '#kernel'
import { type ActionContext, defineAction, type EntryDraft } from '#platform/actions'
import { ledgerStore } from '#evidence'
import { sql, type Tx } from '#platform/database'
import { amendmentStore } from '../amendments/amendment.store.ts'
import { carryOverStore } from '../carry-over/carry-over.store.ts'
import { certificateStore } from '../certificates/certificate.store.ts'
import { shortCode } from '../accounts/account-tree.ts'
import { UndoInput } from '../contract.ts'
import { leanedOn, nothingToUndo } from '../problems.ts'
import { brokenIdentities } from '../rules/identities.ts'
import { demandOpenMonth } from './guards.ts'
import { movementStore } from './movement.store.ts'
import { subtractSums } from './phase.ts'
import { undoStore } from './undo.store.ts'

/** Rows or lines in one statement. */
export const PAGE = 1000
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Listed at most; the count is of all. */
const SHOWN = 20

export type UndoneEntry = { readonly id: string; readonly seq: number; readonly rows: number; readonly name: string; readonly summary: string; readonly recordedAt: string; readonly certificate?: string }

/** The entry if it wrote in the ledger, was not undone and its months are open. */
export const demandUndoable = async (context: ActionContext, entryId: string): Promise<UndoneEntry> => {
  const store = ledgerStore(context.tx)
  const entry = await store.byId(entryId)
  const rows = await movementStore(context.tx).countOfEntry(entryId)
  if (!entry || rows === 0 || entry.undoes !== null || (await store.undoneBy(entry.seq))) throw nothingToUndo({})
  const months = await context.tx.all<{ day: Day }>(sql`select max(effective_on) as day from budget.movements where commune = ${context.tx.commune} and entry_id = ${entryId} group by extract(month from effective_on)`)
  for (const { day } of months) await demandOpenMonth(context, day)
  const facts = (JSON.parse(entry.body) as { facts?: { certificate?: string } }).facts
  return { id: entryId, seq: entry.seq, rows, name: entry.name, summary: entry.summary, recordedAt: entry.recorded_at, certificate: facts?.certificate }
}

export type Dependant = { readonly line: string; readonly account: string; readonly what: string; readonly later: number }

/** Lines of one page whose identities hold today and would break without the entry, because later facts lean on it. */
export const leaningPage = async (tx: Tx, entry: Pick<UndoneEntry, 'id' | 'seq'>, after: string): Promise<{ dependants: Dependant[]; next: string | undefined }> => {
  const page = await undoStore(tx).touched(entry.id, entry.seq, after, PAGE)
  const dependants = page.flatMap(({ id, kind, account, own, all, later }): Dependant[] => {
    const before = new Set(brokenIdentities(kind, all).map(({ what }) => what))
    const broken = brokenIdentities(kind, subtractSums(all, own)).filter(({ what }) => !before.has(what))
    return later === 0 || broken.length === 0 ? [] : [{ line: id, account: shortCode(account), what: broken.map(({ what }) => what).join('; '), later }]
  })
  return { dependants, next: page.length < PAGE ? undefined : page.at(-1)?.id }
}

/** Refuses when somebody leans on the entry, with the list. `pageOf` reads one page (in one transaction, or each in its own). */
export const demandNobodyLeans = async (pageOf: (after: string) => ReturnType<typeof leaningPage>): Promise<void> => {
  const dependants: Dependant[] = []
  let after: string | undefined = NOBODY
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof leaningPage>> = await pageOf(after)
    dependants.push(...page.dependants)
    after = page.next
  }
  if (dependants.length > 0) throw leanedOn({ dependants: dependants.length }, { facts: { dependants: dependants.slice(0, SHOWN) } })
}

/** What else goes back with an entry: its amendment, its passage from another year, its load, its certificate. */
const settleUndone = async (context: ActionContext, entry: UndoneEntry): Promise<void> => {
  const amendment = await amendmentStore(context.tx).byEntry(entry.id)
  if (amendment) await amendmentStore(context.tx).setState(amendment.id, 'undone')
  const carried = await carryOverStore(context.tx).byEntry(entry.id)
  if (carried) {
    await carryOverStore(context.tx).setState(carried.id, 'undone')
    await context.keep({ kind: 'carry-over', id: carried.id, version: carried.version + 1, data: { fromYear: carried.from_year, totals: carried.totals, state: 'undone' } })
  }
  await context.tx.run(sql`update budget.imports set state = 'undone', undone_entry = ${context.entryId}, version = version + 1 where commune = ${context.tx.commune} and entry_id = ${entry.id}`)
  if (entry.certificate) await certificateStore(context.tx).settle(entry.certificate, { state: entry.name === 'certificate-issued' ? 'requested' : 'issued' })
}

export const undoneDraft = async (context: ActionContext, entry: UndoneEntry, reason: string): Promise<{ result: { entryId: string; rows: number }; entry: EntryDraft }> => {
  await settleUndone(context, entry)
  return {
    result: { entryId: context.entryId, rows: entry.rows },
    entry: { name: 'budget-entry-undone', undoes: entry.seq, summary: `Se deshizo «${entry.summary}» (${counted(entry.rows, 'movimiento', 'movimientos')}): ${reason}`, record: { kind: 'budget-entry', id: entry.id }, effectiveOn: context.today, facts: { undone: entry.id, rows: entry.rows, on: formatDay(context.today) } },
  }
}

/** Takes back everything an entry wrote in the ledger, with an entry of its own. What was known before stays as it was known. */
export const undoEntry = defineAction({
  name: 'budget.undo-entry', title: 'Deshacer un asiento del presupuesto',
  help: 'Escribe lo contrario, con su razón; nada se borra. Se rechaza si hechos posteriores se apoyan en él.',
  input: UndoInput, allowed: can('budget.undo'),
  run: async ({ entryId, reason }, context) => {
    const entry = await demandUndoable(context, entryId)
    await demandNobodyLeans((after) => leaningPage(context.tx, entry, after))
    for (let from = 0; from < entry.rows; from += PAGE) await undoStore(context.tx).reverse(entryId, context.entryId, from, from + PAGE)
    return undoneDraft(context, entry, reason)
  },
})
