import type { OutputSheet } from '#platform/spreadsheets'
import { letterOf } from './columns.ts'
import type { ListPreview, ReadSheet } from './import-contract.ts'

/** The rejected rows of a list as they came, with their row and the reason in the last columns; undefined when there are none. */
export const rejectedRows = (sheets: readonly ReadSheet[], preview: ListPreview): OutputSheet | undefined => {
  const sheet = sheets[preview.sheet]
  const rejected = preview.items.filter(({ state }) => state === 'rejected')
  if (!sheet || rejected.length === 0) return undefined
  const width = Math.max(...sheet.rows.map((row) => row.length))
  const titles = Array.from({ length: width }, (_, column) => String(sheet.rows[preview.header]?.[column] ?? '') || letterOf(column))
  return {
    name: 'Rechazadas', title: `Filas rechazadas de «${sheet.name}»`, columns: [...titles.map((title) => ({ title, format: 'text' as const })), { title: 'Fila en el archivo', format: 'integer' as const, width: 12 }, { title: 'Razón del rechazo', format: 'text' as const, width: 60 }],
    rows: rejected.flatMap(({ rows, reasons }) => rows.map((row) => ({ cells: [...titles.map((_, column) => sheet.rows[row]?.[column] ?? ''), row + 1, reasons.join(' ')] }))), source: `hoja «${sheet.name}» del archivo subido`,
  }
}
