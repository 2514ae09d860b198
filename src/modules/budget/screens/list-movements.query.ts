import { can, sortKey } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import type { MovementList, MovementView } from '../answers.ts'
import { phaseCells } from '../imports/phase-cells.ts'
import { documentText } from '../movements/document.ts'
import { movementStore } from '../movements/movement.store.ts'
import { ledgerPhases, phaseTitle } from '../movements/phase.ts'
import { supplierNames } from '../suppliers/supplier.store.ts'
import { yearOfLine } from './line-year.store.ts'
import { movementCount } from './movement-count.store.ts'

const escaped = (text: string): string => text.replace(/[%_\\]/g, '\\$&')

/** Movements of a line, newest first, by phase and text, as of the two dates. */
export const listMovements = defineQuery({
  name: 'budget.list-movements', title: 'Movimientos de una línea',
  input: z.object({ line: z.uuid(), phase: z.enum(['', ...ledgerPhases]).default(''), text: z.string().max(100).default(''), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(25) }),
  allowed: can('budget.read'),
  run: async ({ line, phase, text, page, size }, context): Promise<MovementList> => {
    const year = await yearOfLine(context.tx, line)
    if (!year) throw notFound({ what: 'la línea del presupuesto' })
    const phases = phase ? [phase] : ledgerPhases
    const knownSeq = await context.knownSeq()
    const search = escaped(text.trim())
    const total = await movementCount(context.tx, { line, year, phases, to: context.asOf.effectiveOn, knownSeq, ...(search ? { text: search } : {}) })
    const rows = await movementStore(context.tx).trail({ lines: [line], phases, year, to: context.asOf.effectiveOn, knownSeq, ...(search ? { text: sortKey(search) } : {}) }, { offset: (page - 1) * size, size, newestFirst: true })
    const cells = await phaseCells(context.tx, rows.filter(({ source_row: row }) => row !== null).map(({ entry_id: entry }) => entry))
    const suppliers = await supplierNames(context.tx, rows.map(({ supplier_id: id }) => id))
    return {
      total, page, pages: Math.max(1, Math.ceil(total / size)),
      rows: rows.map((row): MovementView => {
        const key = ledgerPhases[row.phase] ?? 'accrual'
        const cell = row.source_row === null ? undefined : cells(row.entry_id, key, row.source_row)
        return {
          id: `${row.entry_id}-${row.n}-${row.phase}`, entryId: row.entry_id, phase: key, phaseTitle: phaseTitle[key], amount: row.amount, on: row.effective_on, recordedAt: row.recorded_at,
          document: documentText(row.document_kind, row.document_number, row.document_date, key), text: row.text, supplier: (row.supplier_id && suppliers.get(row.supplier_id)) || '', reversal: row.reverses !== null,
          ...(cell ? { locator: cell.locator, href: `/presupuestar/cargas/${cell.importId}` } : row.source_file ? { fileHash: row.source_file } : {}),
        }
      }),
    }
  },
})
