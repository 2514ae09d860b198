import type { OutputCell, OutputColumn, OutputSheet, Sheet } from '#platform/spreadsheets'
import type { Preview } from './balance.ts'
import { cellSays } from './read-amounts.ts'
import { type HeaderChoice, headerTexts } from './header.ts'

/** The rows that cannot be loaded, as they came, with the cell and the reason in the last columns. Includes rows with amounts and no account. */
export const rejectedSheet = (sheet: Sheet, header: HeaderChoice, preview: Preview): OutputSheet => {
  const reasons = new Map<number, string[]>(preview.rows.filter(({ status }) => status === 'rejected').map(({ row, reasons: said }) => [row, [...said]]))
  for (const { row, what, severity } of preview.problems) {
    if (severity !== 'stops' || row <= (header.rows.at(-1) ?? -1)) continue
    const known = reasons.get(row) ?? []
    if (!known.includes(what)) reasons.set(row, [...known, what])
  }
  const texts = headerTexts(sheet, header)
  const columns: OutputColumn[] = [
    ...texts.map((title, column): OutputColumn => ({ title: title || sheet.address(0, column).replace(/\d+$/, ''), format: 'text' })),
    { title: 'Fila en el archivo', format: 'integer', width: 12 },
    { title: 'Razón del rechazo', format: 'text', width: 60 },
  ]
  const cellOf = (row: number, column: number): OutputCell => {
    const cell = sheet.cell(row, column)
    return typeof cell === 'number' ? { value: cell, format: Number.isInteger(cell) ? 'integer' : 'number' } : cellSays(cell)
  }
  const rows = [...reasons].sort(([a], [b]) => a - b).map(([row, said]) => ({ cells: [...texts.map((_, column) => cellOf(row, column)), row + 1, said.join(' ')] }))
  return { name: 'Rechazadas', title: `Filas rechazadas de «${sheet.name}»`, subtitle: `Carga de ${preview.period}`, columns, rows, source: `hoja «${sheet.name}» del archivo subido` }
}
