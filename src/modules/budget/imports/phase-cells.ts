import { sql, type Tx } from '#platform/database'
import type { LedgerPhase } from '../movements/phase.ts'

export type PhaseColumns = Readonly<Partial<Record<LedgerPhase, string>>>
export type CellSource = { readonly importId: string; readonly locator: string; readonly fileHash: string }

/** Where the amounts of loaded balances stand in their files: entry, phase and row give «Gastos junio · H39». */
export const phaseCells = async (tx: Tx, entries: readonly string[]): Promise<(entryId: string, phase: LedgerPhase, row: number) => CellSource | undefined> => {
  const wanted = [...new Set(entries)]
  const rows = wanted.length === 0 ? [] : await tx.all<{ id: string; entry_id: string; file_hash: string; sheet: string; phase_columns: PhaseColumns }>(sql`
    select id, entry_id, file_hash, sheet, phase_columns from budget.imports where commune = ${tx.commune} and entry_id = any (${wanted}::uuid[])`)
  const byEntry = new Map(rows.map((row) => [row.entry_id, row]))
  return (entryId, phase, row) => {
    const found = byEntry.get(entryId)
    if (!found) return undefined
    return { importId: found.id, fileHash: found.file_hash, locator: `${found.sheet} · ${found.phase_columns[phase] ?? ''}${row + 1}` }
  }
}
