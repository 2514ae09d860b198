import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import { type LedgerPhase, ledgerPhases, phaseIndex, type PhaseSums } from './phase.ts'

/** A row of the ledger before it is written. Amounts in whole pesos. */
export type NewMovement = {
  readonly line: string; readonly year: number; readonly effectiveOn: Day; readonly amounts: PhaseSums
  readonly documentKind: string; readonly documentNumber?: string; readonly documentDate?: Day | null
  readonly supplierId?: string | null; readonly text?: string; readonly chain?: string
  readonly amendmentId?: string | null; readonly reverses?: string | null; readonly sourceFile?: string | null; readonly sourceRow?: number | null
}
export type TrailRow = {
  entry_id: string; n: number; line_id: string; phase: number; amount: number; effective_on: Day; document_kind: string; document_number: string; document_date: Day | null
  text: string; source_file: string | null; source_row: number | null; supplier_id: string | null; account: string; recorded_at: string; seq: number; reverses: string | null
}

const column = <T>(name: string, type: string, rows: readonly NewMovement[], value: (row: NewMovement) => T) => ({ name, type, values: rows.map(value) })

/** Fingerprint of a row `m` of the ledger: its identity and its amounts. */
export const ROW_DIGEST = 'uuid_hash_extended(m.entry_id, m.n) # hashint8extended(m.initial + 3 * m.modification + 5 * m.precommitment + 7 * m.commitment + 11 * m.accrual + 13 * m.payment + 17 * m.collection, m.n)'

/** Rows of one loaded balance as arrays in the database's own text: line, row of the sheet, then the amounts of each phase that some row moves. */
export type MovementColumns = {
  readonly count: number
  readonly phases: readonly LedgerPhase[]
  readonly shared: { readonly year: number; readonly effectiveOn: string; readonly documentKind: string; readonly documentNumber: string; readonly documentDate: string | null; readonly sourceFile: string | null }
  readonly values: readonly string[]
}
/** Writes rows of one loaded balance: what is the same in all of them travels once. Numbers within the entry run from `from`. */
export const addBalanceMovements = (tx: Tx, { phases, shared, values }: MovementColumns, entryId: string, from: number) => {
  const names = phases.map((phase) => `, ${phase}`).join('')
  return tx.raw(
    `insert into budget.movements (commune, entry_id, n, year, effective_on, document_kind, document_number, document_date, source_file, line_id, source_row${names})
     select $1, $2::uuid, $3::int + (ordinality::int - 1), $4::smallint, $5::date, $6, $7, $8::date, $9, line_id, source_row${names}
     from unnest($10::uuid[], $11::int[]${phases.map((_, index) => `, $${12 + index}::bigint[]`).join('')}) with ordinality as t (line_id, source_row${names}, ordinality)`,
    [tx.commune, entryId, from, shared.year, shared.effectiveOn, shared.documentKind, shared.documentNumber, shared.documentDate, shared.sourceFile, ...values],
  )
}

/** Writes rows of one or many entries in one statement. `numbers` start at `from` when all are of one entry. */
export const addMovements = async (tx: Tx, rows: readonly NewMovement[], entryOf: string | ((index: number) => string), from: number | ((index: number) => number) = 0): Promise<void> => {
  if (rows.length === 0) return
  await insertMany(tx, 'budget.movements', [
    { name: 'commune', type: 'text', values: rows.map(() => tx.commune) },
    { name: 'entry_id', type: 'uuid', values: rows.map((_, index) => (typeof entryOf === 'string' ? entryOf : entryOf(index))) },
    { name: 'n', type: 'int', values: rows.map((_, index) => (typeof from === 'number' ? from + index : from(index))) },
    column('line_id', 'uuid', rows, ({ line }) => line),
    column('year', 'smallint', rows, ({ year }) => year),
    column('effective_on', 'date', rows, ({ effectiveOn }) => effectiveOn),
    ...ledgerPhases.map((phase) => column(phase, 'bigint', rows, ({ amounts }) => amounts[phaseIndex[phase]])),
    column('document_kind', 'text', rows, ({ documentKind }) => documentKind),
    column('document_number', 'text', rows, ({ documentNumber }) => documentNumber ?? ''),
    column('document_date', 'date', rows, ({ documentDate }) => documentDate ?? null),
    column('supplier_id', 'uuid', rows, ({ supplierId }) => supplierId ?? null),
    column('text', 'text', rows, ({ text }) => text ?? ''),
    column('chain', 'text', rows, ({ chain }) => chain ?? ''),
    column('amendment_id', 'uuid', rows, ({ amendmentId }) => amendmentId ?? null),
    column('reverses', 'uuid', rows, ({ reverses }) => reverses ?? null),
    column('source_file', 'text', rows, ({ sourceFile }) => sourceFile ?? null),
    column('source_row', 'int', rows, ({ sourceRow }) => sourceRow ?? null),
  ])
}

export type MovementFilter = { readonly lines: readonly string[]; readonly phases: readonly LedgerPhase[]; readonly year: number; readonly from?: Day; readonly to: Day; readonly knownSeq: number; readonly text?: string }

/** Only the phases asked are unfolded: each costs a pass over every row. */
const unfolded = (phases: readonly LedgerPhase[]) => sql.raw(phases.map((phase) => `(${phaseIndex[phase]}, m.${phase})`).join(', ') || '(-1, 0::bigint)')

/** Movements unfolded by phase: one record for each amount that is not zero, newest first or in order of effect. */
export const movementStore = (tx: Tx) => ({
  /** Finds the page over the narrow columns that order it, and reads the whole rows of that page alone. */
  trail: (filter: MovementFilter, page: { offset: number; size: number; newestFirst?: boolean }) => {
    const order = page.newestFirst ? sql`desc` : sql`asc`
    const known = ledgerPhases.filter((phase) => filter.phases.includes(phase))
    return tx.all<TrailRow>(sql`
      select m.entry_id, m.n, m.line_id, k.phase, k.amount, m.effective_on, m.document_kind, m.document_number, m.document_date, m.text, m.source_file, m.source_row,
        m.supplier_id, l.account, k.recorded_at, k.seq, m.reverses
      from (
        select m.entry_id, m.n, m.effective_on, p.seq, p.recorded_at, v.phase, v.amount
        from budget.movements m
        join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
        cross join lateral (values ${unfolded(known)}) v (phase, amount)
        where m.commune = ${tx.commune} and m.year = ${filter.year} and m.line_id = any (${filter.lines as string[]}::uuid[])
          and m.effective_on <= ${filter.to} ${filter.from ? sql`and m.effective_on >= ${filter.from}` : sql``}
          and p.seq <= ${filter.knownSeq} and v.amount <> 0
          ${filter.text ? sql`and platform.sort_key(m.text || ' ' || m.document_number) like ${`%${filter.text}%`}` : sql``}
        order by m.effective_on ${order}, p.seq ${order}, m.n, v.phase limit ${page.size} offset ${page.offset}
      ) k
      join budget.movements m on m.commune = ${tx.commune} and m.entry_id = k.entry_id and m.n = k.n
      join budget.lines l on l.commune = m.commune and l.id = m.line_id
      order by k.effective_on ${order}, k.seq ${order}, k.n, k.phase`)
  },
  /** Movements of one entry, all of them. */
  ofEntry: (entryId: string) => tx.all<{ n: number; line_id: string; year: number; effective_on: Day; initial: number; modification: number; precommitment: number; commitment: number; accrual: number; payment: number; collection: number; document_kind: string; document_number: string; document_date: Day | null; supplier_id: string | null; text: string; chain: string; amendment_id: string | null }>(sql`
    select n, line_id, year, effective_on, initial, modification, precommitment, commitment, accrual, payment, collection, document_kind, document_number, document_date, supplier_id, text, chain, amendment_id
    from budget.movements where commune = ${tx.commune} and entry_id = ${entryId} order by n`),
  countOfEntry: async (entryId: string) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from budget.movements where commune = ${tx.commune} and entry_id = ${entryId}`))?.n ?? 0,
  /** The fingerprint that the database gives to the first row of an entry. */
  firstDigest: async (entryId: string) => (await tx.one<{ digest: string }>(sql`select (${sql.raw(ROW_DIGEST)})::text as digest from budget.movements m where m.commune = ${tx.commune} and m.entry_id = ${entryId} and m.n = 0`))?.digest,
  /** Deletes up to `size` rows of an entry that was never posted. */
  eraseUnposted: (entryId: string, size: number) => tx.run(sql`
    delete from budget.movements where commune = ${tx.commune} and entry_id = ${entryId} and n in (
      select n from budget.movements where commune = ${tx.commune} and entry_id = ${entryId} order by n limit ${size})`),
})

/** Tells the planner how big the ledger is now; after loads of thousands of rows. */
export const refreshStatistics = (tx: Tx) => tx.run(sql`select budget.refresh_statistics()`)
