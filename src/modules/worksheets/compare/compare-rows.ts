import { type Actor, Problem } from '#kernel'
import type { AnyWorksheet, SheetColumn, SheetGiven, SheetRow, SheetValue } from '#platform/actions'
import type { Line, LineVerdict } from '../contract.ts'
import { sameValue, valueText } from '../download/cell-text.ts'
import { readRowMark } from '../download/row-key.ts'
import type { FoundSheet } from './find-sheet.ts'
import { cellText, readCell } from './read-cell.ts'

/** A cell somebody may accept: what it says now and what it would say. */
export type CellChange = { readonly key: string; readonly column: SheetColumn; readonly from: SheetValue; readonly to: SheetValue; readonly conflict: boolean }
export type RowChanges = { readonly row: SheetRow; readonly at: number; readonly cells: readonly CellChange[] }
export type RowsCompared = { readonly lines: readonly Line[]; readonly changes: readonly RowChanges[]; readonly seen: ReadonlySet<string>; readonly rows: number; readonly equal: number; readonly rowsBy: Readonly<Record<LineVerdict, number>>; /** Written cells of each row that holds something not admitted, by sheet row. */ readonly refusedRows: ReadonlyMap<number, string | null> }
export type ComparedWith = { readonly definition: AnyWorksheet; readonly columns: readonly SheetColumn[]; readonly current: ReadonlyMap<string, SheetRow>; readonly secret: Uint8Array; readonly actor: Actor; readonly given: SheetGiven }

const cannot = (row: SheetRow, column: string): string | undefined => (typeof row.closed === 'string' ? row.closed : row.closed?.[column])
/** Why an action would not take these cells, told before trying: its permission and its own validation. */
const objections = ({ definition, actor, given }: ComparedWith, row: SheetRow, cells: readonly CellChange[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  try {
    for (const step of definition.change(row, Object.fromEntries(cells.map(({ column, to }) => [column.key, to])), given)) {
      const mine = step.columns.filter((key) => cells.some(({ column }) => column.key === key))
      if (step.refused) {
        for (const key of mine) found.set(key, `${step.refused.detail} ${step.refused.remedy}`)
        continue
      }
      const { action, input, fields = {} } = step
      if (!action.allowed(actor)) for (const key of mine) found.set(key, `«${action.title}» corresponde a otro cargo`)
      const parsed = action.input.safeParse(input) as { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
      for (const issue of parsed.error?.issues ?? []) {
        const field = String(issue.path[0] ?? '')
        const key = Object.keys(fields).find((column) => fields[column] === field) ?? field
        for (const one of mine.includes(key) ? [key] : mine) found.set(one, issue.message)
      }
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    for (const { column } of cells) found.set(column.key, `${error.detail} ${error.remedy}`)
  }
  return found
}

/**
 * Each row of the returned file against what it said when it went down and what the record says now: only what the person wrote is a change;
 * what others changed meanwhile in the same cell is a conflict. Rows of no record, repeated or with a touched key are told and change nothing.
 */
export const compareRows = (found: FoundSheet, context: ComparedWith): RowsCompared => {
  const { sheet, header, key, at } = found
  const open = context.columns.filter((column) => column.open)
  const lines: Line[] = []
  const changes: RowChanges[] = []
  const seen = new Set<string>()
  const rowsBy: Record<LineVerdict, number> = { changed: 0, conflict: 0, rejected: 0, unknown: 0, repeated: 0 }
  const refusedRows = new Map<number, string | null>()
  let [rows, equal] = [0, 0]
  for (let index = header + 1; index < sheet.rowCount; index++) {
    const texts = sheet.row(index).map((cell) => cellText(cell))
    const mark = texts[key] ?? ''
    if (texts.every((text) => text === '')) continue
    rows++
    const first = context.columns[0]
    const label = texts[(first && at.get(first.key)) ?? 0] ?? ''
    const whole = (verdict: LineVerdict, reason: string, cell = key, known = '') => {
      rowsBy[verdict]++
      refusedRows.set(index, null)
      lines.push({ key: sheet.address(index, cell), row: index + 1, cell: sheet.address(index, cell), label: known || label, column: '', verdict, downloaded: '', current: '', yours: '', reason })
    }
    if (!mark) { whole('unknown', 'La fila se agregó en el archivo: los registros nuevos se crean en su lista.', 0); continue }
    const said = readRowMark(mark, context.secret, context.definition.name)
    if (said === 'forged') { whole('unknown', 'La clave oculta de la fila fue cambiada: baje de nuevo la planilla y copie sus cambios.'); continue }
    const row = context.current.get(said.id)
    if (!row) { whole('unknown', 'El registro ya no está en la lista, o usted no puede verlo.'); continue }
    if (seen.has(said.id)) { whole('repeated', 'La misma fila viene más de una vez: se mira sólo la primera. Deje una.', key, row.label); continue }
    seen.add(said.id)
    const cells: CellChange[] = []
    const refused: { column: SheetColumn; reason: string; yours: string }[] = []
    for (const column of open) {
      const place = at.get(column.key)
      const was = said.was[column.key]
      if (place === undefined || was === undefined) continue
      const cell = sheet.cell(index, place)
      // What was written as it was shown is untouched, whatever kind of cell it became on the way.
      if (cellText(cell) === valueText(column, was)) continue
      const read = readCell(cell, column)
      if ('refused' in read) { refused.push({ column, reason: read.refused, yours: cellText(cell) }); continue }
      const now = row.values[column.key] ?? null
      if (sameValue(read.value, was) || sameValue(read.value, now)) continue
      const why = cannot(row, column.key)
      if (why) refused.push({ column, reason: why, yours: valueText(column, read.value) })
      else cells.push({ key: `${row.id}:${column.key}`, column, from: now, to: read.value, conflict: !sameValue(now, was) })
    }
    const against = cells.length > 0 ? objections(context, row, cells) : new Map<string, string>()
    const fine = cells.filter(({ column }) => !against.has(column.key))
    refused.push(...cells.filter(({ column }) => against.has(column.key)).map(({ column, to }) => ({ column, reason: against.get(column.key) ?? '', yours: valueText(column, to) })))
    const address = (column: SheetColumn) => sheet.address(index, at.get(column.key) ?? 0)
    const line = (column: SheetColumn, rest: Pick<Line, 'verdict' | 'current' | 'yours' | 'reason'>): Line => ({ key: `${row.id}:${column.key}`, row: index + 1, cell: address(column), label: row.label, column: column.title, downloaded: valueText(column, said.was[column.key]), ...rest })
    const written = [
      ...fine.map(({ column, from, to, conflict }) => line(column, { verdict: conflict ? 'conflict' : 'changed', current: valueText(column, from), yours: valueText(column, to), reason: conflict ? 'Alguien lo cambió después de que usted bajó la planilla.' : '' })),
      ...refused.map(({ column, reason, yours }) => line(column, { verdict: 'rejected', current: valueText(column, row.values[column.key]), yours, reason })),
    ]
    lines.push(...written)
    if (refused.length > 0) refusedRows.set(index, row.id)
    if (fine.length > 0) changes.push({ row, at: index, cells: fine })
    if (written.length === 0) equal++
    else rowsBy[refused.length > 0 ? 'rejected' : fine.some(({ conflict }) => conflict) ? 'conflict' : 'changed']++
  }
  return { lines, changes, seen, rows, equal, rowsBy, refusedRows }
}
