import { insertMany, type Tx } from '#platform/database'
import type { Day } from '#kernel'
import { addMovements, type NewMovement } from '../movements/movement.store.ts'
import type { Line } from '../lines/line.ts'
import { lineStore } from '../lines/line.store.ts'
import type { AmendmentLine } from '../amendments/amendment.store.ts'
import type { MonthState } from '../months/month.store.ts'

/**
 * The bulk face of the budget: rows of entries that the caller appends to the ledger (`appendEntries` of #evidence), in the order in which
 * they were recorded. Every function takes arrays of any length and writes one statement for each two thousand rows; open a transaction
 * for each call so that nobody waits. Rows exist for queries once their entry is posted. Entries must name an action `budget.…`.
 */
const CHUNK = 2000
const inChunks = async <T>(rows: readonly T[], write: (part: readonly T[], from: number) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK), from)
}

export type PastMovement = NewMovement & { readonly entryId: string }
export const addPastLines = (tx: Tx, lines: readonly Line[], entryId: string): Promise<void> => inChunks(lines, (part) => lineStore(tx).add(part, entryId))

/** Movements of many entries; within each entry they are numbered in the order given. */
export const addPastMovements = (tx: Tx, movements: readonly PastMovement[]): Promise<void> => {
  const counters = new Map<string, number>()
  const numbered = movements.map((row) => {
    const n = counters.get(row.entryId) ?? 0
    counters.set(row.entryId, n + 1)
    return { row, n }
  })
  return inChunks(numbered, (part) => addMovements(tx, part.map(({ row }) => row), (index) => part[index]?.row.entryId ?? '', (index) => part[index]?.n ?? 0))
}

const text = <T>(name: string, type: string, rows: readonly T[], value: (row: T) => unknown) => ({ name, type, values: rows.map(value) })
const commune = <T>(tx: Tx, rows: readonly T[]) => ({ name: 'commune', type: 'text', values: rows.map(() => tx.commune) })

export type PastAmendment = {
  readonly id: string; readonly year: number; readonly number: number; readonly kind: string; readonly reason: string; readonly backgroundOn: Day; readonly sessionNumber: string; readonly sessionOn: Day
  readonly agreement: string; readonly decreeNumber: string; readonly decreeOn: Day; readonly lines: readonly AmendmentLine[]; readonly draftedBy: string; readonly entryId: string
}
/** Approved amendments; their movements carry `amendmentId` and the same entry. */
export const addPastAmendments = (tx: Tx, rows: readonly PastAmendment[]): Promise<void> => inChunks(rows, (part) => insertMany(tx, 'budget.amendments', [
  commune(tx, part), text('id', 'uuid', part, ({ id }) => id), text('year', 'smallint', part, ({ year }) => year), text('number', 'int', part, ({ number }) => number), text('kind', 'text', part, ({ kind }) => kind),
  text('reason', 'text', part, ({ reason }) => reason), text('state', 'text', part, () => 'approved'), text('background_on', 'date', part, (row) => row.backgroundOn), text('session_number', 'text', part, (row) => row.sessionNumber),
  text('session_on', 'date', part, (row) => row.sessionOn), text('agreement', 'text', part, ({ agreement }) => agreement), text('decree_number', 'text', part, (row) => row.decreeNumber), text('decree_on', 'date', part, (row) => row.decreeOn),
  text('lines', 'jsonb', part, ({ lines }) => JSON.stringify(lines)), text('drafted_by', 'uuid', part, (row) => row.draftedBy), text('draft_entry', 'uuid', part, ({ entryId }) => entryId), text('approval_entry', 'uuid', part, ({ entryId }) => entryId),
]))

export type PastProgramme = { readonly id: string; readonly code: string; readonly name: string; readonly area: string; readonly unitId?: string; readonly purpose: string; readonly women?: number; readonly men?: number; readonly cofog: string; readonly entryId: string }
/** The objective each programme serves is an edge `objective —served-by→ programme`, written by the caller. */
export const addPastProgrammes = (tx: Tx, rows: readonly PastProgramme[]): Promise<void> => inChunks(rows, (part) => insertMany(tx, 'budget.programmes', [
  commune(tx, part), text('id', 'uuid', part, ({ id }) => id), text('code', 'text', part, ({ code }) => code), text('name', 'text', part, ({ name }) => name), text('area', 'text', part, ({ area }) => area),
  text('unit_id', 'uuid', part, ({ unitId }) => unitId ?? null), text('purpose', 'text', part, ({ purpose }) => purpose), text('beneficiaries_women', 'int', part, ({ women }) => women ?? null),
  text('beneficiaries_men', 'int', part, ({ men }) => men ?? null), text('cofog', 'text', part, ({ cofog }) => cofog), text('entry_id', 'uuid', part, ({ entryId }) => entryId),
]))

export const addPastFundingSources = (tx: Tx, rows: readonly { readonly code: string; readonly name: string; readonly entryId: string }[]): Promise<void> => inChunks(rows, (part) => insertMany(tx, 'budget.funding_sources', [
  commune(tx, part), text('code', 'text', part, ({ code }) => code), text('name', 'text', part, ({ name }) => name), text('entry_id', 'uuid', part, ({ entryId }) => entryId),
], 'on conflict do nothing'))

/** `account` is the long code. */
export const addPastAccounts = (tx: Tx, rows: readonly { readonly account: string; readonly name: string; readonly openedBy?: string; readonly openedOn?: Day; readonly entryId: string }[]): Promise<void> => inChunks(rows, (part) => insertMany(tx, 'budget.accounts', [
  commune(tx, part), text('long_code', 'text', part, ({ account }) => account), text('name', 'text', part, ({ name }) => name), text('opened_by', 'text', part, ({ openedBy }) => openedBy ?? ''),
  text('opened_on', 'date', part, ({ openedOn }) => openedOn ?? null), text('entry_id', 'uuid', part, ({ entryId }) => entryId),
], 'on conflict do nothing'))

export const addPastMonthStates = (tx: Tx, rows: readonly { readonly year: number; readonly month: number; readonly version: number; readonly state: MonthState; readonly accountId: string; readonly entryId: string }[]): Promise<void> => inChunks(rows, (part) => insertMany(tx, 'budget.month_states', [
  commune(tx, part), text('year', 'smallint', part, ({ year }) => year), text('month', 'smallint', part, ({ month }) => month), text('version', 'int', part, ({ version }) => version), text('state', 'text', part, ({ state }) => state),
  text('account_id', 'uuid', part, ({ accountId }) => accountId), text('entry_id', 'uuid', part, ({ entryId }) => entryId),
]))
